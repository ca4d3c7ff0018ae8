"""Asks how something shall be done: a sentence, a few ways with what each means, two buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.radio_button import RadioButton
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 480
_SHARE_OF_WINDOW = 0.9
_INDENT_PX = 26  # under the words, beside the ring


@dataclass(frozen=True, slots=True)
class Option:
    """A way: its key, its words, and what it means."""

    key: str
    words: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked: the first option is the one that a person gets who only presses Enter."""

    title: str
    sentence: str
    options: Sequence[Option]
    action: str


class ChoiceDialog(WindowDialog):
    """Over its window; Esc says no."""

    chosen = Signal(str)  # the option's key

    def __init__(self, theme: Theme, choice: Choice, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(plain_text.window_title(choice.title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = int(parent.width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        self._options: dict[str, RadioButton] = {}
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(choice.title, "title"))
        if choice.sentence:
            column.addWidget(WrappedLabel(choice.sentence, "muted"))
        for option in choice.options:
            column.addLayout(self._made_option(theme, option))
        column.addStretch(1)
        column.addLayout(self._made_buttons(theme, choice.action))
        first = self._options[choice.options[0].key]
        first.setChecked(True)
        first.setFocus()

    def choose(self, key: str) -> None:
        """Chooses an option as a click does."""
        self._options[key].setChecked(True)

    def _made_option(self, theme: Theme, option: Option) -> QVBoxLayout:
        button = self._options[option.key] = RadioButton(theme, option.words, parent=self)
        button.setAccessibleDescription(plain_text.one_line(option.more))
        lines = spacing.column(theme, gap=0)
        lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        if option.more:
            more = spacing.row(theme, gap=0, margins=(_INDENT_PX, 0, 0, 0))
            more.addWidget(WrappedLabel(option.more, "small"))
            lines.addLayout(more)
        return lines

    def _made_buttons(self, theme: Theme, action: str) -> QHBoxLayout:
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"))
        act = Button(theme, action, kind="primary")
        act.setDefault(True)
        cancel.clicked.connect(self.reject)
        act.clicked.connect(self._on_done)
        buttons.addWidget(cancel)
        buttons.addWidget(act)
        return buttons

    def _on_done(self) -> None:
        key = next(key for key, button in self._options.items() if button.isChecked())
        self.accept()
        self.chosen.emit(key)
