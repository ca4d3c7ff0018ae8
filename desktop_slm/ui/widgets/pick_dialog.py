"""Has a person tick some of several things, and do one thing with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 520
_LIST_PX = 260
_SHARE_OF_WINDOW = 0.9
_INDENT_PX = 26
_MOST_CHARACTERS = 48


@dataclass(frozen=True, slots=True)
class Item:
    """A thing: its key, its name, and a word more on it."""

    key: str
    name: str
    more: str = ""
    is_ticked: bool = True


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked: a title, a sentence, the things, and the verb on the button."""

    title: str
    sentence: str
    items: Sequence[Item]
    action: str


class PickDialog(QDialog):
    """Over its window; Esc picks nothing."""

    picked = Signal(object)  # tuple[str, ...]: the keys, in their order

    def __init__(self, theme: Theme, selection: Selection, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(plain_text.window_title(selection.title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), int(parent.width() * _SHARE_OF_WINDOW)))
        self.boxes: dict[str, CheckBox] = {}
        self._act = Button(theme, selection.action, kind="primary")
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(selection.title, "title"))
        column.addWidget(WrappedLabel(selection.sentence, "muted"))
        column.addWidget(self._made_list(selection.items), 1)
        column.addLayout(self._made_buttons())
        self._on_ticked()
        next(iter(self.boxes.values())).setFocus()

    def _made_list(self, items: Sequence[Item]) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        lines = spacing.column(self._theme, inside, gap=6)
        for item in items:
            box = self.boxes[item.key] = CheckBox(self._theme, _short(item.name))
            box.setAccessibleDescription(plain_text.one_line(item.more))
            box.setChecked(item.is_ticked)
            box.toggled.connect(self._on_ticked)
            lines.addWidget(box, 0, Qt.AlignmentFlag.AlignLeading)
            more = spacing.row(self._theme, gap=0, margins=(_INDENT_PX, 0, 0, 0))
            more.addWidget(WrappedLabel(item.more, "small"))
            lines.addLayout(more)
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        room = min(inside.sizeHint().height() + self._theme.px(4), self._theme.px(_LIST_PX))
        scroll.setMinimumHeight(room)
        return scroll

    def _made_buttons(self) -> QHBoxLayout:
        buttons = spacing.row(self._theme, gap=8)
        buttons.addStretch(1)
        cancel = Button(self._theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._act.setDefault(True)
        self._act.clicked.connect(self._on_done)
        buttons.addWidget(cancel)
        buttons.addWidget(self._act)
        return buttons

    def _on_ticked(self) -> None:
        self._act.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _on_done(self) -> None:
        keys = tuple(key for key, box in self.boxes.items() if box.isChecked())
        self.accept()
        self.picked.emit(keys)


def _short(name: str) -> str:
    line = plain_text.one_line(name)
    return line if len(line) <= _MOST_CHARACTERS else f"{line[: _MOST_CHARACTERS - 1]}…"
