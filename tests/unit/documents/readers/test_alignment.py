"""From clean text back to a page's own characters."""

from __future__ import annotations

import random

import pytest

from desktop_slm.documents.readers.alignment import (
    align,
    characters_behind,
    numbered,
    tokens,
)
from desktop_slm.documents.readers.pdf_lines import to_units


def behind(text: str, page: str, words: str) -> str:
    """Returns what of the page stands behind the words, letters and digits alone."""
    units = to_units(page)
    aligned = align(tokens(enumerate(text)), tokens(numbered(units, 0, len(units))))
    start = text.index(words)
    found = characters_behind(aligned, text, start, start + len(words))
    characters = dict(numbered(units, 0, len(units)))
    return "".join(characters[number] for number in found)


@pytest.mark.parametrize(
    ("text", "page", "words", "found"),
    [
        ("Net debt fell.", "Net debt fell.", "debt", "debt"),
        ("the cooperation ended", "the co-\r\noperation ended", "cooperation", "cooperation"),
        ("the cooperation ended", "the co\ufffeoperation ended", "cooperation", "cooperation"),
        ("a first office", "a ﬁrst oﬃce", "first office", "ﬁrstoﬃce"),
        ("Über Müller", "U\u0308ber Mu\u0308ller", "Müller", "Muller"),
        ("Chapter 1 … 12", "Chapter 1 . . . . . . 12", "Chapter 1 … 12", "Chapter112"),
        ("seen words", "seen hidden words", "words", "words"),
        ("𝔘 rose 12 %", "𝔘 rose 12 %", "𝔘 rose", "𝔘rose"),
        ("収益は増加した。", "収益は\r\n増加した。", "増加", "増加"),
        ("two three", "one two\r\nthree four", "two three", "twothree"),
    ],
)
def test_words_are_found_on_the_page(text: str, page: str, words: str, found: str) -> None:
    assert behind(text, page, words) == found


def test_a_note_that_is_no_text_of_the_page_is_not_found() -> None:
    text = "Rent is due monthly.\n\nNote by Ada: ask the landlord first"
    assert behind(text, "Rent is due monthly.", "ask the landlord first") == ""
    assert behind(text, "Rent is due monthly.", "due monthly") == "duemonthly"


def test_the_same_words_are_told_apart_by_their_place() -> None:
    rng = random.Random(5)
    words = [rng.choice(["rent", "is", "due", "the"]) for _ in range(400)]
    text, page = " ".join(words), "\r\n".join(" ".join(words[i : i + 7]) for i in range(0, 400, 7))
    aligned = align(tokens(enumerate(text)), tokens(numbered(page, 0, len(page))))
    start = len(" ".join(words[:200])) + 1
    first = characters_behind(aligned, text, start, start + len(words[200]))[0]
    assert len(page[:first].split()) == 200


def test_pages_of_one_word_repeated_are_quick() -> None:
    text, page = "a " * 20_000, "b " + "a " * 20_000 + "c"
    aligned = align(tokens(enumerate(text)), tokens(numbered(page, 0, len(page))))
    assert len(aligned) <= 20_000
