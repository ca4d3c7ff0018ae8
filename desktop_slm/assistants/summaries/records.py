"""Summaries as they are kept: the document, each version with its options, items and coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from desktop_slm.assistants.evidence import Doubt, Evidence, Support
from desktop_slm.assistants.summaries import editing
from desktop_slm.assistants.summaries.editing import Edit
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.pace import Pace
from desktop_slm.assistants.summaries.receipt import Receipt
from desktop_slm.assistants.summaries.shortfalls import Shortfall, Wish
from desktop_slm.assistants.summaries.steps import StoredSteps
from desktop_slm.assistants.summaries.summary import (
    Coverage,
    FailedPassage,
    Item,
    SourceCoverage,
    Summary,
    SummaryOptions,
    Work,
)
from desktop_slm.assistants.summaries.tree import NO_NODE, Tree
from desktop_slm.documents import wire
from desktop_slm.documents.document import Document
from desktop_slm.errors import Invariant, SummaryGone
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.folders import Folders
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.steps import Steps
from desktop_slm.storage.summaries import Summaries, Version
from desktop_slm.storage.times import Clock


@dataclass(frozen=True, slots=True)
class KeptSummary:
    """A summary read from the database: one of its versions, and what that rests on."""

    id: int
    title: str
    documents: tuple[Document, ...]  # more than one in a digest
    versions: tuple[Version, ...]
    version: Version
    length: Length
    summary: Summary | None
    is_practice: bool
    model_name: str

    @property
    def document(self) -> Document:
        """The document, the first one of a digest."""
        return self.documents[0]

    @property
    def digest_of(self) -> tuple[int, ...]:
        """The versions of other summaries that this is a digest of; () for any other summary."""
        return tuple(map(int, self.version.options.get(_DIGEST_OF, ())))

    def options(self, model: InstalledModel) -> SummaryOptions:
        """Returns the options with which this version was begun, for the model that made it."""
        return SummaryOptions.from_settings(model, self.version.options)


# The name of an option: what a digest was made of.
_DIGEST_OF = "digest_of"
# From these states a version can go on.
_UNFINISHED = (RunState.STOPPED, RunState.INTERRUPTED, RunState.FAILED)


class Record:
    """A version under way; say once how it ended. What was kept so far outlives any end."""

    def __init__(self, summaries: Summaries, version: Version, steps: StoredSteps) -> None:
        self.summary_id = version.summary_id
        self.version_id = version.id
        self.steps = steps
        self._began = version.created
        self._summaries = summaries

    def keep(self, draft: Summary) -> None:
        """Keeps what there is so far; the version stays under way."""
        self._summaries.save(self.version_id, _plain(draft.items), _receipt(draft))

    def finish(self, summary: Summary) -> Summary:
        """Keeps the summary; a draft counts as stopped. Returns it as it is kept."""
        if summary.receipt is not None:
            began = self._began.isoformat(timespec="seconds")
            receipt = replace(summary.receipt, started=min(began, summary.receipt.started))
            summary = replace(summary, receipt=receipt)
        state = RunState.STOPPED if summary.is_draft else RunState.COMPLETE
        self._summaries.finish(self.version_id, state, _plain(summary.items), _receipt(summary))
        return summary

    def stop(self) -> None:
        """Says that the person stopped the run before there was anything new to keep."""
        self._end(RunState.STOPPED)

    def fail(self) -> None:
        """Says that the run ended in an error; its steps and what was kept so far stay."""
        self._end(RunState.FAILED)

    def _end(self, state: RunState) -> None:
        so_far = self._summaries.version(self.version_id)
        self._summaries.finish(self.version_id, state, so_far.items, so_far.receipt)


class SummaryRecords:
    """Keeps and finds summaries, of one document or of several."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._summaries = Summaries(database, clock)
        self._folders = Folders(database, clock)
        self._steps = Steps(database)

    def begin(self, document: Document, options: SummaryOptions) -> Record:
        """Keeps the document and a first version that is under way."""
        summary = self._summaries.create(document.title or document.name)
        self._summaries.add_document(summary.id, new_document(document))
        return self.begin_version(summary.id, options)

    def begin_digest(
        self,
        title: str,
        documents: Sequence[Document],
        options: SummaryOptions,
        digest_of: Sequence[int],
    ) -> Record:
        """Keeps the documents of a digest and a first version; `digest_of` are the versions of the
        summaries that it is made of."""
        summary = self._summaries.create(title)
        for document in documents:
            self._summaries.add_document(summary.id, new_document(document))
        self._folders.join_sources(summary.id, digest_of)
        return self.begin_version(summary.id, options, digest_of)

    def begin_version(
        self, summary_id: int, options: SummaryOptions, digest_of: Sequence[int] = ()
    ) -> Record:
        """Adds a version to a summary; steps made before are found again."""
        described = _describe(options)
        if digest_of:
            described[_DIGEST_OF] = list(digest_of)
        version = self._summaries.begin(summary_id, described, options.model.id)
        return Record(self._summaries, version, StoredSteps(self._steps, version.id))

    def resume(self, version_id: int) -> Record:
        """Goes on with a version that was stopped or cut off."""
        version = self._summaries.resume(version_id)
        return Record(self._summaries, version, StoredSteps(self._steps, version.id))

    def unfinished(self, document: Document, options: SummaryOptions) -> int | None:
        """Returns the newest version of just this that was stopped or cut off, or None."""
        self._summaries.mark_interrupted()
        wanted = _describe(options)
        for version in self._summaries.versions_of(document.sha256):
            if (
                version.state in _UNFINISHED
                and version.model == options.model.id
                and _describe(SummaryOptions.from_settings(options.model, version.options))
                == wanted
                and self.load(version.summary_id, version.id).documents == (document,)
            ):
                return version.id
        return None

    def pace(self, model: InstalledModel) -> Pace | None:
        """Returns how fast a model was in the newest run that tells, or None."""
        for version in self._summaries.versions_by(model.id):
            work = version.receipt.get("new_work")
            pace = Pace.of_work(Work(**work)) if work else None
            if pace is not None:
                return pace
        return None

    def edit(self, version_id: int, edit: Edit) -> None:
        """Keeps what a person did to the items of a version, at once.

        The steps behind the items stay, and the receipt counts what was edited and checked.
        """
        version = self._summaries.version(version_id)
        items = edit.applied(tuple(map(_item_from, version.items)))
        stored = dict(version.receipt)
        if "tree" in stored:
            tree = Tree.from_plain(stored["tree"])
            nodes = edit.followed(tree.items, NO_NODE)
            stored["tree"] = replace(tree, items=nodes).to_plain()
        if stored.get("receipt"):
            edited, checked = editing.counts(items)
            stored["receipt"] = {**stored["receipt"], "edited": edited, "checked": checked}
        self._summaries.save(version_id, _plain(items), stored)

    def versions(self, summary_id: int) -> tuple[Version, ...]:
        """Returns the versions of a summary, the newest last."""
        return self._summaries.versions(summary_id)

    def load_version(self, version_id: int) -> KeptSummary:
        """Returns a version with its summary. Raises SummaryGone where it was deleted."""
        try:
            version = self._summaries.version(version_id)
        except Invariant:
            raise SummaryGone from None
        return self.load(version.summary_id, version_id)

    def title(self, summary_id: int) -> str:
        """Returns what the summary is called."""
        return self._summaries.summary(summary_id).title

    def load(self, summary_id: int, version_id: int | None = None) -> KeptSummary:
        """Returns a summary with its document and one version, the newest if none is named."""
        versions = self._summaries.versions(summary_id)
        version = next((each for each in versions if each.id == version_id), versions[-1])
        stored = self._summaries.documents(summary_id)
        options = version.options
        return KeptSummary(
            id=summary_id,
            title=self._summaries.summary(summary_id).title,
            documents=tuple(wire.from_dict(self._summaries.content(each.id)) for each in stored),
            versions=versions,
            version=version,
            length=Length(options.get("length", Length.STANDARD.value)),
            summary=_summary_from(version),
            is_practice=bool(options.get("practice")),
            model_name=str(options.get("model_name", version.model)),
        )


