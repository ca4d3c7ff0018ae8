"""The typesetting child: draws formulas and colours code, both of which strangers wrote.

Formulas may nest so that drawing them never ends, and expressions of a lexer may do so, too: the
parent waits a moment for each and then ends this process, which holds nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from desktop_slm.typesetting import code_colours, formula_outlines
from desktop_slm.typesetting.drawing import Code, Formula
from desktop_slm.workers import host
from desktop_slm.workers.confine import Limits, Profile

_MEMORY_BYTES = 512 << 20


def run() -> NoReturn:
    """Becomes the typesetting child."""
    parent = host.connect("typesetting", Profile.SEALED, Limits(memory_bytes=_MEMORY_BYTES))
    host.serve_jobs(parent, {"draw": _draw, "colour": _colour})


def _draw(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    formula = Formula(str(request["latex"]), bool(request["is_display"]))
    try:
        return {"drawing": formula_outlines.draw(formula).to_wire()}
    except formula_outlines.NotDrawn:
        return {"drawing": None}


def _colour(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    language, lines, state = (request[name] for name in ("language", "lines", "state"))
    return code_colours.colour(Code(language, tuple(lines), tuple(state))).to_wire()
