"""The Summarize page: drop documents, watch them being read, check each sentence at its source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_slm.documents.reading import Contents
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs, SystemFileDialogs
from desktop_slm.ui.recognized_reading import RecognizedReading
from desktop_slm.ui.summaries.exporting.summary_export import SummaryExport
from desktop_slm.ui.summaries.exporting.taking_along import TakingAlong
from desktop_slm.ui.summaries.found_place import FoundPlace
from desktop_slm.ui.summaries.glance.document_look import DocumentLook
from desktop_slm.ui.summaries.guest_views import GuestViews
from desktop_slm.ui.summaries.ordering import sample, taken
from desktop_slm.ui.summaries.ordering.start_panel import StartPanel
from desktop_slm.ui.summaries.ordering.summary_orders import SummaryOrders
from desktop_slm.ui.summaries.picture_offer import PictureOffer
from desktop_slm.ui.summaries.running.file_reading import ReadFile
from desktop_slm.ui.summaries.running.queue import SummaryQueue
from desktop_slm.ui.summaries.running.queue_panel import QueuePanel
from desktop_slm.ui.summaries.running.redoing import Redoing
from desktop_slm.ui.summaries.sentences.sentence_editing import SentenceEditing
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage, Work, is_askable
from desktop_slm.ui.summaries.work_view import WorkView
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.rule import rule
from desktop_slm.ui.widgets.scrolled_page import ScrolledPage

if TYPE_CHECKING:
    from desktop_slm.ui.summaries.asking.set_view import SetView

_ROOM_FOR_QUEUE_PX = 600


class SummaryPage(QWidget):
    """Documents, their summaries and the queue."""

    summaries_changed = Signal()  # a summary began, ended or got a title: read the list again
    summary_opened = Signal(object)  # the shown summary's id, or None for the empty page
    models_requested = Signal()
    chat_requested = Signal(object)  # list[Path]: documents to ask about

    def __init__(
        self,
        core: Core,
        parent: QWidget | None = None,
        *,
        dialogs: FileDialogs | None = None,
        read_file: ReadFile | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._dialogs = dialogs or SystemFileDialogs()
        self._read_file = read_file or RecognizedReading(core)
        self._words = Words(self)
        self._export = SummaryExport(core, self._words, self._dialogs, self)
        self._shown: Work | None = None
        self._along = TakingAlong(core, self._export, self._dialogs, lambda: self._shown, self)
        self._told_id: int | None = None
        self._wanted: FoundPlace | None = None  # to be shown as soon as its document is
        self.setAcceptDrops(True)
        self.queue = SummaryQueue(core, self._read_file, self)
        self.redoing = Redoing(self.queue, self)
        self.look = DocumentLook(core, self)
        self.orders = SummaryOrders(core, self.queue, self._export, self)
        self._build()
        self._connect()
        self.show_start()

    # What the window asks for

    def show_start(self) -> None:
        """Shows where one drops or chooses a document."""
        self._shown = None
        self.look.look_away()
        self.document.leave()
        self.offer.show_work(None)
        self._guests.leave()
        self._stack.setCurrentIndex(0)
        self._show_queue()
        self._tell_opened()

    def open_files(self, files: Sequence[Path | Contents]) -> None:
        """Queues documents and shows the first of them."""
        if not files:
            return
        wishes = self.orders.take(self.start.options)
        if wishes is None:
            self.show_start()
            self.start.options.show_wrong_pages()
            return
        added = self.queue.add(files, wishes)
        self._show(added[0])

    def open_summary(self, summary_id: int) -> None:
        """Shows a stored summary, or the work that makes it just now."""
        live = self.queue.find(summary_id)
        if live is not None:
            self._show(live)
        else:
            self.queue.open(summary_id)

    def open_found(self, found: FoundPlace) -> None:
        """Shows a page of a stored summary's document, with the words that were looked for."""
        self._wanted = found
        self.open_summary(found.summary_id)

    def ask_about(self, summaries: Sequence[int], question_id: int | None = None) -> None:
        """Shows where one asks about the documents of stored summaries, once they are read.

        What was asked before is shown at once, where one of the questions is meant.
        """
        self._guests.ask_about(summaries, question_id, self._on_failed)

    def close_summary(self, summary_id: int) -> None:
        """Lets go of a summary that was deleted: stops its run and shows it no longer."""
        work = self.queue.find(summary_id)
        if work is not None:
            self.queue.remove(work)
        is_in_set = self.set_view is not None and self.set_view.rests_on(summary_id)
        is_shown = self._shown is not None and self._shown.summary_id == summary_id
        if is_shown or is_in_set:
            self.show_start()

    def rename_summary(self, summary_id: int, title: str) -> None:
        """Shows another title where that summary stands here."""
        for work in [*self.queue.works, *([self._shown] if self._shown else [])]:
            if work.summary_id == summary_id:
                work.name = title
                self._on_work_changed(work)

    def choose_files(self) -> None:
        """Asks for documents and opens them."""
        self._dialogs.choose(self, self.open_files)

    def stop(self) -> None:
        """Stops the shown run; what is there stays and can go on later."""
        if self._shown is not None:
            self.queue.stop(self._shown)

    def focus_first(self) -> None:
        """Puts the focus on the first control."""
        if self._guests.focus_first():
            return
        if self._shown is None:
            self.start.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.work_view.focus_first()

    @property
    def set_view(self) -> SetView | None:
        """The set of documents that is asked just now, or None."""
        return self._guests.set_view

    # Building

    def _build(self) -> None:
        theme = self._core.theme
        self.start = StartPanel(theme, self._words)
        self.work_view = view = WorkView(self._core, self._words, lambda: self._shown)
        self.header, self.document = view.header, view.document
        self.summary, self.side, self.tabs = view.summary, view.side, view.tabs
        self.editing = SentenceEditing(self._core, self.look.look_again, self)
        self.queue_panel = QueuePanel(theme)
        self._queue_line = rule()
        self.banner = Banner(theme)
        self.offer = PictureOffer(self._core)
        self._stack = QStackedWidget()
        self._stack.addWidget(ScrolledPage(self.start))
        self._stack.addWidget(self.work_view)
        self._guests = GuestViews(self._core, self._stack, self._dialogs, self._read_file)
        column = spacing.column(theme, self, gap=0)
        column.addWidget(self.queue_panel)
        column.addWidget(self._queue_line)
        banner_row = spacing.column(theme, gap=0, margins=(16, 0, 16, 0))
        banner_row.addWidget(self.banner)
        banner_row.addWidget(self.offer)
        column.addLayout(banner_row)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.start.files_requested.connect(self.choose_files)
        self.start.sample_requested.connect(lambda: self.open_files([sample.lease()]))
        self.start.verify_requested.connect(self._along.verify)
        self.start.compare_requested.connect(self._on_compare)
        self.header.ask_requested.connect(self._on_ask)
        self.header.compare_requested.connect(self._on_compare)
        self._along.serve(self.header, self.banner)
        self._export.failed.connect(self._on_failed)
        self.header.stop_requested.connect(self.stop)
        self.offer.read_requested.connect(self.queue.read_pictures)
        self.header.go_on_requested.connect(self.orders.go_on)
        self.orders.serve_start(self.start.options)
        self.orders.serve(lambda: self._shown, self.summary)
        self.editing.serve(self.summary.sentences, self.summary.undo)
        self.editing.work_changed.connect(self._on_work_changed)
        self.editing.failed.connect(self._on_failed)
        self.summary.models_requested.connect(self.models_requested)
        self.look.work_changed.connect(self._on_looked_at)
        self.document.file_requested.connect(self._on_file_requested)
        self.queue_panel.work_chosen.connect(self._show)
        self.queue_panel.removal_requested.connect(self._on_removal)
        self.queue_panel.ask_requested.connect(lambda: self._guests.ask(self.queue.works))
        self.queue_panel.digest_requested.connect(
            lambda: self._guests.ask(self.queue.works, makes_digest=True)
        )
        self.queue.work_changed.connect(self._on_work_changed)
        self.queue.list_changed.connect(self._show_queue)
        self.queue.summaries_changed.connect(self.summaries_changed)
        self.queue.work_opened.connect(self._show)
        self.queue.opening_failed.connect(self._on_failed)
        self._guests.comparison_closed.connect(self._on_comparison_closed)
        self._guests.set_opened.connect(self.banner.hide)
        self._guests.set_closed.connect(self._on_set_closed)
        self._guests.summaries_changed.connect(self.summaries_changed)
        self._guests.models_requested.connect(self.models_requested)
        self._core.theme.changed.connect(self._arrange)

    # Showing

    def _show(self, work: Work) -> None:
        if work.others:
            self._show_digest(work)
            return
        if self._shown is not work:
            self.banner.hide()
            self.work_view.show_summary_tab()
        self._shown = work
        self._guests.leave()
        self._stack.setCurrentIndex(1)
        self._show_queue()
        self._refresh(work)

    def _refresh(self, work: Work) -> None:
        self.look.look_at(work)
        self.work_view.show_work(work)
        self.offer.show_work(work)
        self.editing.take(work)
        self._arrange()
        self._tell_opened()
        self._reach(work)

    def _reach(self, work: Work) -> None:
        """Shows the page that was wished for, if it is one of this work's."""
        wanted = self._wanted
        if wanted is None or work.summary_id != wanted.summary_id or work.opened is None:
            return
        self._wanted = None
        if self.set_view is not None:
            self.set_view.show_found(wanted)
        else:
            self.work_view.show_found(wanted)

    def _tell_opened(self) -> None:
        shown = self._shown.summary_id if self._shown else None
        if shown != self._told_id or shown is None:
            self._told_id = shown
            self.summary_opened.emit(shown)

    def _arrange(self) -> None:
        self.queue_panel.suggest_open(self.height() >= self._core.theme.px(_ROOM_FOR_QUEUE_PX))

    def _show_queue(self) -> None:
        works = self.queue.works
        failed = any(work.stage is Stage.FAILED for work in works)
        is_needed = len(works) > 1 or bool(works and (failed or self._shown not in works))
        self.queue_panel.setVisible(is_needed)
        self._queue_line.setVisible(is_needed)
        self.queue_panel.show_works(works, self._shown)

    def _on_work_changed(self, work: Work) -> None:
        self.queue_panel.update_work(work, self._shown)
        if work is self._shown and not work.others:  # a digest has a view of its own
            self._refresh(work)

    def _on_looked_at(self, work: Work) -> None:
        if work is self._shown:
            self.work_view.show_looks(work)

    def _on_failed(self, error: DesktopSlmError) -> None:
        details = wording.details(error) if error.details else ""
        self.banner.show_message(wording.sentence(error), tone="error", details=details)

    # What a person does with the shown summary

    def _on_file_requested(self) -> None:
        kinds = self.tr("PDF and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp)")
        title = self.tr("The document’s file")
        self._dialogs.choose_one(self, title, kinds, self.document.take_file)

    def _on_removal(self, work: Work) -> None:
        self.queue.remove(work)
        if work is self._shown and work.summary_id is None:
            self.show_start()

    def _on_ask(self) -> None:
        if self._shown is not None and is_askable(self._shown):
            self._guests.ask([self._shown])
        elif self._shown is not None and isinstance(self._shown.path, Path):
            self.chat_requested.emit([self._shown.path])

    def _on_compare(self) -> None:
        self._guests.compare(self._shown)

    def _on_comparison_closed(self) -> None:
        self._stack.setCurrentIndex(0 if self._shown is None else 1)
        self.focus_first()

    # Several documents at once

    def _show_digest(self, work: Work) -> None:
        self._shown = work
        self.banner.hide()
        self._guests.show_digest(work)
        self._tell_opened()
        self._reach(work)

    def _on_set_closed(self) -> None:
        if self._shown is None or self._shown.others:
            self.show_start()
        else:
            self._show(self._shown)
        self.focus_first()

    # Dropping, pasting, keys

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files, what a mail program drops in their place, and text."""
        if taken.is_takeable(event.mimeData()):
            self.start.set_hovered(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forgets what was held over the page."""
        self.start.set_hovered(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Queues what was dropped."""
        self.start.set_hovered(False)
        self._take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pastes files or text; F6 goes from pane to pane."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        elif event.key() == Qt.Key.Key_F6 and self._shown is not None:
            self.work_view.next_pane()
        elif event.matches(QKeySequence.StandardKey.Undo) and self.editing.can_undo:
            self.editing.undo()
        elif event.matches(QKeySequence.StandardKey.Find):
            self._find()
        elif event.key() == Qt.Key.Key_F3:
            self._find(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Goes between two panes and two tabs."""
        super().resizeEvent(event)
        self._arrange()

    def _take(self, data: QMimeData) -> None:
        self.open_files(taken.documents_in(data))
        if sentence := taken.refusal(data):
            self.banner.show_message(sentence, tone="warning")

    def _find(self, step: int = 0) -> None:
        if self._shown is not None:
            self.work_view.find_in_document(step)
