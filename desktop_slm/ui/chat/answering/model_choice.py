"""Keeps the header's model button true: which model, how much memory, which others there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_slm.models.library import InstalledModel
    from desktop_slm.ui.chat.answering.model_button import ModelButton
    from desktop_slm.ui.core import Core


class ModelChoice(QObject):
    """Looks at disk and memory in the background."""

    def __init__(
        self, core: Core, button: ModelButton, model: Callable[[], InstalledModel | None]
    ) -> None:
        """`model` says which one answers in the shown chat."""
        super().__init__(button)
        self._core = core
        self._model = model
        self._button = button
        core.model_changed.connect(self.refresh)
        core.models_changed.connect(self.refresh)
        core.engine_state_changed.connect(self.refresh)
        button.menu_requested.connect(self.open_menu)
        button.model_chosen.connect(core.choose_model)
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Shows the chosen model, and measures its memory where it is loaded."""
        model = self._model()
        if model is None:
            self._button.show_model(None, 0)
            return
        self._core.operations.run(
            self,
            lambda job: self._core.memory_of(model),
            on_success=lambda count: self._on_measured(model, count),
            on_failure=lambda error: self._on_measured(model, 0),
        )

    def open_menu(self) -> None:
        """Opens the menu with what is installed at this moment."""
        self._core.operations.run(
            self,
            lambda job: self._core.library.models(),
            on_success=lambda models: self._button.open_menu(models, self._model()),
            on_failure=self._core.report,
        )

    def _on_measured(self, model: InstalledModel, memory_bytes: int) -> None:
        if model == self._model():
            self._button.show_model(model, memory_bytes)
