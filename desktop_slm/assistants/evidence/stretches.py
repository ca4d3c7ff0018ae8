"""The stretches of a line of the document that carry a sentence, for its small words."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from desktop_slm.assistants.evidence.scene import Scene

_PART = re.compile(r"(?:(?!\s(?:but|aber|mais|jedoch)\s)[^;])+")
_STRETCH_END = re.compile(r"[;,:]|\b(?=(?:if|wenn|falls|si|s['’]ils?)\b)", re.IGNORECASE)
_CORE = re.compile(r"(?:(?!\s(?:and|und|et)\s)[^;,:])+")


class Stretches:
    """What of one line carries words, numbers and names of the scene's sentence."""

    def __init__(self, scene: Scene, line: int) -> None:
        self._scene = scene
        self._line = line
        self._text = scene.lines[line].text

    def part(self) -> str:
        """Returns the part of the line, up to a semicolon or a "but", that carries most of it."""
        parts = [match.span() for match in _PART.finditer(self._text)]
        if len(parts) < 2:
            return self._text
        start, end = max(parts, key=self._count)
        return self._text[start:end]

    def touched(self) -> str:
        """Returns the stretches, between commas, that carry anything of it."""
        ends = [match.end() for match in _STRETCH_END.finditer(self._text)]
        stretches = pairwise((0, *ends, len(self._text)))
        return " | ".join(
            self._text[start:end] for start, end in stretches if self._count((start, end))
        )

    def core(self) -> str:
        """Returns the one stretch that carries most of it."""
        stretches = [match.span() for match in _CORE.finditer(self._text)]
        start, end = max(stretches, key=self._count, default=(0, 0))
        return self._text[start:end]

    def _count(self, stretch: tuple[int, int]) -> int:
        start, end = stretch
        return sum(start <= hit < end for hit in self._hits)

    @cached_property
    def _hits(self) -> list[int]:
        return self._scene.hits(self._line)
