"""`desktop-slm summarize`: whole documents, every sentence with the places it rests on."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop_slm import files
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.assistants.evidence import pages_of
from desktop_slm.assistants.lengths import Length
from desktop_slm.assistants.recording import Recording
from desktop_slm.assistants.records import SummaryRecords
from desktop_slm.assistants.summarizer import Summarizer
from desktop_slm.assistants.summary import (
    Joining,
    PassageRead,
    Planned,
    Summary,
    SummaryEvent,
    SummaryOptions,
)
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.read import read_file
from desktop_slm.cli.session import Session, now
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import DocumentError, OutputUnwritable
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb. A file that cannot be read is named, and the others are summarized."""
    if arguments.output:
        _require_writable(arguments.output)
    failed = False
    results: list[dict[str, Any]] = []
    with Session(arguments) as session:
        options = SummaryOptions(session.model(arguments.model), Length(arguments.length))
        for file in arguments.files:
            try:
                document, summary = _summarize(session, options, file)
            except DocumentError as error:
                output.error(error)
                failed = True
                continue
            results.append(_describe(file, document, summary, options))
            if not arguments.json and not arguments.output:
                print(_as_text(document, summary, options), flush=True)
    if arguments.output:
        text = "\n".join(result.pop("as_text") for result in results)
        _write(arguments.output, _as_json(results) if arguments.json else text)
    elif arguments.json:
        for result in results:
            del result["as_text"]
        print(_as_json(results), flush=True)
    return 1 if failed else 0


def _summarize(session: Session, options: SummaryOptions, file: str) -> tuple[Document, Summary]:
    document = read_file(file)
    for warning in document.warnings:
        output.note_on_terminal(str(warning))
    records = SummaryRecords(session.database, now)
    record = records.begin(document, options)
    progress = output.Progress()
    recording = Recording(
        Summarizer(session.engine, session.templating, to_run=session.engine_model)
    )
    try:
        summary = recording.run(
            record, document, options, lambda event: _show(progress, event), Cancellation()
        )
    finally:
        progress.clear()
    return document, summary


def _show(progress: output.Progress, event: SummaryEvent | Loading) -> None:
    match event:
        case Loading(fraction):
            progress.show(f"Loading the model, {fraction:.0%}")
        case Planned(passages, levels):
            progress.show(f"{passages} passages, {levels} levels")
        case PassageRead(coverage=coverage):
            progress.show(
                f"Passage {coverage.passages_read} of {coverage.passages_total}, "
                f"{coverage.pages_read} of {coverage.pages} pages read"
            )
        case Joining(done, total):
            progress.show(f"Joining the notes, {done} of {total}")


def _describe(
    file: str, document: Document, summary: Summary, options: SummaryOptions
) -> dict[str, Any]:
    coverage = summary.coverage
    described: dict[str, Any] = {
        "file": file,
        "sha256": document.sha256,
        "pages": coverage.pages,
        "characters": coverage.characters,
        "passages_total": coverage.passages_total,
        "passages_read": coverage.passages_read,
        "pages_skipped": [{"page": page, "why": why} for page, why in coverage.skipped],
        "summary": [
            {
                "text": item.text,
                "evidence": [
                    {key: value for key, value in asdict(found).items() if key != "score"}
                    for found in item.evidence
                ],
            }
            for item in summary.items
        ],
        "model": options.model.id,
        "seconds": summary.seconds,
        "as_text": _as_text(document, summary, options),
    }
    if options.model.is_practice:
        described["notice"] = PRACTICE_NOTICE
    return described


def _as_text(document: Document, summary: Summary, options: SummaryOptions) -> str:
    lines = [PRACTICE_NOTICE, ""] if options.model.is_practice else []
    lines += [f"# {document.title or document.name}", ""]
    for item in summary.items:
        pages = pages_of(item.evidence)
        places = f" [p. {', '.join(map(str, pages))}]" if pages else " [no passage found]"
        lines.append(f"- {item.text}{places}")
    coverage = summary.coverage
    lines += ["", f"The model read {coverage.pages_read} of {coverage.pages} pages."]
    lines += [f"Page {page} was not read: {why}." for page, why in coverage.skipped]
    return "\n".join(lines) + "\n"


def _as_json(results: list[dict[str, Any]]) -> str:
    return json.dumps(results, ensure_ascii=False, indent=1)


def _require_writable(name: str) -> None:
    """Refuses an output that cannot be written before minutes are spent on it."""
    path = Path(name)
    if path.is_dir():
        raise OutputUnwritable(path=name, why="it is a folder")
    if not os.access(path.parent if not path.exists() else path, os.W_OK):
        raise OutputUnwritable(path=name, why="no permission, or no such folder")


def _write(name: str, text: str) -> None:
    """Replaces the file in one step: a full disk leaves the old one as it was."""
    try:
        files.replace_content(Path(name), text.encode())
    except OSError as error:
        print(text, file=sys.stdout)  # what was made is not lost
        raise OutputUnwritable(path=name, why=error.strerror or "an error") from None
