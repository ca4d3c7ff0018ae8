"""The analysis child: looks for evidence in a document, off the window's interpreter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, NoReturn

from desktop_slm.assistants.evidence import EvidenceIndex, Place
from desktop_slm.documents import wire
from desktop_slm.documents.document import BlockKind, Document
from desktop_slm.documents.sentences import split
from desktop_slm.errors import Invariant
from desktop_slm.workers import host
from desktop_slm.workers.confine import Limits, Profile

_MEMORY_BYTES = 2 << 30


def run() -> NoReturn:
    """Becomes the analysis child."""
    parent = host.connect("analysis", Profile.SEALED, Limits(memory_bytes=_MEMORY_BYTES))
    analysis = _Analysis()
    host.serve_jobs(parent, {"open": analysis.open, "evidence": analysis.evidence})


class _Analysis:
    """The document that is looked at."""

    def __init__(self) -> None:
        self._index: EvidenceIndex | None = None

    def open(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        """Takes a document and indexes its sentences."""
        document = wire.from_dict(request["document"])
        self._index = EvidenceIndex(sentences_of(document))
        return {}

    def evidence(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        """Returns the evidence for each of the given sentences."""
        if self._index is None:
            raise Invariant(details="no document is open")
        return {
            "evidence": [
                [asdict(item) for item in self._index.find(str(sentence))]
                for sentence in request["sentences"]
            ]
        }


def sentences_of(document: Document) -> list[tuple[Place, str]]:
    """Returns the sentences of a document with their places; running heads are left out."""
    found = []
    for page in document.pages:
        repeated = [
            block
            for block in document.blocks
            if block.page == page.number and block.kind is BlockKind.REPEATED
        ]
        for start, end in split(page.text):
            if not any(block.start <= start and end <= block.end for block in repeated):
                found.append((Place(page.number, start, end), page.text[start:end]))
    return found
