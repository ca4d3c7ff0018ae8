"""Tries models one after another: each summarizes the same pages as every summary is made.

Whether each fits is found out before the first one begins. A model that fails is listed with its
sentence, and the others go on; whoever stops keeps what was measured until then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.shortfalls import Wish
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.assistants.summaries.summary import (
    Joining,
    PassageRead,
    Planned,
    Summary,
    SummaryEvent,
    SummaryOptions,
)
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Loading, MemoryNeed
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.engine.trials import free_bytes
from desktop_slm.errors import (
    AnalysisFailed,
    DesktopSlmError,
    EmbeddingGiven,
    EngineFailed,
    EngineHung,
    EngineKeepsStopping,
    EngineStopped,
    ModelTooLarge,
    NoText,
    TrialFailed,
)
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.steps import Step
from desktop_slm.tuning.trial import page_selection
from desktop_slm.tuning.trial.trial import Measures, Outcome, State, Trial, TriedModel
from desktop_slm.tuning.trial.watching import PeakMemory, WatchedEngine


class TrialEngine(TextEngine, Protocol):
    """An engine that can tell beforehand how much memory a model will take."""

    def foresee(self, model: Model) -> MemoryNeed: ...


@dataclass(frozen=True, slots=True)
class TrialWish:
    """What is to be tried: models, in their order, and the pages."""

    models: tuple[InstalledModel, ...]
    pages: PageChoice


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far the model of that index is: `done` of `total` passages are read; 0 of 0 while it is
    being loaded (`loaded` is the share of its bytes) or its notes are being joined."""

    index: int
    loaded: float = 0.0
    done: int = 0
    total: int = 0
    is_joining: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """The model of that index is through, or will not be tried."""

    index: int
    outcome: Outcome


TrialEvent = Progressed | Ended
OnEvent = Callable[[TrialEvent], object]


class _NoSteps:
    """Keeps nothing: every model writes everything itself, now."""

    def find(self, key: str) -> Step | None:
        """Returns nothing."""
        return None

    def keep(self, key: str, step: Step) -> None:
        """Does nothing."""


@dataclass(frozen=True, slots=True)
class Trying:
    """Tries models with an engine of its own. Blocks; any thread may call.

    `summarizer` makes what summarizes with an engine; it has to run models as `to_run` says.
    `sha256_of` returns the hash of a model's file, "" where it is not known.
    """

    engine: TrialEngine
    summarizer: Callable[[TextEngine], Summarizer]
    to_run: Callable[[InstalledModel], Model] = lambda model: Model(model.path)
    sha256_of: Callable[[InstalledModel], str] = lambda model: ""
    free_bytes: Callable[[], int] = free_bytes
    clock: Callable[[], float] = time.monotonic

    def run(
        self, document: Document, wish: TrialWish, on_event: OnEvent, cancellation: Cancellation
    ) -> Trial:
        """Returns what came of every model; `on_event` hears of each as soon as it is through.

        Raises NoText where the pages have none.
        """
        pages = page_selection.take(document, wish.pages)
        if not wish.pages.taken_from(document).characters:
            raise NoText(name=document.name)
        asked = page_selection.words_to_ask(pages.words)
        outcomes: dict[int, Outcome] = {}

        def end(index: int, outcome: Outcome) -> None:
            outcomes[index] = outcome
            on_event(Ended(index, outcome))

        for index, why in self._unfit(wish.models, cancellation):
            end(index, self._without(wish.models[index], State.FAILED, why))
        for index, model in enumerate(wish.models):
            if index in outcomes:
                continue
            options = SummaryOptions(model=model, words=asked, pages=wish.pages)
            if cancellation.is_set:
                end(index, self._without(model, State.NOT_TRIED))
            else:
                one = _One(self, document, options, _numbered(index, on_event), cancellation)
                end(index, one.run())
        return Trial(pages, asked, tuple(outcomes[index] for index in sorted(outcomes)))

    def _unfit(
        self, models: Sequence[InstalledModel], cancellation: Cancellation
    ) -> list[tuple[int, str]]:
        """Returns the models that cannot be run, each with the sentence of why."""
        found = []
        free = self.free_bytes()
        for index, model in enumerate(models):
            if cancellation.is_set:
                break
            try:
                needed = self.engine.foresee(self.to_run(model)).total_bytes
                if needed > free:
                    raise ModelTooLarge(
                        name=model.name, needed_mb=needed // 10**6, free_mb=free // 10**6
                    )
            except DesktopSlmError as error:
                found.append((index, str(error)))
        return found

    def _without(self, model: InstalledModel, state: State, why: str = "") -> Outcome:
        return Outcome(TriedModel.of(model, self.sha256_of(model)), state, why)


