"""Entries of all passages, merged without a model."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.summaries.forms.dates import Date, date_of
from desktop_slm.assistants.summaries.forms.entries import Entry
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.forms.merging import fit, merge, words_of


def test_the_same_in_other_small_words_is_listed_once_with_all_its_notes() -> None:
    noted = [
        (0, Entry("The rent is 900 euros.")),
        (1, Entry("Rent of 900 euros")),
        (2, Entry("The rent is 950 euros.")),
        (3, Entry("the rent is 900 euros")),
    ]
    merged = merge(Form.FACTS, noted)
    assert [each.entry.text for each in merged] == [
        "The rent is 900 euros.", "The rent is 950 euros.",
    ]  # fmt: skip
    assert merged[0].notes == (0, 1, 3)


def test_a_timeline_is_in_the_order_of_its_dates_and_what_has_none_comes_last() -> None:
    dates = ["1 May 2024", "later", "2019", "3. März 2024", "Q3 2023", "2024-03-02"]
    noted = [(i, Entry(f"Event number{i}", when=date)) for i, date in enumerate(dates)]
    merged = merge(Form.TIMELINE, noted)
    assert [each.entry.when for each in merged] == [
        "2019", "Q3 2023", "2024-03-02", "3. März 2024", "1 May 2024", "later",
    ]  # fmt: skip


def test_actions_come_by_due_date_then_place() -> None:
    noted = [
        (0, Entry("Clean the stairs", who="Tenant")),
        (1, Entry("Pay the deposit", who="Tenant", when="2024-05-01")),
        (2, Entry("Mend the roof", who="Owner", when="2024-04-01")),
        (3, Entry("Cut the hedge")),
    ]
    merged = merge(Form.ACTIONS, noted)
    assert [each.notes[0] for each in merged] == [2, 1, 0, 3]


def test_the_same_action_of_another_person_stays() -> None:
    noted = [(0, Entry("Pay 50 euros", who="Anna")), (1, Entry("Pay 50 euros", who="Ben"))]
    assert len(merge(Form.ACTIONS, noted)) == 2


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on 1 May 2024", (2024, 5, 1)),
        ("May 1st, 2024", (2024, 5, 1)),
        ("am 3. Oktober 1990", (1990, 10, 3)),
        ("le 1er février 2003", (2003, 2, 1)),
        ("12.11.2020", (2020, 11, 12)),
        ("4/25/2024", (2024, 4, 25)),
        ("2024-02-29", (2024, 2, 29)),
        ("March 1848", (1848, 3, 0)),
        ("Q2 2022", (2022, 4, 0)),
        ("in 1999", (1999, 0, 0)),
        ("soon", None),
        ("500 euros", None),
    ],
)
def test_dates_are_read_as_documents_write_them(text: str, date: Date | None) -> None:
    assert date_of(text) == date


def test_what_most_passages_name_is_kept_first_and_the_order_stays() -> None:
    noted = [(i, Entry(f"Fact number{i} alone")) for i in range(20)]
    noted += [(20, Entry("Fact number13 alone"))]
    kept = fit(merge(Form.FACTS, noted), 15)
    assert len(kept) == 5
    assert sum(words_of(each.entry) for each in kept) <= 15
    places = [each.notes[0] for each in kept]
    assert 13 in places
    assert places == sorted(places)
    assert places[-1] - places[0] >= 10  # from all over the document
