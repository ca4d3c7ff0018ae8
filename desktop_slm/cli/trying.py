"""`desktop-slm models try` and `trials`: models side by side on the person's own pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_slm import paths
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.cli import output, trial_output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.read import read_file
from desktop_slm.cli.session import Session, now, open_quietly
from desktop_slm.documents.document import Document
from desktop_slm.engine.client import Engine
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.errors import TooManyModels, UnknownTrial
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.verification import Verifications
from desktop_slm.tuning.calibration import Calibration
from desktop_slm.tuning.trial import forecast, page_selection
from desktop_slm.tuning.trial.forecast import Forecast, Forecasts
from desktop_slm.tuning.trial.records import TrialRecords
from desktop_slm.tuning.trial.trial import MOST_MODELS, Outcome, Trial
from desktop_slm.tuning.trial.trying import Ended, Progressed, TrialEvent, TrialWish, Trying


def try_models(arguments: Arguments) -> int:
    """Runs `models try`; the status is 1 where no model came to its end."""
    with Session(arguments) as session:
        models = _models(session, arguments.models)
        document = read_file(arguments.file, ocr=arguments.ocr, ocr_language=arguments.ocr_language)
        for warning in document.warnings:
            output.note_on_terminal(str(warning))
        wish = TrialWish(models, _pages(session, document, models, arguments.pages))
        trial = _run(session, document, wish)
    if arguments.json:
        output.result(trial_output.described(trial))
    else:
        if any(model.is_practice for model in models):
            print(f"{PRACTICE_NOTICE}\n")
        print(trial_output.as_text(trial))
    if len(trial.outcomes) < len(models):
        return 130
    return 0 if any(outcome.measures for outcome in trial.outcomes) else 1


def trials(arguments: Arguments) -> None:
    """Runs `models trials`: lists the earlier ones, or erases one."""
    with Session(arguments) as session:
        records = TrialRecords(session.database, now)
        found = records.all()
        if arguments.delete:
            if arguments.delete not in [kept.id for kept in found]:
                raise UnknownTrial(number=arguments.delete)
            records.delete(arguments.delete)
            found = records.all()
    if arguments.json:
        output.result([trial_output.described_kept(kept) for kept in found])
        return
    if not found:
        output.note("No comparison is kept here.")
    for kept in found:
        print(trial_output.kept_line(kept))


def claim_of(arguments: Arguments, model: InstalledModel) -> dict[str, Any] | None:
    """Returns what the newest trial says of a model; None where there is none, or no key to it."""
    found = paths.find()
    database = open_quietly(found, arguments)
    if database is None:
        return None
    with database:
        verified = Verifications(found, now).last(model)
        sha256 = verified.sha256 if verified else ""
        claim = TrialRecords(database, now).claim(model, sha256)
    return trial_output.described_claim(claim) if claim else None


def _models(session: Session, wanted: Sequence[str]) -> tuple[InstalledModel, ...]:
    found = dict.fromkeys(session.library.find(each) for each in wanted)
    if len(found) > MOST_MODELS:
        raise TooManyModels(most=MOST_MODELS)
    return tuple(found)


def _pages(
    session: Session, document: Document, models: Sequence[InstalledModel], wanted: str
) -> PageChoice:
    """Returns the pages that were asked for, or some that take a few minutes; says which."""
    found = _forecasts(session, models)
    asked = page_selection.MOST_WORDS_ASKED
    choice = PageChoice.parse(wanted)
    if not wanted:
        choice = page_selection.suggest(document, forecast.most_words(found, asked))
    pages = page_selection.take(document, choice)
    takes = forecast.seconds(found, pages.words, page_selection.words_to_ask(pages.words))
    output.note(trial_output.plan_line(pages, takes, is_suggested=not wanted))
    return choice


def _forecasts(session: Session, models: Sequence[InstalledModel]) -> list[Forecast]:
    engine, inspection = Engine(), Inspection()
    forecasts = Forecasts(
        engine=engine,
        machine=Calibration(session.paths).machine,
        facts=inspection.facts,
        speeds=session.tunings.speeds,
        to_run=session.engine_model,
    )
    progress = output.Progress()
    progress.show("Looking whether the models fit")
    try:
        found = [forecasts.of(model) for model in models]
    finally:
        progress.clear()
    return [each for each in found if each.problem is None]


def _run(session: Session, document: Document, wish: TrialWish) -> Trial:
    templating = Templating(built_in=session.engine.built_in_prompt)
    verifications = Verifications(session.paths, now)

    def summarizer(engine: TextEngine) -> Summarizer:
        return Summarizer(engine, templating, to_run=session.engine_model)

    def sha256_of(model: InstalledModel) -> str:
        verified = verifications.last(model)
        return verified.sha256 if verified else ""

    pages = page_selection.take(document, wish.pages)
    asked = page_selection.words_to_ask(pages.words)
    record = TrialRecords(session.database, now).begin(pages, asked)
    progress, outcomes = output.Progress(), dict[int, Outcome]()

    def on_event(event: TrialEvent) -> None:
        if isinstance(event, Ended):
            progress.clear()
            outcomes[event.index] = event.outcome
            record.keep(event.index, event.outcome)
        else:
            progress.show(_progress_line(event, wish))

    trying = Trying(session.engine, summarizer, to_run=session.engine_model, sha256_of=sha256_of)
    try:
        return trying.run(document, wish, on_event, Cancellation())
    except KeyboardInterrupt:
        if not outcomes:
            raise
        return Trial(pages, asked, tuple(outcomes[index] for index in sorted(outcomes)))
    finally:
        progress.clear()
        templating.close()


def _progress_line(event: Progressed, wish: TrialWish) -> str:
    name = f"{event.index + 1} of {len(wish.models)}, {wish.models[event.index].name}"
    if event.is_joining:
        return f"{name}: joining its notes"
    if event.total:
        return f"{name}: passage {event.done} of {event.total}"
    return f"{name}: loading, {event.loaded:.0%}"
