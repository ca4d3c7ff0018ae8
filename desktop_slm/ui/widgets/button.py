"""A push button of words, at least 32 px high."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme

_ICON_PX = 16
_ROW_MARGIN_PX = 11
_ROW_GAP_PX = 11
_BAR_PX = 3
_ICON_GAP = "\u2002"  # Qt leaves 4 px between icon and words, which is too little here


class Button(QPushButton):
    """A button; `kind` is "", "primary", "danger", "quiet", "link" or "row" (a line in a list)."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._are_words_shown = True
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setText(text)
        theme.changed.connect(self._on_theme_changed)
        if kind == "row":
            self.toggled.connect(self._on_theme_changed)
        self._on_theme_changed()

    def setText(self, text: str) -> None:
        """Shows one plain line; an & in it is a letter, not a shortcut."""
        super().setText(self._shown_text(text))
        self.setAccessibleName(plain_text.one_line(text))

    def _shown_text(self, text: str) -> str:
        if not self._are_words_shown:
            return ""
        return (_ICON_GAP if self._icon else "") + plain_text.label(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives a row of long words a second line."""
        super().resizeEvent(event)
        if self.property("kind") == "row":
            lines = 1 if self._row_words_width() <= self._row_room() else 2
            more = (lines - 1) * QFontMetrics(self._theme.font()).lineSpacing()
            self.setMinimumHeight(self.sizeHint().height() + more if more else 0)

    def _row_words_width(self) -> int:
        metrics = QFontMetrics(self._theme.font(bold=self.isChecked()))
        return metrics.horizontalAdvance(self.accessibleName())

    def _row_room(self) -> int:
        """Returns the width that a row has for its words."""
        icon = self._theme.px(_ICON_PX) + self._theme.px(_ROW_GAP_PX) if self._icon else 0
        return self.width() - 2 * self._theme.px(_ROW_MARGIN_PX) - icon

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the button; a row's icon and words by hand, because Qt does not mirror them."""
        if self.property("kind") != "row":
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_row(painter)

    def _paint_row(self, painter: QPainter) -> None:
        px, token = self._theme.px, self._token()
        margin, side = px(_ROW_MARGIN_PX), px(_ICON_PX)
        is_mirrored = self.isRightToLeft()
        if self.isChecked():
            bar = px(_BAR_PX)
            left = self.width() - bar if is_mirrored else 0
            inset = px(8)
            # As `fillRect`, for which Python would get to know every gradient of Qt at the start.
            painter.setBackground(self._theme.color(token))
            painter.eraseRect(left, inset, bar, self.height() - 2 * inset)
        words = self.rect().adjusted(margin, 0, -margin, 0)
        if self._icon:
            left = words.right() + 1 - side if is_mirrored else words.left()
            pixmap = self._theme.pixmap(self._icon, token, _ICON_PX, self.devicePixelRatio())
            painter.drawPixmap(left, (self.height() - side) // 2, pixmap)
            used = side + px(_ROW_GAP_PX)
            words.adjust(0 if is_mirrored else used, 0, -used if is_mirrored else 0, 0)
        painter.setPen(self._theme.color(token))
        painter.setFont(self._theme.font(bold=self.isChecked()))
        if self._row_words_width() > words.width() and self.minimumHeight():
            wrapped = spacing.leading(self) | Qt.TextFlag.TextWordWrap
            painter.drawText(words, wrapped, self.accessibleName())
            return
        shown = painter.fontMetrics().elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, spacing.leading(self), shown)

    def full_width(self) -> int:
        """Returns the width with its words, whether they are shown now or not."""
        width = self.sizeHint().width()
        if not self._are_words_shown:
            width += self.fontMetrics().horizontalAdvance(self.accessibleName() + _ICON_GAP)
        return width

    def set_words_shown(self, are_shown: bool) -> None:
        """Shows its words or, where there is no room for them, its icon alone with a tooltip."""
        if are_shown is self._are_words_shown or not self._icon:
            return
        self._are_words_shown = are_shown
        QPushButton.setText(self, self._shown_text(self.accessibleName()))
        plain_text.set_tooltip(self, "" if are_shown else self.accessibleName())

    def set_icon(self, name: str) -> None:
        """Shows another icon before the words, or none."""
        self._icon = name
        self.setText(self.accessibleName())
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        if not self._icon:
            self.setIcon(QIcon())
            return
        self.setIcon(self._theme.icon(self._icon, self._token()))
        self.setIconSize(QSize(self._theme.px(_ICON_PX), self._theme.px(_ICON_PX)))

    def _token(self) -> str:
        kind = self.property("kind")
        if kind == "row" and self.isChecked():
            return "accent"
        return {"primary": "on_accent", "danger": "danger", "link": "accent"}.get(kind, "text")
