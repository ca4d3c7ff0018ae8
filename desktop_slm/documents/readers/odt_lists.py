"""The labels of list items and headings, which an OpenDocument text describes and does not hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_slm.documents.readers.docx_numbering import write_number
from desktop_slm.documents.readers.docx_styles import to_int
from desktop_slm.documents.readers.xml import Attributes, value

_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_MAX_LEVEL = 10
_BOXES = ("☐", "☒", "☑", "✓", "✔", "✗", "✘")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How the items of one depth are labelled; `format` is "" where they are not numbered."""

    format: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1  # how many depths a label counts
    first: int = 1
    bullet: str = ""


@dataclass(slots=True)
class ListStyle:
    """The levels of a list, and how far each has counted."""

    levels: dict[int, ListLevel] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def add(self, is_number: bool, attributes: Attributes) -> None:
        """Takes the description of a level."""
        depth = to_int(value(attributes, "level"))
        if not 1 <= depth <= _MAX_LEVEL:
            return
        self.levels[depth] = ListLevel(
            format=_FORMATS.get(value(attributes, "num-format"), "") if is_number else "",
            before=value(attributes, "num-prefix")[:20],
            after=value(attributes, "num-suffix")[:20],
            shown=max(1, to_int(value(attributes, "display-levels"))),
            first=to_int(value(attributes, "start-value") or "1"),
            bullet="" if is_number else value(attributes, "bullet-char"),
        )

    def restart(self) -> None:
        """Lets the next label be the first again."""
        self.counts.clear()

    def label(self, depth: int, start: int | None = None) -> str:
        """Counts one on at a depth and returns the label; "" where items of it have none."""
        level = self.levels.get(depth, ListLevel())
        for deeper in [at for at in self.counts if at > depth]:
            del self.counts[deeper]
        self.counts[depth] = self.counts.get(depth, level.first - 1) + 1 if start is None else start
        if not level.format:
            return level.bullet if level.bullet in _BOXES else "-" if level.bullet else ""
        numbers = [
            write_number(self.counts.get(at, found.first), found.format)
            for at in range(max(1, depth - level.shown + 1), depth + 1)
            if (found := self.levels.get(at)) and found.format
        ]
        return f"{level.before}{'.'.join(numbers)}{level.after}".strip()
