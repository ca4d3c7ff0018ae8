from __future__ import annotations

import itertools
import random

import pytest

from desktop_slm.documents.sentences import split

SENTENCES = {
    "numbers": ["Revenue rose to 4.1 bn.", "It fell by 3.5 % in 2020.", "Costs rose again."],
    "titles": ["Dr. Smith met Mrs. Jones.", "They spoke."],
    "abbreviations": ["See Fig. 3, e.g. the left part.", "It is clear."],
    "initials": ["J. R. R. Tolkien wrote it.", "Many read it."],
    "company at the end": ["He works at Apple Inc.", "The firm is large."],
    "company inside": ["Apple Inc. Chairman Jones spoke."],
    "time": ["It was 5 p.m.", "We left."],
    "quoted": ['He said "No."', "Then he left."],
    "asked": ['"Really?" she asked.', "He nodded."],
    "signs": ["What?", "No!", "Well... maybe.", "Yes."],
    "brackets": ["(This is it.)", "And more."],
    "note marks": ["It is conversant.1", "This is not.[4]", "The end"],
    "German": [
        "Am 3. Mai kam Hr. Müller, z. B. mit dem Zug, d. h. spät.",
        "Der 2. Weltkrieg endete 1945.",
        "Gemäß Art. 5 Abs. 2 Nr. 3 gilt dies.",
        "Das Gericht usw. entschied.",
        "»Nein.«",
        "Danach war Schluss.",
    ],
    "French": ["M. Dupont est venu, cf. art. 5.", "Il a dit « Non. »", "Puis il est parti."],
    "Japanese": ["これは文です。", "「はい。」と言った。", "次の文！"],
    "Chinese": ["第一句。", "第二句？", "第三句"],
    "items": ["1. First.", "2. Second.", "(a) Third part."],
    "paragraphs": ["§ 7. Der Mieter zahlt.", "Art. 5. The owner pays."],
    "addresses": ["Visit www.example.com.", "It is version 2.0.1."],
    "words that are also abbreviations": ["There is no.", "He sat.", "It is modern art.", "So."],
}


@pytest.mark.parametrize("expected", SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences_end_where_people_end_them(expected: list[str]) -> None:
    gap = "" if expected[0][0] > "\u3000" else " "
    text = gap.join(expected)
    assert [text[start:end] for start, end in split(text)] == expected


def test_a_line_break_ends_a_sentence() -> None:
    text = "- one\n- two. still two\n\nLast"
    assert [text[start:end] for start, end in split(text)] == ["- one", "- two. still two", "Last"]


def test_nothing_is_lost_whatever_the_text() -> None:
    randomly = random.Random(7)
    letters = "ab. A1?!…\n\t»«\"'()[]z。「」😀Éß-–"
    for _ in range(500):
        text = "".join(randomly.choices(letters, k=randomly.randrange(60)))
        places = split(text)
        assert "".join(text[start:end] for start, end in places).split() or not text.strip()
        covered = {at for start, end in places for at in range(start, end)}
        assert {at for at, letter in enumerate(text) if not letter.isspace()} <= covered
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))


def test_a_long_line_of_abbreviations_takes_no_longer_by_the_square() -> None:
    assert len(split("a. b. " * 20_000)) == 1
