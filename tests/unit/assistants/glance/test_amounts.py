"""Amounts and dates as they stand in a text."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.glance.amounts import amounts_in
from desktop_slm.assistants.glance.dated import dates_in


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The rent is £48,000 a year.", Language.ENGLISH, ["£48,000"]),
        ("US$ 4.1 million or EUR 1.50.", Language.ENGLISH, ["US$ 4.1 million", "EUR 1.50"]),
        ("Within 28 days, with six months' notice.", Language.ENGLISH, ["28 days", "six months"]),
        ("It rose 12 % and 3 per cent.", Language.ENGLISH, ["12 %", "3 per cent"]),
        ("There are 3,900 people, 7 dogs.", Language.ENGLISH, ["3,900"]),
        ("Die Miete beträgt 1.200,50 € monatlich.", Language.GERMAN, ["1.200,50 €"]),
        ("3,5 Mio. Euro in dreißig Tagen.", Language.GERMAN, ["3,5 Mio. Euro", "dreißig Tagen"]),
        ("Le loyer est de 1 200,50 € ; trois mois.", Language.FRENCH, ["1 200,50 €", "trois mois"]),
        ("租金为每月5,000元，增长12%。", Language.OTHER, ["5,000元", "12%"]),
        ("See section 3.1.2 and item 4 A.", Language.ENGLISH, []),
        ("| 48 $12.00 |", Language.ENGLISH, ["$12.00"]),
    ],
)  # fmt: skip
def test_amounts_are_found_as_they_are_written(
    text: str, language: Language, found: list[str]
) -> None:
    assert [text[each.start : each.end] for each in amounts_in(text, language)] == found


@pytest.mark.parametrize("text", ["Item 0.181 700 of 1.2,3.4", "1'2'3 99.9.9 km", "$ € % 4$"])
def test_odd_numbers_break_nothing(text: str) -> None:
    for language in Language:
        assert all(text[each.start : each.end].strip() for each in amounts_in(text, language))


def test_the_same_amount_is_the_same_however_it_is_written() -> None:
    one = amounts_in("1.2 million euros", Language.ENGLISH)[0]
    other = amounts_in("€1,200,000", Language.ENGLISH)[0]
    assert one.key == other.key
    assert one.rank == 0 < amounts_in("5 %", Language.ENGLISH)[0].rank


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Made on 4 March 2022.", Language.ENGLISH, ["4 March 2022"]),
        ("Am 31. August 2027 und am 1.4.", Language.GERMAN, ["31. August 2027", "1.4"]),
        ("Le 1er mai 2024.", Language.FRENCH, ["1er mai 2024"]),
        ("到期日为2024年3月31日。", Language.OTHER, ["2024年3月31日"]),
        ("More than 1500 packages, as in 1998.", Language.ENGLISH, ["1998"]),
        ("See 3.2. It may be.", Language.ENGLISH, []),
    ],
)
def test_dates_say_a_day_or_a_year(text: str, language: Language, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in dates_in(text, language)] == found
