"""Finds out within about a minute how a model runs fastest on this computer.

One thing is tried at a time, its values in turn, so that what else the computer does meets all of
them alike; medians decide, and a value that is far behind is not tried again.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import DesktopSlmError, EmbeddingGiven
from desktop_slm.tuning.bench import Bench, Clock, MeasuredEngine, Sizes
from desktop_slm.tuning.tuned import Speeds, TunedSettings

_SECONDS = 40.0
_ROUNDS = 3
_FAR_BEHIND = 1.25
# Less than this is noise, and the engine's own choice stays.
_GAIN = 0.95
# What a page asks for: a passage of the usual size, and the note on it.
_PAGE_READ, _PAGE_WRITTEN = 900, 100

Measure = Callable[[Bench, Sizes], float]
OnStep = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Knob:
    """One thing that can be set, its values, and the seconds that each of them costs."""

    name: str
    changes: Sequence[TunedSettings]
    seconds: Measure


@dataclass(frozen=True, slots=True)
class Tuned:
    """The best settings, and the speeds with the engine's own settings and with these."""

    settings: TunedSettings
    before: Speeds
    after: Speeds
    device: str
    seconds: float
    sizes: Sizes


class Tuner:
    """Measures one model with an engine of its own. Blocks; any thread may call."""

    def __init__(
        self,
        engine: MeasuredEngine,
        *,
        cores: int,
        clock: Clock = time.monotonic,
        seconds: float = _SECONDS,
    ) -> None:
        self._engine = engine
        self._cores = max(cores, 1)
        self._clock = clock
        self._seconds = seconds

    def tune(
        self,
        model: Model,
        on_step: OnStep = lambda name: None,
        cancellation: Cancellation | None = None,
    ) -> Tuned:
        """Returns how the model runs best.

        Raises EmbeddingGiven for a model that writes no text, Cancelled, and the errors of
        `Engine.load` where it does not run at all.
        """
        cancellation = cancellation or Cancellation()
        try:
            return self._measured(model, on_step, cancellation)
        except DesktopSlmError:
            # A cancel ends the engine's child, whatever that was doing.
            cancellation.check()
            raise

    def _measured(self, model: Model, on_step: OnStep, cancellation: Cancellation) -> Tuned:
        started = self._clock()
        contest = Contest(self._engine, model, self._clock, cancellation)
        facts = self._engine.load(model)
        if facts.is_embedding:
            raise EmbeddingGiven(name=model.path.name)
        contest.sizes = Bench(self._engine, facts, self._clock).sizes()
        settings = TunedSettings()
        knobs = len(_KNOBS) + 1
        for done, make in enumerate(_KNOBS):
            knob = make(settings, self._cores, contest.sizes)
            on_step(knob.name)
            left = started + self._seconds - self._clock()
            settings = contest.best(settings, knob, left / (knobs - done))
        on_step("result")
        left = started + self._seconds - self._clock()
        before, after = contest.compare(TunedSettings(), settings, left)
        if page_s(after) > page_s(before) and after.map < before.map:
            settings, after = TunedSettings(), before
        return Tuned(settings, before, after, facts.device, self._clock() - started, contest.sizes)


