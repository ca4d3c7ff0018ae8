"""A comparison as plain JSON values: how it comes from the analysis child, and what `--json` gives.

    {"before": {"file", "sha256", "pages", "pages_without_text": [..], "has_pages"}, "after": {..},
     "equal": true | false,
     "counts": {"added", "removed", "changed", "moved", "matter"},
     "changes": [{"kind": "added|removed|changed|moved", "matters": true | false,
                  "touches": ["number", "date", "name", ..],
                  "before": [{"page", "start", "end", "quote", "marks": [[start, end], ..]}],
                  "after": [..], "before_point": {"page", "at"}, "after_point": {..}}]}

`start`, `end` and `at` count characters of the page's text as `read --json` gives it, and `quote`
is exactly that text; a format without pages has parts in their place. `marks` are the words that
differ. Of what was added `before` is empty, and `before_point` says where it would stand there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_slm.assistants.comparison.comparison import (
    Change,
    ChangeKind,
    Comparison,
    Passage,
    Point,
    Reason,
    Version,
)


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """Returns a comparison as JSON values."""
    counts = {kind.value: count for kind, count in comparison.counts.items()}
    return {
        "before": _version(comparison.before),
        "after": _version(comparison.after),
        "equal": comparison.is_equal,
        "counts": {**counts, "matter": comparison.matters},
        "changes": [_change(change) for change in comparison.changes],
    }


def from_dict(stored: Mapping[str, Any]) -> Comparison:
    """Returns the comparison that `to_dict` described."""
    return Comparison(
        _to_version(stored["before"]),
        _to_version(stored["after"]),
        tuple(_to_change(each) for each in stored["changes"]),
    )


def _version(version: Version) -> dict[str, Any]:
    return {
        "file": version.name,
        "sha256": version.sha256,
        "pages": version.pages,
        "pages_without_text": list(version.unread),
        "has_pages": version.has_pages,
    }


def _to_version(stored: Mapping[str, Any]) -> Version:
    return Version(
        str(stored["file"]),
        str(stored["sha256"]),
        int(stored["pages"]),
        tuple(map(int, stored["pages_without_text"])),
        bool(stored["has_pages"]),
    )


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "matters": change.matters,
        "touches": [reason.value for reason in change.reasons],
        "before": [_passage(passage) for passage in change.before],
        "after": [_passage(passage) for passage in change.after],
        "before_point": {"page": change.before_point.page, "at": change.before_point.at},
        "after_point": {"page": change.after_point.page, "at": change.after_point.at},
    }


def _to_change(stored: Mapping[str, Any]) -> Change:
    return Change(
        ChangeKind(stored["kind"]),
        tuple(map(Reason, stored["touches"])),
        _to_passages(stored["before"]),
        _to_passages(stored["after"]),
        Point(**stored["before_point"]),
        Point(**stored["after_point"]),
    )


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
        "marks": [list(mark) for mark in passage.marks],
    }


def _to_passages(stored: Sequence[Mapping[str, Any]]) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            int(each["page"]),
            int(each["start"]),
            int(each["end"]),
            str(each["quote"]),
            tuple((int(start), int(end)) for start, end in each["marks"]),
        )
        for each in stored
    )
