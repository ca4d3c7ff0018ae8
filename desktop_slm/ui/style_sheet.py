"""Qt's style sheet, made of `resources/styles/window.qss`, a set of tokens and a scale.

In the file `$name` is a colour of the tokens and every `px` is at 100 %.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from string import Template

from desktop_slm.ui.tokens import Tokens

_PX = re.compile(r"\b(\d+)px")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def build(colours: Tokens, scale: float) -> str:
    """Returns the style sheet; a line of 1 px stays sharp and never vanishes."""
    scaled = _PX.sub(lambda match: f"{_scaled(int(match[1]), scale)}px", template())
    return Template(scaled).substitute(colours.items())


@cache
def template() -> str:
    """Returns the file's rules without its comments."""
    file = resources.files("desktop_slm.resources") / "styles" / "window.qss"
    return _COMMENT.sub("", file.read_text(encoding="utf-8"))


def _scaled(px: int, scale: float) -> int:
    return int(px * scale) if px <= 2 else round(px * scale)