class Contest:
    """Runs a model in several ways, in turn, and keeps what each took."""

    def __init__(
        self, engine: MeasuredEngine, model: Model, clock: Clock, cancellation: Cancellation
    ) -> None:
        self._engine = engine
        self._model = model
        self._clock = clock
        self._cancellation = cancellation
        cancellation.when_cancelled(engine.unload)
        self.sizes = Sizes.probe(0.0, 0.0)

    def best(self, base: TunedSettings, knob: Knob, seconds: float) -> TunedSettings:
        """Returns the best of a knob's values; `base`, where none is clearly better."""
        deadline = self._clock() + seconds
        ways = list(dict.fromkeys((base, *knob.changes)))
        taken: dict[TunedSettings, list[float]] = {way: [] for way in ways}
        for _ in range(_ROUNDS):
            for way in ways:
                if self._clock() < deadline:
                    taken[way].append(self._seconds(way, knob.seconds))
            least = min(map(_median, taken.values()))
            ways = [way for way in ways if _median(taken[way]) <= least * _FAR_BEHIND]
            if len(ways) < 2 or self._clock() >= deadline:
                break
        chosen = min(taken, key=lambda way: _median(taken[way]))
        return chosen if _median(taken[chosen]) < _median(taken[base]) * _GAIN else base

    def compare(
        self, first: TunedSettings, second: TunedSettings, seconds: float
    ) -> tuple[Speeds, Speeds]:
        """Returns the speeds of two ways, each measured at least once."""
        deadline = self._clock() + seconds
        taken: dict[TunedSettings, list[Speeds]] = {first: [], second: []}
        for _ in range(_ROUNDS):
            for way, speeds in taken.items():
                speeds.append(self.speeds(way.applied(self._model)))
            if self._clock() >= deadline:
                break
        return middle(taken[first]), middle(taken[second])

    def speeds(self, model: Model) -> Speeds:
        """Loads a model so and measures all that is told of it. Raises Cancelled."""
        bench = self._load(model)
        prompt = bench.prompt(self.sizes)
        read = bench.read(prompt)
        return Speeds(read, bench.write(prompt, self.sizes.answer), bench.map(self.sizes))

    def _seconds(self, way: TunedSettings, measure: Measure) -> float:
        """Returns what a way costs; more than any other where it does not run at all."""
        try:
            return measure(self._load(way.applied(self._model)), self.sizes)
        except DesktopSlmError:
            self._cancellation.check()
            self._engine.try_again()
            return float("inf")

    def _load(self, model: Model) -> Bench:
        self._cancellation.check()
        facts = self._engine.load(model)
        self._cancellation.check()
        bench = Bench(self._engine, facts, self._clock)
        bench.warm_up()
        return bench


def middle(measured: Sequence[Speeds]) -> Speeds:
    """Returns the median of each speed."""
    return Speeds(
        read=statistics.median(speeds.read for speeds in measured),
        write=statistics.median(speeds.write for speeds in measured),
        map=statistics.median(speeds.map for speeds in measured),
    )


def _median(seconds: Sequence[float]) -> float:
    return statistics.median(seconds) if seconds else float("inf")


def page_s(speeds: Speeds) -> float:
    """Returns how long a page of reading and a note on it take."""
    return _PAGE_READ / speeds.read + _PAGE_WRITTEN / speeds.write


def _measure_page(bench: Bench, sizes: Sizes) -> float:
    prompt = bench.prompt(sizes)
    read = bench.read(prompt)
    return _PAGE_READ / read + _PAGE_WRITTEN / bench.write(prompt, sizes.answer)


def _threads(settings: TunedSettings, cores: int, sizes: Sizes) -> Knob:
    """The engine takes all cores; two of them may be one in truth, or one be wanted elsewhere."""
    counts = sorted({max(cores // 2, 1), max(cores - 1, 1)})
    ways = [replace(settings, threads=count) for count in counts]
    return Knob("threads", ways, _measure_page)


def _parallel(settings: TunedSettings, cores: int, sizes: Sizes) -> Knob:
    """The engine itself takes 4."""
    ways = [replace(settings, parallel=count) for count in (1, 2, 8)]
    return Knob("parallel", ways, lambda bench, sizes: 1.0 / bench.map(sizes))


def _flash_attention(settings: TunedSettings, cores: int, sizes: Sizes) -> Knob:
    """The engine itself uses it wherever the model and the device allow."""
    return Knob("flash attention", [replace(settings, flash_attention="off")], _measure_page)


def _batch(settings: TunedSettings, cores: int, sizes: Sizes) -> Knob:
    """The engine itself takes 512; steps longer than the prompt would make no difference."""
    counts = [count for count in (256, 1024) if count <= sizes.prompt]
    ways = [replace(settings, batch_tokens=count) for count in counts]
    return Knob("batch", ways, lambda bench, sizes: 1.0 / bench.read(bench.prompt(sizes)))


def _lookup(settings: TunedSettings, cores: int, sizes: Sizes) -> Knob:
    ways = [replace(settings, lookup=False)]
    return Knob("lookup", ways, lambda bench, sizes: 1.0 / bench.write_repeating(sizes))


# What is worth most comes first: the time may be too short for the rest.
_KNOBS = (_threads, _parallel, _flash_attention, _batch, _lookup)
