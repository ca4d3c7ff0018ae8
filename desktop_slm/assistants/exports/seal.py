"""The hashes of an export: one over all that it says, and one for each part, to name a change.

They show that nothing was changed since the export. They do not show who made it: whoever changes
an export on purpose can make new ones.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from desktop_slm.assistants.exports.exported import FORMAT, DataDamaged, ExportedSummary
from desktop_slm.assistants.exports.parts import (
    COVERAGE,
    NOTICE,
    RECEIPT,
    TITLE,
    Part,
    PartKind,
)

_DIGEST_DIGITS = 16
_HASHES = ("digests", "receipt_hash")
_SAID_ON_COVERAGE = (
    "is_draft",
    "only_checked",
    "total",
    "checked",
    "coverage",
)


class NewerFormat(Exception):
    """The export was made by a later version of the app."""


def canonical(value: object) -> bytes:
    """Returns the one way in which a value is written for its hash: sorted, ASCII, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def receipt_hash(plain: Mapping[str, Any]) -> str:
    """Returns the SHA-256 over all that an export says."""
    said = {name: value for name, value in plain.items() if name not in _HASHES}
    return hashlib.sha256(canonical(said)).hexdigest()


def sealed(exported: ExportedSummary) -> dict[str, Any]:
    """Returns the data of an export with its hashes."""
    plain = exported.to_plain()
    return {**plain, "digests": digests(plain), "receipt_hash": receipt_hash(plain)}


def digests(plain: Mapping[str, Any]) -> dict[str, str]:
    """Returns a short hash of each part."""
    return {
        part.key: hashlib.sha256(canonical(value)).hexdigest()[:_DIGEST_DIGITS]
        for part, value in _parts(plain)
    }


def opened(data: Mapping[str, Any]) -> ExportedSummary:
    """Returns what sealed data says. Raises DataDamaged, NewerFormat."""
    number = data.get("format")
    if type(number) is not int or number < FORMAT:
        raise DataDamaged
    if number > FORMAT:
        raise NewerFormat
    return ExportedSummary.from_plain(
        {name: value for name, value in data.items() if name not in _HASHES}
    )


def changed_parts(data: Mapping[str, Any]) -> list[Part] | None:
    """Returns the parts whose hash does not fit; None where all is as it was exported.

    An empty list means that only the hashes themselves were changed.
    """
    said, is_whole = data.get("digests"), data.get("receipt_hash") == receipt_hash(data)
    made = digests(data)
    if is_whole:
        return None if said == made else []
    if not isinstance(said, dict):
        return []
    differing = [key for key in made if said.get(key) != made[key]]
    removed = [key for key in said if key not in made]
    return [part for key in (*differing, *removed) if (part := Part.of_key(key)) is not None]


def _parts(plain: Mapping[str, Any]) -> Iterator[tuple[Part, object]]:
    yield TITLE, plain["title"]
    yield NOTICE, plain["notice"]
    yield COVERAGE, [plain[name] for name in _SAID_ON_COVERAGE]
    for number, item in enumerate(plain["summary"], 1):
        own = {name: value for name, value in item.items() if name != "evidence"}
        yield Part(PartKind.SENTENCE, number), own
        for note in item["evidence"]:
            yield Part(PartKind.FOOTNOTE, note["footnote"]), note
    yield RECEIPT, plain["receipt"]
