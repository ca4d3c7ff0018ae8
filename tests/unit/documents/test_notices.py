from __future__ import annotations

import string

import pytest

from desktop_slm.documents.notices import TEMPLATES, Notice, NoticeKind


def test_changes_and_comments_are_said_in_numbers() -> None:
    sentence = str(Notice(NoticeKind.CHANGES, {"changes": 14, "comments": 6}))
    assert sentence.startswith("14 changes, 6 comments:")


def test_one_is_singular() -> None:
    sentence = str(Notice(NoticeKind.CHANGES, {"changes": 1, "comments": 1}))
    assert sentence.startswith("1 change, 1 comment:")


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_has_a_whole_sentence(kind: NoticeKind) -> None:
    names = [name for _, name, _, _ in string.Formatter().parse(TEMPLATES[kind]) if name]
    sentence = str(Notice(kind, dict.fromkeys(names, 1234)))
    assert sentence.endswith(".")
    assert "1,234" in sentence
