"""A document while it is being read: what the child has sent so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_slm.documents.document import (
    Block,
    Format,
    Page,
    Recognized,
    SkippedPage,
    SkipReason,
)
from desktop_slm.documents.notices import Notice

Edge = tuple[int, int]  # number of the block on its page, height on the page in points


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page and the looks by which it is judged together with all others."""

    page: Page
    blocks: tuple[Block, ...]
    sizes: tuple[float, ...] = ()  # of the blocks' text, in points
    top: tuple[Edge, ...] = ()
    bottom: tuple[Edge, ...] = ()
    hidden: int = 0
    is_text_layer: bool = False
    recognized: Recognized | None = None


@dataclass(slots=True)
class Draft:
    """Filled event by event; what is in it when the child ends makes the document."""

    name: str
    format: Format = Format.TEXT
    sha256: str = ""
    about: dict[str, str] = field(default_factory=dict)
    expected: int = 0  # pages, 0 where the format has none
    pages: list[PageDraft] = field(default_factory=list)
    skipped: list[SkippedPage] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    stopped: SkipReason | None = None
    characters: int = 0

    @property
    def last(self) -> int:
        """The number of the last page that was read or skipped."""
        return max(
            self.pages[-1].page.number if self.pages else 0,
            self.skipped[-1].page if self.skipped else 0,
        )
