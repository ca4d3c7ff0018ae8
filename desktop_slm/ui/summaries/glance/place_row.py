"""Words of the document in a list: Enter or a click leads to where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Place
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.cited_text import CitedText
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_RADIUS_PX = 8
_PAD_X, _PAD_Y = 10, 4
_INDENT_PX = 14
MOST_CHIPS = 4


@dataclass(frozen=True, slots=True)
class RowContent:
    """What a row says: words and where they stand, and a smaller line under them."""

    text: str
    places: Sequence[Place]
    detail: str = ""
    indent: int = 0
    is_heading: bool = False


class PlaceRow(QWidget):
    """Takes the focus as a whole; a chip leads to its own place, Enter and a click to the first."""

    place_requested = Signal(object)  # Place
    step_requested = Signal(object, int)  # this row, 1 or -1

    def __init__(
        self,
        theme: Theme,
        words: Words,
        content: RowContent,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places = tuple(content.places[:MOST_CHIPS])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", _RADIUS_PX)
        self.setProperty("accessibleRole", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = plain_text.one_line(content.text)
        chips = [(words.chip(each.page), words.place(each.page, line)) for each in self._places]
        self._prose: SafeText | None = None
        left = _PAD_X + content.indent * _INDENT_PX
        column = spacing.column(theme, self, gap=0, margins=(left, _PAD_Y, _PAD_X, _PAD_Y))
        make = self._made_title if content.is_heading else self._made_text
        column.addWidget(make(line, chips))
        if content.detail:
            column.addWidget(WrappedLabel(content.detail, "small"))
        self.setAccessibleName(
            f"{words.place(self._places[0].page, line)} {content.detail}".strip()
        )

    def _made_text(self, text: str, chips: Sequence[tuple[str, str]]) -> QWidget:
        """Returns prose that can be selected, with the chips behind its last word."""
        cited = CitedText(self._theme)
        cited.show_sentence(text, chips)
        cited.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cited.text.viewport().installEventFilter(self)
        cited.chip_activated.connect(lambda number: self.place_requested.emit(self._places[number]))
        self._prose = cited.text
        return cited

    def _made_title(self, text: str, chips: Sequence[tuple[str, str]]) -> QWidget:
        """Returns a heading with one chip beside it."""
        title = QWidget()
        row = spacing.row(self._theme, title, gap=8)
        row.addWidget(WrappedLabel(text, "strong"), 1)
        chip = Chip(self._theme, *chips[0])
        chip.clicked.connect(self._go)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return title

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A click on the words leads there, unless it ends a selection."""
        is_release = event.type() is QEvent.Type.MouseButtonRelease
        if is_release and self._prose is not None and not self._prose.textCursor().hasSelection():
            self._go()
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the words does, too."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go by row, Enter to the place."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_requested.emit(self, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Shows that it can be pressed."""
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Goes back to rest."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground under the pointer."""
        if not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("raised"))
        radius = self._theme.px(_RADIUS_PX)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _go(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.place_requested.emit(self._places[0])
