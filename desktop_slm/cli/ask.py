"""`desktop-slm ask`: a question over documents, answered with links that name file and page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_slm.assistants.asking import vectors, wording
from desktop_slm.assistants.asking.answer import Answer, DocumentReading
from desktop_slm.assistants.asking.asker import Asker, AskEvent, AskPlanned, PassagesRead
from desktop_slm.assistants.asking.question import Approach, Question
from desktop_slm.assistants.asking.question_records import QuestionRecord, QuestionRecords
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.assistants.summaries.model_use import ModelUse
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.records import SummaryRecords
from desktop_slm.assistants.summaries.summary import Joining
from desktop_slm.cli import given, known, output
from desktop_slm.cli.digest_output import described_item, line_of
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.read import read_file
from desktop_slm.cli.session import Session, now
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import DocumentError, FileMissing
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb. A file that cannot be read is named, and the others are asked."""
    with Session(arguments) as session:
        model = session.model(arguments.model)
        files, documents, failed = _read(arguments)
        if not documents:
            if not failed:
                raise FileMissing(name=", ".join(arguments.files))
            return 1
        answer = _answered(session, arguments, model, documents)
    if arguments.json:
        output.result(_described(answer, files, model, failed))
    else:
        print(_as_text(answer, model))
    return 1 if failed else 0


def _read(arguments: Arguments) -> tuple[list[str], list[Document], list[dict[str, str]]]:
    """Returns the files that could be read with their documents, and those that could not."""
    files: list[str] = []
    documents: list[Document] = []
    failed: list[dict[str, str]] = []
    for file in given.files_of(arguments.files):
        try:
            document = read_file(file, ocr=arguments.ocr, ocr_language=arguments.ocr_language)
            documents.append(document)
        except DocumentError as error:
            output.error(error)
            failed.append({"file": file, "why": str(error)})
            continue
        files.append(file)
    return files, documents, failed


def _answered(
    session: Session, arguments: Arguments, model: InstalledModel, documents: Sequence[Document]
) -> Answer:
    """Asks; what was read is kept until the answer is there, so that an interrupted run goes on."""
    records = QuestionRecords(session.database, now)
    records.erase_old()
    question, options = _question(arguments), SummaryOptions(model)
    embedding = vectors.installed(session.library.models(), Inspection())
    known_of = known.Knowledge(session, SummaryRecords(session.database, now))
    use = ModelUse(session.engine, session.templating, session.engine_model, known_of)
    progress = output.Progress()
    with Asker(documents, use, vectors.ModelVectors(embedding) if embedding else None) as asker:
        record = records.begin(question, options)
        try:
            answer = _asked(asker, question, options, record, progress)
        except BaseException:
            record.fail()
            raise
        finally:
            progress.clear()
    record.forget()
    return answer


def _asked(
    asker: Asker,
    question: Question,
    options: SummaryOptions,
    record: QuestionRecord,
    progress: output.Progress,
) -> Answer:
    def show(event: AskEvent) -> None:
        _show(progress, event)

    return asker.ask(question, options, record.steps, show, Cancellation())


def _question(arguments: Arguments) -> Question:
    if arguments.whole:
        return Question(arguments.question, Approach.WHOLE)
    if arguments.passages:
        return Question(arguments.question, Approach.PASSAGES)
    return Question(arguments.question)


def _show(progress: output.Progress, event: AskEvent) -> None:
    match event:
        case Loading(fraction):
            progress.show(f"Loading the model, {fraction:.0%}")
        case AskPlanned(plan):
            progress.clear()
            seconds = plan.seconds
            time = f", {output.duration(seconds)}" if seconds is not None else ""
            output.note_on_terminal(wording.plan_sentence(plan) + time)
        case PassagesRead(done, total):
            progress.show(f"Passage {done} of {total}")
        case Joining(done, total):
            progress.show(f"Joining the findings, {done} of {total}")


def _as_text(answer: Answer, model: InstalledModel) -> str:
    names = [reading.name for reading in answer.readings]
    lines = [PRACTICE_NOTICE, ""] if model.is_practice else []
    count = wording.count_sentence(answer)
    lines += [count] if count else []
    lines += [line_of(names, item) for item in answer.items] or ["Nothing on this was found."]
    if answer.is_joined:
        lines += ["", "What the documents say:"]
        lines += [line_of(names, item) for item in answer.findings]
    lines += ["", output.one_line(wording.read_sentence(answer))]
    lines += map(output.one_line, wording.further_sentences(answer))
    return "\n".join(lines)


def _described(
    answer: Answer, files: Sequence[str], model: InstalledModel, failed: list[dict[str, str]]
) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "question": answer.question,
        "approach": answer.decision.approach.value,
        "why": wording.reason(answer.decision),
        "count": len(answer.items) if wording.count_sentence(answer) else None,
        "answer": [described_item(files, item) for item in answer.items],
        "documents": [
            _described_reading(file, files, reading)
            for file, reading in zip(files, answer.readings, strict=True)
        ],
        "failed": failed,
        "read": wording.read_sentence(answer),
        "vectors": answer.has_vectors,
        "model": model.id,
        "seconds": answer.seconds,
    }
    if model.is_practice:
        plain["notice"] = PRACTICE_NOTICE
    return plain


def _described_reading(file: str, files: Sequence[str], reading: DocumentReading) -> dict[str, Any]:
    return {
        "file": file,
        "passages": reading.passages,
        "passages_read": reading.read,
        "whole": reading.is_whole,
        "pages_without_text": reading.pages_without_text,
        "passages_failed": list(reading.failed),
        "findings": [described_item(files, item) for item in reading.findings],
    }
