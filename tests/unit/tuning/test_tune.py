"""Which settings are chosen, with an engine whose speeds the test decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EmbeddingGiven, EngineStopped, ModelTooLarge, NotGguf
from desktop_slm.tuning.tune import Tuned, Tuner
from desktop_slm.tuning.tuned import TunedSettings
from tests.fakes.timed_engine import Cost, TimedEngine

MODEL = Model(Path("a.gguf"))


def _tune(cost: Callable[[Model], Cost], seconds: float = 600.0) -> tuple[Tuned, TimedEngine]:
    engine = TimedEngine(cost)
    tuner = Tuner(engine, cores=4, clock=engine.clock, seconds=seconds)
    return tuner.tune(MODEL), engine


def test_nothing_changes_where_nothing_is_faster() -> None:
    tuned, _ = _tune(lambda model: Cost(write_s=0.0001 * (model.parallel or 4)))
    assert tuned.settings == TunedSettings()


def test_the_faster_threads_are_kept() -> None:
    tuned, _ = _tune(lambda model: Cost(read_s=0.001 if model.threads == 3 else 0.002))
    assert tuned.settings.threads == 3
    assert tuned.after.read == pytest.approx(2 * tuned.before.read, rel=0.05)


def test_a_small_gain_is_noise() -> None:
    tuned, _ = _tune(lambda model: Cost(read_s=0.00199 if model.threads == 3 else 0.002))
    assert tuned.settings.threads == 0


def test_each_setting_is_found_beside_the_others() -> None:
    def cost(model: Model) -> Cost:
        factor = 1.0
        factor *= 0.5 if model.flash_attention == "off" else 1.0
        factor *= 0.5 if model.batch_tokens == 256 else 1.0
        factor *= 0.5 if model.lookup is False else 1.0
        factor *= {1: 0.1}.get(model.parallel, 1.0)
        return Cost(0.001 * factor, 0.01 * factor)

    tuned, _ = _tune(cost)
    assert tuned.settings == TunedSettings(0, 256, "off", 1, lookup=False)


def test_more_passages_at_once_are_kept_where_they_go_faster() -> None:
    tuned, _ = _tune(lambda model: Cost(read_s=0.0001, write_s=0.2))
    assert tuned.settings.parallel == 8


def test_what_does_not_fit_into_memory_is_left_out() -> None:
    def cost(model: Model) -> Cost:
        if model.parallel == 8:
            raise ModelTooLarge(name="a", needed_mb=2, free_mb=1)
        return Cost(read_s=0.0001, write_s=0.2)

    tuned, _ = _tune(cost)
    assert tuned.settings.parallel == 0


def test_a_value_far_behind_is_measured_once() -> None:
    _, engine = _tune(lambda model: Cost(write_s=0.1 if model.lookup else 0.01))
    _, other = _tune(lambda model: Cost(write_s=0.1 if not model.lookup else 0.01))
    assert sum(not model.lookup for model in other.loads) == 1
    assert sum(not model.lookup for model in engine.loads) > 1


def test_a_slow_model_is_measured_in_the_time_there_is() -> None:
    tuned, _ = _tune(lambda model: Cost(read_s=0.05, write_s=0.2), seconds=40.0)
    assert tuned.seconds < 120
    assert tuned.after.read > 0


def test_a_model_of_vectors_is_refused() -> None:
    engine = TimedEngine(lambda model: Cost(), pooling="mean")
    with pytest.raises(EmbeddingGiven):
        Tuner(engine, cores=2, clock=engine.clock).tune(MODEL)


def test_a_model_that_does_not_run_at_all_is_an_error() -> None:
    def cost(model: Model) -> Cost:
        raise NotGguf(name="a")

    with pytest.raises(NotGguf):
        _tune(cost)


def test_a_cancel_ends_it() -> None:
    engine, cancellation = TimedEngine(lambda model: Cost()), Cancellation()
    engine.on_load = lambda: cancellation.cancel() if len(engine.loads) == 4 else None
    with pytest.raises(Cancelled):
        Tuner(engine, cores=2, clock=engine.clock).tune(MODEL, cancellation=cancellation)
    assert len(engine.loads) == 4


def test_a_cancel_that_takes_the_engine_away_is_a_cancel() -> None:
    cancellation = Cancellation()

    def cost(model: Model) -> Cost:
        cancellation.cancel()
        raise EngineStopped(how="ended by us")

    engine = TimedEngine(cost)
    with pytest.raises(Cancelled):
        Tuner(engine, cores=2, clock=engine.clock).tune(MODEL, cancellation=cancellation)
