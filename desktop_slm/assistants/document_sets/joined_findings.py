"""Joins what single documents say of a sentence; nothing is mixed between them.

A sentence has full support where one document supports all of it. Clauses are looked for each
alone, and may lie in different documents: "the rent is 1,000, while the addendum lowers it to 900".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_slm.assistants.evidence import Evidence, Finding, Support
from desktop_slm.assistants.terms import terms

# A clause with fewer words of its own says too little to be looked for alone.
_LEAST_TERMS = 3
_MOST_DOCUMENTS = 6
_PARTLY_DOCUMENTS = 2
_BORDER = re.compile(
    r";\s+"
    r"|,\s+(?:and|while|whereas|but|und|während|aber|wohingegen|et|tandis que|mais|alors que)\s+"
    r"|\s+(?:while|whereas|während|tandis que|alors que)\s+",
    re.IGNORECASE,
)


def join(findings: Iterable[tuple[int, Finding]]) -> Finding:
    """Returns what documents, each named by its number, say of a sentence together."""
    found = [(_placed(number, finding)) for number, finding in findings]
    if not found:
        return Finding(Support.NONE)
    ranked = sorted(found, key=_strength, reverse=True)
    full = [each for each in ranked if each.support is Support.FULL]
    if full:
        more = (each.evidence[:1] for each in full[1:_MOST_DOCUMENTS])
        evidence = (*full[0].evidence, *(place for places in more for place in places))
        return replace(full[0], evidence=evidence)
    unknown = tuple(word for word in ranked[0].unknown if all(word in o.unknown for o in found))
    missing = tuple(word for word in ranked[0].missing if all(word in o.missing for o in found))
    partly = [each for each in ranked if each.support is Support.PARTIAL][:_PARTLY_DOCUMENTS]
    if not partly:
        return Finding(Support.NONE, (), unknown, ranked[0].doubts, missing)
    evidence = tuple(place for each in partly for place in each.evidence)
    return Finding(Support.PARTIAL, evidence, unknown, partly[0].doubts, missing)


def of_clauses(findings: Sequence[Finding]) -> Finding:
    """Returns the finding of a sentence from those of its clauses: as sure as all of them are."""
    kinds = {each.support for each in findings}
    places = dict.fromkeys(place for each in findings for place in each.evidence)
    return Finding(
        kinds.pop() if len(kinds) == 1 else Support.PARTIAL,
        tuple(places),
        tuple(dict.fromkeys(word for each in findings for word in each.unknown)),
        tuple(dict.fromkeys(doubt for each in findings for doubt in each.doubts)),
        tuple(dict.fromkeys(word for each in findings for word in each.missing)),
    )


def clauses(sentence: str) -> list[str]:
    """Returns the clauses of a sentence that can be looked for alone; [] where it has but one."""
    parts = [part.strip() for part in _BORDER.split(sentence)]
    if len(parts) < 2 or any(len(set(terms(part))) < _LEAST_TERMS for part in parts):
        return []
    return parts


def _placed(number: int, finding: Finding) -> Finding:
    places: tuple[Evidence, ...] = tuple(
        replace(place, document=number) for place in finding.evidence
    )
    return replace(finding, evidence=places)


def _strength(finding: Finding) -> float:
    return sum(place.score for place in finding.evidence)
