"""Numbers and dates mean the same however the three languages write them."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.evidence.dates import dates
from desktop_slm.assistants.evidence.languages import Language, language_of
from desktop_slm.assistants.evidence.numbers import Quantity, quantities

EN, DE, FR = Language.ENGLISH, Language.GERMAN, Language.FRENCH


def only(text: str, language: Language) -> Quantity:
    (found,) = quantities(text, language)
    return found


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        (("12 %", EN), ("zwölf Prozent", DE)),
        (("twelve per cent", EN), ("douze pour cent", FR)),
        (("1.2 million", EN), ("1.200.000", DE)),
        (("1,200,000", EN), ("1,2 Mio.", DE)),
        (("1 200 000", FR), ("1.2 million", EN)),
        (("£48,000", EN), ("48.000 Pfund", DE)),
        (("11,2 M€", FR), ("11.2 million euros", EN)),
        (("CHF 2.40", EN), ("2,40 Franken", DE)),
        (("30 Rappen", DE), ("0.30 francs", FR)),
        (("3 euros 60", FR), ("3,60 €", DE)),
        (("zweijährig", DE), ("24 months", EN)),
        (("fünfundzwanzig Tage", DE), ("25 jours", FR)),
        (("four weeks", EN), ("28 days", EN)),
        (("trois quarts d'heure", FR), ("45 minutes", EN)),
        (("quatre-vingt-dix kilos", FR), ("90 kg", EN)),
        (("2.5 mg", EN), ("2500 µg", DE)),
    ],
)
def test_the_same_number_in_another_form(
    mine: tuple[str, Language], its: tuple[str, Language]
) -> None:
    assert only(*mine).equals(only(*its))


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        (("1.200", DE), ("1.2", EN)),
        (("5 mg", EN), ("5 g", EN)),
        (("240 km²", DE), ("240 m²", DE)),
        (("12 %", EN), ("12 euros", EN)),
        (("68.000 Euro im Monat", DE), ("68.000 Euro im Jahr", DE)),
        (("512 Milliarden", DE), ("512 Millionen", DE)),
        (("3,4", DE), ("34", DE)),
    ],
)
def test_another_number_unit_or_period(
    mine: tuple[str, Language], its: tuple[str, Language]
) -> None:
    assert not only(*mine).equals(only(*its))


def test_about_lets_a_rounded_number_pass() -> None:
    assert only("nearly 1,300", EN).equals(only("1,284", EN))
    assert not only("1,300", EN).equals(only("1,284", EN))


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        (("3 March 2024", EN), ("03.03.2024", DE)),
        (("3 March 2024", EN), ("2024-03-03", EN)),
        (("March 3, 2024", EN), ("3 mars 2024", FR)),
        (("le 1er juillet 2025", FR), ("1 July 2025", EN)),
        (("in April 2022", EN), ("1 April 2022", EN)),
        (("in 2022", EN), ("am 4. Mai 2022", DE)),
        (("4/3/2024", EN), ("March 4, 2024", EN)),
    ],
)
def test_the_same_date_in_another_form(
    mine: tuple[str, Language], its: tuple[str, Language]
) -> None:
    (left,), (right,) = dates(*mine), dates(*its)
    assert left.equals(right)


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        (("3 March 2024", EN), ("4 March 2024", EN)),
        (("3 March 2024", EN), ("3 March 2023", EN)),
        (("3 March 2024", EN), ("March 2024", EN)),
        (("04.03.2024", DE), ("3 avril 2024", FR)),
    ],
)
def test_another_date(mine: tuple[str, Language], its: tuple[str, Language]) -> None:
    (left,), (right,) = dates(*mine), dates(*its)
    assert not left.equals(right)


def test_words_that_are_months_too_are_no_dates() -> None:
    assert dates("The tenant may march on, may he not?", EN) == []
    assert dates("Vingt-sept ans plus tard", FR) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The rent is due on the first day.", EN),
        ("Die Miete ist am ersten Tag fällig.", DE),
        ("Le loyer est dû le premier jour.", FR),
        ("賃貸契約", Language.OTHER),
    ],
)
def test_the_language_is_told_by_small_words(text: str, language: Language) -> None:
    assert language_of(text) is language
