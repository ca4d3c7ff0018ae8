"""What the trial view does in the background: looks, reads, tries, keeps. Every method blocks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import ReadingCancelled
from desktop_slm.engine.client import Engine
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.verification import Verifications
from desktop_slm.tuning.trial import page_selection
from desktop_slm.tuning.trial.forecast import Forecasts
from desktop_slm.tuning.trial.records import KeptTrial, TrialRecords
from desktop_slm.tuning.trial.trial import Trial
from desktop_slm.tuning.trial.trying import Ended, TrialEngine, TrialEvent, TrialWish, Trying
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.operations import Job
from desktop_slm.ui.recognized_reading import RecognizedReading


def _analysed(engine: TextEngine, core: Core) -> Summarizer:
    return Summarizer(engine, core.templating, to_run=core.engine_model)


def _read(path: Path, job: Job, core: Core) -> Document:
    cancel = threading.Event()
    job.when_cancelled(cancel.set)
    try:
        return RecognizedReading(core)(path, job.report, cancel)
    except ReadingCancelled:
        raise Cancelled from None


@dataclass(frozen=True, slots=True)
class Seams:
    """What a test puts in the place of children."""

    engine: Callable[[], TrialEngine] = Engine
    inspection: Callable[[], Inspection] = Inspection
    read_file: Callable[[Path, Job, Core], Document] = _read
    summarizer: Callable[[TextEngine, Core], Summarizer] = _analysed


class TrialWork:
    """The work over one core."""

    def __init__(self, core: Core, seams: Seams) -> None:
        self._core = core
        self._seams = seams

    def look(self, job: Job) -> None:
        """Reports the models of the list, and then a forecast for each of them."""
        core, engine = self._core, self._seams.engine()
        models = core.library.models()
        job.report(models)
        forecasts = Forecasts(
            engine=engine,
            machine=core.calibration.machine,
            facts=self._seams.inspection().facts,
            speeds=core.tunings.speeds,
            to_run=core.engine_model,
        )
        for model in models:
            job.check()
            job.report(forecasts.of(model))

    def read(self, job: Job, path: Path) -> Document:
        """Returns the document; how far its reading is goes to the job."""
        return self._seams.read_file(path, job, self._core)

    def run(self, job: Job, document: Document, wish: TrialWish) -> Trial:
        """Tries the models; events go to the job, and what came of each model is kept at once."""
        core, engine = self._core, self._seams.engine()
        if core.facts is not None:
            # A model that waits for the next chat would leave less memory to those tried.
            core.engine.unload_idle()
        pages = page_selection.take(document, wish.pages)
        asked = page_selection.words_to_ask(pages.words)
        data = core.data
        record = TrialRecords(data.database, now).begin(pages, asked) if data is not None else None

        def on_event(event: TrialEvent) -> None:
            if isinstance(event, Ended) and record is not None:
                record.keep(event.index, event.outcome)
            job.report(event)

        trying = Trying(
            engine,
            lambda watched: self._seams.summarizer(watched, core),
            to_run=core.engine_model,
            sha256_of=self._sha256_of,
        )
        return trying.run(document, wish, on_event, job)

    def _sha256_of(self, model: InstalledModel) -> str:
        verified = Verifications(self._core.outside.paths, now).last(model)
        return verified.sha256 if verified else ""

    def earlier(self) -> tuple[KeptTrial, ...]:
        """Returns the trials that are kept."""
        data = self._core.data
        return TrialRecords(data.database, now).all() if data is not None else ()

    def delete(self, trial_id: int) -> None:
        """Erases a trial."""
        data = self._core.data
        if data is not None:
            TrialRecords(data.database, now).delete(trial_id)
