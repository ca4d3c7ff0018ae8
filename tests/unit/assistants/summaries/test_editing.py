"""Edits: applied, undone, and followed by what belongs to the items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_slm.assistants.evidence import Doubt, Evidence, Finding, Support
from desktop_slm.assistants.summaries import editing
from desktop_slm.assistants.summaries.editing import Edit, Insert, Move, Remove, Replace
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.items import looked_for_again
from desktop_slm.assistants.summaries.sources import Sources
from desktop_slm.assistants.summaries.summary import Item

A, B, C, D = (Item(text, support=Support.FULL) for text in "abcd")
ITEMS = (A, B, C)


@pytest.mark.parametrize(
    ("edit", "after", "nodes"),
    [
        (Replace(1, D), (A, D, C), (10, 11, 12)),
        (Remove(0), (B, C), (11, 12)),
        (Insert(0, D), (D, A, B, C), (-1, 10, 11, 12)),
        (Insert(3, D), (A, B, C, D), (10, 11, 12, -1)),
        (Move(0, 2), (B, C, A), (11, 12, 10)),
        (Move(2, 1), (A, C, B), (10, 12, 11)),
    ],
)
def test_an_edit_is_applied_followed_and_undone(
    edit: Edit, after: tuple[Item, ...], nodes: tuple[int, ...]
) -> None:
    assert edit.applied(ITEMS) == after
    assert edit.followed((10, 11, 12), -1) == nodes
    assert edit.undoing(ITEMS).applied(after) == ITEMS


def test_other_words_are_not_checked_and_not_looked_for_yet() -> None:
    evidence = (Evidence(1, 0, 1, "a", 1.0),)
    item = Item("Old.", evidence, Support.FULL, label="May", is_checked=True)
    reworded = editing.reworded(item, "  New\nwords. ")
    assert reworded == Item("New words.", label="May", is_edited=True)
    assert not reworded.is_looked_for
    assert item.is_looked_for
    assert editing.written("Mine.") == Item("Mine.", is_edited=True)


def test_what_a_person_kept_counts_as_supported() -> None:
    unsupported = Item("x", doubts=(Doubt.WORDS,))
    assert not editing.is_supported(unsupported)
    assert editing.is_supported(editing.ticked(unsupported, is_checked=True))
    assert editing.is_supported(replace(unsupported, support=Support.PARTIAL))
    assert editing.is_supported(editing.written("not looked for yet"))


def test_the_next_unchecked_comes_round_to_the_start() -> None:
    ticked = replace(B, is_checked=True)
    assert editing.next_unchecked((A, ticked, C), 0) == 2
    assert editing.next_unchecked((A, ticked, C), 2) == 0
    assert editing.next_unchecked((ticked, ticked), 0) is None
    assert editing.counts((A, ticked, replace(C, is_edited=True))) == (1, 1)


class _Analysis:
    """Knows one date and what happened then."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def evidence(self, sentences: list[str]) -> list[Finding]:
        self.asked += sentences
        return [
            Finding(Support.FULL, (Evidence(1, 0, 3, "Pay", 1.0),))
            if sentence == "May 3: Pay the rent."
            else Finding(Support.NONE, (), ("4",), (Doubt.NUMBER,), ("moon",))
            for sentence in sentences
        ]


def test_an_edited_entry_is_looked_for_with_its_date() -> None:
    analysis = _Analysis()
    sources = Sources(analysis)  # type: ignore[arg-type]
    item = Item("Pay the rent.", label="May 3", is_edited=True, is_checked=True)
    found = looked_for_again(Form.TIMELINE, item, sources)
    assert (found.support, found.label, found.text) == (Support.FULL, "May 3", "Pay the rent.")
    assert found.is_edited
    assert found.is_checked
    answer = looked_for_again(Form.QUESTIONS, item, sources)
    assert analysis.asked == ["May 3: Pay the rent.", "Pay the rent."]
    assert (answer.unknown, answer.doubts) == (("4",), (Doubt.NUMBER,))
    assert answer.missing == ("moon",)


def test_words_without_a_sentence_were_looked_for_too() -> None:
    found = looked_for_again(Form.BULLETS, editing.written("…"), Sources(_Analysis()))  # type: ignore[arg-type]
    assert found.is_looked_for
