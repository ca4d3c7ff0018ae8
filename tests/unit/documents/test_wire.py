from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from desktop_slm.documents.document import (
    Block,
    BlockKind,
    Document,
    Format,
    Page,
    SkippedPage,
    SkipReason,
)
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.notices import Notice, NoticeKind
from desktop_slm.documents.wire import from_dict, take, to_dict
from desktop_slm.errors import ProtocolError

DOCUMENT = Document(
    "b.docx",
    Format.DOCX,
    "ab",
    title="T",
    author="A",
    date="2024-01-02",
    language="de",
    pages=(Page(1, "Eins", "Eins\n\nText 😀"), Page(3, "", "x")),
    blocks=(Block(BlockKind.HEADING, 1, 0, 4, 1), Block(BlockKind.PARAGRAPH, 1, 6, 12)),
    skipped=(SkippedPage(2, SkipReason.NO_TEXT),),
    warnings=(Notice(NoticeKind.CHANGES, {"changes": 3, "comments": 0}),),
)
PAGE: Mapping[str, Any] = {
    "event": "page",
    "page": 1,
    "label": "1",
    "text": "Words",
    "blocks": [["paragraph", 0, 5, 0]],
}


def test_a_document_survives_json() -> None:
    assert from_dict(json.loads(json.dumps(to_dict(DOCUMENT)))) == DOCUMENT


@pytest.mark.parametrize(
    "change",
    [
        {"pages": [[0, "", "x"]]},
        {"pages": [["1", "", "x"]]},
        {"blocks": [["heading", 1, 0, 99, 1]]},
        {"blocks": [["heading", 9, 0, 1, 1]]},
        {"blocks": [["headline", 1, 0, 1, 1]]},
        {"skipped": [[2, "bored"]]},
        {"warnings": [{"kind": "changes", "fields": {}}]},
        {"title": None},
    ],
)
def test_a_stored_document_of_another_form_is_refused(change: Mapping[str, Any]) -> None:
    with pytest.raises(ProtocolError):
        from_dict({**to_dict(DOCUMENT), **change})


def test_a_page_is_taken_with_its_looks() -> None:
    draft = Draft("a.pdf")
    take(draft, {**PAGE, "sizes": [10.5], "edges": {"top": [[0, 700]], "bottom": []}})
    assert draft.pages[0].blocks == (Block(BlockKind.PARAGRAPH, 1, 0, 5),)
    assert draft.pages[0].top == ((0, 700),)
    assert draft.characters == 5


@pytest.mark.parametrize(
    "change",
    [
        {"event": "sing"},
        {"page": 2},
        {"page": True},
        {"text": 5},
        {"blocks": [["paragraph", 0, 6, 0]]},
        {"blocks": [["paragraph", 3, 3, 0]]},
        {"blocks": [["paragraph", -1, 3, 0]]},
        {"blocks": [["paragraph", 0, 5]]},
        {"blocks": "no"},
        {"sizes": ["big"]},
        {"edges": {"top": [[1, 700]]}},
        {"edges": []},
        {"hidden": -1},
    ],
)
def test_what_a_captured_child_may_say_is_refused(change: Mapping[str, Any]) -> None:
    with pytest.raises(ProtocolError):
        take(Draft("a.pdf"), {**PAGE, **change})


def test_pages_that_come_twice_are_refused() -> None:
    draft = Draft("a.pdf")
    take(draft, PAGE)
    with pytest.raises(ProtocolError):
        take(draft, PAGE)
