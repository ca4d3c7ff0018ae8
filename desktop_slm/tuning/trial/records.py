"""Trials as they are kept: each model's outcome as soon as it is there, found again by its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from desktop_slm.assistants.evidence import Doubt, Evidence, Support
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import Clock
from desktop_slm.storage.trials import ModelFile, NewTrial, StoredTrial, Trials
from desktop_slm.tuning.trial.trial import (
    Counted,
    Measures,
    Outcome,
    Pages,
    State,
    Trial,
    TriedModel,
)


@dataclass(frozen=True, slots=True)
class KeptTrial:
    """A trial in the database; `created` is when its first model was through."""

    id: int
    created: datetime
    trial: Trial


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be said of a model's quality: the newest trial that it went through to its end."""

    trial_id: int
    document: str
    counted: Counted
    created: datetime


class TrialRecord:
    """A trial under way; nothing is stored before the first outcome."""

    def __init__(self, trials: Trials, pages: Pages, words_asked: int) -> None:
        self._trials = trials
        self._new = NewTrial(
            name=pages.name,
            sha256=pages.sha256,
            details={
                "pages": str(pages.choice),
                "page_count": pages.page_count,
                "words": pages.words,
                "has_pages": pages.has_pages,
                "words_asked": words_asked,
            },
        )
        self.id: int | None = None

    def keep(self, index: int, outcome: Outcome) -> None:
        """Keeps what came of the model of that index."""
        if self.id is None:
            self.id = self._trials.add(self._new)
        model = outcome.model
        file = ModelFile(model.path, model.size_bytes, model.sha256)
        self._trials.add_outcome(self.id, index, outcome.state.value, file, _plain(outcome))


class TrialRecords:
    """Keeps and finds trials."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._trials = Trials(database, clock)

    def begin(self, pages: Pages, words_asked: int) -> TrialRecord:
        """Returns what keeps a trial that begins now."""
        return TrialRecord(self._trials, pages, words_asked)

    def all(self) -> tuple[KeptTrial, ...]:
        """Returns all trials, the newest first."""
        return tuple(map(_kept, self._trials.all()))

    def delete(self, trial_id: int) -> None:
        """Erases a trial for good."""
        self._trials.delete(trial_id)

    def claim(self, model: InstalledModel, sha256: str = "") -> Claim | None:
        """Returns what the newest trial of this very file found, or None."""
        file = ModelFile(str(model.path), model.size_bytes, sha256)
        stored = self._trials.newest_of(file, State.DONE.value)
        if stored is None:
            return None
        outcome = _outcome(stored.outcomes[0])
        return Claim(stored.id, stored.name, outcome.counted, stored.created)


def _plain(outcome: Outcome) -> dict[str, Any]:
    return asdict(outcome)


def _kept(stored: StoredTrial) -> KeptTrial:
    details = stored.details
    pages = Pages(
        name=stored.name,
        sha256=stored.sha256,
        page_count=int(details["page_count"]),
        choice=PageChoice.parse(str(details["pages"])),
        words=int(details["words"]),
        has_pages=bool(details["has_pages"]),
    )
    outcomes = tuple(map(_outcome, stored.outcomes))
    return KeptTrial(stored.id, stored.created, Trial(pages, int(details["words_asked"]), outcomes))


def _outcome(stored: Mapping[str, Any]) -> Outcome:
    measures = stored["measures"]
    return Outcome(
        **{
            **stored,
            "model": TriedModel(**stored["model"]),
            "state": State(stored["state"]),
            "items": tuple(map(_item, stored["items"])),
            "measures": Measures(**measures) if measures else None,
            "missed": tuple(stored["missed"]),
        }
    )


def _item(stored: Mapping[str, Any]) -> Item:
    return Item(
        **{
            **stored,
            "evidence": tuple(Evidence(**found) for found in stored["evidence"]),
            "support": Support(stored["support"]),
            "unknown": tuple(stored["unknown"]),
            "doubts": tuple(map(Doubt, stored["doubts"])),
            "missing": tuple(stored["missing"]),
        }
    )
