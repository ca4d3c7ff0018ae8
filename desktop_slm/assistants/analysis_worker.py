"""The analysis child seen from its parent: started by the first question, given documents once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

from desktop_slm.documents import wire
from desktop_slm.documents.document import Document
from desktop_slm.errors import AnalysisFailed
from desktop_slm.workers.channel import Message
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_TIME_LIMIT_S = 120.0
StartWorker = Callable[[], Worker]


def analysis_worker() -> Worker:
    """Returns a child that is not started yet."""
    return Worker("analysis")


class AnalysisWorker:
    """A child that holds documents. Blocks; leaving a `with` ends it."""

    def __init__(self, documents: Sequence[Document], opening: str, start: StartWorker) -> None:
        """`opening` is the job by which the child takes a document."""
        self._documents = documents
        self._opening = opening
        self._worker = start()
        self._is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child."""
        self._worker.stop(grace_s=0.3)

    def ask(self, job: str, payload: bytes = b"", **fields: Any) -> Message:
        """Returns the child's answer. Raises AnalysisFailed."""
        with self._watched():
            return self._worker.request(job, payload, **fields).result(_TIME_LIMIT_S)

    def events(self, job: str, payload: bytes = b"", **fields: Any) -> Iterator[Message]:
        """Yields what the child answers before it is done. Raises AnalysisFailed."""
        with self._watched():
            replies = self._worker.request(job, payload, **fields)
            while (message := replies.next(_TIME_LIMIT_S)).fields["event"] != "done":
                yield message

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Opens the child where that was not done yet, and words its death."""
        try:
            if not self._is_open:
                self._worker.start()
                for document in self._documents:
                    request = self._worker.request(self._opening, document=wire.to_dict(document))
                    request.result(_TIME_LIMIT_S)
                self._is_open = True
            yield
        except (WorkerEnded, WorkerSilent) as error:
            raise AnalysisFailed(details=str(error)) from None
