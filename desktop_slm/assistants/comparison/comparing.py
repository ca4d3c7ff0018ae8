"""Comparing two files: each is read in a reader child, both are compared in the analysis child.

Blocks; needs no model, no network and no database, and keeps nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.assistants.comparison import wire
from desktop_slm.assistants.comparison.comparison import Comparison
from desktop_slm.documents import reading
from desktop_slm.documents import wire as documents_wire
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Contents, Progress, ReadingCancelled
from desktop_slm.errors import ComparisonFailed
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_TIME_LIMIT_S = 300.0

Source = Path | Contents | Document


class ReadDocument(Protocol):
    """Reads a document, as `reading.read` does."""

    def __call__(
        self,
        path: Path | Contents,
        on_progress: Callable[[Progress], None],
        cancel: threading.Event,
        /,
        *,
        ocr: bool = False,
    ) -> Document:
        """Returns the document; with `ocr` also the words in pictures of pages."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is done now: a file is read, so many pages of so many, or (no name) both compared."""

    name: str
    read: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents and what happened between them."""

    before: Document
    after: Document
    comparison: Comparison


def compare(
    before: Source,
    after: Source,
    *,
    ocr: bool = False,
    on_step: Callable[[Step], None] = lambda step: None,
    cancellation: Cancellation | None = None,
    read: ReadDocument = reading.read,
    start_worker: Callable[[], Worker] = lambda: Worker("analysis"),
) -> Compared:
    """Compares two versions; one that was read already is not read again.

    Raises DocumentError, ComparisonFailed, Cancelled.
    """
    wish = cancellation or Cancellation()
    stopped = threading.Event()
    wish.when_cancelled(stopped.set)

    def opened(source: Source) -> Document:
        wish.check()
        if isinstance(source, Document):
            return source
        on_step(Step(source.name))
        try:
            return read(
                source,
                lambda event: on_step(Step(source.name, event.read, event.pages)),
                stopped,
                ocr=ocr,
            )
        except ReadingCancelled:
            raise Cancelled from None

    documents = opened(before), opened(after)
    on_step(Step(""))
    return Compared(*documents, _compared(*documents, wish, start_worker))


def _compared(
    before: Document, after: Document, wish: Cancellation, start_worker: Callable[[], Worker]
) -> Comparison:
    worker = start_worker()
    wish.when_cancelled(worker.kill)
    try:
        worker.start()
        wish.check()  # a kill before the start had nothing to end
        replies = worker.request(
            "compare", before=documents_wire.to_dict(before), after=documents_wire.to_dict(after)
        )
        return wire.from_dict(replies.result(_TIME_LIMIT_S).fields["comparison"])
    except (WorkerEnded, WorkerSilent) as error:
        wish.check()
        raise ComparisonFailed(details=str(error)) from None
    finally:
        worker.stop(grace_s=0.3)
