"""Writes the receipt of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata

from desktop_slm import __version__
from desktop_slm.assistants.summaries.coverage import CoverageCount
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.receipt import Receipt, ReceiptDocument, ReceiptModel
from desktop_slm.assistants.summaries.shortfalls import Shortfall
from desktop_slm.assistants.summaries.summary import FailedPassage
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import ModelFacts

_ENGINE = "llama-cpp-python"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to; `tokens` are read and written, `times` start and end in UTC."""

    failed: Sequence[FailedPassage]
    tokens: tuple[int, int]
    times: tuple[datetime, datetime]
    shortfalls: Sequence[Shortfall]
    is_draft: bool


def write_receipt(
    document: Document, plan: Plan, facts: ModelFacts, count: CoverageCount, outcome: Outcome
) -> Receipt:
    """Returns the receipt of a run."""
    model = plan.options.model
    return Receipt(
        documents=(
            ReceiptDocument(
                name=document.name,
                sha256=document.sha256,
                format=document.format.value,
                pages=document.page_count,
                pages_read=count.pages_read(),
                pages_skipped=count.pages_skipped(),
            ),
        ),
        model=ReceiptModel(model.id, model.name, model.path.name, facts.weight_bytes),
        app_version=__version__,
        engine_build=engine_build(facts.device),
        settings=plan.options.settings(),
        plan=plan.to_plain(),
        reading="key sentences" if plan.is_key_sentences else "all",
        passages_read=count.coverage().passages_read,
        passages_failed=tuple((each.passage, each.why) for each in outcome.failed),
        tokens_read=outcome.tokens[0],
        tokens_written=outcome.tokens[1],
        started=outcome.times[0].isoformat(timespec="seconds"),
        ended=outcome.times[1].isoformat(timespec="seconds"),
        is_draft=outcome.is_draft,
        notices=tuple(map(str, outcome.shortfalls)),
    )


def engine_build(device: str) -> str:
    """Returns the build of llama.cpp that computes, and on which device."""
    try:
        version = metadata.version(_ENGINE)
    except metadata.PackageNotFoundError:
        version = "unknown"
    return f"{_ENGINE} {version}, {device}"
