"""What a summary is: its options, its items with their evidence, and its honest coverage."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_slm.assistants.evidence import Doubt, Evidence, Support
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.pace import NO_WORK, Work
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.receipt import Receipt
from desktop_slm.assistants.summaries.shortfalls import Shortfall
from desktop_slm.assistants.summaries.tree import NO_TREE, Tree

__all__ = [
    "Coverage",
    "FailedPassage",
    "Item",
    "Joining",
    "PassageRead",
    "Planned",
    "SourceCoverage",
    "Summary",
    "SummaryEvent",
    "SummaryOptions",
    "Work",
]


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence or entry of a summary, and what the app's own check found for it.

    `unknown` are the numbers and names of the text that the document does not contain, as they
    stand in the text. `label` is what an entry of a form is under: a date, a question, who and
    when. `is_edited` and `is_checked` say what a person did with it. `doubts` say why the support
    is not full, `missing` which other words the document lacks; exports leave both to the support.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    support: Support = Support.NONE
    unknown: tuple[str, ...] = ()
    label: str = ""
    is_edited: bool = False
    is_checked: bool = False
    # These two follow from text and document, as the support does.
    doubts: tuple[Doubt, ...] = field(default=(), compare=False)
    missing: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_looked_for(self) -> bool:
        """Whether the document was searched for it: else its support tells nothing."""
        return self.support is not Support.NONE or bool(self.doubts) or not self.is_edited


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of the document the model has read; `skipped` pages with the reason.

    With `is_key_sentences` the key sentences of each passage were read, and not all of its words.
    """

    pages: int
    characters: int
    passages_total: int
    passages_read: int
    pages_read: int
    skipped: tuple[tuple[int, str], ...] = ()
    is_key_sentences: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every passage was read."""
        return self.passages_read == self.passages_total


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What of one document of a digest was read; without a coverage it was not, and `why` says so.

    `document` is its number among the documents of the digest, None where it is not among them.
    """

    name: str
    coverage: Coverage | None = None
    why: str = ""
    document: int | None = None


@dataclass(frozen=True, slots=True)
class FailedPassage:
    """A passage of which the model could not read all, also in smaller parts, with its pages."""

    passage: int
    pages: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary; as long as `is_draft` it is made of the passages read so far.

    `new_work` is what this run computed itself, without the steps kept from earlier ones.
    """

    items: tuple[Item, ...]
    coverage: Coverage
    is_draft: bool
    seconds: float
    passages_failed: tuple[FailedPassage, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    tree: Tree = NO_TREE
    receipt: Receipt | None = None
    new_work: Work = NO_WORK
    sources: tuple[SourceCoverage, ...] = ()  # of a digest: each document that was asked for

    @property
    def text(self) -> str:
        """All sentences, a line each."""
        return "\n".join(item.text for item in self.items)


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan stands: so many passages, so many levels of joining after them at most."""

    passages: int
    levels: int
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class PassageRead:
    """One more passage was read: its index, what was noted of it, and how far that is.

    Where several passages were read at once, the first of them comes with the note.
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
