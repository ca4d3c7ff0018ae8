"""The right side of the page: the summary, the document at a glance, what is not in the summary."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.glance.glance_pane import GlancePane
from desktop_slm.ui.summaries.glance.omissions_pane import OmissionsPane
from desktop_slm.ui.summaries.running.stage_words import StageWords
from desktop_slm.ui.summaries.summary_pane import SummaryPane
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.rule import rule
from desktop_slm.ui.widgets.tab_bar import TabBar


class Tab(IntEnum):
    """The tabs in their order."""

    SUMMARY = 0
    GLANCE = 1
    OMISSIONS = 2


class SummaryTabs(QWidget):
    """Chooses a tab for the person until the person chooses one."""

    place_requested = Signal(object)  # Place
    tab_changed = Signal(int)

    def __init__(
        self, theme: Theme, words: Words, summary: SummaryPane, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stages = StageWords(self)
        self._work: Work | None = None
        self._was_chosen = self._is_choosing = False
        self.summary = summary
        self.glance = GlancePane(theme, words)
        self.omissions = OmissionsPane(theme, words)
        self.bar = TabBar(self.tr("What to see of the document"))
        for name in self.names():
            self.bar.add(name)
        self._stack = QStackedWidget()
        for pane in (self.summary, self.glance, self.omissions):
            self._stack.addWidget(pane)
        for rows in (self.glance, self.omissions):
            rows.place_requested.connect(self.place_requested)
        self.bar.currentChanged.connect(self._on_changed)
        self._line = rule()
        column = spacing.column(theme, self, gap=0)
        tab_row = spacing.column(theme, gap=0, margins=(20, 4, 20, 0))
        tab_row.addWidget(self.bar)
        column.addLayout(tab_row)
        column.addWidget(self._line)
        column.addWidget(self._stack, 1)

    def show_work(self, work: Work) -> None:
        """Shows how things stand with a work in all tabs."""
        if work is not self._work:
            self._work, self._was_chosen = work, False
        has_text = work.opened is not None
        self.glance.show_work(work, self._stages.long(work) if not work.items else "")
        self.omissions.show_work(work)
        if not has_text:
            self.choose(Tab.SUMMARY)
        elif not self._was_chosen and not self._is_used():
            # Until there is something of a summary, the document's own words are there to read.
            is_coming = work.is_running and not work.items
            self.choose(Tab.GLANCE if is_coming else Tab.SUMMARY)

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return Tab(self.bar.currentIndex())

    def names(self) -> tuple[str, ...]:
        """Returns the names of the tabs."""
        return self.tr("Summary"), self.tr("At a glance"), self.tr("Not in the summary")

    def show_bar(self, is_shown: bool) -> None:
        """Shows its own tabs, or leaves them to those of the page."""
        self.bar.setVisible(is_shown)
        self._line.setVisible(is_shown)

    def choose(self, tab: Tab) -> None:
        """Shows a tab for the person; what the bar is set to otherwise, a person has chosen."""
        self._is_choosing = True
        self.bar.setCurrentIndex(tab)
        self._is_choosing = False

    def focus_rows(self) -> bool:
        """Puts the focus on what is read in the shown tab; says whether there is anything."""
        if self.tab is Tab.GLANCE:
            return self.glance.column.focus_row()
        if self.tab is Tab.OMISSIONS:
            return self.omissions.column.focus_row()
        return self.summary.sentences.focus_row()

    def _is_used(self) -> bool:
        """Whether a person is reading at a glance just now: then nothing is taken from the eye."""
        if self.tab is not Tab.GLANCE:
            return False
        focused = self.window().focusWidget()
        has_focus = focused is self.bar or self.glance.isAncestorOf(focused)
        return has_focus or self.glance.column.verticalScrollBar().value() > 0

    def _on_changed(self, index: int) -> None:
        self._was_chosen = self._was_chosen or not self._is_choosing
        self._stack.setCurrentIndex(index)
        self.tab_changed.emit(index)
