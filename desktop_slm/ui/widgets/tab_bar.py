"""Tabs over the parts of a page, at the left and only as wide as their words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from desktop_slm.ui import plain_text


class TabBar(QTabBar):
    """Named tabs; arrow keys move between them."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def add(self, words: str) -> int:
        """Adds a tab and returns its index."""
        return self.addTab(plain_text.label(words))
