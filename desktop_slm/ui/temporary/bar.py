"""The line over a temporary chat: what it is, and the two ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_NARROW_PX = 560


class TemporaryBar(QFrame):
    """Stands there for as long as the chat does."""

    keep_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = self.tr(
            "Temporary chat: nothing of it is stored. "
            "It is gone once it is closed, or the window is closed or locked."
        )
        self.setAccessibleName(words)
        self.keep = Button(theme, self.tr("Keep this chat"))
        self.close_chat = Button(theme, self.tr("Close"), kind="quiet")
        self.keep.clicked.connect(self.keep_requested)
        self.close_chat.clicked.connect(self.close_requested)
        row = spacing.row(theme, self, gap=8, margins=(20, 6, 12, 6))
        row.addWidget(IconLabel(theme, "clock", "warning"))
        self._words = WrappedLabel(words, "small")
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._short = ElidedLabel(self.tr("Temporary chat: nothing of it is stored."), "small")
        row.addWidget(self._short, 1, Qt.AlignmentFlag.AlignVCenter)
        self._theme = theme
        self._fold()
        row.addWidget(self.keep)
        row.addWidget(self.close_chat)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps to one line where the window is narrow: the chat needs the height."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        is_narrow = self.width() < self._theme.px(_NARROW_PX)
        self._words.setVisible(not is_narrow)
        self._short.setVisible(is_narrow)

    def show_content(self, has_content: bool) -> None:
        """Offers to keep what there is to be kept."""
        self.keep.setEnabled(has_content)
