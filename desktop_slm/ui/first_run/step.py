"""One step of the first page: its number in a circle, its name, and what stands under it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_CIRCLE_PX = 28


class Step(QWidget):
    """A number, a name and a sentence; `column` takes what follows."""

    def __init__(
        self, theme: Theme, number: int, name: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = spacing.row(theme, self, gap=16)
        row.addWidget(_Number(theme, number), 0, Qt.AlignmentFlag.AlignTop)
        self.column: QVBoxLayout = spacing.column(theme, gap=4, margins=(0, 4, 0, 0))
        self.column.addWidget(WrappedLabel(name, "strong"))
        self.sentence = WrappedLabel("", "muted")
        self.sentence.hide()
        self.column.addWidget(self.sentence)
        row.addLayout(self.column, 1)

    def say(self, sentence: str) -> None:
        """Shows a sentence under the name."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))


class _Number(QWidget):
    """A circle in the soft accent colour."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = str(number)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the circle and the number in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("soft_accent"))
        painter.drawEllipse(self.rect())
        painter.setPen(self._theme.color("accent"))
        painter.setFont(self._theme.font(bold=True))
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignCenter, self._number)

    def _on_theme_changed(self) -> None:
        side = self._theme.px(_CIRCLE_PX)
        self.setFixedSize(side, side)
        self.update()
