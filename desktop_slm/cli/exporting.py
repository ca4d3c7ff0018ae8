"""Writes summaries to files, each in the format that the file's name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_slm import files, policy
from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.assistants.digests.source import Source
from desktop_slm.assistants.exports import formats
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.gathering import Exportable, exported
from desktop_slm.assistants.summaries.summary import Summary, SummaryOptions
from desktop_slm.documents.document import Document
from desktop_slm.errors import OutputUnknown, OutputUnwritable

_ENDINGS = ", ".join(f".{each.value}" for each in ExportFormat)


def format_of(path: Path) -> ExportFormat:
    """Returns the format that a name asks for. Raises OutputUnknown for any other name."""
    found = ExportFormat.of(path)
    if found is None:
        raise OutputUnknown(path=path.name, endings=_ENDINGS)
    return found


def gathered(document: Document, summary: Summary, options: SummaryOptions) -> ExportedSummary:
    """Returns the export of a summary that was made just now."""
    return exported(
        Exportable(
            title=document.title or document.name,
            items=summary.items,
            coverage=summary.coverage,
            documents=[document],
            receipt=summary.receipt,
            model_id=options.model.id,
            model_name=options.model.name,
            notice=PRACTICE_NOTICE if options.model.is_practice else "",
            is_draft=summary.is_draft,
        )
    )


def gathered_digest(
    title: str, sources: Sequence[Source], digest: Summary, options: SummaryOptions
) -> ExportedSummary:
    """Returns the export of a digest that was made just now."""
    return exported(
        Exportable(
            title=title,
            items=digest.items,
            coverage=digest.coverage,
            documents=[source.document for source in sources],
            receipt=digest.receipt,
            model_id=options.model.id,
            model_name=options.model.name,
            notice=PRACTICE_NOTICE if options.model.is_practice else "",
            is_draft=digest.is_draft,
        )
    )


def write(path: Path, summary: ExportedSummary) -> None:
    """Writes an export in one step. Raises OutputUnknown, OutputUnwritable."""
    policy.require_export()
    content = _content(format_of(path), summary)
    try:
        files.replace_content(path, content)
    except OSError as error:
        why = error.strerror or "an error"
        raise OutputUnwritable(path=str(path), why=why) from None


def paths_of(path: Path, count: int) -> Sequence[Path]:
    """Returns a path for each of several exports: "notes.md", "notes-2.md"."""
    more = (path.with_stem(f"{path.stem}-{number}") for number in range(2, count + 1))
    return [path, *more][:count]


def _content(chosen: ExportFormat, summary: ExportedSummary) -> bytes:
    if chosen is not ExportFormat.PDF:
        return formats.content(summary, chosen)
    # Qt draws the pages; whoever asks for no PDF is spared it.
    from desktop_slm.ui import offscreen
    from desktop_slm.ui.summaries.exporting import paper

    with offscreen.application():
        return paper.pdf(summary)
