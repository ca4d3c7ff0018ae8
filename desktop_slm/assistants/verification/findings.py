"""What a check of an export finds, with the sentence that a person reads.

As with errors, `sentence` is a template in plain English that the terminal prints and the window
translates. Its fields may hold file names, so a finding never goes to a log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desktop_slm.assistants.exports.parts import Part, PartKind


class FindingKind(StrEnum):
    """What was found."""

    TITLE_CHANGED = "title changed"
    NOTICE_CHANGED = "notice changed"
    COVERAGE_CHANGED = "coverage changed"
    SENTENCE_CHANGED = "sentence changed"
    FOOTNOTE_CHANGED = "footnote changed"
    RECEIPT_CHANGED = "receipt changed"
    FRAME_CHANGED = "frame changed"
    DATA_CHANGED = "data changed"
    HASH_CHANGED = "hash changed"
    FILE_CHANGED = "file changed"
    TEXT_ADDED = "text added"
    SAVED_AGAIN = "saved again"
    OTHER_DOCUMENT = "other document"
    DOCUMENT_NOT_GIVEN = "document not given"
    PAGES_DIFFER = "pages differ"
    PAGES_UNACCOUNTED = "pages unaccounted"
    PAGES_NOT_READ = "pages not read"
    QUOTE_MISSING = "quote missing"
    QUOTE_ELSEWHERE = "quote elsewhere"


_SENTENCES = {
    FindingKind.TITLE_CHANGED: "The title was changed after the export.",
    FindingKind.NOTICE_CHANGED: "The notice over the summary was changed after the export.",
    FindingKind.COVERAGE_CHANGED: (
        "What is said on the pages that were read, or on how much a person checked, was changed "
        "after the export."
    ),
    FindingKind.SENTENCE_CHANGED: "Sentence {number} was changed after the export.",
    FindingKind.FOOTNOTE_CHANGED: (
        "Footnote {number} was changed after the export: its place or its quote."
    ),
    FindingKind.RECEIPT_CHANGED: "The receipt was changed after the export.",
    FindingKind.FRAME_CHANGED: (
        "Something beside sentences, footnotes and receipt was changed after the export."
    ),
    FindingKind.DATA_CHANGED: (
        "The data for this check, which the file carries, was changed or damaged after the export."
    ),
    FindingKind.HASH_CHANGED: "The hashes in the receipt were changed after the export.",
    FindingKind.FILE_CHANGED: "The file was changed or damaged after the export.",
    FindingKind.TEXT_ADDED: "Something was added after the export.",
    FindingKind.SAVED_AGAIN: (
        "Another program saved the file again. Its words are as they were exported; its look may "
        "not be."
    ),
    FindingKind.OTHER_DOCUMENT: (
        "“{name}” is another file than the one that was summarized, or another version of it: its "
        "SHA-256 begins with {found}, that of “{expected_name}” in the receipt with {expected}."
    ),
    FindingKind.DOCUMENT_NOT_GIVEN: "“{name}” was summarized, too, and was not given to the check.",
    FindingKind.PAGES_DIFFER: "Pages or parts of “{name}”: {found}; the receipt says {expected}.",
    FindingKind.PAGES_UNACCOUNTED: (
        "The receipt does not say whether these pages of “{name}” were read: {pages}."
    ),
    FindingKind.PAGES_NOT_READ: (
        "The receipt says that these pages of “{name}” were read, but they have no text: {pages}."
    ),
    FindingKind.QUOTE_MISSING: "The quote of footnote {number} is not on page {page}.",
    FindingKind.QUOTE_ELSEWHERE: (
        "The quote of footnote {number} is not at its place on page {page}; it is on page {found}."
    ),
}
_BY_PART = {
    PartKind.TITLE: FindingKind.TITLE_CHANGED,
    PartKind.NOTICE: FindingKind.NOTICE_CHANGED,
    PartKind.COVERAGE: FindingKind.COVERAGE_CHANGED,
    PartKind.SENTENCE: FindingKind.SENTENCE_CHANGED,
    PartKind.FOOTNOTE: FindingKind.FOOTNOTE_CHANGED,
    PartKind.RECEIPT: FindingKind.RECEIPT_CHANGED,
    PartKind.DATA: FindingKind.DATA_CHANGED,
    PartKind.FRAME: FindingKind.FRAME_CHANGED,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found."""

    kind: FindingKind
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def template(self) -> str:
        """The sentence with its fields still open."""
        return _SENTENCES[self.kind]

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return self.template.format(**self.fields)

    @property
    def is_fault(self) -> bool:
        """Whether the export cannot be relied on because of it."""
        return self.kind is not FindingKind.SAVED_AGAIN


def of_part(part: Part) -> Finding:
    """Returns the finding that a part was changed."""
    fields = {"number": part.number} if part.number else {}
    return Finding(_BY_PART[part.kind], fields)


ADDED = Finding(FindingKind.TEXT_ADDED)


def once(findings: list[Finding]) -> list[Finding]:
    """Returns the findings, each once, in their order."""
    kept: list[Finding] = []
    seen = set()
    for finding in findings:
        key = (finding.kind, tuple(finding.fields.items()))
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept
