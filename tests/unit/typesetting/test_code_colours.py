"""Code gets its colours line by line, wherever it is cut."""

from __future__ import annotations

import pytest

from desktop_slm.typesetting.code_colours import colour
from desktop_slm.typesetting.drawing import Code, Coloured, Ink, Run

SCRIPT = (
    "def f(x):  # why",
    '    """One',
    '    two"""',
    "    if x:",
    '        return "a" + f"{x!r}" * 3',
    "",
    "class A:",
    "    pass",
)


def _inks(line: str, runs: tuple[Run, ...]) -> list[tuple[str, Ink]]:
    return [(line[run.start : run.start + run.length], run.ink) for run in runs]


def test_words_are_what_they_are() -> None:
    found = colour(Code("python", SCRIPT)).lines
    assert _inks(SCRIPT[0], found[0]) == [
        ("def", Ink.KEYWORD), ("f", Ink.NAME), ("# why", Ink.COMMENT)
    ]  # fmt: skip
    assert _inks(SCRIPT[2], found[2]) == [('    two"""', Ink.COMMENT)]
    assert ("3", Ink.NUMBER) in _inks(SCRIPT[4], found[4])


# Not inside the docstring: Pygments takes that in one piece, which colouring the whole mends.
@pytest.mark.parametrize("cut", [1, 3, 4, 5, 6, 7])
def test_lines_that_stream_in_end_up_as_they_would_at_once(cut: int) -> None:
    first = colour(Code("python", SCRIPT[:cut]))
    second = colour(Code("python", SCRIPT[cut:], first.state))
    assert first.lines + second.lines == colour(Code("python", SCRIPT)).lines


def test_an_unknown_language_has_no_colours_but_all_its_lines() -> None:
    assert colour(Code("mermaid", ("graph TD", "A-->B"))) == Coloured(((), ()))


def test_a_state_that_no_lexer_knows_is_no_state() -> None:
    code = Code("python", ("x = 1",))
    assert colour(Code("python", ("x = 1",), ("no such state",))) == colour(code)


def test_letters_past_the_first_plane_count_twice_as_qt_counts() -> None:
    (runs,) = colour(Code("python", ('"😀" + 1',))).lines
    assert Run(7, 1, Ink.NUMBER) in runs


def test_what_is_added_and_removed_is_told_apart() -> None:
    added, removed = colour(Code("diff", ("+a", "-b"))).lines
    assert [run.ink for run in (*added, *removed)] == [Ink.ADDED, Ink.REMOVED]


def test_what_has_travelled_is_the_same() -> None:
    found = colour(Code("python", SCRIPT))
    assert Coloured.from_wire(found.to_wire()) == found
