"""The row over a set: back, what it is, and what can be done with its digest."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.exporting.export_button import ExportButton
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton


class SetHeader(QFrame):
    """One row; copy and export are there once there is a digest."""

    back_requested = Signal()
    copy_requested = Signal()
    export_requested = Signal(object)  # ExportWish
    print_requested = Signal(bool)  # only what a person has checked

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton(theme, "chevron-left", self.tr("Back"))
        self.back.clicked.connect(self.back_requested)
        self.title = ElidedLabel(role="title")
        self.about = ElidedLabel(role="small")
        self.copy = IconButton(theme, "copy", self.tr("Copy the digest"))
        self.copy.clicked.connect(self.copy_requested)
        self.export = ExportButton(theme)
        self.export.export_requested.connect(self.export_requested)
        self.export.print_requested.connect(self.print_requested)
        row = spacing.row(theme, self, gap=8, margins=(12, 11, 20, 11))
        row.addWidget(self.back)
        words = spacing.row(theme, gap=12)
        words.addWidget(self.title)
        words.addWidget(self.about, 1)
        row.addLayout(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.export)

    def show_set(self, title: str, about: str, digest: Work | None) -> None:
        """Shows what the set is called; a digest that is made can be taken along."""
        self.title.setText(title)
        self.about.setText(about)
        self.copy.setVisible(digest is not None)
        self.export.setVisible(digest is not None)
        if digest is not None:
            self.export.show_items(digest, digest.items)
