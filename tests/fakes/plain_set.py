"""A set of documents that is looked into without a child, by the real indexes."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from desktop_slm.assistants.analysis import Stretch
from desktop_slm.assistants.document_sets.opened_set import OpenedSet
from desktop_slm.assistants.document_sets.set_analysis import Ranked, SetAnalysis
from desktop_slm.assistants.evidence import Finding
from desktop_slm.documents.document import Document


class PlainSet(SetAnalysis):
    """Answers in this process; notes which documents each sentence was looked for in."""

    def __init__(self, documents: Sequence[Document]) -> None:
        super().__init__(documents)
        self.looked_in: list[tuple[str, tuple[int, ...] | None]] = []
        self._set = OpenedSet()
        for document in documents:
            self._set.add(document)

    def evidence(
        self, sentences: Sequence[str], documents: Sequence[int] | None = None
    ) -> list[Finding]:
        chosen = None if documents is None else tuple(documents)
        self.looked_in += [(sentence, chosen) for sentence in sentences]
        return [self._set.find(sentence, documents) for sentence in sentences]

    def take_passages(self, passages: Sequence[Sequence[Sequence[Stretch]]]) -> None:
        self._set.take_passages(
            [
                [
                    [(each.page, each.start, each.end) for each in stretches]
                    for stretches in document
                ]
                for document in passages
            ]
        )

    def take_vectors(self, vectors: Sequence[array[float]]) -> None:
        values = b"".join(vector.tobytes() for vector in vectors)
        self._set.take_vectors(values, len(vectors[0]) if vectors else 0)

    def rank(self, question: str, most: int, vector: Sequence[float] = ()) -> list[Ranked]:
        return [Ranked(*each) for each in self._set.rank(question, most, vector)]
