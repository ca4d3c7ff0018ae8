"""One document on its way to a summary, or a stored one: everything that the page shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from desktop_slm.assistants.glance.glance import Glance
from desktop_slm.assistants.omissions.omissions import Omissions
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.recording import Draft
from desktop_slm.assistants.summaries.records import KeptSummary
from desktop_slm.assistants.summaries.shortfalls import Shortfall
from desktop_slm.assistants.summaries.summary import Coverage, Item, SourceCoverage
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Contents
from desktop_slm.errors import DesktopSlmError
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.summaries import Version
from desktop_slm.ui.summaries.document.sheets import Sheets, sheets_of
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.running.pace import Pace


class Stage(Enum):
    """What happens with a document now."""

    WAITING = "waiting"
    READING = "reading"  # the file
    LOADING = "loading"  # the model
    PLANNING = "planning"
    PLANNED = "planned"  # waits for the person to start it
    NOTING = "noting"  # the model reads passages
    JOINING = "joining"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"  # by the person, or cut off: can go on
    FAILED = "failed"


RUNNING = (
    Stage.READING,
    Stage.LOADING,
    Stage.PLANNING,
    Stage.NOTING,
    Stage.JOINING,
    Stage.STOPPING,
)
_STAGES = {
    RunState.COMPLETE: Stage.DONE,
    RunState.STOPPED: Stage.STOPPED,
    RunState.INTERRUPTED: Stage.STOPPED,
    RunState.RUNNING: Stage.STOPPED,  # by another process: its window shows it
    RunState.FAILED: Stage.FAILED,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A document made ready for the page, in the background."""

    document: Document
    sheets: Sheets
    words: int

    @classmethod
    def of(cls, document: Document) -> Opened:
        """Cuts a document into sheets and counts its words."""
        words = sum(len(page.text.split()) for page in document.pages)
        return cls(document, sheets_of(document), words)


@dataclass(eq=False)
class Work:
    """Changed on the Qt thread alone, by the queue; the page only reads it."""

    name: str
    wishes: Wishes
    path: Path | Contents | None = None  # what is read
    stage: Stage = Stage.WAITING
    share: float | None = None  # of the stage
    opened: Opened | None = None
    others: tuple[Opened, ...] = ()  # of a digest: the documents after the first
    digest_of: tuple[int, ...] = ()  # the versions of the summaries that it was made of
    sources: tuple[SourceCoverage, ...] = ()  # what of each of its documents was read
    summary_id: int | None = None
    versions: tuple[Version, ...] = ()
    version_id: int | None = None
    model_id: str = ""
    model_name: str = ""
    is_practice: bool = False
    items: tuple[Item, ...] = ()
    coverage: Coverage | None = None
    is_draft: bool = True
    shortfalls: tuple[Shortfall, ...] = ()
    plan: Plan | None = None  # of the run that is under way or waits for its start
    may_ask: bool = True  # whether a long one waits for the person
    asks: bool = False  # it does
    before: Stage | None = None  # where a work goes back to that shall not be redone after all
    joins: tuple[int, int] = (0, 0)
    error: DesktopSlmError | None = None
    was_cut_off: bool = False
    reads_pictures: bool = False  # its file is being read with text recognition
    pages_read: tuple[int, int] = (0, 0)  # of how many, while its file is read
    draft: Draft = field(default_factory=Draft)
    pace: Pace = field(default_factory=Pace)
    # What is found without a model, by DocumentLook.
    glance: Glance | None = None
    omissions: Omissions | None = None
    look_error: DesktopSlmError | None = None

    @property
    def is_running(self) -> bool:
        """Whether something happens with it now."""
        return self.stage in RUNNING

    @property
    def can_go_on(self) -> bool:
        """Whether it was begun and not finished, or the file can be tried again."""
        is_there = self.version_id is not None or self.path is not None
        return is_there and self.stage in (Stage.STOPPED, Stage.FAILED)

    @property
    def can_be_edited(self) -> bool:
        """Whether a person can work on its sentences: a run under way would overwrite that."""
        is_made = self.version_id is not None and not self.is_draft
        return is_made and self.stage is Stage.DONE

    @property
    def passages_left(self) -> int:
        """How many passages are still to be read."""
        return self.coverage.passages_total - self.coverage.passages_read if self.coverage else 0

    def take_version(self, kept: KeptSummary) -> None:
        """Shows a version as it is stored."""
        self.summary_id, self.name = kept.id, kept.title
        self.versions, self.version_id = kept.versions, kept.version.id
        self.wishes = Wishes.of_stored(kept.version.options)
        self.is_practice = kept.is_practice
        self.model_id, self.model_name = kept.version.model, kept.model_name
        self.stage = _STAGES[kept.version.state]
        self.was_cut_off = kept.version.state is RunState.INTERRUPTED
        self.error = None
        self.items = kept.summary.items if kept.summary else ()
        self.coverage = kept.summary.coverage if kept.summary else None
        self.is_draft = kept.summary is None or kept.summary.is_draft
        self.digest_of = kept.digest_of
        self.sources = kept.summary.sources if kept.summary else ()
        self.shortfalls = kept.summary.shortfalls if kept.summary else ()
        self.plan, self.asks, self.before = None, False, None

    def begin_run(self) -> None:
        """Forgets the outcome of an earlier run; what was read stays shown until more is."""
        self.error, self.was_cut_off, self.share = None, False, None
        self.is_draft, self.joins = True, (0, 0)
        self.shortfalls, self.asks, self.before = (), False, None
        self.draft, self.pace = Draft(), Pace()


def is_askable(work: Work) -> bool:
    """Whether a work's document was read and is stored."""
    return work.opened is not None and work.summary_id is not None


def is_made(work: Work) -> bool:
    """Whether a work's summary is finished."""
    return is_askable(work) and work.stage is Stage.DONE and bool(work.items)
