"""The core as a temporary chat sees it: all is as ever, but its data lies in memory alone.

The page of such a chat gets nothing else, so nothing in it, today's or tomorrow's, has a way to the
stored data but for the person's assistants and prompts, which it reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_slm.ui.core import Core, Data

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.prompt_library import PromptLibrary
    from desktop_slm.assistants.personas.shelf import Shelf
    from desktop_slm.engine.protocol import ModelFacts
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.models.connections import ConnectionLog
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.settings import Settings
    from desktop_slm.storage.database import Database
    from desktop_slm.tuning.calibration import Calibration
    from desktop_slm.tuning.tuned import Tunings
    from desktop_slm.ui.core import EngineParts
    from desktop_slm.ui.downloads import DownloadQueue


@dataclass(frozen=True, slots=True)
class TemporaryData(Data):
    """Data in memory; the assistants and prompts are the person's stored ones."""

    stored: Data

    @property
    def shelf(self) -> Shelf:
        """The assistants that can be chosen."""
        return self.stored.shelf

    @property
    def prompts(self) -> PromptLibrary:
        """The prompts that can be put into the box."""
        return self.stored.prompts

    @classmethod
    def beside(cls, database: Database, stored: Data) -> TemporaryData:
        """Returns the stores over a database in memory."""
        made = Data.of(database)
        parts = made.database, made.conversations, made.summaries, made.records
        return cls(*parts, stored)


class TemporaryCore(Core):
    """Everything but the data is the window's own core's. Qt thread only."""

    def __init__(self, core: Core, data: TemporaryData, parent: QObject) -> None:
        # Not Core's own: it would make a second library, engine and settings file.
        QObject.__init__(self, parent)
        self._core = core
        self.outside = core.outside
        self.theme = core.theme
        self.operations = core.operations
        self.library = core.library
        self.keyring = core.keyring
        self.settings = core.settings
        self.model = core.model
        self.data = data
        # Its chats are in no list: their ids are others there.
        self.work_ended.connect(lambda ended, key: core.work_ended.emit(ended, None))
        core.settings_changed.connect(self._on_settings_changed)
        core.model_changed.connect(self._on_model_changed)
        core.models_changed.connect(self.models_changed)
        core.engine_state_changed.connect(self.engine_state_changed)

    @property
    def facts(self) -> ModelFacts | None:
        """What the loaded model is; None where none is loaded."""
        return self._core.facts

    def memory_of(self, model: InstalledModel) -> int:
        """Returns the bytes that a model takes now, 0 where it is not loaded. Blocks."""
        return self._core.memory_of(model)

    @cached_property
    def tunings(self) -> Tunings:
        """What was measured to suit this computer."""
        return self._core.tunings

    @cached_property
    def calibration(self) -> Calibration:
        """What this computer is and how fast it computes."""
        return self._core.calibration

    @cached_property
    def connections(self) -> ConnectionLog:
        """The record of every connection that was made: the stored one."""
        return self._core.connections

    @cached_property
    def downloads(self) -> DownloadQueue:
        """What gets models from the network."""
        return self._core.downloads

    def change_settings(self, **changes: object) -> None:
        """Changes the window's settings."""
        self._core.change_settings(**changes)

    def choose_model(self, model: InstalledModel) -> None:
        """Uses a model from here on, in the whole window."""
        self._core.choose_model(model)

    def refresh_models(self) -> None:
        """Looks again which models there are, in the background."""
        self._core.refresh_models()

    def report(self, error: DesktopSlmError) -> None:
        """Has the window show an error."""
        self._core.report(error)

    def _engine_parts(self) -> EngineParts:
        return self._core._engine_parts()

    def _on_settings_changed(self, settings: Settings) -> None:
        self.settings = settings
        self.settings_changed.emit(settings)

    def _on_model_changed(self, model: InstalledModel | None) -> None:
        self.model = model
        self.model_changed.emit(model)
