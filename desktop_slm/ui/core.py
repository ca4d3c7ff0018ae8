"""What every page works with, made once by `app` and handed to the window.

`Core` is there from the first moment; `Data`, which needs the database's key, follows a little
later or after the person has been asked. Signals arrive on the Qt thread.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.engine.client import EngineState
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.library import InstalledModel, Library
from desktop_slm.paths import Paths
from desktop_slm.settings import Settings, SettingsFile
from desktop_slm.tuning.tuned import Tunings
from desktop_slm.ui.operations import Lane, Operations
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher

if TYPE_CHECKING:
    from desktop_slm.assistants.chat import ChatTurns
    from desktop_slm.assistants.records import SummaryRecords
    from desktop_slm.assistants.summarizer import Summarizer
    from desktop_slm.storage.conversations import Conversations
    from desktop_slm.storage.database import Database
    from desktop_slm.storage.summaries import Summaries


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

    @classmethod
    def of(cls, database: Database) -> Data:
        """Returns the stores over a database."""
        # What works on data comes after the window is there: importing takes its time.
        from desktop_slm.assistants.records import SummaryRecords
        from desktop_slm.storage.conversations import Conversations
        from desktop_slm.storage.summaries import Summaries

        return cls(
            database=database,
            conversations=Conversations(database, now),
            summaries=Summaries(database, now),
            records=SummaryRecords(database, now),
        )


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
    error_reported = Signal(object)  # DesktopSlmError

    def __init__(
        self,
        outside: Outside,
        theme: Theme,
        operations: Operations,
        engine: TextEngine,
        templating: Templating,
    ) -> None:
        super().__init__()
        self.outside = outside
        self.theme = theme
        self.operations = operations
        self.engine = engine
        self.templating = templating
        self.library = Library(outside.paths)
        self.tunings = Tunings(outside.paths)
        self.data: Data | None = None
        self._settings_file = SettingsFile(outside.paths.settings)
        self.settings = self._settings_file.load()
        self.model = self.library.choose(self.settings.model)

    def change_settings(self, **changes: object) -> None:
        """Changes settings, tells everybody and writes them in the background."""
        before = self.settings
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
        self.data_opened.emit(data)

    def report(self, error: DesktopSlmError) -> None:
        """Has the window show an error that belongs to no message and no document of a page."""
        self.error_reported.emit(error)

    def turns(self, data: Data) -> ChatTurns:
        """Returns what answers chats in this database."""
        from desktop_slm.assistants.chat import ChatTurns

        return ChatTurns(data.conversations, self.engine, self.templating, to_run=self.engine_model)

    def summarizer(self) -> Summarizer:
        """Returns what summarizes documents."""
        from desktop_slm.assistants.summarizer import Summarizer

        return Summarizer(self.engine, self.templating, to_run=self.engine_model)

    def engine_model(self, model: InstalledModel) -> Model:
        """Returns how a model is run under the settings in force; any thread may call.

        Whoever loads a model asks here: another value for the same file would load it again.
        """
        settings = self.settings
        wanted = Model(model.path, context_tokens=settings.context_tokens, threads=settings.threads)
        return self.tunings.applied(wanted)

    def note_engine_state(self, state: EngineState) -> None:
        """Passes the engine's state on; may be called from any thread."""
        self.engine_state_changed.emit(state)

    def _look_for(self, wanted: str) -> InstalledModel | None:
        self.tunings.refresh()
        return self.library.choose(wanted)

    def _write(self, settings: Settings) -> None:
        # A look that is forgotten is no reason to bother anybody.
        with contextlib.suppress(OSError):
            self._settings_file.save(settings)
