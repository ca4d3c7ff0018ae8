"""Where the window's banner stands: above the page, or over its top where the window is low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner

# A page that is lower than this, at 100 %, has no room to give: one could not write any more.
_LOW_PX = 480
_SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class BannerGround(QWidget):
    """What is behind the banner: the page does not show through."""


class BannerPlace(QObject):
    """Keeps a banner at the top of a column, whose first widget the page below it is."""

    def __init__(self, theme: Theme, area: QWidget, column: QVBoxLayout) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._column = column
        self.banner = Banner(theme)
        self._around = BannerGround(area)
        self._around.setProperty("ground", "background")
        self._around.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = spacing.column(theme, self._around, margins=(12, 12, 12, 8))
        inside.addWidget(self.banner)
        self._around.hide()
        self._is_over = True
        self.banner.installEventFilter(self)
        area.installEventFilter(self)
        theme.changed.connect(self.lay_out)

    def lay_out(self) -> None:
        """Places the banner for the room there is."""
        is_over = self._area.height() < self._theme.px(_LOW_PX)
        if is_over is not self._is_over:
            self._is_over = is_over
            if is_over:
                self._column.removeWidget(self._around)
            else:
                self._column.insertWidget(0, self._around)
        if is_over:
            width = self._area.width()
            height = min(self._around.heightForWidth(width), self._area.height())
            self._around.setGeometry(0, 0, width, height)
            self._around.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the banner and the room."""
        if watched is self.banner and event.type() in _SHOWN_OR_HIDDEN:
            self._around.setVisible(event.type() is QEvent.Type.ShowToParent)
            self.lay_out()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.lay_out()
        return super().eventFilter(watched, event)
