"""`desktop-slm read`: the text of a document, as everything else in the app sees it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Progress, read
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    document = read_file(arguments.file, Changes(arguments.changes))
    if arguments.json:
        output.result(_describe(document, arguments.file))
        return 0
    for page in document.pages:
        print(f"--- {page.number}{f' ({page.label})' if page.label else ''} ---\n{page.text}\n")
    for warning in document.warnings:
        output.note(str(warning))
    return 0


def read_file(name: str, changes: Changes = Changes.ACCEPTED) -> Document:
    """Reads a document, with progress on a terminal."""
    progress = output.Progress()
    path = Path(name)

    def show(event: Progress) -> None:
        pages = f" of {event.pages}" if event.pages else ""
        progress.show(f"Reading {path.name}, page {event.read}{pages}")

    try:
        return read(path, show, changes=changes)
    finally:
        progress.clear()


def _describe(document: Document, file: str) -> dict[str, object]:
    return {
        "file": file,
        "sha256": document.sha256,
        "pages": [
            {"page": page.number, "label": page.label, "text": page.text} for page in document.pages
        ],
        "headings": [asdict(heading) for heading in document.headings],
        "warnings": [str(warning) for warning in document.warnings],
    }
