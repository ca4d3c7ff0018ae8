"""`desktop-slm read`: the text of a document, as everything else in the app sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.glance import glance
from desktop_slm.cli import glance_text, output, recognizing
from desktop_slm.cli.parser import Arguments
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Progress, read
from desktop_slm.errors import NoText
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher

_OFFER = "With --ocr their text is recognised."
_MOST_NAMED = 12


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    document = read_file(
        arguments.file,
        Changes(arguments.changes),
        ocr=arguments.ocr,
        ocr_language=arguments.ocr_language,
    )
    if arguments.glance:
        return _show_glance(document, arguments)
    if arguments.json:
        output.result(_describe(document, arguments.file))
        return 0
    for page in document.pages:
        print(f"--- {page.number}{f' ({page.label})' if page.label else ''} ---\n{page.text}\n")
    for warning in document.warnings:
        output.note(str(warning))
    if document.unread_pictures and not arguments.ocr:
        output.note(f"Pages that are pictures: {_named(document.unread_pictures)}. {_OFFER}")
    return 0


def _show_glance(document: Document, arguments: Arguments) -> int:
    with Analysis(document) as analysis:
        found = analysis.glance()
    if arguments.json:
        about = {"file": arguments.file, "sha256": document.sha256, "pages": document.page_count}
        output.result({**about, **glance.to_dict(found)})
    else:
        print(glance_text.written(document, found))
    return 0


def read_file(
    name: str, changes: Changes = Changes.ACCEPTED, *, ocr: bool, ocr_language: str
) -> Document:
    """Reads a document, with progress on a terminal; `ocr` recognises pages that are pictures."""
    progress = output.Progress()
    path = Path(name)
    languages = recognizing.languages(ocr_language)

    def show(event: Progress) -> None:
        pages = f" of {event.pages}" if event.pages else ""
        progress.show(f"Reading {path.name}, page {event.read}{pages}")

    try:
        return read(path, show, changes=changes, ocr=ocr, ocr_language=languages)
    except NoText:
        if not ocr:
            progress.clear()
            output.note(_OFFER)
        raise
    finally:
        progress.clear()


def _named(pages: Sequence[int]) -> str:
    more = ", …" if len(pages) > _MOST_NAMED else ""
    return ", ".join(map(str, pages[:_MOST_NAMED])) + more


def _describe(document: Document, file: str) -> dict[str, object]:
    return {
        "file": file,
        "sha256": document.sha256,
        "pages": [
            {
                "page": page.number,
                "label": page.label,
                "text": page.text,
                **_recognition(document, page.number),
            }
            for page in document.pages
        ],
        "headings": [asdict(heading) for heading in document.headings],
        "warnings": [str(warning) for warning in document.warnings],
    }


def _recognition(document: Document, page: int) -> dict[str, object]:
    found = document.recognition(page)
    if found is None:
        return {}
    words = [document.text(page, *span) for span in found.uncertain]
    about = {"language": found.language, "confidence": found.confidence, "uncertain": words}
    return {"recognized": about}