def new_document(document: Document) -> NewDocument:
    """Returns a document as it is stored."""
    return NewDocument(
        sha256=document.sha256,
        name=document.name,
        format=document.format.value,
        title=document.title,
        content=wire.to_dict(document),
    )


def _describe(options: SummaryOptions) -> dict[str, Any]:
    return {
        **options.settings(),
        "model_name": options.model.name,
        "practice": options.model.is_practice,
    }


def _plain(items: Iterable[Item]) -> list[dict[str, Any]]:
    return [asdict(item) for item in items]


def _receipt(summary: Summary) -> dict[str, Any]:
    return {
        "coverage": asdict(summary.coverage),
        "seconds": summary.seconds,
        "passages_failed": [asdict(each) for each in summary.passages_failed],
        "shortfalls": [asdict(each) for each in summary.shortfalls],
        "tree": summary.tree.to_plain(),
        "receipt": summary.receipt.to_plain() if summary.receipt else None,
        "new_work": asdict(summary.new_work),
        "sources": [asdict(each) for each in summary.sources],
    }


def _summary_from(version: Version) -> Summary | None:
    """Returns the stored result, or None where there is none yet."""
    stored = version.receipt
    if not version.items and not stored.get("receipt"):
        return None
    receipt = stored.get("receipt")
    return Summary(
        items=tuple(map(_item_from, version.items)),
        coverage=_coverage_from(stored["coverage"]),
        is_draft=version.state is not RunState.COMPLETE,
        seconds=float(stored["seconds"]),
        passages_failed=tuple(
            FailedPassage(each["passage"], tuple(each["pages"]), each["why"])
            for each in stored.get("passages_failed", ())
        ),
        shortfalls=tuple(
            Shortfall(Wish(each["wish"]), each["wanted"], each["found"])
            for each in stored.get("shortfalls", ())
        ),
        tree=Tree.from_plain(stored["tree"]) if "tree" in stored else Tree(),
        receipt=Receipt.from_plain(receipt) if receipt else None,
        new_work=Work(**stored.get("new_work", {})),
        sources=tuple(map(_source_from, stored.get("sources", ()))),
    )


def _source_from(stored: Mapping[str, Any]) -> SourceCoverage:
    found = stored["coverage"]
    return SourceCoverage(**{**stored, "coverage": _coverage_from(found) if found else None})


def _item_from(stored: Mapping[str, Any]) -> Item:
    return Item(
        **{
            **stored,
            "evidence": tuple(Evidence(**found) for found in stored["evidence"]),
            "support": Support(stored.get("support", Support.NONE)),
            "unknown": tuple(stored.get("unknown", ())),
            "doubts": tuple(map(Doubt, stored.get("doubts", ()))),
            "missing": tuple(stored.get("missing", ())),
        }
    )


def _coverage_from(stored: Mapping[str, Any]) -> Coverage:
    skipped = tuple((page, why) for page, why in stored["skipped"])
    return Coverage(**{**stored, "skipped": skipped})
