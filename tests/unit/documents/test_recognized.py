"""What a document keeps of text recognition, and how it is stored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.document import Document, Format, Page, Recognized
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.wire import from_dict, take, to_dict
from desktop_slm.errors import ProtocolError

TEXT = "The rent is 1,250 pounds"
DOCUMENT = Document(
    "a.pdf",
    Format.PDF,
    "ab",
    pages=(Page(1, "1", "Typed"), Page(2, "2", TEXT)),
    recognized=(Recognized(2, "eng", 91, ((4, 8), (12, 17))),),
)
EVENT: Mapping[str, Any] = {
    "event": "page",
    "page": 1,
    "label": "1",
    "text": TEXT,
    "blocks": [["paragraph", 0, 24, 0]],
}


@pytest.mark.parametrize(
    ("start", "end", "doubt"),
    [
        *((0, 4, False), (4, 5, True), (7, 9, True), (8, 12, False), (0, 24, True)),
        *((16, 17, True), (17, 24, False)),
    ],
)
def test_a_place_is_uncertain_where_it_touches_a_doubtful_word(
    start: int, end: int, doubt: bool
) -> None:
    assert DOCUMENT.is_uncertain(2, start, end) is doubt


def test_typed_pages_are_never_uncertain() -> None:
    assert not DOCUMENT.is_uncertain(1, 0, 5)
    assert DOCUMENT.recognition(1) is None
    assert DOCUMENT.uncertain_spans(2) == ((4, 8), (12, 17))


def test_recognition_survives_being_stored_and_older_documents_load() -> None:
    stored = json.loads(json.dumps(to_dict(DOCUMENT)))
    assert from_dict(stored) == DOCUMENT
    del stored["recognized"]
    assert from_dict(stored).recognized == ()


@pytest.mark.parametrize(
    "found",
    [
        [["eng", 91, []]],
        [[3, "eng", 91, []]],
        [[2, 7, 91, []]],
        [[2, "eng", 101, []]],
        [[2, "eng", 91, [[4, 99]]]],
        [[2, "eng", 91, [[8, 4]]]],
        [[2, "eng", 91, [[12, 17], [4, 8]]]],
    ],
)
def test_a_stored_recognition_of_another_form_is_refused(found: list[Any]) -> None:
    with pytest.raises(ProtocolError):
        from_dict({**to_dict(DOCUMENT), "recognized": found})


def test_the_child_s_recognition_is_taken_and_counted() -> None:
    draft = Draft("a.pdf", format=Format.IMAGE)
    take(draft, {**EVENT, "recognized": ["deu", 88, [[4, 8]]]})
    document = assemble(draft)
    assert document.recognized == (Recognized(1, "deu", 88, ((4, 8),)),)
    assert document.language == "de"
    notice = next(each for each in document.warnings if each.kind is NoticeKind.RECOGNIZED)
    assert (notice.fields["pages"], notice.fields["words"]) == (1, 1)


@pytest.mark.parametrize("found", [["deu", 88], ["deu", 88, [[0, 99]]], ["deu", -1, []], "deu"])
def test_a_child_s_recognition_of_another_form_is_refused(found: Any) -> None:
    with pytest.raises(ProtocolError):
        take(Draft("a.pdf"), {**EVENT, "recognized": found})
