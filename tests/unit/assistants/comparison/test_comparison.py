"""What is told as which change, what touches what matters, and what is no change at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_slm.assistants.comparison.comparison import Change, ChangeKind, Passage, Reason
from desktop_slm.assistants.comparison.making import compare
from desktop_slm.documents.document import SkippedPage, SkipReason
from tests.unit.assistants.comparison.versions import document

_AROUND = (
    "The flat lies on the second floor of the house.",
    "The keys are handed over by the caretaker.",
)


def _changes(before: str, after: str) -> tuple[Change, ...]:
    first, last = _AROUND
    return compare(document([first, before, last]), document([first, after, last])).changes


def _words(passages: tuple[Passage, ...]) -> list[str]:
    return [
        passage.quote[start - passage.start : end - passage.start]
        for passage in passages
        for start, end in passage.marks
    ]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("The tenant shall pay 900 euro.", "The tenant shall pay 950 euro.", Reason.NUMBER),
        ("He takes 5 mg of it daily.", "He takes 5 g of it daily.", Reason.NUMBER),
        ("It ends on 1 May 2024.", "It ends on 1 June 2024.", Reason.DATE),
        ("The keys go to Mrs Temme.", "The keys go to Mrs Sandrock.", Reason.NAME),
        ("Dogs are not allowed in it.", "Dogs are allowed in it.", Reason.NEGATION),
        ("The tenant must paint it.", "The tenant may paint it.", Reason.MODALITY),
        ("He may sublet it.", "He may sublet it if asked.", Reason.CONDITION),
        ("All windows are painted.", "Some windows are painted.", Reason.QUANTITY),
        ("The rent may increase.", "The rent may decrease.", Reason.OPPOSITE),
    ],
)
def test_what_a_change_touches_is_named(before: str, after: str, reason: Reason) -> None:
    (change,) = _changes(before, after)
    assert change.kind is ChangeKind.CHANGED
    assert reason in change.reasons
    assert change.matters


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("The flat is big and bright.", "The flat is large and bright.", None),
        ("It is big, and it is bright.", "It is big and it is bright.", Reason.PUNCTUATION),
        ("The Landlord pays for it.", "The landlord pays for it.", Reason.CAPITALS),
        ("4. The roof is repaired.", "5. The roof is repaired.", Reason.NUMBERING),
        ("The rent is 1,000 euro now.", "The rent is 1000 euro now.", None),
        ("There are two keys to it.", "There are 2 keys to it.", None),
    ],
)
def test_what_changes_only_the_look_or_the_wording_does_not_matter(
    before: str, after: str, reason: Reason | None
) -> None:
    (change,) = _changes(before, after)
    assert change.reasons == ((reason,) if reason else ())
    assert not change.matters


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is “fine” and it’s new.", 'It is "fine" and it\'s new.'),
        ("A long-term lease of the flat.", "A longterm lease of the flat."),
        ("The o\ufb03ce is \ufb01ne.", "The office is fine."),
        ("Rent – that is – money.", "Rent - that is - money."),
        ("One  word,\u00a0two   words.", "One word, two words."),
        ("• An item of a list.", "- An item of a list."),
        ("con\u00adtract law is dry.", "contract law is dry."),
        ("The contra ct is signed.", "The contract is signed."),
        ("RENT AND DEPOSIT", "Rent and deposit"),
        ("5.2. Rent and deposit", "5.2 Rent and deposit"),
        ("cafe\u0301 at the corner", "caf\u00e9 at the corner"),
    ],
)
def test_what_no_reader_sees_is_no_change(before: str, after: str) -> None:
    assert _changes(before, after) == ()


@pytest.mark.parametrize(("before", "after"), [("10² m", "102 m"), ("-5 °C", "5 °C")])
def test_what_only_looks_alike_is_a_change(before: str, after: str) -> None:
    assert _changes(f"It is {before} there.", f"It is {after} there.")


def test_only_the_words_that_differ_are_marked() -> None:
    (change,) = _changes(
        "The tenant must not keep dogs in the flat.", "The tenant may keep dogs in the flat."
    )
    assert _words(change.before) == ["must not"]
    assert _words(change.after) == ["may"]


def test_a_sentence_over_a_page_s_end_is_one() -> None:
    whole = document(["The rent is paid to the landlord on the first of each month."])
    cut = document(
        ["The rent is paid to the land-", "~ Lease 1"],
        ["~ Lease 2", "lord on the first of each month."],
    )
    assert compare(whole, cut).is_equal
    other = document(["The rent is paid to the landlord on the third of each month."])
    (change,) = compare(cut, other).changes
    assert [passage.page for passage in change.before] == [1, 2]
    assert _words(change.before) == ["first"]


def test_running_heads_page_numbers_and_contents_are_not_compared() -> None:
    first, last = _AROUND
    before = document(
        ["# Contents", "1 Rent …… 3", "2 Keys .......... 4"],
        ["~ Lease, draft 1", first, "2"],
        ["~ Lease, draft 1", last, "- 3 -"],
    )
    after = document(["# Contents", "1 Rent …… 7"], ["~ Lease, draft 2", first, last, "2"])
    assert compare(before, after).is_equal


def test_a_sentence_that_was_split_is_one_change() -> None:
    (change,) = _changes(
        "The landlord repairs the roof, and the tenant cleans the long stairs.",
        "The landlord repairs the roof. The tenant cleans the long stairs.",
    )
    assert change.kind is ChangeKind.CHANGED
    assert "The tenant cleans" in change.after[0].quote


def test_rows_that_are_cut_into_cells_are_the_same() -> None:
    before = document(["Rent | 900 euro | monthly", *_AROUND])
    after = document(["Rent", "900 euro", "monthly", *_AROUND])
    assert compare(before, after).is_equal


def test_a_section_that_was_moved_is_one_change() -> None:
    animals = ["# Animals", "Small animals in cages may be kept in it.", "Dogs are not kept."]
    rest = ["# Rent", "The rent is due on the first of the month.", *_AROUND, "It is paid late."]
    found = compare(document([*animals, *rest]), document(rest, animals))
    (change,) = found.changes
    assert (change.kind, change.reasons, change.matters) == (ChangeKind.MOVED, (), False)
    assert change.after[0].quote.startswith("Animals")
    assert change.after[0].quote.endswith("Dogs are not kept.")
    assert not change.has_marks


def test_what_was_moved_and_changed_says_both() -> None:
    sentence = "The landlord bears the cost of all repairs of up to {0} euro in each year."
    rest = ["The rent is due on the first of the month.", *_AROUND, "Notice is given in writing."]
    before = document([sentence.format(100), *rest])
    (change,) = compare(before, document([*rest, sentence.format(150)])).changes
    assert (change.kind, change.reasons) == (ChangeKind.MOVED, (Reason.NUMBER,))
    assert _words(change.before) == ["100"]


def test_what_is_missing_has_its_place_in_the_other_version() -> None:
    first, last = _AROUND
    (change,) = compare(document([first, last]), document([first, "A deposit.", last])).changes
    assert (change.before_point.page, change.before_point.at) == (1, len(first))


def test_changes_come_in_the_order_of_the_later_version() -> None:
    before = document([*_AROUND, "It costs 5 euro.", "The end of it is near."])
    after = document(["A start.", *_AROUND, "It costs 6 euro.", "The end of it is near.", "More."])
    starts = [change.after[0].start for change in compare(before, after).changes]
    assert starts == sorted(starts)


def test_pages_without_text_are_named() -> None:
    made = document(list(_AROUND))
    skipped = SkippedPage(2, SkipReason.NO_TEXT)
    scanned = replace(made, skipped=(skipped,))
    assert compare(made, scanned).after.unread == (2,)


def test_a_sentence_that_is_moved_twice_is_told_from_two_places() -> None:
    moved = "The rent is due on the first of the month."
    stays = [f"Room {number} is painted white, {_AROUND[0]}" for number in range(6)]
    before = document([moved, *stays[:3], moved, *stays[3:]])
    after = document([*stays, "It ends.", moved, "Truly.", moved])
    moves = [each for each in compare(before, after).changes if each.kind is ChangeKind.MOVED]
    starts = [change.before[0].start for change in moves]
    assert len(set(starts)) == len(starts) == 2