@dataclass
class _One:
    """One model's turn."""

    trying: Trying
    document: Document
    options: SummaryOptions
    emit: Callable[[SummaryEvent | Loading], None]
    cancellation: Cancellation
    _is_loading: bool = False

    def run(self) -> Outcome:
        """Returns what came of it; the engine is empty again."""
        trying, options = self.trying, self.options
        model = TriedModel.of(options.model, trying.sha256_of(options.model))
        watched = WatchedEngine(trying.engine)
        try:
            with PeakMemory(trying.engine) as peak:
                load_s = self._load()
                started = trying.clock()
                summary = trying.summarizer(watched).summarize(
                    self.document, options, _NoSteps(), self.emit, self.cancellation
                )
                seconds = trying.clock() - started
        except DesktopSlmError as error:
            if self.cancellation.is_set:
                return Outcome(model, State.STOPPED)
            return Outcome(model, State.FAILED, str(_told(error)))
        finally:
            trying.engine.unload()
            trying.engine.try_again()  # the next one is not to answer for this one's deaths
        if summary.is_draft:
            return Outcome(model, State.STOPPED)
        measures = Measures(load_s, seconds, watched.read_per_s, watched.write_per_s, peak.bytes)
        return _outcome(model, summary, measures)

    def _load(self) -> float:
        """Loads the model and returns how long that took; a cancel ends the loading at once."""
        engine, started = self.trying.engine, self.trying.clock()
        self._is_loading = True
        self.cancellation.when_cancelled(self._on_cancelled)
        try:
            facts = engine.load(self.trying.to_run(self.options.model), self.emit)
        finally:
            self._is_loading = False
        if facts.is_embedding:
            raise EmbeddingGiven(name=self.options.model.path.name)
        return self.trying.clock() - started

    def _on_cancelled(self) -> None:
        # Later on the answers under way are cancelled one by one, and the engine would only be
        # started again for what it lost.
        if self._is_loading:
            self.trying.engine.unload()


def _told(error: DesktopSlmError) -> DesktopSlmError:
    """Returns an error as it is told of a trial, which keeps nothing of a model that failed."""
    match error:
        case EngineHung():
            how = "it did not move for {seconds:.0f} seconds"
        case EngineStopped() | EngineKeepsStopping():
            how = "its process stopped: {how}"
        case EngineFailed():
            how = "{why}"
        case AnalysisFailed():
            how = "looking for the sources of its sentences failed"
        case _:
            return error
    return TrialFailed(how=how.format(**error.fields), details=error.details)


def _outcome(model: TriedModel, summary: Summary, measures: Measures) -> Outcome:
    others = [each for each in summary.shortfalls if each.wish is not Wish.WORDS]
    return Outcome(
        model=model,
        state=State.DONE,
        items=summary.items,
        measures=measures,
        is_length_obeyed=len(others) == len(summary.shortfalls),
        missed=tuple(map(str, others)),
        passages_failed=len({failed.passage for failed in summary.passages_failed}),
    )


def _numbered(index: int, on_event: OnEvent) -> Callable[[SummaryEvent | Loading], None]:
    """Returns what tells the events of one model's summary with that model's index."""

    def emit(event: SummaryEvent | Loading) -> None:
        match event:
            case Loading(fraction):
                on_event(Progressed(index, loaded=fraction))
            case Planned(passages=total):
                on_event(Progressed(index, 1.0, 0, total))
            case PassageRead(coverage=coverage):
                done, total = coverage.passages_read, coverage.passages_total
                on_event(Progressed(index, 1.0, done, total))
            case Joining():
                on_event(Progressed(index, 1.0, is_joining=True))

    return emit
