"""Draws a formula with ziamath and keeps its outlines; the child's side, nothing else is read.

ziamath writes SVG. Only paths and boxes are taken from it, so nothing that a formula says can
become a picture, a link or a style.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from desktop_slm.typesetting.drawing import UNITS, Drawing, Formula, Outline

if TYPE_CHECKING:
    from types import ModuleType

_MOST_STEPS = 6000
_STEP = re.compile(r"([MLQCZ])([^MLQCZ]*)")
_NUMBERS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
_SVG = "{http://www.w3.org/2000/svg}"
_INK = "black"
_DEFAULT_STROKE = 1.0


class NotDrawn(Exception):
    """The formula has to be shown as its source."""


def draw(formula: Formula) -> Drawing:
    """Returns a formula's outlines. Raises NotDrawn, whatever is wrong with it."""
    try:
        picture = _ziamath().Latex(formula.latex, size=UNITS, inline=not formula.is_display)
        svg = picture.svgxml()
        left, top, width, height = map(float, svg.attrib["viewBox"].split())
        outlines = tuple(_outlines(svg))
    except NotDrawn:
        raise
    except Exception as error:  # a stranger's text in two libraries: anything can come
        raise NotDrawn(type(error).__name__) from None
    if not outlines or sum(len(each.steps) for each in outlines) > _MOST_STEPS:
        raise NotDrawn("nothing, or too much")
    return Drawing(left, width, -top, height + top, outlines)


def _outlines(svg: ElementTree.Element) -> Iterator[Outline]:
    for element in svg.iter():
        kind = element.tag.removeprefix(_SVG)
        if kind == "path":
            yield _path(element.attrib)
        elif kind == "rect":
            yield from _box(element.attrib)
        elif kind not in ("svg", "g"):
            raise NotDrawn(kind)


def _path(found: dict[str, str]) -> Outline:
    if "transform" in found:
        raise NotDrawn("transform")
    steps, numbers = "", []
    for step, words in _STEP.findall(found["d"]):
        values = [float(word) for word in words.replace(",", " ").split()]
        if len(values) != _NUMBERS[step]:
            raise NotDrawn("path")
        steps += step
        numbers += values
    return Outline(steps, tuple(numbers), _stroke(found))


def _box(found: dict[str, str]) -> Iterator[Outline]:
    if found.get("fill", _INK) not in (_INK, "none"):
        return  # a coloured ground, which would hide what stands on it
    x, y, width, height = (float(found.get(name, 0)) for name in ("x", "y", "width", "height"))
    right, bottom = x + width, y + height
    yield Outline("MLLLZ", (x, y, right, y, right, bottom, x, bottom), _stroke(found))


def _stroke(found: dict[str, str]) -> float:
    if found.get("fill") != "none":
        return 0.0
    return float(found.get("stroke-width", _DEFAULT_STROKE)) or _DEFAULT_STROKE


@cache
def _ziamath() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # importlib.resources.path, kept in 3.13
        import ziamath
        from ziafont.config import config

    made: ModuleType = ziamath
    config.svg2 = False  # outlines where they stand, not symbols that are used
    return made
