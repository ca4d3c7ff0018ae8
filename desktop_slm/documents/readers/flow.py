"""Formats without pages: elements in a row, sent as one page for each top section.

The top sections are those of the highest level that has more than one heading, so a document under
one title is not one page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.readers.element import Element, compose
from desktop_slm.documents.readers.sink import About, Budget, Sink, Stopped

_MAX_LEVEL = 9


class Flow:
    """Collects elements until the budget ends; then it takes no more and `stopped` says why."""

    def __init__(self, budget: Budget) -> None:
        self.elements: list[Element] = []
        self.stopped: SkipReason | None = None
        self._budget = budget

    def add(self, kind: BlockKind, text: str, level: int = 0, tight: bool = False) -> None:
        """Adds an element with clean text; an empty one is left out."""
        if self.stopped is not None or not text.strip():
            return
        if len(text) > self._budget.characters:
            text = text[: self._budget.characters]
            self.stopped = SkipReason.TOO_MUCH_TEXT
            if not text.strip():
                return
        self._budget.characters -= len(text)
        if kind is BlockKind.HEADING:
            level = min(max(level, 1), _MAX_LEVEL)
        tight = tight and bool(self.elements)
        self.elements.append(Element(kind, text, level, tight))

    def is_stopped(self) -> bool:
        """Whether the budget has ended; a reader asks between elements that take long."""
        try:
            self._budget.check_time()
        except Stopped as stop:
            self.stopped = self.stopped or stop.why
        return self.stopped is not None

    def send(self, sink: Sink, about: About, name: str) -> None:
        """Sends everything, section by section. Raises EmptyFile where there is nothing."""
        if not self.elements:
            raise errors.EmptyFile(name=name)
        sink.begin(about)
        for number, section in enumerate(self._sections(), 1):
            first = section[0]
            label = first.text if first.kind is BlockKind.HEADING else ""
            notes = [item for item in section if item.kind is BlockKind.FOOTNOTE]
            others = [item for item in section if item.kind is not BlockKind.FOOTNOTE]
            text, marks = compose([*others, *notes])
            sink.page(number, label, text, marks)
        if self.stopped is not None:
            sink.stop(self.stopped)

    def _sections(self) -> Iterator[list[Element]]:
        top = self._top_level()
        section: list[Element] = []
        for element in self.elements:
            starts = element.kind is BlockKind.HEADING and element.level <= top
            if starts and section:
                yield section
                section = []
            section.append(element)
        yield section

    def _top_level(self) -> int:
        levels = Counter(
            element.level for element in self.elements if element.kind is BlockKind.HEADING
        )
        return min((level for level, count in levels.items() if count > 1), default=1)


def list_item(text: str, level: int, label: str = "-") -> str:
    """Returns a list's item with its label, two spaces further in for each level under 1."""
    return f"{'  ' * (level - 1)}{label} {text}"


def about(format: Format, **fields: str) -> About:
    """Returns what is known of a document without pages."""
    return About(format, 0, **{name: " ".join(value.split()) for name, value in fields.items()})
