"""What the typesetting child does, in this process: no child, the same answers."""

from __future__ import annotations

from desktop_slm.typesetting import code_colours, formula_outlines
from desktop_slm.typesetting.drawing import Code, Coloured, Drawing, Formula
from desktop_slm.typesetting.typesetter import may_be_drawn


class DirectTypesetter:
    """Remembers what it was asked for; `closed` says whether it was ended."""

    def __init__(self) -> None:
        self.formulas: list[Formula] = []
        self.codes: list[Code] = []
        self.closed = False

    def draw(self, formula: Formula) -> Drawing | None:
        self.formulas.append(formula)
        if not may_be_drawn(formula):
            return None
        try:
            return formula_outlines.draw(formula)
        except formula_outlines.NotDrawn:
            return None

    def colour(self, code: Code) -> Coloured | None:
        self.codes.append(code)
        return code_colours.colour(code)

    def close(self) -> None:
        self.closed = True
