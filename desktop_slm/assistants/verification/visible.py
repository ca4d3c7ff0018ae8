"""Compares the words that an export shows with those that it should show, and names the parts."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop_slm.assistants.exports.written import Written
from desktop_slm.assistants.verification.findings import ADDED, Finding, of_part

# Beyond this the lines that differ are compared one by one; a hostile file costs no more.
_MOST_COMPARED = 1000


def differences(expected: Sequence[Written], found: Sequence[str]) -> list[Finding]:
    """Returns what was changed: the part of each line that is not as it should be."""
    start = _common(expected, found)
    end = _common(expected[start:][::-1], found[start:][::-1])
    lines = expected[start : len(expected) - end]
    others = found[start : len(found) - end]
    if not lines:
        return [ADDED] if others else []
    if len(lines) == len(others) or max(len(lines), len(others)) > _MOST_COMPARED:
        return _one_by_one(lines, others)
    return _aligned(lines, others)


def _common(expected: Sequence[Written], found: Sequence[str]) -> int:
    """Returns how many lines are the same at the start."""
    same = 0
    for line, other in zip(expected, found, strict=False):
        if line.text != other:
            break
        same += 1
    return same


def _one_by_one(lines: Sequence[Written], others: Sequence[str]) -> list[Finding]:
    changed = [line.part for line, other in zip(lines, others, strict=False) if line.text != other]
    changed += [line.part for line in lines[len(others) :]]
    return [of_part(part) for part in changed] + ([ADDED] if len(others) > len(lines) else [])


def _aligned(lines: Sequence[Written], others: Sequence[str]) -> list[Finding]:
    findings: list[Finding] = []
    matcher = SequenceMatcher(None, [line.text for line in lines], others, autojunk=False)
    for kind, first, last, other_first, other_last in matcher.get_opcodes():
        if kind == "insert":
            findings.append(ADDED)
        elif kind != "equal":
            findings += [of_part(line.part) for line in lines[first:last]]
            if other_last - other_first > last - first:
                findings.append(ADDED)
    return findings
