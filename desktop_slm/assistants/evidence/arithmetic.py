"""Numbers that a text does not name and a reader works out: a difference, the rest, years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from desktop_slm.assistants.evidence.quantity import MULTIPLE, Quantity
from desktop_slm.assistants.evidence.reading import Reading
from desktop_slm.assistants.evidence.scene import Atom, Scene

_REST = re.compile(
    r"\b(?:rest|remain\w*|übrig\w*|restlich\w*|reste|restant\w*|solde)\b", re.IGNORECASE
)
_HALF = re.compile(
    r"\b(?:half|halves|equally|split|halb\w*|hälfte|halbier\w*|demi\w*|moitié|semest\w*)\b",
    re.IGNORECASE,
)
# What says that a number of the sentence is a difference: "fell by 5", "15 de moins".
_BEFORE_CHANGE = re.compile(
    r"\b(?:by|um|de|d['’]|(?:by )?an average of|um (?:durchschnittlich|im schnitt)|"
    r"en moyenne de|another|additional|further|minus(?: von)?|plus(?: von)?|gap of|"
    r"(?:rise|increase|growth|drop|fall|decrease|decline|loss|gain|rückgang|anstieg|zuwachs)"
    r" (?:of|von|um))\s*"
    r"(?:(?:about|some|nearly|almost|around|rund|etwa|fast|knapp|gut|environ|près de|presque)\s+)?"
    r"[€$£]?\s*$",
    re.IGNORECASE,
)
_AFTER_CHANGE = re.compile(
    r"\W*(?:\w+ ){0,2}?(?:more|less|fewer|extra|additional|higher|lower|later|earlier|"
    r"mehr|weniger|zusätzlich\w*|höher|niedriger|länger|"
    r"de (?:moins|plus)|supplémentaires?|en (?:moins|plus))\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b[A-ZÄÖÜÉ]\w+(?:, [A-ZÄÖÜÉ]\w+)*,? (?:and|und|et) [A-ZÄÖÜÉ]\w+")
_OF = re.compile(r"\s(?:out\s)?(?:of|von|der|des|sur|de)(?:\s(?:the|den|les|ses|its|their|all))?\s")
_ROUNDED, _EXACT = 4.0, 0.6  # in percentage points
_MONTHS_A_YEAR = 12
_MONTHS_HALF_A_YEAR = 6.0
_DAY_S = 86400
_DAYS_A_MONTH = 30.44
_MOST_LISTED = 4
_ABOUT = 0.1  # how far off "doubled" may be


def follows(atom: Atom, scene: Scene) -> bool:
    """Whether one step of arithmetic gives a number of the sentence from what the lines hold."""
    if not isinstance(atom, Quantity):
        return False
    if atom.dimension in ("time", "months") and _is_span(atom, scene):
        return True
    if atom.dimension in ("percent", "share") and any(_is_rest(v, scene) for v in atom.values):
        return True
    if atom.dimension in ("percent", "share") and _is_part_of_whole(atom, scene):
        return True
    if atom.dimension == MULTIPLE:
        return any(_is_ratio(atom.values[0], line) for line in scene.lines)
    return any(_is_worked_out(atom, line, scene) for line in scene.lines)


def _is_part_of_whole(atom: Quantity, scene: Scene) -> bool:
    """Whether a line tells a part and its whole of that share: "47 of the 168 members"."""
    slack = _ROUNDED if atom.dimension == "share" else _EXACT
    return any(
        abs(100 * first.values[0] / second.values[0] - value) <= slack
        for line in scene.lines
        for first, second in pairwise(line.quantities)
        if 0 < first.values[0] < second.values[0]
        and not (first.dimension or second.dimension)
        and _OF.fullmatch(line.text[first.end : second.start])
        for value in atom.values
    )


def _is_ratio(times: float, line: Reading) -> bool:
    """Whether a line tells two amounts of a kind of which one is so many times the other."""
    amounts = [each for each in line.quantities if not (each.is_weak or each.is_ordinal)]
    return any(
        first.dimension == second.dimension and abs(high / low / times - 1) <= _ABOUT
        for first, second in pairwise(amounts)
        for low, high in [sorted((first.values[-1], second.values[-1]))]
        if low > 0
    )


def _is_worked_out(atom: Quantity, line: Reading, scene: Scene) -> bool:
    if _is_listed(atom, line):
        return True
    amounts = [each for each in line.quantities if not (each.is_weak or each.is_ordinal)]
    is_change = len(amounts) > 1 and _is_change(atom, scene.claim.text)
    if is_change and any(atom.equals(each) for each in _differences(amounts)):
        return True
    if len(amounts) > 2 and any(atom.equals(each) for each in _remainders(amounts, line)):
        return True
    if _HALF.search(line.text) or _HALF.search(scene.claim.text):
        return any(atom.equals(_times(each, 0.5)) for each in amounts)
    return False


def _is_change(atom: Quantity, text: str) -> bool:
    before, after = text[: atom.start], text[atom.end :]
    return bool(_BEFORE_CHANGE.search(before) or _AFTER_CHANGE.match(after))


def _differences(amounts: list[Quantity]) -> Iterator[Quantity]:
    """Yields how far apart two amounts of a kind are that stand one after the other."""
    for first, second in pairwise(amounts):
        both = {first.dimension, second.dimension}
        if len(both - {""}) > 1 or first.values == second.values:
            continue
        # "0.85 euro against 0.80": the unit is said once.
        unit = first if first.dimension else second
        left, right = (
            each.values[-1] * (1.0 if each.dimension else unit.factor) for each in (first, second)
        )
        yield _with_value(unit, abs(left - right))


def _remainders(amounts: list[Quantity], line: Reading) -> Iterator[Quantity]:
    """Yields what is left of the largest of some amounts after the others, where a rest is told."""
    if not _REST.search(line.text):
        return
    for dimension in {each.dimension for each in amounts}:
        values = sorted(each.values[0] for each in amounts if each.dimension in (dimension, ""))
        if len(values) > 1:
            whole = next(each for each in amounts if each.dimension == dimension)
            yield _with_value(whole, values[-1] - sum(values[:-1]))


def _with_value(like: Quantity, value: float) -> Quantity:
    return Quantity(like.start, like.end, (value,), like.dimension, factor=like.factor)


def _times(quantity: Quantity, factor: float) -> Quantity:
    return _with_value(quantity, quantity.values[0] * factor)


def _is_listed(atom: Quantity, line: Reading) -> bool:
    """Whether it counts what the line lists: "two branches" where "Rethem and Ahlden" stands."""
    if atom.dimension or not 2 <= atom.values[0] <= _MOST_LISTED:
        return False
    counts = {match[0].count(",") + 2 for match in _LISTED.finditer(line.text)}
    return atom.values[0] in counts


def _is_rest(value: float, scene: Scene) -> bool:
    return any(
        abs(100 - value - each) < 1e-6
        for line in scene.lines
        if _REST.search(line.text)
        for quantity in line.quantities
        if quantity.dimension == "percent"
        for each in quantity.values
    )


def _is_span(atom: Quantity, scene: Scene) -> bool:
    """Whether so much time lies between two dates, or half a year is named in another way."""
    value = atom.values[0]
    is_half_a_year = atom.dimension == "months" and value == _MONTHS_HALF_A_YEAR
    if is_half_a_year and any(_HALF.search(line.text) for line in scene.lines):
        return True
    if atom.dimension == "months" and value / _MONTHS_A_YEAR in _years_between(scene):
        return True
    days = value / _DAY_S if atom.dimension == "time" else value * _DAYS_A_MONTH
    slack = 1.0 if atom.dimension == "time" else 3.0
    return any(abs(days - each) <= slack for each in _days_between(scene))


def _years_between(scene: Scene) -> set[float]:
    """Returns the years between any two of the years that the lines and the sentence name."""
    dates = [date for line in (*scene.lines, scene.claim) for date in line.dates]
    years = {date.year for date in dates if date.year}
    return {float(late - early) for late in years for early in years if late > early}


def _days_between(scene: Scene) -> Iterator[float]:
    """Yields the days between any two days of a year that one line names."""
    for line in scene.lines:
        days = [(date.year, *date.days[0]) for date in line.dates if all(date.days[0])]
        for first, second in combinations(days, 2):
            if not (first[0] and second[0]) or first[0] == second[0]:
                yield abs((first[1] - second[1]) * _DAYS_A_MONTH + first[2] - second[2])
