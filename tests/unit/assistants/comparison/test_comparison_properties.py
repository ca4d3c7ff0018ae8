"""What holds for any two documents, tried on many that chance made."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from desktop_slm.assistants.comparison import wire
from desktop_slm.assistants.comparison.comparison import Change, ChangeKind, Comparison, Passage
from desktop_slm.assistants.comparison.making import compare
from desktop_slm.assistants.comparison.tokens import tokens
from desktop_slm.documents.document import Document
from tests.unit.assistants.comparison.versions import document, edited, paged, paragraphs

SEEDS = range(40)


def _pair(seed: int) -> tuple[Document, Document]:
    chance = random.Random(seed)
    before = paragraphs(chance, chance.randint(1, 25))
    return paged(chance, before, "a.pdf"), paged(chance, edited(chance, before))


def _kept(document: Document, comparison: Comparison, *, is_after: bool) -> list[str]:
    """Returns the words of a version without those that a change marks or moves."""
    gone = {page.number: bytearray(len(page.text)) for page in document.pages}
    for change in comparison.changes:
        for passage in change.after if is_after else change.before:
            whole = (passage.start, passage.end)
            spans = [whole] if change.kind is ChangeKind.MOVED else passage.marks
            for start, end in spans:
                gone[passage.page][start:end] = b"\1" * (end - start)
    return [
        token.key
        for page in document.pages
        for token in tokens(page.text, page.number, 0, len(page.text))
        if not any(gone[page.number][token.start : token.end])
    ]


def _sides(comparison: Comparison) -> list[tuple[Document | None, Passage]]:
    return [(None, each) for change in comparison.changes for each in change.before + change.after]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_no_change_marks_is_the_same_text_in_the_same_order(seed: int) -> None:
    before, after = _pair(seed)
    found = compare(before, after)
    assert _kept(before, found, is_after=False) == _kept(after, found, is_after=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_applying_the_changes_to_the_earlier_words_gives_the_later_ones(seed: int) -> None:
    before, after = _pair(seed)
    found = compare(before, after)
    bag = Counter(_words(before))
    for change in found.changes:
        bag.subtract(_marked(change, is_after=False))
        bag.update(_marked(change, is_after=True))
    assert +bag == Counter(_words(after))
    assert -bag == Counter()


def _words(document: Document) -> list[str]:
    pages = document.pages
    return [t.key for page in pages for t in tokens(page.text, page.number, 0, len(page.text))]


def _marked(change: Change, *, is_after: bool) -> list[str]:
    return [
        token.key
        for passage in (change.after if is_after else change.before)
        for start, end in passage.marks
        for token in tokens(passage.quote, passage.page, start - passage.start, end - passage.start)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_quote_is_exactly_the_text_of_its_page(seed: int) -> None:
    before, after = _pair(seed)
    for change in compare(before, after).changes:
        for source, passages in ((before, change.before), (after, change.after)):
            for passage in passages:
                text = source.text(passage.page, passage.start, passage.end)
                assert passage.quote == text != ""
                assert all(passage.start <= a < b <= passage.end for a, b in passage.marks)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_other_way_round_tells_the_same(seed: int) -> None:
    before, after = _pair(seed)
    there, back = compare(before, after), compare(after, before)
    flipped = Counter(_told(change.flipped()) for change in back.changes)
    assert flipped == Counter(_told(change) for change in there.changes)


def _told(change: Change) -> tuple[object, ...]:
    return change.kind, change.reasons, change.before, change.after


@pytest.mark.parametrize("seed", SEEDS)
def test_a_document_is_the_same_as_itself_however_its_pages_break(seed: int) -> None:
    chance = random.Random(seed)
    given = paragraphs(chance, 20)
    found = compare(paged(chance, given), paged(chance, given))
    assert found.is_equal
    assert found.counts == dict.fromkeys(ChangeKind, 0)


def test_nothing_against_something_is_added_or_removed() -> None:
    empty, full = document([""]), document(["The rent is 900 euro."])
    assert compare(empty, empty).is_equal
    (change,) = compare(empty, full).changes
    assert (change.kind, change.before) == (ChangeKind.ADDED, ())
    (change,) = compare(full, empty).changes
    assert (change.kind, change.after) == (ChangeKind.REMOVED, ())


@pytest.mark.parametrize("seed", range(5))
def test_a_comparison_survives_the_way_from_the_child(seed: int) -> None:
    found = compare(*_pair(seed))
    assert wire.from_dict(wire.to_dict(found)) == found
