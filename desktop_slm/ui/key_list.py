"""F1: the keys that the window understands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX, _HEIGHT_PX = 420, 690


class KeyListDialog(QDialog):
    """A table of keys and what they do, in groups."""

    def __init__(self, theme: Theme, *, send_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keys"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 16, 20))
        column.addWidget(WrappedLabel(self.tr("Keys"), "title"))
        column.addWidget(self._table(send_key), 1)
        close = Button(theme, self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = parent.size() if parent else self.screen().availableSize()
        self.resize(
            min(theme.px(_WIDTH_PX), room.width()), min(theme.px(_HEIGHT_PX), room.height())
        )

    def _table(self, send_key: str) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        spacing.follow(self._theme, grid, gap=8, margins=(0, 0, 8, 0))
        grid.setColumnStretch(1, 1)
        for title, lines in self._groups(send_key):
            grid.addWidget(PlainLabel(title, "section"), grid.rowCount(), 0, 1, 2)
            for keys, words in lines:
                row = grid.rowCount()
                grid.addWidget(WrappedLabel(self._shown(keys), "strong"), row, 0)
                grid.addWidget(WrappedLabel(words), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area.setWidget(inside)
        return area

    def _groups(self, send_key: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        enter, other = "Return", "Shift+Return"
        if send_key == "ctrl+enter":
            enter, other = "Ctrl+Return", "Return"
        return (
            (
                self.tr("Everywhere"),
                (
                    ("Ctrl+N", self.tr("New chat")),
                    ("Ctrl+O", self.tr("Summarize a file")),
                    ("Ctrl+,", self.tr("Settings")),
                    ("Esc", self.tr("Stop the answer or the summary")),
                    ("F6", self.tr("From the list to the page and back")),
                    ("Ctrl++", self.tr("Larger")),
                    ("Ctrl+-", self.tr("Smaller")),
                    ("Ctrl+0", self.tr("Usual size")),
                    ("F1", self.tr("This list")),
                    ("Ctrl+Q", self.tr("Close the window")),
                ),
            ),
            (
                self.tr("In a chat"),
                (
                    (enter, self.tr("Send")),
                    (other, self.tr("New line")),
                    ("Up", self.tr("In an empty box: edit the last message")),
                ),
            ),
            (
                self.tr("In a summary"),
                (
                    ("Up", self.tr("Sentence before")),
                    ("Down", self.tr("Next sentence")),
                    ("Return", self.tr("To its source")),
                    ("Space", self.tr("Checked by me")),
                    ("N", self.tr("Next one that is not checked")),
                    ("F2", self.tr("Edit the sentence")),
                    ("Ins", self.tr("Add a sentence below")),
                    ("Del", self.tr("Remove the sentence")),
                    ("Ctrl+Z", self.tr("Undo")),
                    ("Alt+Up", self.tr("Move the sentence up")),
                    ("Alt+Down", self.tr("Move the sentence down")),
                ),
            ),
            (
                self.tr("In a document"),
                (
                    ("Ctrl+F", self.tr("Find words")),
                    ("F3", self.tr("Next match")),
                    ("Shift+F3", self.tr("Match before")),
                    ("+", self.tr("Larger pages or text")),
                    ("-", self.tr("Smaller pages or text")),
                    ("Return", self.tr("In the text: a caret, to select with Shift")),
                ),
            ),
            (
                self.tr("In the list at the side"),
                (
                    ("Return", self.tr("Open")),
                    ("F2", self.tr("Rename")),
                    ("Del", self.tr("Delete")),
                ),
            ),
        )

    def _shown(self, keys: str) -> str:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        return shown.replace("Return", self.tr("Enter"))
