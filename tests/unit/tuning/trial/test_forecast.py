"""What a trial will take: fit by the engine's dry run, time by the speed that is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.engine.protocol import MemoryNeed
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import NotGguf
from desktop_slm.models.facts import FileFacts, FileKind
from desktop_slm.models.fit import Label
from desktop_slm.models.speed import Speed
from desktop_slm.tuning.trial import forecast
from desktop_slm.tuning.trial.forecast import Forecast, Forecasts
from desktop_slm.tuning.tuned import Speeds
from tests.fakes.described import LAPTOP
from tests.unit.tuning.trial.trial_bench import A

_FACTS = FileFacts(FileKind.TEXT, parameters=4_000_000_000, quantization="Q4_0")


class _Engine:
    def __init__(self, needed: int) -> None:
        self.needed = needed

    def foresee(self, model: Model) -> MemoryNeed:
        if not self.needed:
            raise NotGguf(name=model.path.name)
        return MemoryNeed(self.needed, 0, 0, 0)


def _forecasts(needed: int, facts: FileFacts = _FACTS, speeds: Speeds | None = None) -> Forecasts:
    def facts_of(path: Path) -> FileFacts:
        return facts

    return Forecasts(_Engine(needed), LAPTOP.machine, facts_of, lambda path: speeds)


@pytest.mark.parametrize(
    ("needed", "label"),
    [(2 << 30, Label.FITS), (11 << 30, Label.CLOSE), (30 << 30, Label.TOO_BIG)],
)
def test_fit_is_judged_by_the_engine_s_own_need(needed: int, label: Label) -> None:
    found = _forecasts(needed).of(A)
    assert found.fit is not None
    assert found.fit.label is label


def test_a_measured_speed_goes_before_an_estimate() -> None:
    estimated = _forecasts(1 << 30).of(A).speed
    measured = _forecasts(1 << 30, speeds=Speeds(100.0, 12.5, 60.0)).of(A).speed
    assert measured is not None
    assert measured.write == 12.5
    assert estimated != measured


def test_what_cannot_be_run_says_why() -> None:
    assert isinstance(_forecasts(0).of(A).problem, NotGguf)
    assert _forecasts(1, FileFacts(FileKind.EMBEDDING)).of(A).problem is not None


def test_slower_models_read_fewer_words() -> None:
    quick, slow = (Forecast(A, speed=Speed(100.0 * x, 10.0 * x, 20.0 * x)) for x in (1, 0.3))
    assert forecast.most_words([quick], 200) > forecast.most_words([slow], 200)
    assert forecast.most_words([quick], 200) > forecast.most_words([quick, quick], 200)


def test_the_words_that_are_read_take_no_more_than_a_few_minutes() -> None:
    found = [Forecast(A, speed=Speed(150.0, 12.0, 30.0))] * 2
    words = forecast.most_words(found, 200)
    taken = forecast.seconds(found, words, 200)
    assert taken is not None
    assert taken == pytest.approx(forecast.MOST_S, rel=0.02)


def test_without_a_speed_no_time_is_told() -> None:
    known, unknown = Forecast(A, speed=Speed(100.0, 10.0, 20.0)), Forecast(A)
    assert forecast.seconds([known, unknown], 1000, 200) is None
    assert forecast.most_words([known, unknown], 200) == forecast.most_words([unknown], 200)
