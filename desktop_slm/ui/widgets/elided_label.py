"""A label of one line that ends in … where there is no room, and then tells all in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.widgets.plain_label import PlainLabel


class ElidedLabel(PlainLabel):
    """A name or title of unknown length; screen readers get the whole."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._elide = elide
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Shows the text on one line."""
        super().setText(plain_text.one_line(text))
        self.setAccessibleName(self.text())
        self._tell_all_if_elided()

    def minimumSizeHint(self) -> QSize:
        """Returns room for a few letters: the text may be cut."""
        return QSize(
            self.fontMetrics().horizontalAdvance("MM…"), super().minimumSizeHint().height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws what there is room for."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(option.palette.windowText().color())
        side = spacing.leading(self) | Qt.TextFlag.TextSingleLine
        painter.drawText(self.contentsRect(), side, self.shown_text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Learns whether everything fits."""
        super().resizeEvent(event)
        self._tell_all_if_elided()

    def shown_text(self) -> str:
        """Returns what is to be read in the width at hand."""
        return self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())

    def _tell_all_if_elided(self) -> None:
        plain_text.set_tooltip(self, self.text() if self.shown_text() != self.text() else "")
