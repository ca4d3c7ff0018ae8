"""What leaves the page with the shown summary: copies, files, paper; and the check of an export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.summaries.exporting.export_wish import ExportWish
from desktop_slm.ui.summaries.exporting.summary_export import SummaryExport
from desktop_slm.ui.summaries.summary_header import SummaryHeader
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.widgets.banner import Banner


class TakingAlong(QObject):
    """Serves the work that `shown` returns; what was saved is said in the banner."""

    def __init__(
        self,
        core: Core,
        export: SummaryExport,
        dialogs: FileDialogs,
        shown: Callable[[], Work | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._core, self._export, self._dialogs = core, export, dialogs
        self._shown, self._over = shown, parent

    def serve(self, header: SummaryHeader, banner: Banner) -> None:
        """Does what is asked for in a header."""
        header.copy_requested.connect(self._on_copy)
        header.export_requested.connect(self._on_export)
        header.print_requested.connect(self._on_print)
        header.verify_requested.connect(self.verify)
        self._export.saved.connect(
            lambda name: banner.show_message(self.tr("Saved as “{0}”.").format(name))
        )

    def verify(self) -> None:
        """Opens the check of an export; the shown document is filled in where its file is known."""
        from desktop_slm.ui.summaries.exporting.verify_dialog import VerifyDialog

        work = self._shown()
        path = work.path if work is not None else None
        dialog = VerifyDialog(self._core, self._dialogs, parent=self._over.window())
        if isinstance(path, Path):
            dialog.take_document(path)
        dialog.open()

    def _on_copy(self) -> None:
        if (work := self._shown()) is not None:
            self._export.copy(work)

    def _on_export(self, wish: ExportWish) -> None:
        if (work := self._shown()) is not None:
            self._export.save(work, wish)

    def _on_print(self, only_checked: bool) -> None:
        if (work := self._shown()) is not None:
            self._export.print_out(work, only_checked=only_checked)
