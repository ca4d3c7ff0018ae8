"""The analysis child seen from its parent: started by the first question, given documents once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
        try:
            if not self._is_open:
                self._worker.start()
                for document in self._documents:
                    self._request(self._opening, document=wire.to_dict(document))
                self._is_open = True
            return self._request(job, payload, **fields)
        except (WorkerEnded, WorkerSilent) as error:
            raise AnalysisFailed(details=str(error)) from None

    def _request(self, job: str, payload: bytes = b"", **fields: Any) -> Message:
        return self._worker.request(job, payload, **fields).result(_TIME_LIMIT_S)
