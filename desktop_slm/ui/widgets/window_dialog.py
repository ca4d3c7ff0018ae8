"""What dialogs over the window share: Tab goes as the eye does, and nothing is out of reach.

A dialog that is higher than its window, as at 200 % on a small screen, scrolls.
"""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_slm.ui import focus_order
from desktop_slm.ui.widgets.scrolled_page import ScrolledPage

_SHARE_OF_WINDOW = 0.95


class WindowDialog(QDialog):
    """Give it one layout, as any dialog."""

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Goes to the next stop, or the one before."""
        if focus_order.follows_qt():
            return super().focusNextPrevChild(next_one)
        return focus_order.go(self, is_next=next_one) or super().focusNextPrevChild(next_one)

    def showEvent(self, event: QShowEvent) -> None:
        """Takes no more height than its window has."""
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is None or event.spontaneous():
            return
        room = int(parent.window().height() * _SHARE_OF_WINDOW)
        if self._wanted() > room:
            self._scroll_in(room)

    def _wanted(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        of_words = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
        return max(of_words, layout.totalMinimumSize().height())

    def _scroll_in(self, room: int) -> None:
        focused = self.focusWidget()
        content = QWidget()
        layout = self.layout()
        if layout is None:
            return
        content.setLayout(layout)  # Qt takes it from the dialog, with all that is in it
        self.setMinimumHeight(0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        page = ScrolledPage(content)
        around.addWidget(page)
        page.show()  # at once: the layout would do it in the next turn of the event loop
        self.resize(self.width(), room)
        if focused is not None:
            focused.setFocus()
