"""The rows of the page under their headings, in one column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.assistants.row import ListedRow
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 760


class RowList(QScrollArea):
    """Filled anew at each change; where one was stays in sight."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column_widget = QWidget()
        self._column = spacing.column(theme, self._column_widget, gap=8)
        inside = QWidget()
        inside.setObjectName("scrolled")
        around = spacing.row(theme, inside, gap=0, margins=(20, 16, 20, 24))
        around.addStretch(1)
        around.addWidget(self._column_widget, 1000)
        around.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.rows: list[ListedRow] = []
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def clear(self) -> None:
        """Takes everything out."""
        self.rows = []
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def add_heading(self, words: str) -> None:
        """Begins a part."""
        label = PlainLabel(words, "section")
        label.setContentsMargins(2, 8 if self._column.count() else 0, 0, 0)
        self._add(label)

    def add_words(self, words: str) -> None:
        """Says something where rows would stand."""
        self._add(WrappedLabel(words, "small"))

    def add_row(self, row: ListedRow) -> None:
        """Adds a row."""
        self.rows.append(row)
        self._add(row)

    def end(self) -> None:
        """Keeps the rows at the top."""
        self._column.addStretch(1)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # with the next events it would be, after a blank moment

    def _on_theme_changed(self) -> None:
        self._column_widget.setMaximumWidth(self._theme.px(_WIDTH_PX))
