"""One of the two files: which it is, how many pages it has, and the button that chooses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel


class VersionSlot(QWidget):
    """A line over the text of a version."""

    choice_requested = Signal()

    def __init__(
        self, theme: Theme, label: str, action: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(self.tr("none chosen yet"), elide=Qt.TextElideMode.ElideMiddle)
        self.choose = Button(theme, self.tr("Choose…"), kind="small")
        self.choose.setAccessibleName(action)
        self.choose.clicked.connect(self.choice_requested)
        row = spacing.row(theme, self, gap=8, margins=(16, 5, 10, 5))
        row.addWidget(PlainLabel(label, "strong-small"))
        row.addWidget(self.name, 1)
        row.addWidget(self.choose)

    def show_file(self, name: str) -> None:
        """Shows the chosen file."""
        self.name.setText(name)
