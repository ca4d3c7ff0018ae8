"""How much of the model's room the chat takes, once that is known; nothing before."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_slm.ui import plain_text, quantities, spacing
from desktop_slm.ui.chat.answers import figures
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel

_RING_PX = 16
_RING_LINE_PX = 4
_ALMOST_FULL = 0.9


class RoomMeter(QFrame):
    """A ring and a share; hidden until `show_room`."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ring = _Ring(theme)
        self._words = PlainLabel(self.tr("Room used"))
        self._share = PlainLabel(role="strong")
        row = spacing.row(theme, self, gap=6, margins=(10, 0, 10, 0))
        for each in (self._ring, self._words, self._share):
            row.addWidget(each)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_room(self, used_tokens: int, context_tokens: int) -> None:
        """Shows how full the model is with what was written and is about to be sent."""
        share = used_tokens / max(context_tokens, 1)
        self._ring.set_share(share, "warning" if share > _ALMOST_FULL else "accent")
        self._share.setText(figures.percent(share))
        self.setAccessibleName(self.tr("Room used: {share}").format(share=figures.percent(share)))
        words = self.tr("{used} of {room} tokens: this chat and what stands in the box.")
        told = words.format(
            used=quantities.whole(used_tokens), room=quantities.whole(context_tokens)
        )
        self.setAccessibleDescription(told)
        plain_text.set_tooltip(self, told)
        self.show()

    def share_text(self) -> str:
        """Returns what is shown, such as "15 %"; nothing while nothing is known."""
        return "" if self.isHidden() else self._share.text()

    def set_compact(self, compact: bool) -> None:
        """Leaves the words out where there is no room for them."""
        self._words.setVisible(not compact)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(33))
        for label in (self._words, self._share):
            label.setFont(self._theme.font(13))


class _Ring(QWidget):
    """A circle of which a part is filled."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self._token = "accent"
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_share(self, share: float, token: str) -> None:
        """Fills a part in a colour."""
        self._share, self._token = min(max(share, 0.0), 1.0), token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring, and the share from the top on."""
        line = self._theme.px(_RING_LINE_PX)
        inset = line / 2
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flat = Qt.PenCapStyle.FlatCap
        for token, degrees in (("line", 360.0), (self._token, 360.0 * self._share)):
            pen = QPen(self._theme.color(token), line)
            pen.setCapStyle(flat)
            painter.setPen(pen)
            painter.drawArc(place, 90 * 16, -round(degrees * 16))

    def _on_theme_changed(self) -> None:
        side = self._theme.px(_RING_PX)
        self.setFixedSize(side, side)
