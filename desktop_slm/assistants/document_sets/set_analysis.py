"""A set of documents in an analysis child, seen from its parent."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, NamedTuple

from desktop_slm.assistants.analysis import Stretch
from desktop_slm.assistants.evidence import Finding
from desktop_slm.documents import wire
from desktop_slm.documents.document import Document
from desktop_slm.errors import AnalysisFailed
from desktop_slm.workers.channel import Message
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_TIME_LIMIT_S = 120.0
# Sentences a question: in a set of many long documents each takes its time.
_SENTENCES_AT_ONCE = 20


class Ranked(NamedTuple):
    """A passage that a question leads to."""

    document: int
    passage: int
    score: float


class SetAnalysis:
    """Looks into several documents, counted from 0. Blocks; leaving a `with` ends the child."""

    def __init__(
        self,
        documents: Sequence[Document],
        start_worker: Callable[[], Worker] = lambda: Worker("analysis"),
    ) -> None:
        self._documents = documents
        self._worker = start_worker()
        self._is_open = False

    def __enter__(self) -> SetAnalysis:
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

    def evidence(
        self, sentences: Sequence[str], documents: Sequence[int] | None = None
    ) -> list[Finding]:
        """Returns what supports each sentence in these documents, or in all of them.

        Raises AnalysisFailed.
        """
        chosen = None if documents is None else list(documents)
        found: list[Finding] = []
        for start in range(0, len(sentences), _SENTENCES_AT_ONCE):
            some = list(sentences[start : start + _SENTENCES_AT_ONCE])
            reply = self._ask("set_evidence", sentences=some, documents=chosen)
            found += map(Finding.from_dict, reply.fields["findings"])
        return found

    def take_passages(self, passages: Sequence[Sequence[Sequence[Stretch]]]) -> None:
        """Takes the stretches of every passage of each document. Raises AnalysisFailed."""
        spans = [
            [[(each.page, each.start, each.end) for each in stretches] for stretches in document]
            for document in passages
        ]
        self._ask("set_passages", passages=spans)

    def take_vectors(self, vectors: Sequence[array[float]]) -> None:
        """Takes a vector for each passage, through all documents. Raises AnalysisFailed."""
        values = b"".join(vector.tobytes() for vector in vectors)
        self._ask("set_vectors", values, size=len(vectors[0]) if vectors else 0)

    def rank(self, question: str, most: int, vector: Sequence[float] = ()) -> list[Ranked]:
        """Returns the passages that a question leads to, best first. Raises AnalysisFailed."""
        reply = self._ask("set_rank", question=question, most=most, vector=list(vector))
        return [Ranked(*each) for each in reply.fields["best"]]

    def _ask(self, job: str, payload: bytes = b"", **fields: Any) -> Message:
        """Returns the child's answer; the first question starts it and gives it the documents."""
        try:
            if not self._is_open:
                self._worker.start()
                for document in self._documents:
                    replies = self._worker.request("set_add", document=wire.to_dict(document))
                    replies.result(_TIME_LIMIT_S)
                self._is_open = True
            return self._worker.request(job, payload, **fields).result(_TIME_LIMIT_S)
        except (WorkerEnded, WorkerSilent) as error:
            raise AnalysisFailed(details=str(error)) from None
