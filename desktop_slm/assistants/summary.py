"""What a summary is: its options, its items with their evidence, and its honest coverage."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.lengths import Length
from desktop_slm.engine.protocol import GREEDY, Sampling
from desktop_slm.models.library import InstalledModel


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How a document is summarized."""

    model: InstalledModel
    length: Length = Length.STANDARD
    sampling: Sampling = GREEDY


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of a summary, and the places whose words it shares."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of the document the model has read; `skipped` pages with the reason."""

    pages: int
    characters: int
    passages_total: int
    passages_read: int
    pages_read: int
    skipped: tuple[tuple[int, str], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every passage was read."""
        return self.passages_read == self.passages_total


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary; as long as `is_draft` it is made of the passages read so far."""

    items: tuple[Item, ...]
    coverage: Coverage
    is_draft: bool
    seconds: float

    @property
    def text(self) -> str:
        """All sentences, a line each."""
        return "\n".join(item.text for item in self.items)


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan stands: so many passages, so many levels of joining after them."""

    passages: int
    levels: int


@dataclass(frozen=True, slots=True)
class PassageRead:
    """One more passage was read: its index, what was noted of it, and how far that is.

    `is_kept` says that the note was made in an earlier run, so it tells nothing about the pace.
    """

    index: int
    items: tuple[Item, ...]
    coverage: Coverage
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Joining:
    """The notes of a level are being joined."""

    done: int
    total: int


SummaryEvent = Planned | PassageRead | Joining
