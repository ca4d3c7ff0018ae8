"""The assistants on the page of an empty chat: a few quiet buttons, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.ui.theme import Theme

_MOST = 14


class AssistantPicker(QWidget):
    """Shows the first of them; the rest is behind “All assistants”."""

    assistant_chosen = Signal(str)  # a key
    assistants_requested = Signal()

    def __init__(
        self, theme: Theme, assistants: Sequence[Assistant], chosen: str, *, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, Button] = {}
        self.setAccessibleName(self.tr("Who shall answer?"))
        flow = FlowLayout(theme, self, gap=6)
        group = QButtonGroup(self)
        for assistant in assistants[:_MOST]:
            button = Button(theme, assistant.name, kind="choice", icon=assistant.icon)
            button.setCheckable(True)
            button.setChecked(assistant.key == chosen)
            button.setAccessibleDescription(plain_text.one_line(assistant.about))
            plain_text.set_tooltip(button, assistant.about)
            button.clicked.connect(self._choice(assistant.key))
            group.addButton(button)
            self._buttons[assistant.key] = button
            flow.addWidget(button)
        more = Button(theme, self.tr("All assistants…"), kind="quiet")
        more.clicked.connect(self.assistants_requested)
        flow.addWidget(more)

    def show_chosen(self, key: str) -> None:
        """Marks the one that answers."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _choice(self, key: str) -> Callable[[], object]:
        return lambda: self.assistant_chosen.emit(key)
