"""What a trial is: some pages of a document, the models that summarized them, what was measured.

Plain values; `words` here are words of text, 500 of which are a page of print.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.speed import PAGE_WRITTEN_TOKENS

PAGE_WORDS = 500
LEAST_MODELS, MOST_MODELS = 1, 4


class State(StrEnum):
    """How far a model came."""

    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"  # by the person, before it was through
    NOT_TRIED = "not tried"  # the person stopped before it began


@dataclass(frozen=True, slots=True)
class TriedModel:
    """A model as it was when it was tried; `sha256` is "" where nobody had read its whole file."""

    id: str
    name: str
    path: str
    size_bytes: int
    format: str = ""
    is_practice: bool = False
    sha256: str = ""

    @classmethod
    def of(cls, model: InstalledModel, sha256: str = "") -> TriedModel:
        """Returns a model of the list as it is now."""
        return cls(
            id=model.id,
            name=model.name,
            path=str(model.path),
            size_bytes=model.size_bytes,
            format=model.format,
            is_practice=model.is_practice,
            sha256=sha256,
        )


@dataclass(frozen=True, slots=True)
class Measures:
    """What the work took. `seconds` are for the summary alone, without loading the model.

    Speeds are in tokens a second, of requests that had the engine for themselves; 0 where there
    was none. `peak_bytes` is the most memory that the engine's process had.
    """

    load_s: float
    seconds: float
    read_per_s: float
    write_per_s: float
    peak_bytes: int

    @property
    def answer_page_s(self) -> float | None:
        """Seconds for a page of answer, where the speed of writing was measured."""
        return PAGE_WRITTEN_TOKENS / self.write_per_s if self.write_per_s else None

    def document_page_s(self, words: int) -> float | None:
        """Seconds for each page of print that was summarized."""
        return self.seconds * PAGE_WORDS / words if words else None


@dataclass(frozen=True, slots=True)
class Counted:
    """Sentences by what the app's own check found of them on the pages."""

    full: int = 0
    partial: int = 0
    none: int = 0

    @property
    def all(self) -> int:
        """All sentences."""
        return self.full + self.partial + self.none

    @classmethod
    def of(cls, items: Iterable[Item]) -> Counted:
        """Counts the sentences of a summary."""
        found = [item.support for item in items]
        return cls(
            full=found.count(Support.FULL),
            partial=found.count(Support.PARTIAL),
            none=found.count(Support.NONE),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one model. `why` is the sentence of what went wrong.

    `missed` are the sentences of what was asked for and not done, the length left out;
    `passages_failed` counts those that the model could not read.
    """

    model: TriedModel
    state: State
    why: str = ""
    items: tuple[Item, ...] = ()
    measures: Measures | None = None
    is_length_obeyed: bool = True
    missed: tuple[str, ...] = ()
    passages_failed: int = 0

    @property
    def counted(self) -> Counted:
        """The sentences by their evidence."""
        return Counted.of(self.items)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Numbers and names of the summary that the pages do not contain, each once."""
        return tuple(dict.fromkeys(word for item in self.items for word in item.unknown))

    @property
    def words(self) -> int:
        """How many words the summary has."""
        return sum(len(item.text.split()) for item in self.items)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that were tried: of which document, which, and how many words they have."""

    name: str
    sha256: str
    page_count: int
    choice: PageChoice
    words: int
    has_pages: bool = True  # else the format has parts


@dataclass(frozen=True, slots=True)
class Trial:
    """A whole trial; `words_asked` is how long every summary was asked to be."""

    pages: Pages
    words_asked: int
    outcomes: tuple[Outcome, ...]
