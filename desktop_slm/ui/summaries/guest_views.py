"""Views that stand in the page's place for a while: a comparison, and what a set can be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.summaries.running.file_reading import ReadFile
from desktop_slm.ui.summaries.work import Work

if TYPE_CHECKING:
    from desktop_slm.ui.summaries.asking.document_set import DocumentSet
    from desktop_slm.ui.summaries.asking.set_view import SetView
    from desktop_slm.ui.summaries.comparison.comparison_view import ComparisonView


class GuestViews(QObject):
    """Makes such a view in the page's stack, and lets go of it; there is one at most."""

    comparison_closed = Signal()
    set_opened = Signal()  # to be asked
    set_closed = Signal()
    summaries_changed = Signal()
    models_requested = Signal()

    def __init__(
        self, core: Core, stack: QStackedWidget, dialogs: FileDialogs, read_file: ReadFile
    ) -> None:
        super().__init__(stack)
        self._core = core
        self._stack = stack
        self._dialogs = dialogs
        self._read_file = read_file
        self.comparison: ComparisonView | None = None
        self.set_view: SetView | None = None

    def compare(self, shown: Work | None) -> None:
        """Opens a comparison; the shown document is the earlier version."""
        from desktop_slm.ui.summaries.comparison.comparison_view import ComparisonView

        self.leave_comparison()
        self.comparison = view = ComparisonView(self._core, self._dialogs, self._read_file)
        view.closed.connect(self._on_comparison_closed)
        self._show(view)
        if shown is not None and shown.opened is not None:
            view.take(shown.opened.document, is_after=False)
        view.focus_first()

    def ask_about(
        self,
        summaries: Sequence[int],
        question_id: int | None,
        on_failure: Callable[[DesktopSlmError], object],
    ) -> None:
        """Opens what the documents of stored summaries can be asked, once they are read.

        What was asked before is shown at once, where one of the questions is meant.
        """
        from desktop_slm.ui.summaries.asking import stored_works

        def on_success(works: Sequence[Work]) -> None:
            self.ask(works)
            if question_id is not None and self.set_view is not None:
                self.set_view.show_question(question_id)

        data = self._core.data
        if data is not None:
            self._core.operations.run(
                self,
                lambda job: stored_works.works_of(data, summaries, job.check),
                on_success=on_success,
                on_failure=on_failure,
            )

    def ask(self, works: Sequence[Work], *, makes_digest: bool = False) -> None:
        """Opens what these documents can be asked, unless nothing of them was stored yet."""
        from desktop_slm.ui.summaries.asking.document_set import DocumentSet

        found = DocumentSet.of_works(works)
        if found.members:
            view = self._show_set(found)
            if makes_digest:
                view.make_digest()
            self.set_opened.emit()

    def show_digest(self, work: Work) -> None:
        """Opens a digest with what its documents can be asked."""
        from desktop_slm.ui.summaries.asking.document_set import DocumentSet

        self._show_set(DocumentSet.of_digest(work)).show_digest(work)

    def focus_first(self) -> bool:
        """Puts the focus into the view; returns no where there is none."""
        view = self.comparison or self.set_view
        if view is not None:
            view.focus_first()
        return view is not None

    def leave(self) -> None:
        """Lets go of the view, whichever it is."""
        self.leave_comparison()
        self.leave_set()

    def leave_set(self) -> None:
        """Lets go of a set; what is under way there stops, and what was read is kept."""
        if self.set_view is not None:
            self.set_view.leave()
            self._drop(self.set_view)
            self.set_view = None

    def leave_comparison(self) -> None:
        """Lets go of a comparison, of which nothing is stored."""
        if self.comparison is not None:
            self._drop(self.comparison)
            self.comparison = None

    def _show_set(self, found: DocumentSet) -> SetView:
        from desktop_slm.ui.summaries.asking.set_view import SetView

        self.leave()
        self.set_view = view = SetView(self._core, found, self._dialogs)
        view.closed.connect(self.set_closed)
        view.summaries_changed.connect(self.summaries_changed)
        view.models_requested.connect(self.models_requested)
        self._show(view)
        view.focus_first()
        return view

    def _on_comparison_closed(self) -> None:
        self.leave_comparison()
        self.comparison_closed.emit()

    def _show(self, view: ComparisonView | SetView) -> None:
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _drop(self, view: ComparisonView | SetView) -> None:
        self._stack.removeWidget(view)
        view.deleteLater()
