"""One document beside its summary: the header, and two panes, or tabs where there is no room.

What a person wishes is signalled by the parts or done here where it only moves between them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_slm.assistants.evidence import Evidence, Place
from desktop_slm.ui import spacing
from desktop_slm.ui.core import Core
from desktop_slm.ui.summaries.document.document_pane import DocumentPane
from desktop_slm.ui.summaries.document.resting import resting_on
from desktop_slm.ui.summaries.found_place import FoundPlace
from desktop_slm.ui.summaries.summary_header import SummaryHeader
from desktop_slm.ui.summaries.summary_pane import SummaryPane
from desktop_slm.ui.summaries.summary_tabs import SummaryTabs, Tab
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.widgets.rule import rule
from desktop_slm.ui.widgets.tab_bar import TabBar

_TWO_PANES_PX = 880
_DOCUMENT_TAB = len(Tab)  # after those of the summary's side


class WorkView(QWidget):
    """The shown work; `shown` returns it, or None while the page shows something else."""

    def __init__(self, core: Core, words: Words, shown: Callable[[], Work | None]) -> None:
        super().__init__()
        self._theme = core.theme
        self._words = words
        self._shown = shown
        self.header = SummaryHeader(core.theme, words)
        self.document = DocumentPane(core.theme, words, core.operations)
        self.summary = SummaryPane(core.theme, words)
        self.side = SummaryTabs(core.theme, words, self.summary)
        self.tabs = TabBar(self.tr("Document and summary"))
        for name in (*self.side.names(), self.tr("Document")):
            self.tabs.add(name)
        self._lay_out()
        self._connect()

    # Showing

    def show_work(self, work: Work) -> None:
        """Shows how far a work has come."""
        if work.opened is not None:
            self._words.take(work.opened.document)
            self.document.show_document(work.opened, work.path)
        else:
            self.document.leave()
        self.show_looks(work)
        self.header.show_work(work)
        self.summary.show_work(work)
        self.arrange()

    def show_looks(self, work: Work) -> None:
        """Shows what was found without a model."""
        self.document.show_coverage(work.omissions)
        self.side.show_work(work)

    def show_summary_tab(self) -> None:
        """Goes to the summary, where the panes are tabs."""
        self.tabs.setCurrentIndex(Tab.SUMMARY)

    def arrange(self) -> None:
        """Shows both panes where there is room, else the one whose tab is chosen."""
        has_document = self._has_document
        is_wide = self.width() >= self._theme.px(_TWO_PANES_PX)
        is_document = self.tabs.currentIndex() == _DOCUMENT_TAB
        self.tabs.setVisible(has_document and not is_wide)
        self.side.show_bar(has_document and is_wide)
        self.document.setVisible(has_document and (is_wide or is_document))
        self.side.setVisible(not has_document or is_wide or not is_document)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Goes between two panes and two tabs."""
        super().resizeEvent(event)
        self.arrange()

    # Going from pane to pane

    def find_in_document(self, step: int = 0) -> None:
        """Searches in the document, or goes to the next match or the one before."""
        if not self._has_document:
            return
        self.tabs.setCurrentIndex(_DOCUMENT_TAB)
        if step:
            self.document.find_next(step)
        else:
            self.document.open_search()

    def show_found(self, found: FoundPlace) -> None:
        """Shows what a search over everything has found in the document."""
        self.tabs.setCurrentIndex(_DOCUMENT_TAB)
        self.document.show_found(found.query, found.page)
        self.document.focus_text()

    def next_pane(self) -> None:
        """Moves the focus between document and summary."""
        if self.document.isAncestorOf(self.focusWidget()):
            self._back_to_summary()
        elif self._has_document:
            self.tabs.setCurrentIndex(_DOCUMENT_TAB)
            self.document.focus_text()

    def focus_first(self) -> None:
        """Puts the focus on the first sentence, or on the header before there is one."""
        if not self.side.focus_rows():
            self.header.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_document(self) -> bool:
        shown = self._shown()
        return shown is not None and shown.opened is not None

    def _on_source(self, place: Evidence | Place) -> None:
        self.tabs.setCurrentIndex(_DOCUMENT_TAB)
        self.document.show_source(place)
        self.document.focus_text()

    def _on_places_selected(self, page: int, start: int, end: int) -> None:
        """Marks the sentences that rest on what is selected in the document."""
        if (shown := self._shown()) is not None:
            resting = resting_on(shown.items, Place(page, start, end))
            self.summary.mark_resting_on(resting if end > start else None)

    def _back_to_summary(self) -> None:
        self.tabs.setCurrentIndex(self.side.tab)
        self.side.focus_rows()

    def _on_search(self, words: str) -> None:
        self.tabs.setCurrentIndex(_DOCUMENT_TAB)
        self.document.open_search(words)

    def _on_tab_changed(self, index: int) -> None:
        if index < _DOCUMENT_TAB:
            self.side.bar.setCurrentIndex(index)
        self.arrange()

    def _on_side_changed(self, index: int) -> None:
        if self.tabs.currentIndex() != _DOCUMENT_TAB:
            self.tabs.setCurrentIndex(index)

    # How it is made

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.document)
        splitter.addWidget(self.side)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 44)
        splitter.setStretchFactor(1, 56)
        splitter.setSizes([4400, 5600])
        column = spacing.column(self._theme, self, gap=0)
        column.addWidget(self.header)
        tab_row = spacing.column(self._theme, gap=0, margins=(20, 0, 20, 0))
        tab_row.addWidget(self.tabs)
        column.addLayout(tab_row)
        column.addWidget(rule())
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.summary.sentences.search_requested.connect(self._on_search)
        self.summary.source_requested.connect(self._on_source)
        self.side.place_requested.connect(self._on_source)
        self.side.tab_changed.connect(self._on_side_changed)
        self.document.left.connect(self._back_to_summary)
        self.document.places_selected.connect(self._on_places_selected)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._theme.changed.connect(self.arrange)
