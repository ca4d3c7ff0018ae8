"""`/name` in the box: the prompts that it may mean, to be chosen by key or click.

It fills the box and sends nothing. The focus stays in the box all the time; the list is told to
screen readers as one goes through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.personas.prompt_library import fill, matching, typed_name
from desktop_slm.ui import plain_text
from desktop_slm.ui.chat.answers.announcer import announce
from desktop_slm.ui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.prompt_library import Prompt
    from desktop_slm.ui.chat.message_edit import MessageEdit
    from desktop_slm.ui.theme import Theme

_MOST_ROWS = 5
_ROW_PX = 33
_MOST_CHARACTERS = 160
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PromptCompletion(ItemList):
    """A list over the box, there while a name is typed; Esc puts it away."""

    shown_changed = Signal()

    def __init__(self, theme: Theme, edit: MessageEdit, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.setAccessibleName(self.tr("Prompts"))
        self._theme = theme
        self._edit = edit
        self._prompts: tuple[Prompt, ...] = ()
        self._found: tuple[Prompt, ...] = ()
        self._is_dismissed = False
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)
        edit.textChanged.connect(self._look)
        edit.key_taker = self._take_key
        theme.changed.connect(self._fit_height)
        self.hide()

    def set_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Offers these."""
        self._prompts = tuple(prompts)
        self._look()

    def begin(self) -> None:
        """Offers all of them; what stands in the box goes to their place."""
        self._is_dismissed = False
        text = self._edit.toPlainText()
        if typed_name(text) is None:
            self._edit.setPlainText(f"/ {text}" if text.strip() else "/")
            self._edit.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._look()
        self._edit.setFocus()

    def insert(self, name: str) -> None:
        """Puts one of them into the box, around what stands there."""
        for prompt in self._prompts:
            if prompt.name == name:
                self._fill(prompt, f"/{name} {self._edit.toPlainText()}")

    # What is typed

    def _look(self) -> None:
        text = self._edit.toPlainText()
        if not text.startswith("/"):
            self._is_dismissed = False
        found = () if self._is_dismissed else matching(self._prompts, text)
        if found != self._found:
            self._show_found(found)

    def _show_found(self, found: tuple[Prompt, ...]) -> None:
        self._found = found
        self._lines.setStringList([_line(prompt) for prompt in found])
        self.setVisible(bool(found))
        self._edit.keeps_tab = bool(found)
        self._fit_height()
        if found:
            self._go_to(0)
        self.shown_changed.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        """Uses a key of the box while the list is there; says whether it did."""
        if not self._found or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._is_dismissed = True
            self._show_found(())
        elif key in _CHOOSING:
            self._choose(self.currentIndex().row())
        elif key in _STEPS:
            self._go_to((self.currentIndex().row() + _STEPS[key]) % len(self._found))
        else:
            return False
        return True

    def _go_to(self, row: int) -> None:
        self.setCurrentIndex(self._lines.index(row))
        announce(self._edit, str(self._lines.index(row).data()))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self._fill(self._found[row], self._edit.toPlainText())

    def _fill(self, prompt: Prompt, typed: str) -> None:
        filled = fill(prompt, typed)
        self._is_dismissed = True  # a prompt may itself begin with a slash
        self._edit.setPlainText(filled.text)
        caret = self._edit.textCursor()
        caret.setPosition(min(_utf16_length(filled.text[: filled.caret]), _end(caret)))
        self._edit.setTextCursor(caret)
        self._edit.setFocus()

    def _fit_height(self) -> None:
        rows = min(len(self._found), _MOST_ROWS)
        self.setFixedHeight(rows * self._theme.px(_ROW_PX))


def _line(prompt: Prompt) -> str:
    words = plain_text.one_line(prompt.text.replace("{text}", "…"))
    return f"/{prompt.name}  ·  {words[:_MOST_CHARACTERS]}"


def _utf16_length(text: str) -> int:
    """Returns how many of Qt's characters a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _end(caret: QTextCursor) -> int:
    return caret.document().characterCount() - 1
