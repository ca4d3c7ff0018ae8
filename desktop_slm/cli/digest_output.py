"""A digest as the terminal gives it: as text whose links name file and page, or as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.assistants.digests.source import Source
from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.summaries.coverage import coverage_sentence
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.summary import Item, SourceCoverage, Summary, SummaryOptions
from desktop_slm.cli import output, summary_output


def digest_plan_line(plan: Plan) -> str:
    """Returns "3 requests, 2 levels, about 1 min"."""
    foreseen = plan.foreseen
    parts = [summary_output.count(foreseen.requests, "request")]
    if foreseen.levels:
        parts.append(summary_output.count(foreseen.levels, "level"))
    if foreseen.seconds is not None and foreseen.requests:
        parts.append(output.duration(foreseen.seconds))
    return ", ".join(parts)


def described_as_digest(
    title: str, files: Sequence[str], digest: Summary, options: SummaryOptions
) -> dict[str, Any]:
    """Returns the digest as plain values; `files` are those of its documents, in order."""
    receipt = digest.receipt
    plain: dict[str, Any] = {
        "title": title,
        "files": list(files),
        "coverage": [
            {"file": _file_of(each, files), "coverage": coverage_of(each)}
            for each in digest.sources
        ],
        "form": options.form.value,
        "summary": [described_item(files, item) for item in digest.items],
        "missed": [str(each) for each in digest.shortfalls],
        "model": options.model.id,
        "seconds": digest.seconds,
        "receipt": receipt.to_plain() if receipt else None,
    }
    if options.model.is_practice:
        plain["notice"] = PRACTICE_NOTICE
    return plain


def digest_as_text(
    title: str, sources: Sequence[Source], digest: Summary, options: SummaryOptions
) -> str:
    """Returns the digest as text, with what was read of each document."""
    names = [source.name for source in sources]
    lines = [PRACTICE_NOTICE, ""] if options.model.is_practice else []
    lines += [f"# {title}", ""]
    lines += [line_of(names, item) for item in digest.items] or ["(nothing)"]
    lines += ["", *(f"{each.name}: {coverage_of(each)}" for each in digest.sources)]
    lines += [str(each) for each in digest.shortfalls]
    return "\n".join(lines) + "\n"


def coverage_of(source: SourceCoverage) -> str:
    """Returns what of one document was read, or why it was not."""
    if source.coverage is None:
        return source.why
    skipped = ", ".join(f"{page} ({why})" for page, why in source.coverage.skipped)
    sentence = coverage_sentence(source.coverage, is_draft=False)
    return f"{sentence} Not read: {skipped}." if skipped else sentence


def described_item(files: Sequence[str], item: Item) -> dict[str, Any]:
    """Returns an item with its evidence, each place with its file."""
    return {
        "text": item.text,
        "label": item.label,
        "support": item.support.value,
        "evidence": [
            {
                "file": files[found.document],
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


def line_of(names: Sequence[str], item: Item) -> str:
    """Returns an item with its places: "- Rent rises. [lease.pdf p. 4, 7; addendum.docx p. 1]"."""
    place = places_of(names, item.evidence) + summary_output.MARKS[item.support]
    label = f"{item.label}: " if item.label else ""
    return f"- {label}{item.text} [{place if item.evidence else 'no passage found'}]"


def places_of(names: Sequence[str], evidence: Sequence[Evidence]) -> str:
    """Returns files with their pages, each once."""
    pages: dict[int, set[int]] = {}
    for found in evidence:
        pages.setdefault(found.document, set()).add(found.page)
    return "; ".join(
        f"{names[number]} p. {', '.join(map(str, sorted(each)))}" for number, each in pages.items()
    )


def _file_of(source: SourceCoverage, files: Sequence[str]) -> str:
    return source.name if source.document is None else files[source.document]
