"""Under the table: how much the models take in all, and where the app's own folder is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.models import wording
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel


class ModelsFooter(QWidget):
    """One line; the folder's path can be copied."""

    def __init__(self, theme: Theme, folder: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._total = PlainLabel(role="small")
        self._path = ElidedLabel(role="small", elide=Qt.TextElideMode.ElideMiddle)
        copy = Button(theme, self.tr("Copy path"), kind="small")
        copy.clicked.connect(self._on_copy)
        row = spacing.row(theme, self, gap=12, margins=(12, 4, 0, 0))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._total, 0, middle)
        row.addWidget(self._path, 0, middle)
        row.addWidget(copy, 0, middle)
        row.addStretch(1)
        self.show_folder(folder)

    def show_folder(self, folder: Path) -> None:
        """Shows where the models folder is now."""
        self._folder = folder
        self._path.setText(self.tr("Models folder: {path}").format(path=folder))

    def show_total(self, size_bytes: int) -> None:
        """Shows how much all models take."""
        words = self.tr("{size} in all") if size_bytes else ""
        self._total.setText(words.format(size=wording.size(size_bytes)))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
