"""A summary as the terminal gives it: as text with its pages, or as one JSON value."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.assistants.evidence import Support, pages_of
from desktop_slm.assistants.summaries.coverage import coverage_sentence
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.summary import Item, Summary, SummaryOptions
from desktop_slm.cli import output
from desktop_slm.documents.document import Document

MARKS = {Support.FULL: "", Support.PARTIAL: ", partly", Support.NONE: ""}


def plan_line(plan: Plan) -> str:
    """Returns "52 passages, 3 levels, about 4 min"."""
    parts = [count(len(plan.passages), "passage")]
    if plan.foreseen.levels:
        parts.append(count(plan.foreseen.levels, "level"))
    if plan.foreseen.seconds is not None:
        parts.append(output.duration(plan.foreseen.seconds))
    return ", ".join(parts)


def described(
    file: str, document: Document, summary: Summary, options: SummaryOptions
) -> dict[str, Any]:
    """Returns the summary as plain values."""
    coverage, receipt = summary.coverage, summary.receipt
    plain: dict[str, Any] = {
        "file": file,
        "sha256": document.sha256,
        "pages": coverage.pages,
        "characters": coverage.characters,
        "coverage": coverage_sentence(coverage, is_draft=summary.is_draft),
        "passages_total": coverage.passages_total,
        "passages_read": coverage.passages_read,
        "passages_failed": [asdict(each) for each in summary.passages_failed],
        "pages_skipped": [{"page": page, "why": why} for page, why in coverage.skipped],
        "form": options.form.value,
        "summary": [_item(file, item) for item in summary.items],
        "missed": [str(each) for each in summary.shortfalls],
        "model": options.model.id,
        "seconds": summary.seconds,
        "plan": receipt.plan if receipt else None,
        "receipt": receipt.to_plain() if receipt else None,
    }
    if options.model.is_practice:
        plain["notice"] = PRACTICE_NOTICE
    return plain


def as_text(document: Document, summary: Summary, options: SummaryOptions) -> str:
    """Returns the summary as text, with its pages and what was not read."""
    lines = [PRACTICE_NOTICE, ""] if options.model.is_practice else []
    lines += [f"# {document.title or document.name}", ""]
    lines += [line(item) for item in summary.items] or ["(nothing)"]
    coverage = summary.coverage
    lines += ["", coverage_sentence(coverage, is_draft=summary.is_draft)]
    lines += [f"Page {page} was not read: {why}." for page, why in coverage.skipped]
    lines += [
        f"Passage {each.passage + 1} could not be read whole: {each.why}."
        for each in summary.passages_failed
    ]
    lines += [str(each) for each in summary.shortfalls]
    return "\n".join(lines) + "\n"


def _item(file: str, item: Item) -> dict[str, Any]:
    return {
        "text": item.text,
        "label": item.label,
        "support": item.support.value,
        "evidence": [
            {
                "file": file,
                "page": found.page,
                "start": found.start,
                "end": found.end,
                "quote": found.quote,
                "score": found.score,
            }
            for found in item.evidence
        ],
        "unknown": list(item.unknown),
    }


def line(item: Item) -> str:
    """Returns a sentence with its pages, as an entry of a list."""
    pages = ", ".join(map(str, pages_of(item.evidence)))
    place = f"p. {pages}{MARKS[item.support]}" if pages else "no passage found"
    label = f"{item.label}: " if item.label else ""
    return f"- {label}{item.text} [{place}]"


def count(number: int, noun: str) -> str:
    """Returns "1 level", "3 levels"."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
