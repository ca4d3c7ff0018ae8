"""Looks into the documents of a digest for the sentences that a person wrote in it.

One analysis child is kept for the digest that is shown, and started by the first such sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.digests.source import name_of
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.documents.document import Document
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job
from desktop_slm.ui.summaries.running.kept_analysis import KeptPlace
from desktop_slm.ui.summaries.work import Work

if TYPE_CHECKING:
    from desktop_slm.assistants.document_sets.set_analysis import SetAnalysis


class DigestLook(QObject):
    """Looks as the making did: a sentence that names a file is looked for in that one."""

    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._place: KeptPlace[SetAnalysis] = KeptPlace()
        self._documents: list[Document] = []
        self.destroyed.connect(self._place.clear)

    def look_away(self) -> None:
        """Shows nothing any more: the child ends."""
        self._documents = []
        self._place.clear()

    def look_again(
        self, work: Work, form: Form, item: Item, on_found: Callable[[Item], None]
    ) -> None:
        """Searches the documents of a digest for an item that a person wrote."""
        if work.opened is None:
            return
        documents = [each.document for each in (work.opened, *work.others)]
        self._take(documents)
        child = self._place.child
        assert child is not None

        def question(analysis: SetAnalysis) -> Item:
            from desktop_slm.assistants.document_sets.named_documents import NamedDocuments
            from desktop_slm.assistants.summaries.items import looked_for_again
            from desktop_slm.assistants.summaries.sources import Sources

            looking = NamedDocuments(analysis, [name_of(each) for each in documents])
            return looked_for_again(form, item, Sources(looking))

        def ask(job: Job) -> Item:
            job.when_cancelled(child.end)
            return child.ask(question)

        def on_failure(error: DesktopSlmError) -> None:
            if child is self._place.child:  # else it was ended for another digest
                self.failed.emit(error)

        self._core.operations.run(self, ask, on_success=on_found, on_failure=on_failure)

    def _take(self, documents: list[Document]) -> None:
        is_same = len(documents) == len(self._documents) and all(
            one is other for one, other in zip(documents, self._documents, strict=True)
        )
        if is_same and self._place.child is not None:
            return
        self._documents = documents

        def make() -> SetAnalysis:
            from desktop_slm.assistants.document_sets.set_analysis import SetAnalysis

            return SetAnalysis(documents)

        self._place.take(make)
