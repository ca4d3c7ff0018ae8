"""The Models page: what is on this computer, which model answers, and bringing in files.

Files of strangers are read in children alone; this page shows what came out, as plain text.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.models.other_apps.search import here
from desktop_slm.models.verification import Verifications
from desktop_slm.ui import accessible_roles, dropped_files, spacing
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.choosing.choices import Choices
from desktop_slm.ui.models.files.bringing import Bringing
from desktop_slm.ui.models.files.file_work import FileWork
from desktop_slm.ui.models.files.from_other_apps import OtherApps
from desktop_slm.ui.models.files.move_news import MoveNews
from desktop_slm.ui.models.files.taking import Taking
from desktop_slm.ui.models.files.work_line import WorkLine
from desktop_slm.ui.models.header import ModelsHeader
from desktop_slm.ui.models.listing.actions import ModelActions
from desktop_slm.ui.models.listing.entry import Entry, Overview, Sources
from desktop_slm.ui.models.listing.footer import ModelsFooter
from desktop_slm.ui.models.listing.nothing_here import NothingHere
from desktop_slm.ui.models.listing.table import ModelTable
from desktop_slm.ui.models.network.obtaining import Obtaining
from desktop_slm.ui.models.trial_place import TrialPlace
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from desktop_slm.ui.models.trial.view import TrialView
    from desktop_slm.ui.models.trial.work import Seams


class ModelsPage(QWidget):
    """The models on this computer."""

    chat_requested = Signal()

    def __init__(
        self,
        core: Core,
        parent: QWidget | None = None,
        *,
        inspection: Inspection | None = None,
        trial_seams: Seams | None = None,
        surroundings: Callable[[], Surroundings] = here,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._theme = core.theme
        verifications = Verifications(core.outside.paths, now)
        self.trial_place = TrialPlace(core, self, trial_seams)
        self.sources = Sources(
            core.library,
            core.engine,
            verifications,
            inspection or Inspection(),
            self.trial_place.claim_of,
        )
        self._entries: dict[str, Entry] = {}
        self._looking: Operation[None] | None = None
        self.header = ModelsHeader(core.theme)
        self.banner = Banner(core.theme)
        self.table = ModelTable(core.theme)
        self._footer = ModelsFooter(core.theme, core.outside.paths.models)
        self._title = PlainLabel(self.tr("On this computer"), "title")
        self.export_button = Button(core.theme, self.tr("Take to another computer…"), kind="small")
        self.choices = Choices(core)
        self._scroll = QScrollArea()
        accessible_roles.name(self._scroll, "page", self.tr("Models"))
        self.model_actions = ModelActions(core, self.sources, self.banner, self.table, self)
        self.work_line = WorkLine(core.theme)
        self._work = FileWork(core, self.work_line, self._on_work_failed)
        self.bringing = Bringing(core, self.sources, self.banner, self._work, self)
        self.others = OtherApps(core, self.sources, self.banner, self, surroundings=surroundings)
        self.taking = Taking(core, self.sources, self.banner, self._work, self)
        self._empty = NothingHere(core.theme)
        self._move_news = MoveNews(core, self.banner, WorkLine(core.theme), self)
        self.obtaining = Obtaining(core, self.banner, self)
        self.choices.set_getting(self.obtaining.getting.get_catalog)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Looks again what is there, and what would fit."""
        self.choices.refresh()
        self._look_again()
        self.others.look()
        self._core.folder_moves.look()

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
        if self.trial_place.is_shown:
            self.trial.focus_first()
        else:
            self.header.import_button.setFocus()

    @property
    def trial(self) -> TrialView:
        """Models side by side on the person's pages."""
        return self.trial_place.view

    def try_models(self, model_id: str = "") -> None:
        """Shows what can be tried, with one model ticked."""
        self.banner.hide()
        self.trial_place.begin(model_id)

    def import_files(self, files: list[Path]) -> None:
        """Asks how files of the person's, or the models of folders, shall be brought in."""
        self.bringing.offer(files)

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
        self._footer.show_folder(self._core.library.folder)
        self._footer.show_total(sum(entry.model.size_bytes for entry in entries))
        self._show_chosen(self._core.model)
        self._empty.setVisible(not entries)
        for each in (self._title, self.table, self._footer):
            each.setVisible(bool(entries))
        can_go = any(not entry.is_gone and not entry.model.is_practice for entry in entries)
        self.export_button.setVisible(can_go)
        if self._core.model is None:
            is_stale = bool(entries)
        else:
            is_stale = self._core.model.id not in self._entries
        if is_stale:  # files came or went behind our back
            self._core.refresh_models()

    def _show_chosen(self, model: InstalledModel | None) -> None:
        self.table.set_chosen(model.id if model else "")

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.model_actions.show_error(error)

    def _on_work_failed(self, error: DesktopSlmError) -> None:
        self.header.set_looking(False)
        self._on_failed(error)

    # What is wished

    def _on_menu(self, model_id: str, place: QPoint) -> None:
        if entry := self._entries.get(model_id):
            self.model_actions.menu(entry).popup(place)

    def _on_use(self, model_id: str) -> None:
        if entry := self._entries.get(model_id):
            self._core.choose_model(entry.model)

    def _on_verify(self, model_id: str) -> None:
        if entry := self._entries.get(model_id):
            self.model_actions.verifying.verify(entry)

    # How it is made

    def _copy_folder(self) -> None:
        QGuiApplication.clipboard().setText(str(self._core.library.folder))

    def _lay_out(self) -> None:
        column = spacing.column(self._theme, self, gap=0)
        self.trial_place.stand_in(column, (self.header, self._scroll))
        column.addWidget(self.header)
        around = spacing.column(self._theme, gap=8, margins=(20, 8, 20, 4))
        around.addWidget(self.banner)
        for each in (self.model_actions.removed_line, self.work_line, self._move_news.line):
            around.addWidget(each)
        column.addLayout(around)
        inside = QWidget()
        inside.setObjectName("scrolled")
        content = spacing.column(self._theme, inside, gap=8, margins=(20, 8, 20, 24))
        content.addWidget(self.obtaining.section)
        content.addWidget(self.choices)
        content.addSpacing(8)
        content.addWidget(self.others.card)
        head = QWidget()
        flow = FlowLayout(self._theme, head, gap=12)  # the button goes under the title if need be
        flow.addWidget(self._title)
        flow.addWidget(self.export_button)
        content.addWidget(head)
        content.addWidget(self.table)
        content.addWidget(self._footer)
        content.addWidget(self._empty)
        content.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        core = self._core
        self.header.import_requested.connect(self.bringing.choose_files)
        self.header.folder_requested.connect(self.bringing.choose_folder)
        self.header.others_requested.connect(self.others.choose)
        self.others.chosen.connect(self.bringing.add)
        self.others.looking_changed.connect(self.header.set_looking)
        self._empty.import_requested.connect(self.bringing.choose_files)
        self._empty.path_wanted.connect(self._copy_folder)
        self.bringing.use_requested.connect(self.model_actions.use_in_chat)
        self.bringing.looking_changed.connect(self.header.set_looking)
        self.export_button.clicked.connect(
            lambda _checked: self.taking.pick(tuple(self._entries.values()))
        )
        self.header.search_requested.connect(self.obtaining.search)
        self.header.trial_requested.connect(self.try_models)
        self.model_actions.trial_requested.connect(self.try_models)
        self.trial_place.tried.connect(self._look_again)
        self.trial_place.closed.connect(self.header.try_button.setFocus)
        self.obtaining.use_requested.connect(self.model_actions.use_in_chat)
        self.table.use_requested.connect(self._on_use)
        self.table.verify_requested.connect(self._on_verify)
        self.table.stop_requested.connect(self.model_actions.verifying.stop)
        self.table.menu_requested.connect(self._on_menu)
        self.model_actions.chat_requested.connect(self.chat_requested)
        self.model_actions.changed.connect(self.refresh)
        core.models_changed.connect(self.refresh)
        core.data_opened.connect(self._look_again)
        core.model_changed.connect(self._show_chosen)
        core.engine_state_changed.connect(self._on_engine_changed)

    def _on_engine_changed(self, _state: object) -> None:
        if self.isVisible():
            self._look_again()


def _model_files(event: QDropEvent) -> list[Path]:
    """Returns the model files that are dropped, and folders that are dropped with nothing else."""
    paths = [Path(path) for path in dropped_files.files_in(event.mimeData()).paths]
    files = [path for path in paths if path.suffix.lower() == ".gguf"]
    return files or (paths if all(path.is_dir() for path in paths) else [])
