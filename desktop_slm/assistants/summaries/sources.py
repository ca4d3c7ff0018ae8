"""Turns notes into items: their sentences, each once, with the places that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from desktop_slm.assistants.evidence import Finding
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.documents.sentences import split


class Looking(Protocol):
    """What looks for sentences: in one document, or in several."""

    def evidence(self, sentences: Sequence[str]) -> list[Finding]:
        """Returns what supports each sentence. Raises AnalysisFailed."""


class Sources:
    """Looks for each sentence once, however often it is asked for."""

    def __init__(self, analysis: Looking) -> None:
        self._analysis = analysis
        self._found: dict[str, Item] = {}

    def items(self, texts: Iterable[str]) -> tuple[Item, ...]:
        """Returns the sentences of the texts with their evidence. Raises AnalysisFailed."""
        sentences = sentences_of(texts)
        new = [sentence for sentence in sentences if sentence not in self._found]
        if new:
            findings = self._analysis.evidence(new)
            self._found.update(zip(new, map(_item, new, findings), strict=True))
        return tuple(self._found[sentence] for sentence in sentences)


def _item(sentence: str, finding: Finding) -> Item:
    return Item(
        sentence,
        finding.evidence,
        finding.support,
        finding.unknown,
        doubts=finding.doubts,
        missing=finding.missing,
    )


def sentences_of(texts: Iterable[str]) -> list[str]:
    """Returns the sentences of notes, list marks taken off, each once."""
    found: dict[str, None] = {}
    for text in texts:
        for start, end in split(text):
            sentence = text[start:end].strip().lstrip("-*•· \t").strip()
            if any(character.isalnum() for character in sentence):
                found.setdefault(sentence)
    return list(found)
