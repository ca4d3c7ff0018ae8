"""What every page works with, made once by `app` and handed to the window.

`Core` is there from the first moment; `Data`, which needs the database's key, follows a little
later or after the person has been asked. Signals arrive on the Qt thread.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm import policy
from desktop_slm.models.library import Library
from desktop_slm.settings import SettingsFile
from desktop_slm.ui.ended import Ended
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_slm.assistants.chat import ChatTurns
    from desktop_slm.assistants.personas.prompt_library import PromptLibrary
    from desktop_slm.assistants.personas.shelf import Shelf
    from desktop_slm.assistants.summaries.model_use import ModelUse
    from desktop_slm.assistants.summaries.pace import Known
    from desktop_slm.assistants.summaries.records import SummaryRecords
    from desktop_slm.assistants.summaries.summarizer import Summarizer
    from desktop_slm.engine.client import EngineState
    from desktop_slm.engine.protocol import ModelFacts
    from desktop_slm.engine.templating import Templating
    from desktop_slm.engine.text_engine import Model, TextEngine
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.models.connections import ConnectionLog
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.paths import Paths
    from desktop_slm.settings import Settings
    from desktop_slm.storage.backups.backups import Backups
    from desktop_slm.storage.chats.branches import Branches
    from desktop_slm.storage.chats.conversations import Conversations
    from desktop_slm.storage.chats.ratings import Ratings
    from desktop_slm.storage.database import Database
    from desktop_slm.storage.finding.search import Search
    from desktop_slm.storage.folders import Folders
    from desktop_slm.storage.keys.keys import Keys
    from desktop_slm.storage.keys.os_keyring import Keyring
    from desktop_slm.storage.summaries import Summaries
    from desktop_slm.tuning.calibration import Calibration
    from desktop_slm.tuning.tuned import Tunings
    from desktop_slm.ui.downloads import DownloadQueue
    from desktop_slm.ui.folder_moves import FolderMoves
    from desktop_slm.ui.operations import Operations
    from desktop_slm.ui.theme import Theme
    from desktop_slm.workers.confine import Enforced
    from desktop_slm.workers.launcher import Launcher


def now() -> datetime:
    """Returns the time, with its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Data:
    """The person's chats and summaries, in an open database."""

    database: Database
    conversations: Conversations
    summaries: Summaries
    records: SummaryRecords

    @property
    def search(self) -> Search:
        """What finds words in all of it."""
        from desktop_slm.storage.finding.search import Search

        return Search(self.database)

    @property
    def folders(self) -> Folders:
        """What holds chats and summaries that belong together."""
        from desktop_slm.storage.folders import Folders

        return Folders(self.database, now)

    @property
    def branches(self) -> Branches:
        """What takes branches of chats out, copies and rewords them."""
        from desktop_slm.storage.chats.branches import Branches

        return Branches(self.database, now)

    @property
    def shelf(self) -> Shelf:
        """The assistants that can be chosen."""
        from desktop_slm.assistants.personas.shelf import Shelf
        from desktop_slm.storage.library.assistants import OwnAssistants
        from desktop_slm.ui import language

        return Shelf(OwnAssistants(self.database, now), language.code())

    @property
    def prompts(self) -> PromptLibrary:
        """The prompts that can be put into the box."""
        from desktop_slm.assistants.personas.prompt_library import PromptLibrary
        from desktop_slm.storage.library.prompts import OwnPrompts
        from desktop_slm.ui import language

        return PromptLibrary(OwnPrompts(self.database, now), language.code())

    @property
    def ratings(self) -> Ratings:
        """What the person thinks of answers."""
        from desktop_slm.storage.chats.ratings import Ratings

        return Ratings(self.database)

    def erase_deleted_assistants(self, until: datetime) -> None:
        """Erases the assistants and prompts that were deleted until then for good. Blocks."""
        from desktop_slm.storage.library.assistants import OwnAssistants
        from desktop_slm.storage.library.prompts import OwnPrompts

        OwnAssistants(self.database, now).purge_deleted(until)
        OwnPrompts(self.database, now).purge_deleted(until)

    @classmethod
    def of(cls, database: Database) -> Data:
        """Returns the stores over a database."""
        # What works on data comes after the window is there: importing takes its time.
        from desktop_slm.assistants.summaries.records import SummaryRecords
        from desktop_slm.storage.chats.conversations import Conversations
        from desktop_slm.storage.summaries import Summaries

        return cls(
            database=database,
            conversations=Conversations(database, now),
            summaries=Summaries(database, now),
            records=SummaryRecords(database, now),
        )


