"""Sentences that name the file they speak of: the name is no claim, and tells where to look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_slm.assistants.document_sets import joined_findings
from desktop_slm.assistants.document_sets.set_analysis import SetAnalysis
from desktop_slm.assistants.evidence import Finding, Support

_BEFORE = r"(?:(?:according to|in|as per|laut|gemäß|selon|d'après|dans)\s+(?:the\s+)?)?[“\"'«*`(]*"
_AFTER = (
    r"[”\"'»*`)]*(?:\s*[,:]|\s+(?:says|states|said|sagt|besagt|steht|dit|indique)"
    r"(?:\s*,)?(?:\s+(?:that|dass|que))?)?\s*"
)


class NamedDocuments:
    """Looks for sentences in a set of documents; one that names files is looked for in those.

    So "a.pdf says 900" has no support where only b.pdf does.
    """

    def __init__(self, analysis: SetAnalysis, names: Sequence[str]) -> None:
        self._analysis = analysis
        self._patterns = [
            (number, re.compile(_BEFORE + re.escape(name) + _AFTER, re.IGNORECASE))
            for number, name in enumerate(names)
            if len(name) > 2
        ]

    def evidence(self, sentences: Sequence[str]) -> list[Finding]:
        """Returns what supports each sentence. Raises AnalysisFailed."""
        parted = [self._parted(sentence) for sentence in sentences]
        plain = [text for text, numbers in parted if not numbers]
        found = iter(self._analysis.evidence(plain) if plain else ())
        return [
            self._named(sentence, text, numbers) if numbers else next(found)
            for sentence, (text, numbers) in zip(sentences, parted, strict=True)
        ]

    def _named(self, sentence: str, text: str, numbers: Sequence[int]) -> Finding:
        if len(numbers) > 1:
            found = self._of_clauses(sentence)
            if found is not None:
                return found
        if not any(map(str.isalnum, text)):
            return Finding(Support.NONE)
        return self._analysis.evidence([text], numbers)[0]

    def _of_clauses(self, sentence: str) -> Finding | None:
        """Returns the finding where each clause names the one document that it speaks of."""
        findings: list[Finding] = []
        for clause in joined_findings.clauses(sentence):
            text, numbers = self._parted(clause)
            if len(numbers) != 1:
                return None
            findings += self._analysis.evidence([text], numbers)
        return joined_findings.of_clauses(findings) if findings else None

    def _parted(self, sentence: str) -> tuple[str, list[int]]:
        """Returns the sentence without the names in it, and whose those are."""
        numbers = []
        for number, pattern in self._patterns:
            parted = pattern.sub("", sentence)
            if parted != sentence:
                numbers.append(number)
                sentence = parted
        return (sentence[:1].upper() + sentence[1:] if numbers else sentence), numbers
