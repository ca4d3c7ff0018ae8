"""An answer: checked sentences, what was found in each document, and what of each was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desktop_slm.assistants.asking.need import Need
from desktop_slm.assistants.asking.question import Approach, Decision, Reason
from desktop_slm.assistants.evidence import Doubt, Evidence, Support
from desktop_slm.assistants.summaries.summary import Item


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What of one document was read for a question, and what was found there.

    `failed` are the reasons for which passages could not be read; pages without text are in no
    passage.
    """

    name: str
    passages: int
    read: int
    findings: tuple[Item, ...] = ()
    failed: tuple[str, ...] = ()
    pages_without_text: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether all of its text was read."""
        return self.read == self.passages and not self.failed

    @property
    def is_silent(self) -> bool:
        """Whether it was read, at least in passages, and nothing was found."""
        return self.read > 0 and not self.findings


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `items` are its sentences, or the findings themselves where they are the answer.

    `is_stopped` says that not all that was planned was read.
    """

    question: str
    decision: Decision
    items: tuple[Item, ...]
    readings: tuple[DocumentReading, ...]
    is_stopped: bool = False
    has_vectors: bool = False
    seconds: float = 0.0

    @property
    def findings(self) -> tuple[Item, ...]:
        """The findings of all documents, in their order."""
        return tuple(item for reading in self.readings for item in reading.findings)

    @property
    def is_joined(self) -> bool:
        """Whether the sentences were written from the findings, and are not the findings."""
        return bool(self.items) and self.items != self.findings

    def to_plain(self) -> dict[str, Any]:
        """Returns the form that JSON carries."""
        return {
            "question": self.question,
            "need": self.decision.need.value,
            "approach": self.decision.approach.value,
            "reason": self.decision.reason.value,
            "items": [asdict(item) for item in self.items],
            "readings": [asdict(reading) for reading in self.readings],
            "is_stopped": self.is_stopped,
            "has_vectors": self.has_vectors,
            "seconds": self.seconds,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Answer:
        """Returns the answer that `to_plain` took apart."""
        return cls(
            question=str(plain["question"]),
            decision=Decision(
                Need(plain["need"]), Approach(plain["approach"]), Reason(plain["reason"])
            ),
            items=tuple(map(_item, plain["items"])),
            readings=tuple(map(_reading, plain["readings"])),
            is_stopped=bool(plain["is_stopped"]),
            has_vectors=bool(plain["has_vectors"]),
            seconds=float(plain["seconds"]),
        )


def _reading(plain: Mapping[str, Any]) -> DocumentReading:
    findings = tuple(map(_item, plain["findings"]))
    return DocumentReading(**{**plain, "findings": findings, "failed": tuple(plain["failed"])})


def _item(plain: Mapping[str, Any]) -> Item:
    return Item(
        **{
            **plain,
            "evidence": tuple(Evidence(**found) for found in plain["evidence"]),
            "support": Support(plain["support"]),
            "unknown": tuple(plain["unknown"]),
            "doubts": tuple(map(Doubt, plain.get("doubts", ()))),
            "missing": tuple(plain.get("missing", ())),
        }
    )
