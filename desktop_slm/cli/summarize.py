"""`desktop-slm summarize`: whole documents, every sentence with the places it rests on."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from desktop_slm import files
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.pace import Known, Pace
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.recording import Recording
from desktop_slm.assistants.summaries.records import Record, SummaryRecords
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.assistants.summaries.summary import (
    Joining,
    PassageRead,
    Planned,
    Summary,
    SummaryEvent,
    SummaryOptions,
)
from desktop_slm.cli import exporting, given, output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.read import read_file
from desktop_slm.cli.session import Session, now
from desktop_slm.cli.summary_output import as_text, described, plan_line
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import DocumentError, OutputUnwritable
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.verification import Verifications
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb. A file that cannot be read is named, and the others are summarized."""
    if arguments.output:
        _require_writable(arguments.output)
        if not arguments.json:
            exporting.format_of(Path(arguments.output))
    failed = False
    texts: list[str] = []
    exports: list[ExportedSummary] = []
    results: list[dict[str, Any]] = []
    with Session(arguments) as session:
        verb = _Verb(session, arguments)
        for file in given.files_of(arguments.files):
            try:
                document, summary = verb.summarize(file)
            except DocumentError as error:
                output.error(error)
                failed = True
                continue
            results.append(described(file, document, summary, verb.options))
            texts.append(as_text(document, summary, verb.options))
            exports.append(exporting.gathered(document, summary, verb.options))
            if not arguments.json and not arguments.output:
                print(texts[-1], flush=True)
    if arguments.output and arguments.json:
        _write(arguments.output, _as_json(results))
    elif arguments.output:
        _export(Path(arguments.output), exports, texts)
    elif arguments.json:
        print(_as_json(results), flush=True)
    return 1 if failed else 0


class _Verb:
    """Summarizes one file after the other with the options of the command line."""

    def __init__(self, session: Session, arguments: Arguments) -> None:
        self._session = session
        self._arguments = arguments
        self._records = SummaryRecords(session.database, now)
        self._verified = Verifications(session.paths, now)
        self.options = SummaryOptions(
            model=session.model(arguments.model),
            length=Length(arguments.length),
            form=Form(arguments.form),
            words=arguments.words,
            language=arguments.language,
            focus=arguments.focus.strip(),
            pages=PageChoice.parse(arguments.pages),
            is_reproducible=arguments.reproducible,
        )

    def summarize(self, file: str) -> tuple[Document, Summary]:
        """Returns a document and its summary, which is kept on the way."""
        document = read_file(file, ocr=self._arguments.ocr)
        for warning in document.warnings:
            output.note_on_terminal(str(warning))
        session, progress = self._session, output.Progress()
        summarizer = Summarizer(
            session.engine,
            session.templating,
            to_run=session.engine_model,
            known_of=self._known,
        )

        def show(event: SummaryEvent | Loading) -> None:
            _show(progress, event)

        try:
            summary = Recording(summarizer).run(
                self._record(document), document, self.options, show, Cancellation()
            )
        finally:
            progress.clear()
        return document, summary

    def _record(self, document: Document) -> Record:
        """Returns what is gone on with, or a new version."""
        if self._arguments.resume:
            version_id = self._records.unfinished(document, self.options)
            if version_id is not None:
                return self._records.resume(version_id)
        return self._records.begin(document, self.options)

    def _known(self, model: InstalledModel) -> Known:
        verified = self._verified.last(model)
        pace = self._records.pace(model)
        speeds = self._session.tunings.speeds(model.path)
        if pace is None and speeds is not None:
            pace = Pace.of_speeds(speeds.read, speeds.write, speeds.map)
        return Known(pace, verified.sha256 if verified else "")


def _show(progress: output.Progress, event: SummaryEvent | Loading) -> None:
    match event:
        case Loading(fraction):
            progress.show(f"Loading the model, {fraction:.0%}")
        case Planned(plan=plan) if plan is not None:
            progress.clear()
            output.note_on_terminal(plan_line(plan))
        case PassageRead(coverage=coverage):
            progress.show(
                f"Passage {coverage.passages_read} of {coverage.passages_total}, "
                f"{coverage.pages_read} of {coverage.pages} pages read"
            )
        case Joining(done, total):
            progress.show(f"Joining the notes, {done} of {total}")


def _as_json(results: list[dict[str, Any]]) -> str:
    return json.dumps(results, ensure_ascii=False, indent=1)


def _require_writable(name: str) -> None:
    """Refuses an output that cannot be written before minutes are spent on it."""
    path = Path(name)
    if path.is_dir():
        raise OutputUnwritable(path=name, why="it is a folder")
    if not os.access(path.parent if not path.exists() else path, os.W_OK):
        raise OutputUnwritable(path=name, why="no permission, or no such folder")


def _export(path: Path, exports: list[ExportedSummary], texts: list[str]) -> None:
    """Writes a file for each summary, the second beside the first: "notes.md", "notes-2.md"."""
    targets = exporting.paths_of(path, len(exports))
    for target, exported, text in zip(targets, exports, texts, strict=True):
        try:
            exporting.write(target, exported)
        except OutputUnwritable:
            print(text)  # what was made is not lost
            raise


def _write(name: str, text: str) -> None:
    """Replaces the file in one step: a full disk leaves the old one as it was."""
    try:
        files.replace_content(Path(name), text.encode())
    except OSError as error:
        print(text, file=sys.stdout)  # what was made is not lost
        raise OutputUnwritable(path=name, why=error.strerror or "an error") from None
