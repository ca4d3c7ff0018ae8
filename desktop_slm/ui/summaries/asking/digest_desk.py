"""What a person does with the digest of a set: works on its sentences, and takes it along."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.summaries.asking.digest_look import DigestLook
from desktop_slm.ui.summaries.asking.digest_section import DigestSection
from desktop_slm.ui.summaries.asking.set_header import SetHeader
from desktop_slm.ui.summaries.exporting.export_wish import ExportWish
from desktop_slm.ui.summaries.exporting.summary_export import SummaryExport
from desktop_slm.ui.summaries.sentences.sentence_editing import SentenceEditing
from desktop_slm.ui.summaries.sentences.undo_banner import UndoBanner
from desktop_slm.ui.summaries.words import Words


class DigestDesk(SentenceEditing):
    """The editing of a summary, which looks into all documents of the digest."""

    saved = Signal(str)  # the file's name

    def __init__(self, core: Core, words: Words, dialogs: FileDialogs, over: QWidget) -> None:
        self._looking = DigestLook(core, over)
        super().__init__(core, self._looking.look_again, over)
        self._export = SummaryExport(core, words, dialogs, over)
        self._looking.failed.connect(self.failed)
        self._export.failed.connect(self.failed)
        self._export.saved.connect(self.saved)

    def take_place(self, section: DigestSection, header: SetHeader, banner: UndoBanner) -> None:
        """Serves the widgets that show the digest."""
        self.serve(section.sentences, banner)
        header.copy_requested.connect(self._on_copy)
        header.export_requested.connect(self._on_export)
        header.print_requested.connect(self._on_print)
        self._export.only_supported = self._core.settings.summary_only_supported
        section.person.set_only_supported(self._export.only_supported)
        section.person.only_supported_changed.connect(self._on_only_supported)

    def leave(self) -> None:
        """Ends what looks into the documents."""
        self._looking.look_away()

    def _on_copy(self) -> None:
        if self._work is not None:
            self._export.copy(self._work)

    def _on_export(self, wish: ExportWish) -> None:
        if self._work is not None:
            self._export.save(self._work, wish)

    def _on_print(self, only_checked: bool) -> None:
        if self._work is not None:
            self._export.print_out(self._work, only_checked=only_checked)

    def _on_only_supported(self, is_on: bool) -> None:
        self._export.only_supported = is_on
        self._core.change_settings(summary_only_supported=is_on)
