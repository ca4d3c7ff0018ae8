"""The row over a set: back, what it is, and what can be done with its digest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.export_wish import ExportFormat, ExportWish
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.menu import Menu


class SetHeader(QFrame):
    """One row; copy and export are there once there is a digest."""

    back_requested = Signal()
    copy_requested = Signal()
    export_requested = Signal(object)  # ExportWish
    print_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = IconButton(theme, "chevron-left", self.tr("Back"))
        self.back.clicked.connect(self.back_requested)
        self.title = ElidedLabel(role="title")
        self.about = ElidedLabel(role="small")
        self.copy = IconButton(theme, "copy", self.tr("Copy the digest"))
        self.copy.clicked.connect(self.copy_requested)
        self.export = Button(theme, self.tr("Export"), icon="upload")
        self.export.clicked.connect(self._on_export)
        row = spacing.row(theme, self, gap=8, margins=(12, 11, 20, 11))
        row.addWidget(self.back)
        words = spacing.row(theme, gap=12)
        words.addWidget(self.title)
        words.addWidget(self.about, 1)
        row.addLayout(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.export)

    def show_set(self, title: str, about: str, *, has_digest: bool) -> None:
        """Shows what the set is called and whether its digest can be taken along."""
        self.title.setText(title)
        self.about.setText(about)
        self.copy.setVisible(has_digest)
        self.export.setVisible(has_digest)

    def _on_export(self) -> None:
        menu = Menu(self._theme, parent=self)
        for words, chosen in (
            (self.tr("Word document…"), ExportFormat.DOCX),
            (self.tr("PDF…"), ExportFormat.PDF),
            (self.tr("Web page (HTML)…"), ExportFormat.HTML),
            (self.tr("Markdown…"), ExportFormat.MARKDOWN),
            (self.tr("Plain text…"), ExportFormat.TEXT),
            (self.tr("Data (JSON)…"), ExportFormat.JSON),
        ):
            wish = ExportWish(chosen, only_checked=False)
            menu.add(words, partial(self.export_requested.emit, wish))
        menu.addSeparator()
        menu.add(self.tr("Print…"), self.print_requested.emit, icon="printer")
        menu.popup_and_forget(self.export.mapToGlobal(QPoint(0, self.export.height())))
