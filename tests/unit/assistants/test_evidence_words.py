"""Words that may stand for each other, names with digits and roles, numbers that follow."""

from __future__ import annotations

import random

import pytest

from desktop_slm.assistants.evidence import Doubt, Support
from desktop_slm.assistants.evidence.digits import readings
from desktop_slm.assistants.evidence.index import support_in
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.reading import read
from desktop_slm.assistants.evidence.stems import stem
from desktop_slm.assistants.terms import fold

EN, DE, FR = Language.ENGLISH, Language.GERMAN, Language.FRENCH


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (EN, "deliver delivered delivery delivers"),
        (EN, "pay paid payment"),
        (DE, "kündigen gekündigt kündigte Kündigung"),
        (DE, "einreichen eingereicht einzureichen"),
        (DE, "zurückweisen zurückgewiesen zurückweist"),
        (DE, "Haus Häuser Hauses"),
        (FR, "diminuer diminué diminuent"),
        (FR, "souscrire souscrit"),
        (FR, "hôpital hôpitaux"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language: Language, forms: str) -> None:
    assert len({stem(fold(form), language) for form in forms.split()}) == 1


@pytest.mark.parametrize("language", [EN, DE, FR])
def test_the_lexicon_is_broad_and_no_group_is_one_word(language: Language) -> None:
    known = lexicon(language)
    assert len(known.words) > 400
    assert not [group for group in known.words if not group]
    assert known.light
    assert known.opposites


def test_what_says_the_opposite_is_no_synonym() -> None:
    known = lexicon(EN)
    assert known.are_synonyms(stem("rise", EN), stem("increase", EN))
    assert not known.are_synonyms(stem("rise", EN), stem("fall", EN))


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The hearing was put off until the judge was well.", "The hearing was delayed."),
        ("Die Klägerin wies den Vorwurf zurück.", "Der Vorwurf wurde zurückgewiesen."),
    ],
)
def test_a_verb_of_two_words_is_one(passage: str, sentence: str) -> None:
    assert support_in(sentence, [passage]).support is Support.FULL


def test_readings_take_any_digits_and_marks() -> None:
    source = random.Random(7)
    signs = "0123456789.,' ’\u00a0\u202f\u2009"
    for _ in range(5000):
        inner = "".join(source.choices(signs, k=source.randint(0, 12)))
        for language in Language:
            assert readings(f"1{inner}2", language)[0] > 0
    assert readings("0.181 700", EN) == (0.1817,)


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("Unit1 rose by 2 percent.", "Unit2 rose by 2 percent."),
        ("The lift in block B7 was closed.", "The lift in block B9 was closed."),
    ],
)
def test_a_name_with_digits_is_a_name(passage: str, sentence: str) -> None:
    assert Doubt.NAME in support_in(sentence, [passage]).doubts
    assert support_in(passage, [passage]).support is Support.FULL


def test_units_and_sums_are_no_names() -> None:
    names = read("Paid EUR500 for 20m2 and 3 m2.", EN, frozenset()).names
    assert not [name for name in names if name.is_identifier]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        (
            "The treasurer, Ada Hill, spoke. The secretary, Ben Low, spoke as well.",
            "The treasurer, Ben Low, spoke.",
        ),
        (
            "Schatzmeister Detlef Kahl sprach. Yusuf Arslan sprach auch.",
            "Schatzmeister Yusuf Arslan sprach.",
        ),
        (
            "Das Arbeitsgericht Vechta gab der Klage statt.",
            "Das Arbeitsgericht Oldenburg gab ihr statt.",
        ),
        ("He took amoxicillin for a week.", "He took doxycyclin for a week."),
    ],
)
def test_the_role_of_another_and_an_unknown_name_are_seen(passage: str, sentence: str) -> None:
    assert Doubt.NAME in support_in(sentence, [passage]).doubts


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        (
            "Operating profit slipped from $44 million to $39 million.",
            "Operating profit fell by $5m.",
        ),
        ("The branches in Rethem and Ahlden close in May.", "Two branches close in May."),
        ("Der Umsatz sank von 31,6 auf 29,8 Millionen Euro.", "Der Umsatz sank um 1,8 Mio. Euro."),
        ("The trial had 538 patients.", "The trial had more than 500 patients."),
    ],
)
def test_a_number_that_follows_is_no_unknown_one(passage: str, sentence: str) -> None:
    assert Doubt.NUMBER not in support_in(sentence, [passage]).doubts


def test_a_number_that_does_not_follow_is_unknown() -> None:
    passage = "Operating profit slipped from $44 million to $39 million."
    assert support_in("Operating profit fell by $6 million.", [passage]).unknown == ("6 million",)
    assert support_in("Operating profit was $5 million.", [passage]).support is not Support.FULL
