"""`desktop-slm summarize`: whole documents, every sentence with the places it rests on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_slm import files, policy
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.digests.digest_recording import DigestRecording, title_of
from desktop_slm.assistants.digests.digesting import Digester
from desktop_slm.assistants.digests.source import NotRead, Source
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.model_use import ModelUse
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
from desktop_slm.cli.digest_output import described_as_digest, digest_as_text, digest_plan_line
from desktop_slm.cli.known import Knowledge
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.read import read_file
from desktop_slm.cli.session import Session, now
from desktop_slm.cli.summary_output import as_text, described, plan_line
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import DocumentError, OutputUnwritable
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb. A file that cannot be read is named, and the others are summarized."""
    if arguments.output:
        _require_writable(arguments.output)
        if not arguments.json:
            exporting.format_of(Path(arguments.output))
    texts: list[str] = []
    exports: list[ExportedSummary] = []
    results: list[dict[str, Any]] = []
    made: list[tuple[str, Document, Summary]] = []
    not_read: list[NotRead] = []
    with Session(arguments) as session:
        verb = _Verb(session, arguments)
        for file in given.files_of(arguments.files):
            try:
                document, summary = verb.summarize(file)
            except DocumentError as error:
                output.error(error)
                not_read.append(NotRead(Path(file).name, str(error)))
                continue
            results.append(described(file, document, summary, verb.options))
            if arguments.digest:
                made.append((file, document, summary))
                continue
            texts.append(as_text(document, summary, verb.options))
            exports.append(exporting.gathered(document, summary, verb.options))
            if not arguments.json and not arguments.output:
                print(texts[-1], flush=True)
        if arguments.digest:
            return _digest(verb, made, not_read, results)
    _give_out(arguments, exports, texts, results)
    return 1 if not_read else 0


def _give_out(
    arguments: Arguments,
    exports: list[ExportedSummary],
    texts: list[str],
    results: list[dict[str, Any]],
) -> None:
    if arguments.output and arguments.json:
        _write(arguments.output, _as_json(results))
    elif arguments.output:
        _export(Path(arguments.output), exports, texts)
    elif arguments.json:
        print(_as_json(results), flush=True)


def _digest(
    verb: _Verb,
    made: list[tuple[str, Document, Summary]],
    not_read: list[NotRead],
    results: list[dict[str, Any]],
) -> int:
    """Makes and gives out the digest of the summaries."""
    arguments, options = verb.arguments, verb.options
    sources = [Source(document, summary, options.form) for _, document, summary in made]
    title, digest = verb.digest(sources, not_read)
    text = digest_as_text(title, sources, digest, options)
    if arguments.json:
        files_read = [file for file, _, _ in made]
        described_digest = described_as_digest(title, files_read, digest, options)
        whole = json.dumps(
            {"digest": described_digest, "documents": results}, ensure_ascii=False, indent=1
        )
        if arguments.output:
            _write(arguments.output, whole)
        else:
            print(whole, flush=True)
    elif arguments.output:
        exported = exporting.gathered_digest(title, sources, digest, options)
        _export(Path(arguments.output), [exported], [text])
    else:
        print(text, flush=True)
    return 1 if not_read else 0


class _Verb:
    """Summarizes one file after the other with the options of the command line."""

    def __init__(self, session: Session, arguments: Arguments) -> None:
        self._session = session
        self.arguments = arguments
        self._records = SummaryRecords(session.database, now)
        self._known = Knowledge(session, self._records)
        self._versions: list[int] = []
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
        asked = self.arguments
        document = read_file(file, ocr=asked.ocr, ocr_language=asked.ocr_language)
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
            record = self._record(document)
            self._versions.append(record.version_id)
            summary = Recording(summarizer).run(
                record, document, self.options, show, Cancellation()
            )
        finally:
            progress.clear()
        return document, summary

    def digest(self, sources: Sequence[Source], not_read: Sequence[NotRead]) -> tuple[str, Summary]:
        """Returns title and digest of summaries that were made just now; it is kept."""
        progress = output.Progress()
        digester = Digester(
            ModelUse(
                self._session.engine,
                self._session.templating,
                self._session.engine_model,
                self._known,
            )
        )
        title = title_of([source.name for source in sources])

        def show(event: SummaryEvent | Loading) -> None:
            _show_digest(progress, event)

        def begin() -> Record:
            documents = [source.document for source in sources]
            return self._records.begin_digest(title, documents, self.options, self._versions)

        try:
            summary = DigestRecording(digester).run(
                begin, sources, not_read, self.options, show, Cancellation()
            )
        finally:
            progress.clear()
        return title, summary

    def _record(self, document: Document) -> Record:
        """Returns what is gone on with, or a new version."""
        if self.arguments.resume:
            version_id = self._records.unfinished(document, self.options)
            if version_id is not None:
                return self._records.resume(version_id)
        return self._records.begin(document, self.options)


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


def _show_digest(progress: output.Progress, event: SummaryEvent | Loading) -> None:
    match event:
        case Planned(passages=count, plan=plan) if plan is not None:
            progress.clear()
            output.note_on_terminal(f"Digest of {count} summaries: {digest_plan_line(plan)}")
        case Joining(done, total):
            progress.show(f"Joining the summaries, {done} of {total}")


def _as_json(results: list[dict[str, Any]]) -> str:
    return json.dumps(results, ensure_ascii=False, indent=1)


def _require_writable(name: str) -> None:
    """Refuses an output that cannot be written before minutes are spent on it."""
    policy.require_export()
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
    policy.require_export()
    try:
        files.replace_content(Path(name), text.encode())
    except OSError as error:
        print(text, file=sys.stdout)  # what was made is not lost
        raise OutputUnwritable(path=name, why=error.strerror or "an error") from None
