"""What the check knows of three languages: forms, compounds, countries, small words, numbers."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.evidence import Doubt, Support
from desktop_slm.assistants.evidence.assurance import WEIGHTS, traits
from desktop_slm.assistants.evidence.compounds import parts_of
from desktop_slm.assistants.evidence.dates import dates
from desktop_slm.assistants.evidence.demonyms import are_of_one_country
from desktop_slm.assistants.evidence.index import EvidenceIndex, support_in
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.reading import read
from desktop_slm.assistants.evidence.stems import stem
from desktop_slm.assistants.evidence.values import Place
from desktop_slm.assistants.terms import fold

EN, DE, FR = Language.ENGLISH, Language.GERMAN, Language.FRENCH


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (EN, "terminate terminated terminating terminates termination"),
        (EN, "rival rivals"),
        (EN, "city cities"),
        (EN, "refer refers referred referring"),
        (EN, "receive receives received receiving"),
        (EN, "witness witnesses witnessed"),
        (EN, "employ employs employed employer"),
        (DE, "einweisen eingewiesen einwies Einweisung"),
        (DE, "verbieten verboten verbot"),
        (DE, "umziehen umgezogen Umzug"),
        (DE, "aufheben aufgehoben aufhob"),
        (DE, "senken senkte gesenkt Senkung"),
        (DE, "behandeln behandelt Behandlung"),
        (DE, "Gericht Gerichte Gerichts"),
        (DE, "Arzt Ärzte Ärztin"),
        (FR, "résilier résilie résilié résiliation"),
        (FR, "maintenir maintient maintenu"),
        (FR, "promettre promis promet"),
        (FR, "réduire réduit réduite réduction"),
        (FR, "directeur directrice directeurs"),
        (FR, "essayer essaie essai"),
        (FR, "annuel annuelle annuels"),
    ],
)
def test_inflection_and_derivation_end_at_one_stem(language: Language, forms: str) -> None:
    assert len({stem(fold(form), language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (EN, "tenant", "tent"),
        (DE, "Gericht", "Gerät"),
        (DE, "rechnen", "Recht"),
        (FR, "entreprise", "entreprendre"),
    ],
)
def test_different_words_keep_different_stems(language: Language, left: str, right: str) -> None:
    assert stem(fold(left), language) != stem(fold(right), language)


def test_a_compound_has_the_stems_of_its_parts() -> None:
    assert parts_of("brandschaden", DE) == (stem("brand", DE), stem("schaden", DE))
    assert parts_of("schaden", DE) == ()
    assert parts_of("brandschaden", EN) == ()


def test_a_part_of_a_compound_is_found_by_its_synonym() -> None:
    passage = "Der Versicherer hat den Brandschaden im Mai ersetzt."
    index = EvidenceIndex([(Place(1, 0, len(passage)), passage)])
    scene = index.scene("Das Feuer war im Mai.")
    assert scene.words[0]


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        ("france", "francais"),
        ("schweden", "schwedisch"),
        ("wales", "welsh"),
        ("belgique", "belges"),
    ],
)
def test_a_country_is_what_its_people_are_called(mine: str, its: str) -> None:
    assert are_of_one_country(mine, its)
    assert not are_of_one_country(mine, "italien")


def test_no_word_of_everyday_is_a_country() -> None:
    assert not are_of_one_country("polonium", "pole")
    assert not are_of_one_country("china", "maschine")


@pytest.mark.parametrize("language", [EN, DE, FR])
def test_the_thesaurus_is_read_too(language: Language) -> None:
    assert len(lexicon(language).words) > 1300
    assert all(lexicon(language).words)


def test_a_small_word_stands_for_one_of_content() -> None:
    passage = "Der Pächter muss das Lokal täglich öffnen."
    index = EvidenceIndex([(Place(1, 0, len(passage)), passage)])
    scene = index.scene("Der Pächter ist verpflichtet, das Lokal täglich zu öffnen.")
    duty = next(at for at, word in enumerate(scene.claim.content) if word.plain == "verpflichtet")
    assert scene.words[duty]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The loan falls due within a year.", "The loan falls due within twelve months."),
        ("Two fifths of the debt bear interest.", "40 per cent of the debt bears interest."),
        ("The town pays a quarter of the price.", "The town pays 25 % of the price."),
        ("Musik ist nach 22 Uhr untersagt.", "Musik ist ab zehn Uhr abends untersagt."),
        ("Les ventes ont baissé d'un tiers.", "Les ventes ont baissé de trente-trois pour cent."),
        ("47 der 168 Mitglieder kamen.", "Gut ein Viertel der Mitglieder kam."),
        ("Un dividende de 0,85 euro, contre 0,80.", "Le dividende monte de cinq centimes."),
        ("Elle est restée du 2 au 13 octobre 2022.", "Elle est restée onze jours."),
        ("Le bail est confié à un agent.", "Le bail est confié à un tiers."),
    ],
)
def test_a_number_said_in_another_way_is_no_doubt(passage: str, sentence: str) -> None:
    assert Doubt.NUMBER not in support_in(sentence, [passage]).doubts


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The company hired engineers for ten years.", "The company hired 120 engineers."),
        ("The town pays a quarter of the price.", "The town pays 35 % of the price."),
        ("Musik ist nach 22 Uhr untersagt.", "Musik ist ab elf Uhr abends untersagt."),
        ("47 der 168 Mitglieder kamen.", "Zwei Drittel der Mitglieder kamen."),
        ("Grapefruitsaft wirkt bei 1 von 10 Personen.", "Grapefruitsaft wirkt um etwa 14 %."),
    ],
)
def test_another_number_is_a_doubt(passage: str, sentence: str) -> None:
    assert Doubt.NUMBER in support_in(sentence, [passage]).doubts


def test_the_first_day_of_a_span_has_the_month_of_the_second() -> None:
    found = dates("Frau Morvan lag vom 2. bis 13. Oktober 2022 im Krankenhaus.", DE)
    assert [(date.year, date.days) for date in found] == [
        (2022, ((10, 2),)),
        (2022, ((10, 13),)),
    ]


_MINUTES = (
    "The yearly rent is £48,000, payable in four equal parts in advance.",
    "A deposit of £12,000 is held by Corvane Trustees.",
    "Priya Nand will write to the council about the broken gate.",
    "Rosa Keane took the chair.",
)


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("The yearly rent of £12,000 is payable in advance.", Doubt.NUMBER_OF_ANOTHER),
        ("Rosa Keane will write to the council about the broken gate.", Doubt.NAME),
        ("Halloran will write to the council about the broken gate.", Doubt.NAME),
    ],
)
def test_what_a_line_says_of_another_is_a_doubt(sentence: str, doubt: Doubt) -> None:
    assert doubt in support_in(sentence, _MINUTES).doubts


def test_what_a_line_says_of_this_one_is_none() -> None:
    found = support_in("Priya Nand will write to the council about the gate.", _MINUTES)
    assert found.support is Support.FULL


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Halloran rents the flat.", EN, ("halloran",)),
        ("Delacourt a acheté la maison.", FR, ("delacourt",)),
        ("Hollmann muss die Kosten tragen.", DE, ("hollmann",)),
        ("On a vu Yann Le Goff au moulin.", FR, ("yann", "goff")),
    ],
)
def test_a_name_is_sure_without_title_and_first_name(
    text: str, language: Language, name: tuple[str, ...]
) -> None:
    assert [each.words for each in read(text, language, frozenset()).names if each.is_sure] == [
        name
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Surgery was delayed by a day.", EN),
        ("Wachstumstreiber waren Aufträge.", DE),
        ("Kaufmann kann jeder werden.", DE),
    ],
)
def test_a_noun_that_begins_a_sentence_is_no_sure_name(text: str, language: Language) -> None:
    assert not [each for each in read(text, language, frozenset()).names if each.is_sure]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        (
            "Each side may file one statement no later than 15 March.",
            "Each side may file one statement, not longer than a page, by 15 March.",
        ),
        (
            "Volunteers from 31 villages took part; villages, not persons, were drawn by lot.",
            "The volunteers came from 31 villages.",
        ),
        (
            "La fête du pain est reportée à septembre.",
            "La fête du pain n'aura lieu qu'en septembre.",
        ),
    ],
)
def test_a_bound_and_a_contrast_deny_nothing(passage: str, sentence: str) -> None:
    assert Doubt.NEGATION not in support_in(sentence, [passage]).doubts


def test_not_accepting_is_rejecting() -> None:
    passage = "The Chamber did not accept the complaint about the noise."
    assert (
        Doubt.OPPOSITE
        not in support_in("The Chamber rejected the complaint about the noise.", [passage]).doubts
    )


def test_what_is_found_speaks_for_and_what_is_missing_against() -> None:
    assert min(WEIGHTS.by_line, WEIGHTS.telling, WEIGHTS.common, WEIGHTS.together) >= 0
    assert min(WEIGHTS.numbers, WEIGHTS.names) >= 0
    assert max(WEIGHTS.elsewhere, WEIGHTS.missing) <= 0


def test_the_traits_count_what_stands_where() -> None:
    passage = ["The tenant keeps the garden.", "A deposit of 300 euros is held by the owner."]
    index = EvidenceIndex((Place(1, 0, len(text)), text) for text in passage)
    found = traits(index.scene("The owner holds a deposit of 300 euros and a caravan."))
    assert found.numbers == 1.0
    assert found.missing == 1.0
    assert found.elsewhere == 0.0
    assert 0.4 < found.by_line < 1.0