@dataclass(frozen=True, slots=True)
class EngineParts:
    """What runs models: the engine's client, and the templates of its prompts."""

    engine: TextEngine
    templating: Templating


@dataclass(frozen=True, slots=True)
class Outside:
    """What the process was given at its start: folders, the launcher, what is enforced."""

    paths: Paths
    launcher: Launcher
    enforced: Enforced
    is_offline: bool


class Core(QObject):
    """The long-lived parts, the settings and the chosen model. Qt thread only."""

    settings_changed = Signal(object)  # Settings
    model_changed = Signal(object)  # InstalledModel | None
    models_changed = Signal()
    engine_state_changed = Signal(object)  # EngineState
    data_opened = Signal(object)  # Data
    chats_imported = Signal()
    error_reported = Signal(object)  # DesktopSlmError
    downloads_changed = Signal(object)  # tuple[Download, ...]
    end_requested = Signal(object)  # Ending: how the window is to end
    lock_requested = Signal()
    keeping_changed = Signal()  # the passphrase, the recovery code or the backups are others now
    work_ended = Signal(object, object)  # Ended, and the EntryKey of what it is seen in or None
    model_arrived = Signal(object)  # InstalledModel: a download is among the models now
    first_run_requested = Signal()
    erased = Signal()  # something that was deleted is out of the database for good

    def __init__(
        self,
        outside: Outside,
        theme: Theme,
        operations: Operations,
        parts: Callable[[], EngineParts],
    ) -> None:
        """`parts` makes the engine's client and the templates when they are first asked for."""
        super().__init__()
        self.outside = outside
        self.theme = theme
        self.operations = operations
        self._make_parts = parts
        self._parts: EngineParts | None = None
        self._parts_lock = threading.Lock()
        self.library = Library(outside.paths)
        self.data: Data | None = None
        self.keyring: Keyring | None = None  # another than the system's: the seam for tests
        self._settings_file = SettingsFile(outside.paths.settings)
        self.settings = self._settings_file.load().with_changes(**policy.current().settings)
        self.model = self.library.choose(self.settings.model)
        self.engine_state_changed.connect(self._note_use)

    @property
    def engine(self) -> TextEngine:
        """The engine's client; any thread may ask."""
        return self._engine_parts().engine

    @property
    def templating(self) -> Templating:
        """What writes prompts with a model's own template; any thread may ask."""
        return self._engine_parts().templating

    @property
    def facts(self) -> ModelFacts | None:
        """What the loaded model is; None where none is loaded."""
        return self._parts.engine.facts if self._parts else None

    def memory_of(self, model: InstalledModel) -> int:
        """Returns the bytes that a model takes now, 0 where it is not loaded. Blocks."""
        loaded = self._parts.engine.loaded if self._parts else None
        if self._parts is None or loaded is None:
            return 0
        # An assistant may have had it loaded with an adapter.
        is_loaded = replace(loaded, adapters=()) == self.engine_model(model)
        return self._parts.engine.memory_bytes if is_loaded else 0

    @cached_property
    def keys(self) -> Keys:
        """How the data's key is kept; to be asked in the background, where it may block."""
        from desktop_slm.storage.keys.keys import Keys
        from desktop_slm.storage.keys.os_keyring import OsKeyring

        paths = self.outside.paths
        return Keys(paths.database, paths.key_record, self.keyring or OsKeyring())

    @property
    def backups(self) -> Backups:
        """The folder of backups; every method of it blocks."""
        from desktop_slm.storage.backups.backups import Backups

        return Backups(self.outside.paths.database)

    @cached_property
    def tunings(self) -> Tunings:
        """What was measured to suit this computer."""
        from desktop_slm.tuning.tuned import Tunings

        return Tunings(self.outside.paths)

    @cached_property
    def calibration(self) -> Calibration:
        """What this computer is and how fast it computes."""
        from desktop_slm.tuning.calibration import Calibration

        return Calibration(self.outside.paths)

    @cached_property
    def connections(self) -> ConnectionLog:
        """The record of every connection that was made; open while the data is."""
        from desktop_slm.models.connections import ConnectionLog

        return ConnectionLog(now)

    @cached_property
    def downloads(self) -> DownloadQueue:
        """What gets models from the network."""
        from desktop_slm.ui.downloads import DownloadQueue, Parts

        paths, spawn = self.outside.paths, self.outside.launcher.spawn
        parts = Parts(paths, self.connections, spawn, self.operations, lambda: self.settings)
        return self.take_downloads(DownloadQueue(parts, self))

    @cached_property
    def folder_moves(self) -> FolderMoves:
        """What moves the models folder."""
        from desktop_slm.models.verification import Verifications
        from desktop_slm.ui.folder_moves import FolderMoves, Parts

        paths = self.outside.paths
        parts = Parts(
            paths,
            self.library,
            self.operations,
            followers=lambda: (Verifications(paths, now).moved, self.tunings.moved),
            let_go=self._let_models_go,
            is_busy=lambda: self.downloads.is_busy,
        )
        moves = FolderMoves(parts, self)
        moves.ended.connect(lambda error: self.refresh_models())
        moves.stopped.connect(self.refresh_models)
        moves.failed.connect(self.report)
        return moves

    def take_downloads(self, queue: DownloadQueue) -> DownloadQueue:
        """Passes on what a queue says; the seam for tests, which make their own."""
        queue.changed.connect(self.downloads_changed)
        queue.model_arrived.connect(self.refresh_models)
        queue.model_arrived.connect(self.model_arrived)
        queue.model_arrived.connect(lambda model: self.work_ended.emit(Ended.DOWNLOAD, None))
        queue.failed.connect(self.report)
        return queue

    def end_downloads(self) -> None:
        """Ends what is coming in; what has come is kept."""
        if "downloads" in self.__dict__:
            self.downloads.close()

    def erase_removed_models(self) -> None:
        """Erases models that were removed and not brought back, and what a kill left of copies."""
        from desktop_slm.models import copying
        from desktop_slm.models.trash import Trash

        Trash(self.outside.paths, self.library).erase_all()
        copying.sweep(self.outside.paths.models)

    def end_engine(self) -> None:
        """Ends the children that were started for the engine's work."""
        if self._parts is not None:
            self._parts.engine.unload()
            self._parts.templating.close()

    def change_settings(self, **changes: object) -> None:
        """Changes settings, tells everybody and writes them in the background."""
        before = self.settings
        changes.update(policy.current().settings)  # nobody changes what is set for everybody
        self.settings = settings = before.with_changes(**changes)
        if settings.theme != before.theme:
            self.theme.set_scheme(settings.theme)
        if settings.zoom_percent != before.zoom_percent:
            self.theme.set_zoom(settings.zoom_percent)
        self.settings_changed.emit(settings)
        self.operations.run(
            self,
            lambda job: self._write(settings),
            on_success=lambda result: None,
            on_failure=lambda error: None,
            lane=Lane.STORAGE,
        )

    def choose_model(self, model: InstalledModel) -> None:
        """Uses a model from here on."""
        self.model = model
        self.change_settings(model=model.id)
        self.model_changed.emit(model)

    def refresh_models(self) -> None:
        """Looks again which models there are, in the background."""
        wanted = self.model.id if self.model else self.settings.model

        def on_read(chosen: InstalledModel | None) -> None:
            self.models_changed.emit()
            still_wanted = self.model.id if self.model else self.settings.model
            if chosen != self.model and wanted == still_wanted:
                self.model = chosen
                self.model_changed.emit(chosen)

        self.operations.run(
            self,
            lambda job: self._look_for(wanted),
            on_success=on_read,
            on_failure=self.report,
        )

    def set_data(self, data: Data) -> None:
        """Hands the open database to everybody."""
        self.data = data
        self._open_record(data.database)
        self.data_opened.emit(data)

    def _open_record(self, database: Database) -> None:
        from desktop_slm.storage.connections import StoredConnections

        log, earlier = self.connections, self.outside.paths.connections
        log.keep_in(StoredConnections(database))
        self.operations.run(
            self,
            lambda job: log.take_over(earlier),
            on_success=lambda result: None,
            on_failure=self.report,
            lane=Lane.STORAGE,
        )

    def report(self, error: DesktopSlmError) -> None:
        """Has the window show an error that belongs to no message and no document of a page."""
        self.error_reported.emit(error)

    def turns(self, data: Data) -> ChatTurns:
        """Returns what answers chats in this database."""
        from desktop_slm.assistants.chat import ChatTurns

        return ChatTurns(
            data.conversations,
            self.engine,
            self.templating,
            to_run=self.engine_model,
            hash_of=self._hash_of,
        )

    def model_use(self) -> ModelUse:
        """Returns what runs models for digests and questions."""
        from desktop_slm.assistants.summaries.model_use import ModelUse

        return ModelUse(self.engine, self.templating, self.engine_model, self._known_of)

    def summarizer(self) -> Summarizer:
        """Returns what summarizes documents."""
        from desktop_slm.assistants.summaries.summarizer import Summarizer

        return Summarizer(
            self.engine, self.templating, to_run=self.engine_model, known_of=self._known_of
        )

    def _hash_of(self, model: InstalledModel) -> str:
        """Returns the hash of a model's file as it was last computed, or "". Blocks."""
        from desktop_slm.models.verification import Verifications

        verified = Verifications(self.outside.paths, now).last(model)
        return verified.sha256 if verified else ""

    def _known_of(self, model: InstalledModel) -> Known:
        """Returns what is known of a model: its pace as last measured, its hash. Blocks."""
        from desktop_slm.assistants.summaries.pace import Known, Pace

        pace = self.data.records.pace(model) if self.data is not None else None
        speeds = self.tunings.speeds(model.path)
        if pace is None and speeds is not None:
            pace = Pace.of_speeds(speeds.read, speeds.write, speeds.map)
        return Known(pace, self._hash_of(model))

    def engine_model(self, model: InstalledModel) -> Model:
        """Returns how a model is run under the settings in force; any thread may call.

        Whoever loads a model asks here: another value for the same file would load it again.
        """
        from desktop_slm.engine.text_engine import Model

        settings = self.settings
        wanted = Model(model.path, context_tokens=settings.context_tokens, threads=settings.threads)
        return self.tunings.applied(wanted)

    def note_engine_state(self, state: EngineState) -> None:
        """Passes the engine's state on; may be called from any thread."""
        self.engine_state_changed.emit(state)

    def _let_models_go(self) -> None:
        """Unloads a model of the models folder: some systems move no file that is in use."""
        loaded = self.engine.loaded
        if loaded is not None and loaded.path.is_relative_to(self.library.folder):
            self.engine.unload()

    def _note_use(self, state: EngineState | None) -> None:
        if state is None or state.value != "ready" or (loaded := self.engine.loaded) is None:
            return
        self.operations.run(
            self,
            lambda job: self.library.note_use(loaded.path, now()),
            on_success=lambda result: None,
            on_failure=lambda error: None,  # a date that is not noted is no reason to bother
        )

    def _engine_parts(self) -> EngineParts:
        # Importing the engine's client takes its time, which the window's first paint has not.
        with self._parts_lock:
            if self._parts is None:
                self._parts = self._make_parts()
            return self._parts

    def _look_for(self, wanted: str) -> InstalledModel | None:
        self.tunings.refresh()
        return self.library.choose(wanted)

    def _write(self, settings: Settings) -> None:
        # A look that is forgotten is no reason to bother anybody.
        with contextlib.suppress(OSError):
            self._settings_file.save(settings)
