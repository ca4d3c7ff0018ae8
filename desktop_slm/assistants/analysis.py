"""The analysis child seen from its parent: one document, questions about its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.documents import wire
from desktop_slm.documents.document import Document
from desktop_slm.errors import AnalysisFailed
from desktop_slm.workers.channel import Message
from desktop_slm.workers.process import Replies, Worker, WorkerEnded, WorkerSilent

_TIME_LIMIT_S = 120.0


class Analysis:
    """Looks into one document. Blocks; leaving a `with` ends the child."""

    def __init__(
        self,
        document: Document,
        start_worker: Callable[[], Worker] = lambda: Worker("analysis"),
    ) -> None:
        self._document = document
        self._worker = start_worker()
        self._is_open = False

    def __enter__(self) -> Analysis:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child."""
        self._worker.stop(grace_s=0.3)

    def evidence(self, sentences: Sequence[str]) -> list[tuple[Evidence, ...]]:
        """Returns the evidence for each sentence. Raises AnalysisFailed."""
        try:
            if not self._is_open:
                self._worker.start()
                document = wire.to_dict(self._document)
                self._result(self._worker.request("open", document=document))
                self._is_open = True
            reply = self._result(self._worker.request("evidence", sentences=list(sentences)))
        except (WorkerEnded, WorkerSilent) as error:
            raise AnalysisFailed(details=str(error)) from None
        return [
            tuple(Evidence(**evidence) for evidence in found) for found in reply.fields["evidence"]
        ]

    @staticmethod
    def _result(replies: Replies) -> Message:
        return replies.result(_TIME_LIMIT_S)
