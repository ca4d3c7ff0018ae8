"""Which other format of a model would be much faster here, at a quality that is as good.

Each candidate is really made, really run and really read with; what is not offered is deleted.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.engine.protocol import Perplexity
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.tuning import formats
from desktop_slm.tuning.bench import Clock, MeasuredEngine, sample_text
from desktop_slm.tuning.convert import Conversions, Wish
from desktop_slm.tuning.tune import Contest, Tuned, middle, page_s
from desktop_slm.tuning.tuned import Offer, Speeds, TunedSettings

LEAST_GAIN = 1.3
MOST_LOSS = 0.005
_NEVER_LOSS = 0.02
_LEAST_TOKENS = 2
_SECONDS = 40.0
_QUALITY_S = 12.0
_LEAST_QUALITY_TOKENS = 1024
_ROUNDS = 2

OnStep = Callable[[str], object]


class Verdict(StrEnum):
    """What became of a candidate."""

    OFFERED = "offered"
    GOOD = "good, and another is faster"
    NO_FASTER = "not faster enough"
    WORSE = "its quality is worse"
    FAILED = "it could not be made or run"
    NO_TIME = "there was no time to try it"


@dataclass(frozen=True, slots=True)
class Form:
    """A model in one format: its size, its speeds, and how well it foretells the sample text."""

    format: str
    size_bytes: int
    speeds: Speeds | None = None
    perplexity: Perplexity | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A candidate beside the model as it is. `why` is the sentence of what went wrong."""

    before: Form
    after: Form
    verdict: Verdict
    why: str = ""

    @property
    def gain(self) -> float:
        """How many times faster a document is read and noted; 0 where that was not measured."""
        before, after = self.before.speeds, self.after.speeds
        return after.map / before.map if before and after else 0.0

    @property
    def loss(self) -> float:
        """By which share the perplexity is worse; below 0 it is better."""
        before, after = self.before.perplexity, self.after.perplexity
        return after.value / before.value - 1.0 if before and after else 0.0

    @property
    def uncertainty(self) -> float:
        """By how much `loss` would vary from text to text: one standard error of the tokens'.

        Rounding alone moves a token's log probability by 0.1 in small models, whatever the format.
        """
        before, after = self.before.perplexity, self.after.perplexity
        if not before or not after or after.tokens < _LEAST_TOKENS:
            return 0.0
        pairs = zip(before.logprobs, after.logprobs, strict=True)
        return statistics.stdev(b - a for b, a in pairs) / math.sqrt(after.tokens)

    @property
    def is_worse(self) -> bool:
        """Whether the quality is surely worse than may be, or looks much worse."""
        return self.loss - 2 * self.uncertainty > MOST_LOSS or self.loss > _NEVER_LOSS


class Offers:
    """Tries the formats that a model can be converted to. Blocks; any thread may call."""

    def __init__(
        self,
        engine: MeasuredEngine,
        conversions: Conversions,
        inspection: Inspection,
        *,
        clock: Clock = time.monotonic,
        seconds: float = _SECONDS,
    ) -> None:
        self._engine = engine
        self._conversions = conversions
        self._inspection = inspection
        self._clock = clock
        self._seconds = seconds

    def trials(
        self,
        model: InstalledModel,
        tuned: Tuned,
        on_step: OnStep = lambda name: None,
        cancellation: Cancellation | None = None,
    ) -> list[Trial]:
        """Returns what was tried, with at most one that is offered. Raises Cancelled."""
        cancellation = cancellation or Cancellation()
        deadline = self._clock() + self._seconds
        source = self._inspection.facts(model.path).quantization
        before = Form(source, model.size_bytes)
        contest = Contest(self._engine, Model(model.path), self._clock, cancellation)
        contest.sizes = tuned.sizes
        run = _Run(self._engine, contest, tuned.settings, cancellation)
        trials: list[Trial] = []
        for name in formats.candidates(source):
            on_step(name)
            trial = Trial(before, Form(name, 0), Verdict.NO_TIME)
            if self._clock() < deadline:
                trial = self._try(Wish(model, name), before, run, deadline)
            before = trial.before
            trials.append(trial)
        return _with_best_offered(trials)

    def _try(self, wish: Wish, before: Form, run: _Run, deadline: float) -> Trial:
        """Makes a candidate, and compares it as far as it stays promising."""
        late = Cancellation()
        run.cancellation.when_cancelled(late.cancel)

        def on_progress(fraction: float) -> None:
            if self._clock() > deadline:
                late.cancel()

        after = Form(wish.format, 0)
        with ExitStack() as held:
            try:
                made = held.enter_context(self._conversions.candidate(wish, on_progress, late))
                after = replace(after, size_bytes=made.stat().st_size)
                return run.trial(wish.model.path, made, before, after)
            except Cancelled:
                run.cancellation.check()
                return Trial(before, after, Verdict.NO_TIME)
            except DesktopSlmError as error:
                run.cancellation.check()
                self._engine.try_again()
                return Trial(before, after, Verdict.FAILED, str(error))
            finally:
                # Nothing may hold the file when it is deleted.
                self._engine.unload()


class _Run:
    """Runs the two forms of a model in turn."""

    def __init__(
        self,
        engine: MeasuredEngine,
        contest: Contest,
        settings: TunedSettings,
        cancellation: Cancellation,
    ) -> None:
        self._engine = engine
        self._contest = contest
        self._settings = settings
        self.cancellation = cancellation
        self._limit = 0

    def trial(self, original: Path, made: Path, before: Form, after: Form) -> Trial:
        """Compares speed, then quality. Raises the errors of running a model."""
        ways = [self._settings.applied(Model(path)) for path in (original, made)]
        taken: list[list[Speeds]] = [[], []]
        for _ in range(_ROUNDS):
            for way, speeds in zip(ways, taken, strict=True):
                speeds.append(self._contest.speeds(way))
        before = replace(before, speeds=middle(taken[0]))
        after = replace(after, speeds=middle(taken[1]))
        trial = Trial(before, after, Verdict.NO_FASTER)
        if trial.gain < LEAST_GAIN:
            return trial
        reading_s = int(before.speeds.read * _QUALITY_S) if before.speeds else 0
        self._limit = self._limit or max(_LEAST_QUALITY_TOKENS, reading_s)
        # The new form is loaded already.
        after = replace(after, perplexity=self._quality(ways[1]))
        if before.perplexity is None:
            before = replace(before, perplexity=self._quality(ways[0]))
        trial = Trial(before, after, Verdict.WORSE)
        return trial if trial.is_worse else replace(trial, verdict=Verdict.GOOD)

    def _quality(self, way: Model) -> Perplexity:
        self.cancellation.check()
        self._engine.load(way)
        return self._engine.perplexity(sample_text(), self._limit)


def offered(trials: Sequence[Trial]) -> Offer | None:
    """Returns what is offered of what was tried."""
    for trial in trials:
        if trial.verdict is Verdict.OFFERED:
            after = trial.after
            return Offer(after.format, after.size_bytes, round(trial.gain, 3), trial.loss)
    return None


def _with_best_offered(trials: list[Trial]) -> list[Trial]:
    """Offers the one of the good ones that reads and writes fastest."""
    good = [trial for trial in trials if trial.verdict is Verdict.GOOD]
    best = min(good, key=_page_s_after, default=None)
    return [replace(trial, verdict=Verdict.OFFERED) if trial is best else trial for trial in trials]


def _page_s_after(trial: Trial) -> float:
    return page_s(trial.after.speeds) if trial.after.speeds else float("inf")
