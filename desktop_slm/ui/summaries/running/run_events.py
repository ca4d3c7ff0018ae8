"""What a run tells while it goes on, put into the work that the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_slm.assistants.summaries.records import Record, SummaryRecords
from desktop_slm.assistants.summaries.summary import Joining, PassageRead, Planned
from desktop_slm.engine.protocol import Loading
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.summaries import Version
from desktop_slm.ui.summaries.work import Stage, Work


@dataclass(frozen=True, slots=True)
class Began:
    """The version stands in the database."""

    summary_id: int
    version_id: int
    title: str
    versions: tuple[Version, ...]
    model: InstalledModel

    @classmethod
    def of(cls, records: SummaryRecords, record: Record, model: InstalledModel) -> Began:
        """Returns what the page shows of a version that begins. Blocks."""
        number = record.summary_id
        title, versions = records.title(number), records.versions(number)
        return cls(number, record.version_id, title, versions, model)


def take(work: Work, events: Iterable[object]) -> bool:
    """Puts what came into a work; says whether its version began."""
    has_begun = has_read = False
    for event in events:
        _take(work, event)
        has_begun = has_begun or isinstance(event, Began)
        has_read = has_read or isinstance(event, PassageRead)
    if has_read:
        work.items, work.coverage = work.draft.items(), work.draft.coverage
    return has_begun


def _take(work: Work, event: object) -> None:
    is_going = work.stage is not Stage.STOPPING
    match event:
        case Began():
            _begin(work, event)
        case Loading(fraction):
            work.share = fraction if is_going else None
        case Planned(passages, levels, plan):
            work.plan = plan
            work.stage = Stage.NOTING if is_going else work.stage
            work.share = 0.0 if is_going else None
            work.pace.begin(passages, levels)
        case PassageRead():
            work.draft.take(event)
            if not event.is_kept:
                work.pace.note_passage()
            if is_going:
                work.share = event.coverage.passages_read / event.coverage.passages_total
        case Joining(done, total):
            work.stage = Stage.JOINING if is_going else work.stage
            work.joins, work.share = (done, total), done / total if is_going else None


def _begin(work: Work, began: Began) -> None:
    if work.version_id != began.version_id:
        work.items, work.coverage = (), None
    work.summary_id, work.version_id = began.summary_id, began.version_id
    work.name, work.versions = began.title, began.versions
    work.model_id, work.model_name = began.model.id, began.model.name
    work.is_practice = began.model.is_practice
