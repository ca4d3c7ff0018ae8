"""Several documents in the analysis child; each index is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from desktop_slm.assistants.document_sets import joined_findings, vector_search
from desktop_slm.assistants.document_sets.term_search import TermSearch
from desktop_slm.assistants.document_sets.vector_search import VectorSearch
from desktop_slm.assistants.evidence import Finding
from desktop_slm.assistants.opened_document import OpenedDocument
from desktop_slm.documents import wire
from desktop_slm.documents.document import Document
from desktop_slm.errors import Invariant
from desktop_slm.workers import host

# How far down each of the two rankings is looked.
_RANKED = 200


class OpenedSet:
    """Documents with their passages, counted from 0 through all of them."""

    def __init__(self) -> None:
        self._documents: list[OpenedDocument] = []
        self._passages: list[tuple[int, int]] = []  # document, passage in it
        self._terms: TermSearch | None = None
        self._vectors: VectorSearch | None = None

    def add(self, document: Document) -> None:
        """Takes the next document."""
        self._documents.append(OpenedDocument(document))

    def find(self, sentence: str, documents: Sequence[int] | None = None) -> Finding:
        """Returns what supports a sentence in these documents, or in all of them."""
        numbers = range(len(self._documents)) if documents is None else documents
        parts = joined_findings.clauses(sentence) if len(numbers) > 1 else []
        if not parts:
            return self._joined(sentence, numbers)
        # What is put together from several documents is as sure as its least sure clause.
        return joined_findings.of_clauses([self._joined(part, numbers) for part in parts])

    def _joined(self, sentence: str, numbers: Iterable[int]) -> Finding:
        return joined_findings.join(
            (number, self._documents[number].evidence.find(sentence)) for number in numbers
        )

    def take_passages(self, spans: Sequence[Sequence[Sequence[Sequence[int]]]]) -> None:
        """Takes the passages of each document: for each its stretches of pages."""
        self._passages = [
            (document, passage)
            for document, passages in enumerate(spans)
            for passage in range(len(passages))
        ]
        self._terms = TermSearch(
            " ".join(self._documents[document].document.text(*span) for span in stretches)
            for document, passages in enumerate(spans)
            for stretches in passages
        )
        self._vectors = None

    def take_vectors(self, values: bytes, size: int) -> None:
        """Takes a vector for each passage."""
        self._vectors = VectorSearch(vector_search.divided(values, size))

    def rank(
        self, question: str, most: int, vector: Sequence[float] = ()
    ) -> list[tuple[int, int, float]]:
        """Returns document, passage and score of the best passages, best first."""
        if self._terms is None:
            raise Invariant(details="no passages were given")
        if self._vectors is None or not vector:
            best = self._terms.rank(question, most)
        else:
            by_terms = [number for number, _ in self._terms.rank(question, _RANKED)]
            best = vector_search.fused([by_terms, self._vectors.rank(vector, _RANKED)], most)
        return [(*self._passages[number], round(score, 4)) for number, score in best]


class SetJobs:
    """What the parent can ask of a set; each takes a request and gives its answer."""

    def __init__(self) -> None:
        self._set = OpenedSet()

    def jobs(self) -> dict[str, host.Job]:
        """Returns them by name."""
        return {
            "set_add": self._add,
            "set_evidence": self._evidence,
            "set_passages": self._passages,
            "set_vectors": self._vectors,
            "set_rank": self._rank,
        }

    def _add(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        self._set.add(wire.from_dict(request["document"]))
        return {}

    def _evidence(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        documents = request["documents"]
        found = (self._set.find(str(each), documents) for each in request["sentences"])
        return {"findings": [asdict(finding) for finding in found]}

    def _passages(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        self._set.take_passages(request["passages"])
        return {}

    def _vectors(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        self._set.take_vectors(payload, int(request["size"]))
        return {}

    def _rank(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        vector = request.get("vector", ())
        return {"best": self._set.rank(str(request["question"]), int(request["most"]), vector)}
