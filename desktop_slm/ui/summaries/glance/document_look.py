"""Looks into the shown document without a model: its glance at once, then what is omitted.

One analysis child is kept for the document that is shown, so that it is indexed once; another
document, the start page or the end of the page ends it. Its questions wait in line, on threads
that only wait.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.documents.document import Document
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job
from desktop_slm.ui.summaries.running.kept_analysis import KeptPlace
from desktop_slm.ui.summaries.work import Opened, Stage, Work

if TYPE_CHECKING:
    from desktop_slm.assistants.analysis import Analysis
    from desktop_slm.assistants.glance.glance import Glance
    from desktop_slm.assistants.omissions.omissions import Omissions

_T = TypeVar("_T")


class DocumentLook(QObject):
    """Fills `Work.glance` and `Work.omissions` of the work that is shown."""

    work_changed = Signal(object)  # Work

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._place: KeptPlace[Analysis] = KeptPlace()
        self._opened: Opened | None = None
        self._work: Work | None = None
        # The sources whose omissions were asked for; a tick or a move changes none of them.
        self._sources: frozenset[Evidence] | None = None
        self.destroyed.connect(self._place.clear)

    def look_at(self, work: Work) -> None:
        """Looks at what is shown; called whenever something of it may have changed."""
        if work.opened is None:
            return
        if work.opened is not self._opened:
            self._opened, self._work = work.opened, None
            self._place.take(partial(_analysis, work.opened.document))
        if work is not self._work:
            self._work, self._sources = work, None
            if work.glance is None:
                self._ask_glance(work)
        self._look_for_omissions(work)

    def look_away(self) -> None:
        """Shows nothing any more: the child ends."""
        self._opened = self._work = self._sources = None
        self._place.clear()

    def try_again(self, work: Work) -> None:
        """Asks again for what could not be had."""
        work.look_error = None
        self.look_away()
        self.look_at(work)

    def _look_for_omissions(self, work: Work) -> None:
        """Asks where the items are others than before; those still being made are too early."""
        if work.is_running or work.stage is Stage.WAITING or not work.items:
            work.omissions, self._sources = None, None
        elif (sources := _sources_of(work)) != self._sources:
            self._sources = sources
            self._ask_omissions(work, sources)

    def look_again(
        self, work: Work, form: Form, item: Item, on_found: Callable[[Item], None]
    ) -> None:
        """Searches the document for an item that a person wrote; only for the shown work."""

        def question(analysis: Analysis) -> Item:
            from desktop_slm.assistants.summaries.items import looked_for_again
            from desktop_slm.assistants.summaries.sources import Sources

            return looked_for_again(form, item, Sources(analysis))

        if self._place.child is not None and work is self._work:
            self._ask(work, question, on_found)

    def _ask_glance(self, work: Work) -> None:
        def on_success(glance: Glance) -> None:
            work.glance, work.look_error = glance, None
            self.work_changed.emit(work)

        self._ask(work, lambda analysis: analysis.glance(), on_success)

    def _ask_omissions(self, work: Work, sources: frozenset[Evidence]) -> None:
        def on_success(omissions: Omissions) -> None:
            if sources == self._sources and work is self._work and not work.is_running:
                work.omissions, work.look_error = omissions, None
                self.work_changed.emit(work)

        places = sorted(sources, key=lambda each: (each.page, each.start, each.end))
        self._ask(work, lambda analysis: analysis.omissions(places), on_success)

    def _ask(
        self, work: Work, question: Callable[[Analysis], _T], on_success: Callable[[_T], None]
    ) -> None:
        child = self._place.child
        assert child is not None

        def ask(job: Job) -> _T:
            job.when_cancelled(child.end)
            return child.ask(question)

        def on_failure(error: DesktopSlmError) -> None:
            if child is self._place.child:  # else it was ended for another document
                work.look_error = error
                self.work_changed.emit(work)

        self._core.operations.run(self, ask, on_success=on_success, on_failure=on_failure)


def _sources_of(work: Work) -> frozenset[Evidence]:
    return frozenset(evidence for item in work.items for evidence in item.evidence)


def _analysis(document: Document) -> Analysis:
    # Not at the window's start: it brings much with it.
    from desktop_slm.assistants.analysis import Analysis

    return Analysis(document)
