"""One line of the page: an icon, a name, what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class Listed:
    """What a row says, from left to right."""

    icon: str
    name: str
    about: str
    action: str


class ListedRow(Card):
    """Its first button does what one comes for; the menu has the rest."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        listed: Listed,
        fill: Callable[[Menu], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`fill` puts into the menu what else can be done."""
        super().__init__(theme, margins=(14, 8, 8, 8), parent=parent)
        self._theme = theme
        self._fill = fill
        shown = plain_text.one_line(listed.name)
        self.setAccessibleName(shown)
        row = spacing.row(theme, gap=12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(IconLabel(theme, listed.icon, "muted", size=18), 0, middle)
        words = spacing.column(theme, gap=0)
        words.addWidget(ElidedLabel(listed.name, "strong"))
        if listed.about:
            words.addWidget(ElidedLabel(listed.about, "small"))
        row.addLayout(words, 1)
        self.action = Button(theme, listed.action)
        self.action.setAccessibleName(f"{plain_text.one_line(listed.action)}: {shown}")
        self.action.clicked.connect(self.acted)
        self.more = IconButton(theme, "ellipsis", self.tr("More for “{name}”").format(name=shown))
        self.more.clicked.connect(self._on_more)
        row.addWidget(self.action, 0, middle)
        row.addWidget(self.more, 0, middle)
        self.column.addLayout(row)

    def menu(self) -> Menu:
        """Returns what else can be done."""
        menu = Menu(self._theme, parent=self)
        self._fill(menu)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers the menu by the other mouse button and by key, too."""
        self.menu().popup_and_forget(event.globalPos())

    def _on_more(self) -> None:
        menu = self.menu()
        left = self.more.width() - menu.sizeHint().width()
        place = QPoint(0 if self.isRightToLeft() else left, self.more.height())
        menu.popup_and_forget(self.more.mapToGlobal(place))
