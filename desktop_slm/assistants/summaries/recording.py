"""A summary made and kept in one go: whatever ends the run, what was read until then is stored."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.records import Record
from desktop_slm.assistants.summaries.summarizer import Emit, Summarizer
from desktop_slm.assistants.summaries.summary import (
    Coverage,
    Item,
    PassageRead,
    Summary,
    SummaryEvent,
    SummaryOptions,
)
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Loading

_KEPT_EVERY_S = 3.0


class Draft:
    """The notes on the passages read so far, in the document's order."""

    def __init__(self) -> None:
        self.coverage: Coverage | None = None
        self._notes: dict[int, tuple[Item, ...]] = {}

    def take(self, event: PassageRead) -> None:
        """Adds the notes on one more passage."""
        self._notes[event.index] = event.items
        self.coverage = event.coverage

    def items(self) -> tuple[Item, ...]:
        """Returns every noted sentence once."""
        found: dict[str, Item] = {}
        for index in sorted(self._notes):
            for item in self._notes[index]:
                found.setdefault(item.text, item)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Recording:
    """What keeps the notes of a run while it goes on."""

    summarizer: Summarizer
    clock: Callable[[], float] = time.monotonic

    def run(
        self,
        record: Record,
        document: Document,
        wanted: SummaryOptions | Plan,
        emit: Emit,
        cancellation: Cancellation,
    ) -> Summary:
        """Makes the summary and stores it, with a draft every few seconds until then.

        Raises what `Summarizer.summarize` raises; the draft is stored by then.
        """
        draft, started = Draft(), self.clock()
        kept_at = started

        def keep() -> None:
            if draft.coverage is not None:
                seconds = round(self.clock() - started, 3)
                record.keep(Summary(draft.items(), draft.coverage, True, seconds))

        def take(event: SummaryEvent | Loading) -> None:
            nonlocal kept_at
            if isinstance(event, PassageRead):
                draft.take(event)
                if self.clock() - kept_at >= _KEPT_EVERY_S:
                    keep()
                    kept_at = self.clock()
            emit(event)

        try:
            summary = self.summarizer.summarize(document, wanted, record.steps, take, cancellation)
        except BaseException:
            keep()
            record.fail()
            raise
        if summary.is_draft and not summary.items:
            record.stop()  # an earlier run may have left more than this one
            return summary
        return record.finish(summary)
