"""Numbers that a text does not name and a reader works out: the rest, years between dates."""

from __future__ import annotations

import re

from desktop_slm.assistants.evidence.numbers import Quantity
from desktop_slm.assistants.evidence.scene import Atom, Scene

_REST = re.compile(
    r"\b(?:rest|remain\w*|übrig\w*|restlich\w*|reste|restant\w*|solde)\b", re.IGNORECASE
)
_MONTHS_A_YEAR = 12


def follows(atom: Atom, scene: Scene) -> bool:
    """Whether one step of arithmetic gives a number of the sentence from what the lines hold."""
    if not isinstance(atom, Quantity):
        return False
    if atom.dimension == "percent":
        return any(_is_rest(value, scene) for value in atom.values)
    if atom.dimension == "months":
        return any(value / _MONTHS_A_YEAR in _spans(scene) for value in atom.values)
    return False


def _is_rest(value: float, scene: Scene) -> bool:
    return any(
        abs(100 - value - each) < 1e-6
        for line in scene.lines
        if _REST.search(line.text)
        for quantity in line.quantities
        if quantity.dimension == "percent"
        for each in quantity.values
    )


def _spans(scene: Scene) -> set[float]:
    """Returns the years between any two of the years that the lines and the sentence name."""
    dates = [date for line in (*scene.lines, scene.claim) for date in line.dates]
    years = {date.year for date in dates if date.year}
    return {float(late - early) for late in years for early in years if late > early}
