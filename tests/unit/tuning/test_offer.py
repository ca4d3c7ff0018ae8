"""Which format is offered, with an engine and conversions whose results the test decides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.engine.protocol import Perplexity
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import DesktopSlmError, ModelTooLarge, NoRoomForModel
from desktop_slm.models.facts import FileFacts, FileKind
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.tuning.bench import Sizes
from desktop_slm.tuning.convert import Conversions, OnProgress, Wish
from desktop_slm.tuning.offer import Form, Offers, Trial, Verdict
from desktop_slm.tuning.tune import Tuned
from desktop_slm.tuning.tuned import Speeds, TunedSettings
from tests.fakes.timed_engine import Cost, TimedEngine

SPEEDS = Speeds(1.0, 1.0, 1.0)
TUNED = Tuned(TunedSettings(threads=2), SPEEDS, SPEEDS, "CPU", 1.0, Sizes(200, 20, 100, 10))


class _Inspection(Inspection):
    """Says of every file that it is in one format."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form

    def facts(self, path: Path) -> FileFacts:
        return FileFacts(FileKind.TEXT, quantization=self._form)


class _Conversions(Conversions):
    """Makes files of nothing, named after their format."""

    def __init__(self, folder: Path, inspection: Inspection) -> None:
        super().__init__(folder, inspection)
        self.folder = folder
        self.error: DesktopSlmError | None = None

    @contextmanager
    def candidate(
        self,
        wish: Wish,
        on_progress: OnProgress = lambda fraction: None,
        cancellation: Cancellation | None = None,
    ) -> Iterator[Path]:
        if self.error is not None:
            raise self.error
        on_progress(0.5)
        if cancellation is not None:
            cancellation.check()
        made = self.folder / wish.format
        made.write_bytes(b"x" * 100)
        try:
            yield made
        finally:
            made.unlink()


class _Trials:
    """Runs offers over a model in one format, with a cost for each format by name."""

    def __init__(self, folder: Path, form: str, costs: dict[str, Cost | DesktopSlmError]) -> None:
        self.model = InstalledModel("a", "A", folder / "a.gguf", 1000, form, Place.FOLDER)
        self.engine = TimedEngine(self._cost)
        inspection = _Inspection(form)
        self.conversions = _Conversions(folder, inspection)
        self.offers = Offers(
            self.engine, self.conversions, inspection, clock=self.engine.clock, seconds=600.0
        )
        self._costs = costs

    def run(self, cancellation: Cancellation | None = None) -> dict[str, Trial]:
        trials = self.offers.trials(self.model, TUNED, cancellation=cancellation)
        return {trial.after.format: trial for trial in trials}

    def _cost(self, model: Model) -> Cost:
        cost = self._costs.get(model.path.name, Cost())
        if isinstance(cost, DesktopSlmError):
            raise cost
        return cost


def test_the_fastest_of_the_good_ones_is_offered(tmp_path: Path) -> None:
    trials = _Trials(
        tmp_path,
        "F16",
        {
            "Q8_0": Cost(0.001, 0.005, 10.0),
            "Q6_K": Cost(0.0005, 0.004, 10.04),
            "Q4_K_M": Cost(0.0002, 0.002, 10.5),
        },
    ).run()
    verdicts = {name: trial.verdict for name, trial in trials.items()}
    assert verdicts == {
        "Q8_0": Verdict.GOOD,
        "Q6_K": Verdict.OFFERED,
        "Q4_K_M": Verdict.WORSE,
    }
    offered = trials["Q6_K"]
    assert offered.gain == pytest.approx(3.5, abs=0.6)
    assert offered.loss == pytest.approx(0.004)
    assert (offered.before.size_bytes, offered.after.size_bytes) == (1000, 100)


def test_a_small_gain_is_not_offered_and_its_quality_not_measured(tmp_path: Path) -> None:
    runs = _Trials(tmp_path, "Q4_1", {"Q8_0": Cost(0.0016, 0.008)})
    assert runs.run()["Q8_0"].verdict is Verdict.NO_FASTER
    assert not runs.engine.qualities


def test_the_quality_of_the_original_is_measured_once(tmp_path: Path) -> None:
    fast = Cost(0.0005, 0.002)
    runs = _Trials(tmp_path, "F16", {"Q8_0": fast, "Q6_K": fast, "Q4_K_M": fast})
    runs.run()
    assert sorted(runs.engine.qualities) == ["Q4_K_M", "Q6_K", "Q8_0", "a.gguf"]


def test_both_run_with_the_settings_that_were_found(tmp_path: Path) -> None:
    runs = _Trials(tmp_path, "Q4_1", {})
    runs.run()
    assert {model.threads for model in runs.engine.loads} == {2}


def test_what_needs_more_memory_than_is_free_is_not_offered(tmp_path: Path) -> None:
    error = ModelTooLarge(name="Q8_0", needed_mb=2, free_mb=1)
    trial = _Trials(tmp_path, "Q4_1", {"Q8_0": error}).run()["Q8_0"]
    assert (trial.verdict, trial.why) == (Verdict.FAILED, str(error))


def test_a_full_disk_is_said_and_no_failure_of_the_whole(tmp_path: Path) -> None:
    runs = _Trials(tmp_path, "Q4_1", {})
    runs.conversions.error = NoRoomForModel(needed_mb=2, free_mb=1, path=tmp_path)
    trial = runs.run()["Q8_0"]
    assert trial.verdict is Verdict.FAILED
    assert "free some space" in trial.why


def test_without_time_nothing_more_is_tried(tmp_path: Path) -> None:
    runs = _Trials(tmp_path, "F16", {})
    runs.offers = Offers(
        runs.engine,
        runs.conversions,
        _Inspection("F16"),
        clock=runs.engine.clock,
        seconds=0.0,
    )
    assert {trial.verdict for trial in runs.run().values()} == {Verdict.NO_TIME}
    assert not runs.engine.loads


def test_a_cancel_ends_it_and_keeps_no_candidate(tmp_path: Path) -> None:
    runs, cancellation = _Trials(tmp_path, "Q4_1", {}), Cancellation()
    runs.engine.on_load = cancellation.cancel
    with pytest.raises(Cancelled):
        runs.run(cancellation)
    assert not list(tmp_path.iterdir())


def _trial(changes: list[float]) -> Trial:
    before = Form("F16", 1, perplexity=Perplexity((-2.0,) * len(changes)))
    after = Form("Q8_0", 1, perplexity=Perplexity(tuple(-2.0 - change for change in changes)))
    return Trial(before, after, Verdict.GOOD)


def test_noise_is_no_loss_of_quality() -> None:
    assert _trial([0.0049] * 1000).is_worse is False
    assert _trial([0.006] * 1000).is_worse is True
    noisy = _trial([0.15, -0.135] * 500)
    assert noisy.loss == pytest.approx(0.0075, abs=0.0002)
    assert noisy.is_worse is False


def test_noise_excuses_no_great_loss() -> None:
    assert _trial([1.0, -0.95] * 500).is_worse is True
