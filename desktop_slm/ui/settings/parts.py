"""The pieces that every section of the Settings page is made of: a titled column, rows, facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_NARROW_PX = 520  # under it a control stands below its words


class Section(QWidget):
    """A title over rows; `column` takes them."""

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.column: QVBoxLayout = spacing.column(theme, self, gap=0)
        self.column.addWidget(PlainLabel(title, "title"))


class Row(QWidget):
    """A line of a section: what it is about, a word more, and its control at the end."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        more: str = "",
        control: QWidget | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box: QBoxLayout = spacing.row(theme, self, gap=12, margins=(0, 10, 0, 11))
        column = spacing.column(theme, gap=2)
        column.addStretch(1)
        self._words = WrappedLabel(words)
        column.addWidget(self._words)
        self.more = WrappedLabel(more, "muted")
        self.more.setVisible(bool(more))
        column.addWidget(self.more)
        column.addStretch(1)
        self._box.addLayout(column, 1)
        self._control = control
        if control is not None:
            self._box.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, words: str) -> None:
        """Shows what it is about in other words."""
        self._words.setText(words)

    def say(self, more: str) -> None:
        """Shows other words under the first."""
        self.more.setText(more)
        self.more.setVisible(bool(more))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the control under the words where there is no room beside them."""
        super().resizeEvent(event)
        if self._control is None:
            return
        is_narrow = self.width() < self._theme.px(_NARROW_PX)
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if is_narrow else direction.LeftToRight
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            aligned = Qt.AlignmentFlag
            side = aligned.AlignLeft if is_narrow else aligned.AlignVCenter
            self._box.setAlignment(self._control, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the row."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)
