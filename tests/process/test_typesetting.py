"""Formulas and code in the real child, sealed as it is; and one that never ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_slm.typesetting import typesetter as module
from desktop_slm.typesetting.drawing import Code, Formula, Ink
from desktop_slm.typesetting.typesetter import Typesetter


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    made = Typesetter()
    yield made
    made.close()


def test_the_sealed_child_reads_its_fonts_and_lexers(typesetter: Typesetter) -> None:
    drawn = typesetter.draw(Formula(r"\sqrt{x}", is_display=True))
    assert drawn is not None
    assert drawn.outlines
    coloured = typesetter.colour(Code("rust", ("fn main() {}",)))
    assert coloured is not None
    assert coloured.lines[0][0].ink is Ink.KEYWORD


def test_after_a_formula_that_never_ends_the_next_one_is_drawn(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "may_be_drawn", lambda formula: True)
    monkeypatch.setattr(module, "TIME_LIMIT_S", 0.5)
    assert typesetter.draw(Formula(r"\frac{" * 30 + "x" + "}{1}" * 30)) is None
    monkeypatch.setattr(module, "TIME_LIMIT_S", 20.0)
    assert typesetter.draw(Formula("x")) is not None
