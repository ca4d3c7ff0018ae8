"""Takes a summary out of the window: to a file, a printer, the clipboard; the page shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_slm import files, policy
from desktop_slm.errors import OutputUnwritable, PolicyError
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.summaries.exporting.export_wish import ExportFormat, ExportWish
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_slm.assistants.exports.exported import ExportedSummary
    from desktop_slm.assistants.exports.gathering import Exportable
    from desktop_slm.assistants.summaries.receipt import Receipt

T = TypeVar("T")

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class SummaryExport(QObject):
    """Exports the shown version of a work. Qt thread only; what takes time runs elsewhere."""

    saved = Signal(str)  # the file's name
    printed = Signal()
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, words: Words, dialogs: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._core, self._words, self._dialogs = core, words, dialogs
        self._over = parent
        self.only_supported = False  # leaves out what nothing supports

    def save(self, work: Work, wish: ExportWish) -> None:
        """Asks where to, and writes the file."""
        if work.opened is None or work.coverage is None or not self._may(policy.require_export):
            return
        stem = _NO_NAME.sub("-", Path(work.opened.document.name).stem)
        suffix = wish.format.value
        name = self.tr("{0} summary").format(stem) + f".{suffix}"
        make = self._maker(work, only_checked=wish.only_checked)
        self._dialogs.save(
            self._over, name, suffix, lambda path: self._write(path, wish.format, make)
        )

    def print_out(self, work: Work, *, only_checked: bool) -> None:
        """Opens the system's dialog for printers, and prints."""
        if work.opened is None or work.coverage is None:
            return
        if self._may(policy.require_print):
            make = self._maker(work, only_checked=only_checked)
            self._dialogs.print_out(self._over, lambda printer: self._print(printer, make))

    def copy(self, work: Work) -> None:
        """Puts the summary on the clipboard, with and without headings, bullets and footnotes."""
        from desktop_slm.assistants.exports import clipboard, gathering

        if work.opened is None or work.coverage is None:
            return
        exported = gathering.exported(self._exportable(work), only_supported=self.only_supported)
        copied = clipboard.copied(exported)
        data = QMimeData()
        data.setText(copied.text)
        data.setData("text/html", copied.html.encode())
        QGuiApplication.clipboard().setMimeData(data)

    def _may(self, require: Callable[[], None]) -> bool:
        """Says what the organisation forbids before anybody is asked where to."""
        try:
            require()
        except PolicyError as error:
            self.failed.emit(error)
            return False
        return True

    def _maker(self, work: Work, *, only_checked: bool) -> Callable[[], ExportedSummary]:
        """Returns what makes the export, on any thread: the work is read now, its receipt then."""
        exportable = self._exportable(work)
        data, summary_id, version_id = self._core.data, work.summary_id, work.version_id
        is_running = work.is_running
        only_supported = self.only_supported

        def make() -> ExportedSummary:
            from desktop_slm.assistants.exports import gathering

            receipt = None
            if data is not None and summary_id is not None and not is_running:
                receipt = _receipt(data, summary_id, version_id)
            return gathering.exported(
                replace(exportable, receipt=receipt),
                only_checked=only_checked,
                only_supported=only_supported,
            )

        return make

    def _exportable(self, work: Work) -> Exportable:
        from desktop_slm.assistants.exports.gathering import Exportable

        assert work.opened is not None and work.coverage is not None
        return Exportable(
            title=work.name,
            items=tuple(work.items),
            coverage=work.coverage,
            documents=[each.document for each in (work.opened, *work.others)],
            receipt=None,
            model_id=work.model_id,
            model_name=work.model_name,
            notice=self._words.practice_notice() if work.is_practice else "",
            is_draft=work.is_draft,
        )

    def _write(self, path: Path, chosen: ExportFormat, make: Callable[[], ExportedSummary]) -> None:
        def write(_job: object) -> str:
            policy.require_export()
            content = _content(chosen, make())
            try:
                files.replace_content(path, content)
            except OSError as error:
                why = error.strerror or "an error"
                raise OutputUnwritable(path=path, why=why) from None
            return path.name

        self._run(write, self.saved.emit)

    def _print(self, printer: QPrinter, make: Callable[[], ExportedSummary]) -> None:
        def paint(_job: object) -> None:
            policy.require_print()
            from desktop_slm.ui.summaries.exporting import paper

            paper.print_out(make(), printer)

        self._run(paint, lambda _nothing: self.printed.emit())

    def _run(self, work: Callable[[object], T], on_success: Callable[[T], object]) -> None:
        self._core.operations.run(self, work, on_success=on_success, on_failure=self.failed.emit)


def _content(chosen: ExportFormat, exported: ExportedSummary) -> bytes:
    from desktop_slm.assistants.exports import formats

    if chosen is not ExportFormat.PDF:
        return formats.content(exported, chosen)
    from desktop_slm.ui.summaries.exporting import paper

    return paper.pdf(exported)


def _receipt(data: Data, summary_id: int, version_id: int | None) -> Receipt | None:
    """Returns what was kept with the version; an older one has none."""
    kept = data.records.load(summary_id, version_id).summary
    return kept.receipt if kept else None
