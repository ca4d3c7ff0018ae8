"""Which pages of a document a person wants to have read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desktop_slm.documents.document import Document

_RANGE = re.compile(r"\s*(\d+)\s*(?:[-–]\s*(\d+)?\s*)?")
_LAST = 10**9
NOT_ASKED_FOR = "not asked for"


@dataclass(frozen=True, slots=True)
class PageChoice:
    """Ranges of pages, both ends included; without any, all pages are meant."""

    ranges: tuple[tuple[int, int], ...] = ()

    @classmethod
    def parse(cls, text: str) -> PageChoice:
        """Returns what "3-10", "1, 4-6" or "12-" mean. Raises ValueError for anything else."""
        ranges = []
        for part in text.split(",") if text.strip() else ():
            found = _RANGE.fullmatch(part)
            if found is None:
                raise ValueError("pages are written as 3-10 or 1,4-6")
            first = int(found[1])
            is_open = found[2] is None and re.search("[-–]", part) is not None
            last = _LAST if is_open else int(found[2] or first)
            if not 1 <= first <= last:
                raise ValueError("the first page comes before the last")
            ranges.append((first, last))
        return cls(tuple(ranges))

    def __str__(self) -> str:
        return ",".join(
            f"{first}-" if last == _LAST else str(first) if first == last else f"{first}-{last}"
            for first, last in self.ranges
        )

    def __contains__(self, page: int) -> bool:
        return not self.ranges or any(first <= page <= last for first, last in self.ranges)

    def taken_from(self, document: Document) -> Document:
        """Returns the document with these pages alone; page numbers stay."""
        if not self.ranges:
            return document
        return replace(
            document,
            pages=tuple(page for page in document.pages if page.number in self),
            blocks=tuple(block for block in document.blocks if block.page in self),
        )


ALL_PAGES = PageChoice()
