"""The Models page: what is on this computer, which model answers, and bringing in files.

Files of strangers are read in children alone; this page shows what came out, as plain text.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.verification import Verifications
from desktop_slm.ui import dropped_files, spacing
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.actions import ModelActions
from desktop_slm.ui.models.choices import Choices
from desktop_slm.ui.models.entry import Entry, Overview, Sources
from desktop_slm.ui.models.footer import ModelsFooter
from desktop_slm.ui.models.header import ModelsHeader
from desktop_slm.ui.models.obtaining import Obtaining
from desktop_slm.ui.models.table import ModelTable
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.empty_state import EmptyState
from desktop_slm.ui.widgets.plain_label import PlainLabel


class ModelsPage(QWidget):
    """The models on this computer."""

    chat_requested = Signal()

    def __init__(
        self,
        core: Core,
        parent: QWidget | None = None,
        *,
        inspection: Inspection | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._theme = core.theme
        verifications = Verifications(core.outside.paths, now)
        self.sources = Sources(core.library, core.engine, verifications, inspection or Inspection())
        self._entries: dict[str, Entry] = {}
        self._looking: Operation[None] | None = None
        self.header = ModelsHeader(core.theme)
        self.banner = Banner(core.theme)
        self.table = ModelTable(core.theme)
        self._footer = ModelsFooter(core.theme, core.outside.paths.models)
        self._title = PlainLabel(self.tr("On this computer"), "title")
        self.choices = Choices(core)
        self._empty = self._made_empty()
        self._scroll = QScrollArea()
        self._actions = ModelActions(core, self.sources, self.banner, self.table, self)
        self.obtaining = Obtaining(core, self.banner, self)
        self.choices.set_getting(self.obtaining.getting.get_catalog)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Looks again what is there, and what would fit."""
        self.choices.refresh()
        self._look_again()

    def _look_again(self) -> None:
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._core.operations.run(
            self,
            self._look,
            on_success=lambda result: None,
            on_failure=self._on_failed,
            on_progress=self._on_found,
        )

    def focus_first(self) -> None:
        """Puts the focus on the first control."""
        self.header.import_button.setFocus()

    def import_files(self, files: list[Path]) -> None:
        """Puts files of the person's onto the list, where they lie."""
        self._actions.add(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes model files; everything else is the window's."""
        if _model_files(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        event.acceptProposedAction()
        self.import_files(_model_files(event))

    # What is there

    def _look(self, job: Job) -> None:
        overview = self.sources.overview()
        job.report(overview)
        for entry in overview.entries:
            job.check()
            job.report(self.sources.look_into(entry))

    def _on_found(self, items: list[Overview | Entry]) -> None:
        for item in items:
            if isinstance(item, Overview):
                self._show_overview(item)
            elif item.model.id in self._entries:
                self._entries[item.model.id] = item
                self.table.update_entry(item)

    def _show_overview(self, overview: Overview) -> None:
        known = self._entries
        entries = [entry.remembering(known.get(entry.model.id)) for entry in overview.entries]
        self._entries = {entry.model.id: entry for entry in entries}
        self.header.show_computer(wording.computer(overview.computer, overview.device))
        self.table.show_entries(entries)
        self._footer.show_total(sum(entry.model.size_bytes for entry in entries))
        self._show_chosen(self._core.model)
        self._empty.setVisible(not entries)
        for each in (self._title, self.table, self._footer):
            each.setVisible(bool(entries))
        if self._core.model is None:
            is_stale = bool(entries)
        else:
            is_stale = self._core.model.id not in self._entries
        if is_stale:  # files came or went behind our back
            self._core.refresh_models()

    def _show_chosen(self, model: InstalledModel | None) -> None:
        self.table.set_chosen(model.id if model else "")

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._actions.show_error(error)

    # What is wished

    def _on_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import a model"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Models (*.gguf)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_files_chosen(self, files: list[str]) -> None:
        self.import_files([Path(file) for file in files])

    def _on_menu(self, model_id: str, place: QPoint) -> None:
        if entry := self._entries.get(model_id):
            self._actions.menu(entry).popup(place)

    def _on_use(self, model_id: str) -> None:
        if entry := self._entries.get(model_id):
            self._core.choose_model(entry.model)

    def _on_verify(self, model_id: str) -> None:
        if entry := self._entries.get(model_id):
            self._actions.verify(entry)

    # How it is made

    def _made_empty(self) -> EmptyState:
        take = Button(self._theme, self.tr("Import a file…"), kind="primary")
        take.clicked.connect(self._on_import)
        folder = str(self._core.outside.paths.models)
        copy = Button(self._theme, self.tr("Copy the path of the models folder"))
        copy.clicked.connect(lambda _checked: QGuiApplication.clipboard().setText(folder))
        sentence = self.tr(
            "A model is a file whose name ends in .gguf. Import one that you have, or put it into "
            "the models folder."
        )
        return EmptyState(
            self._theme,
            "box",
            self.tr("There is no model on this computer yet"),
            sentence,
            [take, copy],
        )

    def _lay_out(self) -> None:
        column = spacing.column(self._theme, self, gap=0)
        column.addWidget(self.header)
        around = spacing.column(self._theme, gap=0, margins=(20, 16, 20, 0))
        around.addWidget(self.banner)
        column.addLayout(around)
        inside = QWidget()
        inside.setObjectName("scrolled")
        content = spacing.column(self._theme, inside, gap=8, margins=(20, 20, 20, 24))
        content.addWidget(self.obtaining.section)
        content.addWidget(self.choices)
        content.addSpacing(8)
        content.addWidget(self._title)
        content.addWidget(self.table)
        content.addWidget(self._footer)
        content.addWidget(self._empty)
        content.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)
        self._empty.hide()

    def _connect(self) -> None:
        core = self._core
        self.header.import_requested.connect(self._on_import)
        self.header.search_requested.connect(self.obtaining.search)
        self.obtaining.use_requested.connect(self._actions.use_in_chat)
        self.table.use_requested.connect(self._on_use)
        self.table.verify_requested.connect(self._on_verify)
        self.table.stop_requested.connect(self._actions.stop_verifying)
        self.table.menu_requested.connect(self._on_menu)
        self._actions.chat_requested.connect(self.chat_requested)
        self._actions.looking_changed.connect(self.header.set_looking)
        self._actions.changed.connect(self.refresh)
        core.models_changed.connect(self.refresh)
        core.model_changed.connect(self._show_chosen)
        core.engine_state_changed.connect(self._on_engine_changed)

    def _on_engine_changed(self, _state: object) -> None:
        if self.isVisible():
            self._look_again()


def _model_files(event: QDropEvent) -> list[Path]:
    paths = dropped_files.files_in(event.mimeData()).paths
    return [Path(path) for path in paths if path.lower().endswith(".gguf")]
