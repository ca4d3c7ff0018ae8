"""One of a few, side by side in one frame: Brief, Standard, Detailed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QLayoutItem, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.flow_layout import FlowLayout

_HEIGHT_PX = 33
_PADDING_PX = 12
_RADIUS_PX = 8
_BAR_PX = 3
_FONT_PX = 13


class SegmentedControl(QFrame):
    """An exclusive choice; arrow keys move it, Tab passes it as one stop.

    Where the segments do not fit into a line, they stand one below the other.
    """

    choice_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Makes one segment per (value, words); the first is chosen. `name` is read out."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self._segments: dict[str, _Segment] = {}
        group = QButtonGroup(self)
        layout = _LineOrStack(theme, self, gap=0)
        for value, words in choices:
            segment = _Segment(theme, words, self)
            self._segments[value] = segment
            group.addButton(segment)
            layout.addWidget(segment)
            segment.toggled.connect(self._on_toggled)
        next(iter(self._segments.values())).setChecked(True)
        theme.changed.connect(self.update)

    def choice(self) -> str:
        """Returns the value of the chosen segment."""
        return next(value for value, each in self._segments.items() if each.isChecked())

    def choose(self, value: str) -> None:
        """Chooses a segment by its value."""
        self._segments[value].setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws one frame around all, the chosen segment's ground and the lines between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._theme.hairline()
        radius = self._theme.px(_RADIUS_PX)
        frame = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        outline = QPainterPath()
        outline.addRoundedRect(frame, radius, radius)
        painter.setClipPath(outline)
        self._paint_segments(painter, line)
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.color("control_line"), line))
        painter.drawPath(outline)

    def _paint_segments(self, painter: QPainter, line: int) -> None:
        bar = self._theme.px(_BAR_PX)
        for segment in self._segments.values():
            place = segment.geometry()
            if segment.isChecked():
                painter.fillRect(place, self._theme.color("soft_accent"))
                low = place.adjusted(0, place.height() - bar, 0, 0)
                painter.fillRect(low, self._theme.color("accent"))
            elif segment.underMouse():
                painter.fillRect(place, self._theme.color("raised"))
            painter.fillRect(_edge(place, line), self._theme.color("control_line"))

    def _on_toggled(self, checked: bool) -> None:
        self.update()
        if checked:
            self.choice_changed.emit(self.choice())


def _edge(place: QRect, line: int) -> QRect:
    """Returns the line between a segment and the one before it, or an empty place."""
    if place.top() > 0:
        return place.adjusted(0, 0, 0, line - place.height())
    return place.adjusted(0, 0, line - place.width(), 0) if place.left() > 0 else QRect()


class _LineOrStack(FlowLayout):
    """All side by side, as wide as they are given, or each on a line of its own."""

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        items = self._visible()
        hints = [item.sizeHint() for item in items]
        over = width - sum(hint.width() for hint in hints)
        if over < 0:
            return [
                [(item, QSize(width, hint.height()))]
                for item, hint in zip(items, hints, strict=True)
            ]
        share, rest = divmod(over, max(len(items), 1))
        return [
            [
                (item, hint.grownBy(QMargins(0, 0, share + (number < rest), 0)))
                for number, (item, hint) in enumerate(zip(items, hints, strict=True))
            ]
        ]


class _Segment(QAbstractButton):
    """The words of one choice; the frame draws the ground under them."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(plain_text.one_line(words))
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Returns room for the words in bold, so that choosing moves nothing."""
        bold = self.font()
        bold.setWeight(bold.Weight.DemiBold)
        width = QFontMetrics(bold).horizontalAdvance(self.text())
        return QSize(width + 2 * self._theme.px(_PADDING_PX), self._theme.px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Returns the same: half a word is no choice."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the words."""
        painter = QPainter(self)
        painter.setFont(self._theme.font(_FONT_PX, bold=self.isChecked()))
        painter.setPen(self._theme.color("accent" if self.isChecked() else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(_FONT_PX))
        self.updateGeometry()
