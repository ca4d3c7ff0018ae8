"""What a trial will take: whether each model fits, and how long some pages keep it busy.

Fit is the engine's own dry run against the memory that is free; speed is what was measured of the
model on this computer, or else what the computer's measured rates let expect.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_slm.engine.protocol import MemoryNeed
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import DesktopSlmError, EmbeddingGiven
from desktop_slm.models import catalog, fit, speed
from desktop_slm.models.facts import FileFacts, FileKind
from desktop_slm.models.fit import Fit
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.machine import Machine
from desktop_slm.models.speed import Speed, Weights
from desktop_slm.tuning.trial.trial import PAGE_WORDS
from desktop_slm.tuning.tuned import Speeds

# A few minutes for all models together.
MOST_S = 180.0
_LEAST_WORDS, _USUAL_WORDS, _MOST_WORDS = 600, 2500, 6000
_LOADED_BYTES_PER_S, _START_S = 400e6, 3.0
# Notes are joined and the result is repaired once, so more is written than is seen.
_TOKENS_A_WORD, _WRITTEN_TIMES = 1.35, 2.0


class Foreseeing(Protocol):
    """Tells how much memory a model will take."""

    def foresee(self, model: Model) -> MemoryNeed: ...


@dataclass(frozen=True, slots=True)
class Forecast:
    """One model: whether it fits, its speed where that can be told, or why it cannot be run."""

    model: InstalledModel
    fit: Fit | None = None
    speed: Speed | None = None
    problem: DesktopSlmError | None = None

    @property
    def word_s(self) -> float | None:
        """Seconds for each word that is read."""
        return self.speed.document_s(1) / PAGE_WORDS if self.speed else None

    def fixed_s(self, words_asked: int) -> float:
        """Returns the seconds that it takes however much is read: loading, and the last words."""
        loading = _START_S + self.model.size_bytes / _LOADED_BYTES_PER_S
        if self.speed is None:
            return loading
        return loading + words_asked * _TOKENS_A_WORD * _WRITTEN_TIMES / self.speed.write


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Looks at models. Blocks, about a second for each."""

    engine: Foreseeing
    machine: Callable[[], Machine]
    facts: Callable[[Path], FileFacts]
    speeds: Callable[[Path], Speeds | None]
    to_run: Callable[[InstalledModel], Model] = lambda model: Model(model.path)

    def of(self, model: InstalledModel) -> Forecast:
        """Returns what a model will take, or why it cannot be run."""
        try:
            facts = self.facts(model.path)
            if facts.kind is not FileKind.TEXT:
                raise EmbeddingGiven(name=model.path.name)
            found = self.engine.foresee(self.to_run(model))
        except DesktopSlmError as error:
            return Forecast(model, problem=error)
        needed = fit.Need(found.weight_bytes, found.cache_bytes, found.compute_bytes)
        machine = self.machine()
        judged = fit.judge(needed, machine)
        return Forecast(model, judged, self._speed(model, facts, machine, judged))

    def _speed(
        self, model: InstalledModel, facts: FileFacts, machine: Machine, judged: Fit
    ) -> Speed | None:
        measured = self.speeds(model.path)
        if measured is not None:
            return Speed.of_measured(measured.read, measured.write, measured.map)
        known = catalog.load().find(model.path.name)
        active = known.active_parameters if known else facts.parameters
        weights = Weights(model.size_bytes, facts.parameters, active, facts.quantization)
        return speed.estimate(weights, machine, judged.card_share)


def most_words(forecasts: Sequence[Forecast], words_asked: int) -> int:
    """Returns how many words all these models can read in a few minutes together."""
    rates = [forecast.word_s for forecast in forecasts]
    known = [rate for rate in rates if rate is not None]
    if not known or len(known) < len(rates):
        return _USUAL_WORDS
    left = MOST_S - sum(forecast.fixed_s(words_asked) for forecast in forecasts)
    return int(max(_LEAST_WORDS, min(_MOST_WORDS, left / sum(known))))


def seconds(forecasts: Sequence[Forecast], words: int, words_asked: int) -> float | None:
    """Returns how long a trial takes; None where the speed of one of the models is not known."""
    total = 0.0
    for forecast in forecasts:
        if forecast.word_s is None:
            return None
        total += forecast.fixed_s(words_asked) + words * forecast.word_s
    return total
