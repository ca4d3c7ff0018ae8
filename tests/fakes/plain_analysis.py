"""An analysis without a child: a sentence is found where its words stand just so."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.assistants.analysis import Analysis, Stretch
from desktop_slm.assistants.evidence import Evidence, Finding, Place, Support
from desktop_slm.documents.document import Document
from desktop_slm.documents.sentences import split


class PlainAnalysis(Analysis):
    """Finds sentences word by word; the first sentence of a stretch is its key sentence."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._plain = document

    def evidence(self, sentences: Sequence[str]) -> list[Finding]:
        return [self._find(sentence) for sentence in sentences]

    def key_sentences(
        self, passages: Sequence[Sequence[Stretch]], share: float
    ) -> list[list[Place]]:
        return [[self._first(span) for span in spans] for spans in passages]

    def _find(self, sentence: str) -> Finding:
        for page in self._plain.pages:
            words = sentence.rstrip(".")
            start = page.text.find(words)
            if start >= 0:
                end = start + len(words)
                return Finding(Support.FULL, (Evidence(page.number, start, end, words, 1.0),))
        return Finding(Support.NONE)

    def _first(self, span: Stretch) -> Place:
        start, end = split(self._plain.text(span.page, span.start, span.end))[0]
        return Place(span.page, span.start + start, span.start + end)
