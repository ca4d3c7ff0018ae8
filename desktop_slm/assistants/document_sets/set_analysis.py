"""A set of documents in an analysis child, seen from its parent."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from desktop_slm.assistants.analysis import Stretch
from desktop_slm.assistants.analysis_worker import AnalysisWorker, StartWorker, analysis_worker
from desktop_slm.assistants.evidence import Finding
from desktop_slm.documents.document import Document

# Sentences a question: in a set of many long documents each takes its time.
_SENTENCES_AT_ONCE = 20


class Ranked(NamedTuple):
    """A passage that a question leads to."""

    document: int
    passage: int
    score: float


class SetAnalysis(AnalysisWorker):
    """Looks into several documents, counted from 0. Blocks; leaving a `with` ends the child."""

    def __init__(self, documents: Sequence[Document], start: StartWorker = analysis_worker) -> None:
        super().__init__(documents, "set_add", start)

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
            reply = self.ask("set_evidence", sentences=some, documents=chosen)
            found += map(Finding.from_dict, reply.fields["findings"])
        return found

    def take_passages(self, passages: Sequence[Sequence[Sequence[Stretch]]]) -> None:
        """Takes the stretches of every passage of each document. Raises AnalysisFailed."""
        spans = [
            [[(each.page, each.start, each.end) for each in stretches] for stretches in document]
            for document in passages
        ]
        self.ask("set_passages", passages=spans)

    def take_vectors(self, vectors: Sequence[array[float]]) -> None:
        """Takes a vector for each passage, through all documents. Raises AnalysisFailed."""
        values = b"".join(vector.tobytes() for vector in vectors)
        self.ask("set_vectors", values, size=len(vectors[0]) if vectors else 0)

    def rank(self, question: str, most: int, vector: Sequence[float] = ()) -> list[Ranked]:
        """Returns the passages that a question leads to, best first. Raises AnalysisFailed."""
        reply = self.ask("set_rank", question=question, most=most, vector=list(vector))
        return [Ranked(*each) for each in reply.fields["best"]]
