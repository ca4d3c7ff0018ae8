"""Documents as plain JSON: how one is stored, and how the reader child's events are taken in.

A child that opened a hostile file may say anything: every value is checked, and what does not fit
raises ProtocolError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from desktop_slm.documents.document import (
    PLACE_SCALE,
    Block,
    BlockKind,
    Document,
    Format,
    Page,
    Recognized,
    SkippedPage,
    SkipReason,
    WordPlace,
)
from desktop_slm.documents.draft import Draft, Edge, PageDraft
from desktop_slm.documents.notices import Notice, NoticeKind
from desktop_slm.errors import ProtocolError

_ABOUT = ("title", "author", "date", "language")
_T = TypeVar("_T")


def to_dict(document: Document) -> dict[str, Any]:
    """Returns a document as JSON values; pages are lists to keep long documents small."""
    return {
        "name": document.name,
        "format": document.format.value,
        "sha256": document.sha256,
        **{name: getattr(document, name) for name in _ABOUT},
        "pages": [[page.number, page.label, page.text] for page in document.pages],
        "blocks": [
            [block.kind.value, block.page, block.start, block.end, block.level]
            for block in document.blocks
        ],
        "skipped": [[skipped.page, skipped.why.value] for skipped in document.skipped],
        "warnings": [
            {"kind": notice.kind.value, "fields": dict(notice.fields)}
            for notice in document.warnings
        ],
        "recognized": [
            [
                found.page,
                found.language,
                found.confidence,
                [list(span) for span in found.uncertain],
                [number for place in found.places for number in place],
            ]
            for found in document.recognized
        ],
    }


def from_dict(stored: Mapping[str, Any]) -> Document:
    """Returns the document that `to_dict` described. Raises ProtocolError."""
    return _checked(lambda: _document(stored))


def _document(stored: Mapping[str, Any]) -> Document:
    pages = tuple(
        Page(_number(number), _text(label), _text(text)) for number, label, text in stored["pages"]
    )
    lengths = {page.number: len(page.text) for page in pages}
    return Document(
        name=_text(stored["name"]),
        format=Format(stored["format"]),
        sha256=_text(stored["sha256"]),
        **{name: _text(stored[name]) for name in _ABOUT},
        pages=pages,
        blocks=tuple(
            _block(item[1], [item[0], *item[2:]], lengths[item[1]]) for item in stored["blocks"]
        ),
        skipped=tuple(
            SkippedPage(_number(page), SkipReason(why)) for page, why in stored["skipped"]
        ),
        warnings=tuple(_notice(item) for item in stored["warnings"]),
        recognized=tuple(
            _recognized(page, rest, lengths[page])
            # Documents stored before there was text recognition do not have it.
            for page, *rest in stored.get("recognized", ())
        ),
    )


def take(draft: Draft, event: Mapping[str, Any]) -> None:
    """Adds one of the child's events to the draft. Raises ProtocolError."""
    handler = _EVENTS.get(str(event.get("event")))
    if handler is None:
        raise ProtocolError(details="an unknown event of the reader")
    _checked(lambda: handler(draft, event))


def _begin(draft: Draft, event: Mapping[str, Any]) -> None:
    draft.format = Format(event["format"])
    draft.sha256 = _text(event["sha256"])
    draft.expected = _number(event["pages"], least=0)
    draft.about = {name: _text(event[name]) for name in _ABOUT}


def _page(draft: Draft, event: Mapping[str, Any]) -> None:
    number = _next(draft, event)
    text = _text(event["text"])
    blocks = tuple(_block(number, item, len(text)) for item in event["blocks"])
    edges = event.get("edges", {})
    draft.characters += len(text)
    draft.pages.append(
        PageDraft(
            Page(number, _text(event["label"]), text),
            blocks,
            sizes=tuple(float(size) for size in event.get("sizes", ())),
            top=_edges(edges.get("top", ()), len(blocks)),
            bottom=_edges(edges.get("bottom", ()), len(blocks)),
            hidden=_number(event.get("hidden", 0), least=0),
            is_text_layer=bool(event.get("layer")),
            recognized=_recognized(number, found, len(text))
            if (found := event.get("recognized"))
            else None,
        )
    )


def _skip(draft: Draft, event: Mapping[str, Any]) -> None:
    draft.skipped.append(SkippedPage(_next(draft, event), SkipReason(event["why"])))


def _stop(draft: Draft, event: Mapping[str, Any]) -> None:
    draft.stopped = SkipReason(event["why"])


def _take_notice(draft: Draft, event: Mapping[str, Any]) -> None:
    draft.notices.append(_notice(event))


_EVENTS: Mapping[str, Callable[[Draft, Mapping[str, Any]], None]] = {
    "begin": _begin,
    "page": _page,
    "skip": _skip,
    "stop": _stop,
    "notice": _take_notice,
}


def _checked(build: Callable[[], _T]) -> _T:
    try:
        return build()
    except (KeyError, ValueError, TypeError, AttributeError, IndexError):
        raise ProtocolError(details="a document does not have its form") from None


def _next(draft: Draft, event: Mapping[str, Any]) -> int:
    number = _number(event["page"])
    if number != draft.last + 1:
        raise ValueError(number)
    return number


def _block(page: int, item: Sequence[Any], length: int) -> Block:
    kind, start, end, level = item
    if not 0 <= _number(start, least=0) < _number(end) <= length:
        raise ValueError(start)
    return Block(BlockKind(kind), _number(page), start, end, _number(level, least=0))


def _recognized(page: int, item: Sequence[Any], length: int) -> Recognized:
    # Documents stored before words had their places do not have them.
    language, confidence, spans, *more = item
    place = 0
    for start, end in spans:
        if not place <= _number(start, least=0) < _number(end) <= length:
            raise ValueError(start)
        place = end
    if _number(confidence, least=0) > 100:
        raise ValueError(confidence)
    uncertain = tuple((start, end) for start, end in spans)
    places = _word_places(more[0], length) if more else ()
    return Recognized(page, _text(language), confidence, uncertain, places)


def _word_places(numbers: Sequence[Any], length: int) -> tuple[WordPlace, ...]:
    """Returns the places of words, which come as one list of numbers, six for each."""
    flat = [_number(number, least=0) for number in numbers]
    places = tuple(
        (start, end, left, top, right, bottom)
        for start, end, left, top, right, bottom in zip(*[iter(flat)] * 6, strict=True)
    )
    for start, end, left, top, right, bottom in places:
        is_on_page = left <= right <= PLACE_SCALE and top <= bottom <= PLACE_SCALE
        if not start < end <= length or not is_on_page:
            raise ValueError(start)
    return places


def _edges(items: Sequence[Any], count: int) -> tuple[Edge, ...]:
    for number, height in items:
        if not 0 <= number < count or not isinstance(height, int):
            raise ValueError(number)
    return tuple((number, height) for number, height in items)


def _notice(item: Mapping[str, Any]) -> Notice:
    fields = {
        _text(name): value if isinstance(value, int) else _text(value)
        for name, value in item["fields"].items()
    }
    notice = Notice(NoticeKind(item["kind"]), fields)
    str(notice)  # a template without its fields is a fault now, not when it is shown
    return notice


def _number(value: Any, least: int = 1) -> int:
    if type(value) is not int or not least <= value <= 1 << 31:
        raise ValueError(value)
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(value)
    return value
