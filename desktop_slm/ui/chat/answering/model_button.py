"""Which model answers: its name and size, and a menu of those that are installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.chat.answers import figures
from desktop_slm.ui.widgets.button import Button

if TYPE_CHECKING:
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.ui.theme import Theme
    from desktop_slm.ui.widgets.menu import Menu

_PADDING_PX = 11
_GAP_PX = 8
_ICON_PX = 14
_TEXT_PX = 13
_MOST_NAME_PX = 220


class ModelButton(Button):
    """Two texts on one button: the name in bold, the size beside it."""

    menu_requested = Signal()
    model_chosen = Signal(object)  # InstalledModel
    models_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._name = ""
        self._size = ""
        self._menu: Menu | None = None
        self.clicked.connect(self.menu_requested)
        self.show_model(None, 0)

    def show_model(self, model: InstalledModel | None, memory_bytes: int) -> None:
        """Shows a model: the memory it takes where it is loaded, else its size on disk."""
        if model is None:
            self._name, self._size = self.tr("No model"), ""
            told = self.tr("There is no model yet. The menu leads to the models.")
        else:
            disk = figures.size(model.size_bytes)
            self._name = plain_text.one_line(model.name)
            self._size = figures.size(memory_bytes) if memory_bytes else disk
            told = self.tr("{size} on disk, not loaded yet").format(size=disk)
            if memory_bytes:
                words = self.tr("{memory} in memory, {size} on disk")
                told = words.format(memory=self._size, size=disk)
        self.setAccessibleName(self.tr("Model: {name}").format(name=self._name))
        self.setAccessibleDescription(told)
        plain_text.set_tooltip(self, f"{self._name}\n{told}")
        self.updateGeometry()
        self.update()

    def open_menu(self, models: Sequence[InstalledModel], chosen: InstalledModel | None) -> None:
        """Opens the menu under the button."""
        from desktop_slm.ui.widgets.menu import Menu

        self._menu = menu = Menu(self._theme, parent=self)
        for model in models:
            words = f"{model.name} · {figures.size(model.size_bytes)}"
            menu.add_choice(words, self._choice(model), is_chosen=model == chosen)
        if models:
            menu.addSeparator()
        menu.add(self.tr("Get more models…"), self.models_requested.emit)
        left = max(self.width() - menu.sizeHint().width(), -self.x())
        menu.popup_and_forget(self.mapToGlobal(QPoint(left, self.height() + self._theme.px(4))))

    def _choice(self, model: InstalledModel) -> Callable[[], object]:
        return lambda: self.model_chosen.emit(model)

    # Drawing

    def sizeHint(self) -> QSize:
        """Returns room for both texts; a very long name is elided."""
        name = min(
            self._name_metrics().horizontalAdvance(self._name), self._theme.px(_MOST_NAME_PX)
        )
        return QSize(name + self._rest_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Returns room for a few letters of the name."""
        return QSize(self._theme.px(40) + self._rest_width(), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the frame as the style sheet has it, and the texts by hand."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        px = self._theme.px
        inside = self.rect().adjusted(px(_PADDING_PX), 0, -px(_PADDING_PX), 0)
        name_width = max(self.width() - self._rest_width(), 0)
        name = self._name_metrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, name_width + 1
        )
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._theme.font(_TEXT_PX, bold=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(
            self._mirrored(QRect(inside.x(), 0, name_width, self.height())), middle, name
        )
        left = inside.x() + name_width + px(_GAP_PX)
        size_width = self._size_metrics().horizontalAdvance(self._size)
        painter.setFont(self._theme.font(_TEXT_PX))
        painter.setPen(self._theme.color("muted"))
        place = QRect(left, 0, size_width + 1, self.height())
        painter.drawText(self._mirrored(place), middle, self._size)
        side = px(_ICON_PX)
        icon = QRect(inside.right() + 1 - side, (self.height() - side) // 2, side, side)
        pixmap = self._theme.pixmap("chevron-down", "text", _ICON_PX, self.devicePixelRatio())
        painter.drawPixmap(self._mirrored(icon), pixmap)

    def _mirrored(self, place: QRect) -> QRect:
        if not self.isRightToLeft():
            return place
        left = self.width() - place.x() - place.width()
        return QRect(left, place.y(), place.width(), place.height())

    def _rest_width(self) -> int:
        px = self._theme.px
        size = self._size_metrics().horizontalAdvance(self._size)
        gaps = px(_GAP_PX) * (2 if self._size else 1)
        return size + gaps + px(_ICON_PX) + 2 * px(_PADDING_PX)

    def _name_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(_TEXT_PX, bold=True))

    def _size_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(_TEXT_PX))
