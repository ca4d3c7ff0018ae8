"""Elements: the parts of a page before they are one text. What every reader makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_slm.documents.document import BlockKind


@dataclass(slots=True)
class Element:
    """A paragraph, heading, row, ... with clean text. `tight`: no blank line before it."""

    kind: BlockKind
    text: str
    level: int = 0
    tight: bool = False


Mark = tuple[BlockKind, int, int, int]


def compose(elements: Iterable[Element]) -> tuple[str, Sequence[Mark]]:
    """Returns the page's text and kind, start, end and level of each element in it."""
    pieces: list[str] = []
    marks: list[Mark] = []
    place = 0
    before: Element | None = None
    for element in elements:
        if before is not None:
            gap = "\n" if _is_tight(before, element) else "\n\n"
            pieces.append(gap)
            place += len(gap)
        pieces.append(element.text)
        end = place + len(element.text)
        marks.append((element.kind, place, end, element.level))
        place = end
        before = element
    return "".join(pieces), marks


def _is_tight(before: Element, element: Element) -> bool:
    return element.tight or element.kind is before.kind is BlockKind.LIST_ITEM
