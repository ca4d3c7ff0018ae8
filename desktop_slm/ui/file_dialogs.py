"""The system's dialogs for files, as the pages need them; a test hands in its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_slm.documents.file_names import PATTERNS
from desktop_slm.ui import plain_text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class FileDialogs(Protocol):
    """Asks for files; nothing is called where the person cancels."""

    def choose(self, parent: QWidget, on_chosen: Callable[[list[Path]], object]) -> None:
        """Asks for documents."""

    def save(
        self, parent: QWidget, name: str, suffix: str, on_chosen: Callable[[Path], object]
    ) -> None:
        """Asks where to save a file that would be called so."""

    def choose_one(
        self, parent: QWidget, title: str, pattern: str, on_chosen: Callable[[Path], object]
    ) -> None:
        """Asks for one file."""

    def choose_some(
        self,
        parent: QWidget,
        title: str,
        pattern: str,
        on_chosen: Callable[[list[Path]], object],
    ) -> None:
        """Asks for files of a kind."""

    def print_out(self, parent: QWidget, on_chosen: Callable[[QPrinter], object]) -> None:
        """Asks for a printer, its paper and how many copies."""


class SystemFileDialogs:
    """Opens Qt's dialogs, which are the system's where it has some; blocks nothing."""

    def choose(self, parent: QWidget, on_chosen: Callable[[list[Path]], object]) -> None:
        """Asks for documents."""
        kinds = _tr("Documents") + f" ({PATTERNS})"
        self.choose_some(parent, _tr("Choose documents to summarize"), kinds, on_chosen)

    def save(
        self, parent: QWidget, name: str, suffix: str, on_chosen: Callable[[Path], object]
    ) -> None:
        """Asks where to save a file that would be called so."""
        dialog = QFileDialog(parent, _tr("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: on_chosen(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_one(
        self, parent: QWidget, title: str, pattern: str, on_chosen: Callable[[Path], object]
    ) -> None:
        """Asks for one file."""
        dialog = QFileDialog(parent, plain_text.window_title(title))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([pattern, _tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda chosen: on_chosen(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_some(
        self,
        parent: QWidget,
        title: str,
        pattern: str,
        on_chosen: Callable[[list[Path]], object],
    ) -> None:
        """Asks for files of a kind."""
        dialog = QFileDialog(parent, plain_text.window_title(title))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([pattern, _tr("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: on_chosen([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_out(self, parent: QWidget, on_chosen: Callable[[QPrinter], object]) -> None:
        """Asks for a printer, its paper and how many copies."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop_slm.ui.paper import sheets

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(sheets.page_layout())
        dialog = QPrintDialog(printer, parent)
        dialog.accepted.connect(lambda: on_chosen(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own `open` wants a slot


def _tr(words: str) -> str:
    return QCoreApplication.translate("SystemFileDialogs", words)
