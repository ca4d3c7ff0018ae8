"""One sentence of a summary with its chips, or with the warning that it has none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import LINE_HEIGHT, TEXT_PX, Theme
from desktop_slm.ui.widgets.cited_text import CitedText
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_RADIUS_PX = 8
_PAD_X, _PAD_Y = 10, 6
_MARK_PX = 18
_BAR_PX = 3


class SentenceRow(QWidget):
    """Takes the focus as a whole; Enter goes to its first source, a chip to its own."""

    source_requested = Signal(object, int)  # this row, the number of the evidence
    step_requested = Signal(object, int)  # this row, 1 or -1
    chosen = Signal(object)

    def __init__(
        self, theme: Theme, words: Words, item: Item, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.item = theme, item
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", _RADIUS_PX)
        self.text = CitedText(theme)
        self.text.show_sentence(item.text, _chips(words, item))
        self.text.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.text.viewport().installEventFilter(self)
        self.text.chip_activated.connect(lambda number: self.source_requested.emit(self, number))
        row = spacing.row(theme, self, gap=6, margins=(_PAD_X, _PAD_Y, _PAD_X, _PAD_Y))
        mark: QWidget = _Bullet(theme)
        if not item.evidence:
            mark = IconLabel(theme, "triangle-alert", "warning")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = spacing.column(theme, gap=2)
        column.addWidget(self.text)
        name = plain_text.one_line(item.text)
        if not item.evidence:
            column.addWidget(WrappedLabel(words.no_source(), "warning"))
            name = f"{name} {words.no_source()}"
        row.addLayout(column, 1)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def is_current(self) -> bool:
        """Whether this is the row whose source is shown or that has the keyboard."""
        return self._is_current

    def set_current(self, is_current: bool) -> None:
        """Draws the row as the one that is looked at."""
        self._is_current = is_current
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A click on the words chooses the row, and they can still be selected."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self.chosen.emit(self)
        return False

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click beside the words does, too."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row with the keyboard is the one looked at."""
        super().focusInEvent(event)
        self.chosen.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go by sentence, Enter to the source."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_requested.emit(self, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.item.evidence:
            self.source_requested.emit(self, 0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground: a warning's, or that of the current row with its bar."""
        if self.item.evidence and not self._is_current:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "soft_accent" if self.item.evidence else "soft_warning"
        painter.setBrush(self._theme.color(ground))
        radius = self._theme.px(_RADIUS_PX)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._is_current:
            self._paint_bar(painter)

    def _paint_bar(self, painter: QPainter) -> None:
        bar, inset = self._theme.px(_BAR_PX), self._theme.px(_RADIUS_PX)
        left = self.width() - bar if self.isRightToLeft() else 0
        painter.setBrush(self._theme.color("accent" if self.item.evidence else "warning"))
        painter.drawRoundedRect(QRectF(left, inset, bar, self.height() - 2 * inset), 1.5, 1.5)


class _Bullet(QWidget):
    """The point before a sentence, in the middle of its first line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text"))
        side = self._theme.px(4)
        middle = self._theme.px(TEXT_PX * LINE_HEIGHT) / 2
        painter.drawEllipse(QRectF((self.width() - side) / 2, middle - side / 2, side, side))

    def _on_theme_changed(self) -> None:
        self.setFixedSize(self._theme.px(_MARK_PX - 2), self._theme.px(TEXT_PX * LINE_HEIGHT))


def _chips(words: Words, item: Item) -> list[tuple[str, str]]:
    """Returns a chip for each source; two on one page share the words and not the name."""
    return [(words.chip(each.page), words.source(each)) for each in item.evidence]
