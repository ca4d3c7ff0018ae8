"""Summaries as they are kept: the document, each version with its options, items and coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.lengths import Length
from desktop_slm.assistants.steps import StoredSteps
from desktop_slm.assistants.summary import Coverage, Item, Summary, SummaryOptions
from desktop_slm.documents import wire
from desktop_slm.documents.document import Document
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.steps import Steps
from desktop_slm.storage.summaries import Summaries, SummaryState, Version
from desktop_slm.storage.times import Clock


@dataclass(frozen=True, slots=True)
class KeptSummary:
    """A summary read from the database: one of its versions, and what that rests on."""

    id: int
    title: str
    document: Document
    versions: tuple[Version, ...]
    version: Version
    length: Length
    summary: Summary | None
    is_practice: bool
    model_name: str


class Record:
    """A version under way; say once how it ended. What was kept so far outlives any end."""

    def __init__(self, summaries: Summaries, version: Version, steps: StoredSteps) -> None:
        self.summary_id = version.summary_id
        self.version_id = version.id
        self.steps = steps
        self._summaries = summaries

    def keep(self, draft: Summary) -> None:
        """Keeps what there is so far; the version stays under way."""
        self._summaries.save(self.version_id, _plain(draft.items), _receipt(draft))

    def finish(self, summary: Summary) -> None:
        """Keeps the summary; a draft counts as stopped."""
        state = SummaryState.STOPPED if summary.is_draft else SummaryState.COMPLETE
        self._summaries.finish(self.version_id, state, _plain(summary.items), _receipt(summary))

    def stop(self) -> None:
        """Says that the person stopped the run before there was anything new to keep."""
        self._end(SummaryState.STOPPED)

    def fail(self) -> None:
        """Says that the run ended in an error; its steps and what was kept so far stay."""
        self._end(SummaryState.FAILED)

    def _end(self, state: SummaryState) -> None:
        so_far = self._summaries.version(self.version_id)
        self._summaries.finish(self.version_id, state, so_far.items, so_far.receipt)


class SummaryRecords:
    """Keeps and finds summaries of one document each."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._summaries = Summaries(database, clock)
        self._steps = Steps(database)

    def begin(self, document: Document, options: SummaryOptions) -> Record:
        """Keeps the document and a first version that is under way."""
        summary = self._summaries.create(document.title or document.name)
        self._summaries.add_document(
            summary.id,
            NewDocument(
                sha256=document.sha256,
                name=document.name,
                format=document.format.value,
                title=document.title,
                content=wire.to_dict(document),
            ),
        )
        return self.begin_version(summary.id, options)

    def begin_version(self, summary_id: int, options: SummaryOptions) -> Record:
        """Adds a version to a summary; steps made before are found again."""
        version = self._summaries.begin(summary_id, _describe(options), options.model.id)
        return Record(self._summaries, version, StoredSteps(self._steps, version.id))

    def resume(self, version_id: int) -> Record:
        """Goes on with a version that was stopped or cut off."""
        version = self._summaries.resume(version_id)
        return Record(self._summaries, version, StoredSteps(self._steps, version.id))

    def versions(self, summary_id: int) -> tuple[Version, ...]:
        """Returns the versions of a summary, the newest last."""
        return self._summaries.versions(summary_id)

    def title(self, summary_id: int) -> str:
        """Returns what the summary is called."""
        return self._summaries.summary(summary_id).title

    def load(self, summary_id: int, version_id: int | None = None) -> KeptSummary:
        """Returns a summary with its document and one version, the newest if none is named."""
        versions = self._summaries.versions(summary_id)
        version = next((each for each in versions if each.id == version_id), versions[-1])
        stored = self._summaries.documents(summary_id)[0]
        options = version.options
        return KeptSummary(
            id=summary_id,
            title=self._summaries.summary(summary_id).title,
            document=wire.from_dict(self._summaries.content(stored.id)),
            versions=versions,
            version=version,
            length=Length(options.get("length", Length.STANDARD.value)),
            summary=_summary_from(version),
            is_practice=bool(options.get("practice")),
            model_name=str(options.get("model_name", version.model)),
        )


def _describe(options: SummaryOptions) -> dict[str, Any]:
    return {
        "length": options.length.value,
        "sampling": options.sampling.to_wire(),
        "model_name": options.model.name,
        "practice": options.model.is_practice,
    }


def _plain(items: Iterable[Item]) -> list[dict[str, Any]]:
    return [asdict(item) for item in items]


def _receipt(summary: Summary) -> dict[str, Any]:
    return {"coverage": asdict(summary.coverage), "seconds": summary.seconds}


def _summary_from(version: Version) -> Summary | None:
    """Returns the stored result, or None where there is none yet."""
    if not version.items:
        return None
    coverage: Mapping[str, Any] = version.receipt["coverage"]
    return Summary(
        items=tuple(
            Item(item["text"], tuple(Evidence(**found) for found in item["evidence"]))
            for item in version.items
        ),
        coverage=Coverage(
            **{**coverage, "skipped": tuple((page, why) for page, why in coverage["skipped"])}
        ),
        is_draft=version.state is not SummaryState.COMPLETE,
        seconds=float(version.receipt["seconds"]),
    )
