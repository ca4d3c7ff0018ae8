"""`ExportedSummary`: everything that an export says, as one value, and as the data it carries.

The data is JSON with `"format": 1` and exactly these members:

    app             "Desktop SLM"
    title           what the summary is called
    notice          what has to stand over it (the practice model's); "" where nothing has to
    is_draft        whether it was made of the passages read so far
    only_checked    whether only what a person has checked was exported
    total, checked  how many sentences the summary has, and how many a person has checked
    coverage        {"pages", "characters", "passages_total", "passages_read", "pages_read",
                    "skipped": [[page, reason]], "is_key_sentences"}
    summary         [{"text", "label", "support": "full|partial|none", "unknown": [words],
                    "edited", "checked", "evidence": [{"footnote", "document", "page", "start",
                    "end", "quote", "score"}]}]: offsets count characters of the page's text
    receipt         what `Receipt.to_plain` gives; a footnote's "document" counts its documents
                    from 0
    digests         {part: first 16 hex digits of its SHA-256}: which part was changed
    receipt_hash    SHA-256 over the canonical JSON of all members but the last two (`seal.py`)

Text in it is as it was made, hostile characters included; JSON's escapes hold them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, TypeVar

from desktop_slm.assistants.evidence import Evidence, Support
from desktop_slm.assistants.summaries.receipt import Receipt
from desktop_slm.assistants.summaries.summary import Coverage, Item

_T = TypeVar("_T")

FORMAT = 1
APP = "Desktop SLM"
_MEMBERS = {
    "app", "title", "notice", "is_draft", "only_checked", "total", "checked",
    "coverage", "summary", "receipt",
}  # fmt: skip
_ITEM = {"text", "label", "support", "unknown", "edited", "checked", "evidence"}
_EVIDENCE = {"footnote", "document", "page", "start", "end", "quote", "score"}


class DataDamaged(Exception):
    """The data that an export carries is not what an export carries."""


class Footnote(NamedTuple):
    """A place that a sentence rests on, with its number in the export; numbers count from 1."""

    number: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ExportedSummary:
    """A summary as it leaves the app. `items` are those that are exported, in order."""

    title: str
    items: tuple[Item, ...]
    coverage: Coverage
    receipt: Receipt
    notice: str = ""
    is_draft: bool = False
    only_checked: bool = False
    total: int = 0
    checked: int = 0

    @property
    def is_paragraph(self) -> bool:
        """Whether its sentences are running text and no list."""
        return self.receipt.settings.get("form") == "paragraph"

    @property
    def footnotes(self) -> tuple[tuple[Footnote, ...], ...]:
        """The footnotes of each item: one for each place, numbered through the export."""
        numbered: list[tuple[Footnote, ...]] = []
        before = 0
        for item in self.items:
            found = enumerate(item.evidence, before + 1)
            numbered.append(tuple(Footnote(number, place) for number, place in found))
            before += len(item.evidence)
        return tuple(numbered)

    def to_plain(self) -> dict[str, Any]:
        """Returns the data without digests and hash, which `seal.py` adds."""
        return {
            "format": FORMAT,
            "app": APP,
            "title": self.title,
            "notice": self.notice,
            "is_draft": self.is_draft,
            "only_checked": self.only_checked,
            "total": self.total,
            "checked": self.checked,
            "coverage": _plain_coverage(self.coverage),
            "summary": [
                _plain_item(item, notes)
                for item, notes in zip(self.items, self.footnotes, strict=True)
            ],
            "receipt": self.receipt.to_plain(),
        }

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> ExportedSummary:
        """Returns what `to_plain` was given. Raises DataDamaged for anything else."""
        try:
            return _from_plain(data)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            raise DataDamaged from None


def _plain_coverage(coverage: Coverage) -> dict[str, Any]:
    plain = asdict(coverage)
    return {**plain, "skipped": [[page, why] for page, why in coverage.skipped]}


def _plain_item(item: Item, notes: tuple[Footnote, ...]) -> dict[str, Any]:
    return {
        "text": item.text,
        "label": item.label,
        "support": item.support.value,
        "unknown": list(item.unknown),
        "edited": item.is_edited,
        "checked": item.is_checked,
        "evidence": [{"footnote": note.number, **asdict(note.evidence)} for note in notes],
    }


def _from_plain(data: Mapping[str, Any]) -> ExportedSummary:
    _require(set(data) - {"format"} == _MEMBERS and data["app"] == APP)
    exported = ExportedSummary(
        title=_typed(data["title"], str),
        items=tuple(_item(each) for each in _typed(data["summary"], list)),
        coverage=_coverage(data["coverage"]),
        receipt=_receipt(data["receipt"]),
        notice=_typed(data["notice"], str),
        is_draft=_typed(data["is_draft"], bool),
        only_checked=_typed(data["only_checked"], bool),
        total=_count(data["total"]),
        checked=_count(data["checked"]),
    )
    places = [place for item in exported.items for place in item.evidence]
    _require(all(place.document < len(exported.receipt.documents) for place in places))
    _require(exported.to_plain()["summary"] == data["summary"])  # the footnotes' numbers
    return exported


def _item(plain: Mapping[str, Any]) -> Item:
    _require(set(plain) == _ITEM)
    return Item(
        text=_typed(plain["text"], str),
        evidence=tuple(_evidence(each) for each in _typed(plain["evidence"], list)),
        support=Support(plain["support"]),
        unknown=tuple(_typed(word, str) for word in _typed(plain["unknown"], list)),
        label=_typed(plain["label"], str),
        is_edited=_typed(plain["edited"], bool),
        is_checked=_typed(plain["checked"], bool),
    )


def _evidence(plain: Mapping[str, Any]) -> Evidence:
    _require(set(plain) == _EVIDENCE)
    return Evidence(
        page=_count(plain["page"]),
        start=_count(plain["start"]),
        end=_count(plain["end"]),
        quote=_typed(plain["quote"], str),
        score=_number(plain["score"]),
        document=_count(plain["document"]),
    )


def _receipt(plain: Mapping[str, Any]) -> Receipt:
    receipt = Receipt.from_plain(plain)
    for document in receipt.documents:
        for text in (document.name, document.sha256, document.format):
            _typed(text, str)
        for page in (document.pages, *document.pages_read):
            _count(page)
    for name in ("id", "name", "file", "sha256"):
        _typed(getattr(receipt.model, name), str)
    for name in ("app_version", "engine_build", "reading", "started", "ended"):
        _typed(getattr(receipt, name), str)
    _require(isinstance(receipt.settings, dict) and isinstance(receipt.plan, dict))
    for number in _typed(receipt.plan.get("key_sentences_of", []), list):
        _count(number)
    for name, why in _typed(receipt.plan.get("not_read", []), list):
        _typed(name, str)
        _typed(why, str)
    return receipt


def _coverage(plain: Mapping[str, Any]) -> Coverage:
    """Returns the coverage, each of its numbers and answers of its own type."""
    skipped = tuple((_count(page), _typed(why, str)) for page, why in plain["skipped"])
    rest: dict[str, Any] = {name: value for name, value in plain.items() if name != "skipped"}
    for name, value in rest.items():
        if name.startswith("is_"):
            _typed(value, bool)
        else:
            _count(value)
    return Coverage(**rest, skipped=skipped)


def _typed(value: object, kind: type[_T]) -> _T:
    _require(type(value) is kind)
    return value  # type: ignore[return-value]


def _count(value: object) -> int:
    count = _typed(value, int)
    _require(count >= 0)
    return count


def _number(value: object) -> float:
    _require(type(value) in (int, float))
    return value  # type: ignore[return-value]


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError
