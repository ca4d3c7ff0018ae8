"""A trial as the terminal gives it: as text with a column of figures, or as one JSON value."""

from __future__ import annotations

from typing import Any

from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.cli import output, summary_output
from desktop_slm.cli.digest_output import described_item
from desktop_slm.tuning.trial.records import Claim, KeptTrial
from desktop_slm.tuning.trial.trial import Counted, Outcome, Pages, State, Trial

NOT_SAID = (
    "The evidence check looks whether the words of a sentence stand on the pages. It does not say "
    "that a sentence is right or that nothing important is missing: read the summaries. One "
    "document says little about others. Memory is that of the model's process, without a graphics "
    "card's own."
)
_STATES = {
    State.FAILED: "It failed.",
    State.STOPPED: "It was stopped.",
    State.NOT_TRIED: "It was not tried.",
}


def plan_line(pages: Pages, seconds: float | None, *, is_suggested: bool) -> str:
    """Returns which pages are read and how long that takes, before it begins."""
    takes = f", {output.duration(seconds)} for all models together" if seconds is not None else ""
    more = " --pages chooses others." if is_suggested and pages.page_count > 1 else ""
    return f"{_which(pages)}{takes}.{more}"


def as_text(trial: Trial) -> str:
    """Returns figures and summaries of every model."""
    lines = [f"# {output.one_line(trial.pages.name)}: {_which(trial.pages)}", ""]
    for outcome in trial.outcomes:
        lines += [f"## {output.one_line(outcome.model.name)}{_practice(outcome)}", ""]
        lines += _figures(outcome, trial) if outcome.measures else [_ending(outcome)]
        lines += ["", *map(summary_output.line, outcome.items), ""]
    return "\n".join([*lines, NOT_SAID])


def described(trial: Trial) -> dict[str, Any]:
    """Returns a trial as plain values."""
    pages = trial.pages
    return {
        "document": pages.name,
        "sha256": pages.sha256,
        "pages": str(pages.choice),
        "page_count": pages.page_count,
        "words_read": pages.words,
        "words_asked": trial.words_asked,
        "models": [_outcome(outcome, trial) for outcome in trial.outcomes],
        "not_said": NOT_SAID,
    }


def described_kept(kept: KeptTrial) -> dict[str, Any]:
    """Returns an earlier trial as plain values."""
    return {"id": kept.id, "created": kept.created.isoformat(), **described(kept.trial)}


def kept_line(kept: KeptTrial) -> str:
    """Returns an earlier trial on one line."""
    found = ", ".join(
        f"{outcome.model.name}: {evidence(outcome.counted) if outcome.measures else outcome.state}"
        for outcome in kept.trial.outcomes
    )
    when = kept.created.astimezone().strftime("%Y-%m-%d %H:%M")
    return output.one_line(f"{kept.id}  {when}  {kept.trial.pages.name}  {found}")


def described_claim(claim: Claim) -> dict[str, Any]:
    """Returns what a trial says of a model as plain values."""
    return {
        "trial": claim.trial_id,
        "document": claim.document,
        "created": claim.created.isoformat(),
        "says": f"On your document: {evidence(claim.counted)}",
        "sentences": _counted(claim.counted),
    }


def evidence(counted: Counted) -> str:
    """Returns "14 of 18 sentences with evidence, 2 more in part"."""
    if not counted.all:
        return "no sentences"
    noun = "sentence" if counted.all == 1 else "sentences"
    part = f", {counted.partial} more in part" if counted.partial else ""
    return f"{counted.full} of {counted.all} {noun} with evidence{part}"


def _which(pages: Pages) -> str:
    if pages.page_count == 1:
        return "The whole page"
    return f"Pages {str(pages.choice) or 'all'} of {pages.page_count}"


def _practice(outcome: Outcome) -> str:
    return " (practice model, not for work)" if outcome.model.is_practice else ""


def _ending(outcome: Outcome) -> str:
    return outcome.why or _STATES[outcome.state]


def _figures(outcome: Outcome, trial: Trial) -> list[str]:
    measures = outcome.measures
    assert measures is not None
    page_s, answer_s = measures.document_page_s(trial.pages.words), measures.answer_page_s
    lines = [f"Evidence on the pages: {evidence(outcome.counted)}"]
    unknown = ", ".join(map(output.one_line, outcome.unknown)) or "none"
    lines.append(f"Numbers and names that are not on the pages: {unknown}")
    length = "as asked" if outcome.is_length_obeyed else "not as asked"
    lines.append(f"Length: {outcome.words} words of about {trial.words_asked}, {length}")
    lines += outcome.missed
    if outcome.passages_failed:
        lines.append(f"Passages that it could not read: {outcome.passages_failed}")
    lines.append(f"Time: {_seconds(measures.seconds)}, and {_seconds(measures.load_s)} to load")
    if page_s is not None:
        lines.append(f"A page of document: {_seconds(page_s)}")
    if answer_s is not None:
        lines.append(f"A page of answer: {_seconds(answer_s)}")
    lines.append(f"Memory at most: {measures.peak_bytes / 1e6:,.0f} MB")
    lines.append(
        f"Tokens a second: {measures.read_per_s:,.0f} read, {measures.write_per_s:,.1f} written"
    )
    return lines


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"


def _counted(counted: Counted) -> dict[str, int]:
    return {
        "all": counted.all,
        "full": counted.full,
        "partial": counted.partial,
        "none": counted.none,
    }


def _outcome(outcome: Outcome, trial: Trial) -> dict[str, Any]:
    model, measures = outcome.model, outcome.measures
    plain: dict[str, Any] = {
        "id": model.id,
        "name": model.name,
        "practice": model.is_practice,
        "state": outcome.state.value,
        "why": outcome.why,
    }
    if model.is_practice:
        plain["notice"] = PRACTICE_NOTICE
    if measures is None:
        return plain
    page_s, answer_s = measures.document_page_s(trial.pages.words), measures.answer_page_s
    return {
        **plain,
        "sentences": _counted(outcome.counted),
        "unknown": list(outcome.unknown),
        "words": outcome.words,
        "length_obeyed": outcome.is_length_obeyed,
        "missed": list(outcome.missed),
        "passages_failed": outcome.passages_failed,
        "seconds": round(measures.seconds, 2),
        "load_s": round(measures.load_s, 2),
        "document_page_s": round(page_s, 2) if page_s is not None else None,
        "answer_page_s": round(answer_s, 2) if answer_s is not None else None,
        "read_tokens_per_s": round(measures.read_per_s, 1) or None,
        "write_tokens_per_s": round(measures.write_per_s, 1) or None,
        "peak_memory_bytes": measures.peak_bytes,
        "summary": [described_item([trial.pages.name], each) for each in outcome.items],
    }
