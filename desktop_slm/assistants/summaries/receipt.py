"""The receipt of a summary: of what, with what and how it was made, so that others can check it.

It holds hashes, counts and settings as plain values, and no word of the document or the summary.
`edited` and `checked` count what a person did; they are filled in when a summary is exported.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ReceiptDocument:
    """A document that was summarized: its hash, its pages, those left out with the reason."""

    name: str
    sha256: str
    format: str
    pages: int
    pages_read: tuple[int, ...]
    pages_skipped: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptModel:
    """The model. `sha256` is "" where nobody has read the whole file on this computer yet."""

    id: str
    name: str
    file: str
    weight_bytes: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a summary came about. Times are UTC in ISO 8601; a run that went on has its first start.

    `plan` is `Plan.to_plain()`; `passages_failed` are index and reason of those that the model
    could not read; `reading` says what the model read of each passage: "all" or "key sentences".
    """

    documents: tuple[ReceiptDocument, ...]
    model: ReceiptModel
    app_version: str
    engine_build: str
    settings: Mapping[str, Any]
    plan: Mapping[str, Any]
    reading: str
    passages_read: int
    passages_failed: tuple[tuple[int, str], ...]
    tokens_read: int
    tokens_written: int
    started: str
    ended: str
    is_draft: bool = False
    edited: int = 0
    checked: int = 0
    notices: tuple[str, ...] = field(default=())

    def to_plain(self) -> dict[str, Any]:
        """Returns the form that JSON carries; equal receipts have equal plain forms."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return plain

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Receipt:
        """Returns the receipt that `to_plain` wrote."""
        documents = tuple(
            ReceiptDocument(
                **{
                    **each,
                    "pages_read": tuple(each["pages_read"]),
                    "pages_skipped": _pairs(each["pages_skipped"]),
                }
            )
            for each in plain["documents"]
        )
        return cls(
            **{
                **plain,
                "documents": documents,
                "model": ReceiptModel(**plain["model"]),
                "passages_failed": _pairs(plain["passages_failed"]),
                "notices": tuple(plain["notices"]),
            }
        )

    @property
    def sha256(self) -> str:
        """The hash of the whole receipt."""
        text = json.dumps(self.to_plain(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def _pairs(values: Any) -> tuple[tuple[int, str], ...]:
    return tuple((int(number), str(why)) for number, why in values)
