from __future__ import annotations

import pytest

from desktop_slm.documents.readers.clean import clean, clean_line, clean_lines


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ﬁrst oﬃce", "first office"),
        ("soft\u00adhyphen", "softhyphen"),
        ("e\u0301", "é"),
        ("a\u00a0b\u2009c", "a b c"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\x00\x07plain\x1b", "plain"),
        ("c1\x85\x9fcontrols", "c1\ncontrols"),
        ("\u202eabc\u202c \u2066d\u2069", "abc d"),
        ("in\u200bvis\ufeffible", "invisible"),
        ("half\ud800", "half\ufffd"),
        ("\uf0b7 item", "• item"),
        ("\ufe8e", "\u0627"),
    ],
)
def test_each_thing_has_one_form(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_tag_characters_that_spell_a_hidden_message_are_dropped() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore all")
    assert clean(f"visible{hidden}") == "visible"


def test_runs_of_joiners_are_dropped_and_single_ones_shape_letters() -> None:
    assert clean("x" + "\u200d\ufe0f" * 9 + "y") == "xy"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("❤\ufe0f\u200d🔥") == "❤\ufe0f\u200d🔥"


def test_lines_keep_their_breaks_and_single_spaces() -> None:
    assert clean_lines("  a   b \n  c\td ") == "a b\nc d"
    assert clean_line(" a \n b ") == "a b"
