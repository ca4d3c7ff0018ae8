"""Which assistant answers: its icon and name, and a menu of those that there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.widgets.button import Button

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.ui.theme import Theme
    from desktop_slm.ui.widgets.menu import Menu

_PADDING_PX = 10
_GAP_PX = 8
_ICON_PX = 16
_ARROW_PX = 14
_TEXT_PX = 13
_MOST_NAME_PX = 170
_MOST_IN_MENU = 30


class AssistantButton(Button):
    """Icon and name on one button; in a narrow window the icon alone."""

    menu_requested = Signal()
    assistant_chosen = Signal(str)  # a key
    assistants_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._name = ""
        self._shown_icon = ""
        self._is_compact = False
        self.clicked.connect(self.menu_requested)
        self.show_assistant(None)

    def show_assistant(self, assistant: Assistant | None) -> None:
        """Shows who answers; None is the general one, before anything was read."""
        name = assistant.name if assistant else self.tr("General")
        self._name = plain_text.one_line(name)
        self._shown_icon = assistant.icon if assistant else "sparkles"
        told = self.tr("Assistant: {name}").format(name=self._name)
        self.setAccessibleName(told)
        about = assistant.about if assistant else ""
        plain_text.set_tooltip(self, f"{told}\n{about}".strip())
        self.updateGeometry()
        self.update()

    def set_compact(self, is_compact: bool) -> None:
        """Leaves the name out where there is no room for it."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.updateGeometry()
            self.update()

    def open_menu(self, assistants: Sequence[Assistant], chosen: str) -> None:
        """Opens the menu under the button; `chosen` is a key."""
        menu = self.menu_of(assistants, chosen)
        left = self.width() - menu.sizeHint().width() if self.isRightToLeft() else 0
        menu.popup_and_forget(self.mapToGlobal(QPoint(left, self.height() + self._theme.px(4))))

    def menu_of(self, assistants: Sequence[Assistant], chosen: str) -> Menu:
        """Returns the menu."""
        from desktop_slm.ui.widgets.menu import Menu

        menu = Menu(self._theme, parent=self)
        for assistant in assistants[:_MOST_IN_MENU]:
            is_chosen = assistant.key == chosen
            menu.add_choice(assistant.name, self._choice(assistant.key), is_chosen=is_chosen)
        menu.addSeparator()
        menu.add(self.tr("All assistants…"), self.assistants_requested.emit)
        return menu

    def _choice(self, key: str) -> Callable[[], object]:
        return lambda: self.assistant_chosen.emit(key)

    # Drawing

    def sizeHint(self) -> QSize:
        """Returns room for the name; a very long one is elided."""
        width = 0
        if not self._is_compact:
            most = self._theme.px(_MOST_NAME_PX)
            width = min(self._metrics().horizontalAdvance(self._name) + 1, most)
            width += self._theme.px(_GAP_PX)
        return QSize(width + self._rest_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Returns room for the icon."""
        return QSize(self._rest_width(), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the frame as the style sheet has it, icon and name by hand."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        px, padding = self._theme.px, self._theme.px(_PADDING_PX)
        icon, arrow = px(_ICON_PX), px(_ARROW_PX)
        self._paint_icon(painter, self._shown_icon, _ICON_PX, padding)
        end = self.width() - padding - arrow
        self._paint_icon(painter, "chevron-down", _ARROW_PX, end)
        left = padding + icon + px(_GAP_PX)
        room = end - px(_GAP_PX) - left
        if self._is_compact or room <= 0:
            return
        words = self._metrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room + 1)
        painter.setFont(self._theme.font(_TEXT_PX))
        painter.setPen(self._theme.color("text"))
        place = self._mirrored(QRect(left, 0, room + 1, self.height()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_icon(self, painter: QStylePainter, name: str, side_px: int, left: int) -> None:
        side = self._theme.px(side_px)
        place = self._mirrored(QRect(left, (self.height() - side) // 2, side, side))
        ratio = self.devicePixelRatio()
        painter.drawPixmap(place, self._theme.pixmap(name, "text", side_px, ratio))

    def _mirrored(self, place: QRect) -> QRect:
        if not self.isRightToLeft():
            return place
        left = self.width() - place.x() - place.width()
        return QRect(left, place.y(), place.width(), place.height())

    def _rest_width(self) -> int:
        px = self._theme.px
        return 2 * px(_PADDING_PX) + px(_ICON_PX) + px(_GAP_PX) + px(_ARROW_PX)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(_TEXT_PX))
