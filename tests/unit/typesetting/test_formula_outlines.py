"""Formulas become outlines, and nothing that they say becomes anything else."""

from __future__ import annotations

import pytest

from desktop_slm.typesetting.drawing import Drawing, Formula
from desktop_slm.typesetting.formula_outlines import NotDrawn, draw


def test_a_fraction_reaches_over_and_under_its_line() -> None:
    drawn = draw(Formula(r"\frac{a}{b}"))
    assert drawn.width > 5
    assert drawn.ascent > 8
    assert drawn.descent > 3
    assert any(outline.steps == "MLLLZ" for outline in drawn.outlines)  # the bar


def test_a_formula_of_its_own_line_is_larger_than_one_in_words() -> None:
    latex = r"\sum_{i=1}^{n} \frac{i}{2}"
    alone, inside = draw(Formula(latex, is_display=True)), draw(Formula(latex))
    assert alone.ascent + alone.descent > 1.3 * (inside.ascent + inside.descent)


def test_every_step_has_its_numbers() -> None:
    needed = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
    for outline in draw(Formula(r"\sqrt{x^2} + \overbrace{a}^b \cancel{y} \boxed{z}")).outlines:
        assert len(outline.numbers) == sum(needed[step] for step in outline.steps)


def test_a_coloured_ground_does_not_hide_what_stands_on_it() -> None:
    with_ground = draw(Formula(r"\colorbox{yellow}{z}"))
    assert not any(outline.steps == "MLLLZ" for outline in with_ground.outlines)


@pytest.mark.parametrize("latex", ["", "   ", "{", r"\frac{1}{", "x_a_b", r"\nosuchthing_{"])
def test_what_is_no_formula_is_not_drawn(latex: str) -> None:
    with pytest.raises(NotDrawn):
        draw(Formula(latex))


def test_a_name_in_a_formula_is_letters() -> None:
    drawn = draw(Formula(r"\text{/tmp/hostile-probe.png}"))
    assert len(drawn.outlines) >= 20


def test_a_drawing_survives_its_travel() -> None:
    drawn = draw(Formula("x^2"))
    assert Drawing.from_wire(drawn.to_wire()) == drawn
