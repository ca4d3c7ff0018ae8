"""The measurement of the computer: made three times, kept, and forgotten with the computer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.engine.survey import Survey
from desktop_slm.models.computer import Computer
from desktop_slm.models.machine import Machine, Rate
from desktop_slm.paths import Paths
from desktop_slm.tuning.calibration import Calibration

DEVICES = (
    {"name": "CPU", "description": "A processor", "kind": "cpu", "free_bytes": 1, "total_bytes": 1},
    {"name": "MTL0", "description": "A chip", "kind": "gpu", "free_bytes": 7, "total_bytes": 8},
)


class _Surveyor:
    def __init__(self, *speeds: float) -> None:
        self.speeds = list(speeds)
        self.measured = 0

    def __call__(self, *, with_rates: bool) -> Survey:
        if not with_rates:
            return Survey(DEVICES, "CPU : AVX2 = 1")
        speed = self.speeds[self.measured]
        self.measured += 1
        return Survey(DEVICES, "CPU : AVX2 = 1", {"CPU": {"Q8_0": (speed, speed)}})


@pytest.fixture
def found(tmp_path: Path) -> Paths:
    return replace(paths.find(tmp_path), data=tmp_path, own_models=tmp_path / "not" / "there")


def _machine(found: Paths, surveyor: _Surveyor, name: str = "this one") -> Machine:
    calibration = Calibration(
        found, surveyor=surveyor, measure=lambda: Computer(4, 16, 8), name=name
    )
    machine = calibration.machine()
    assert calibration.machine().rates == machine.rates  # one occasion, one measurement
    return machine


def test_the_best_of_three_occasions_counts(found: Paths) -> None:
    surveyor = _Surveyor(5.0, 9.0, 7.0, 100.0)
    rates = [_machine(found, surveyor).rates["CPU"]["Q8_0"] for _ in range(5)]
    assert [rate.bytes_per_s for rate in rates] == [5, 9, 9, 9, 9]
    assert surveyor.measured == 3


def test_another_computer_is_measured_anew(found: Paths) -> None:
    surveyor = _Surveyor(5.0, 3.0)
    _machine(found, surveyor)
    other = _machine(found, surveyor, "another")
    assert other.rates["CPU"]["Q8_0"] == Rate(3, 3)


@pytest.mark.parametrize(
    "stored",
    [
        "no json",
        '{"computer": "this one", "occasions": 3, "rates": {"CPU": {"Q8_0": [0, 0]}}}',
        '{"computer": "this one", "occasions": 3, "rates": {"CPU": {"Q8_0": "xy"}}}',
        '{"computer": "this one", "occasions": 3, "rates": [1]}',
    ],
)
def test_a_file_that_makes_no_sense_is_measured_over(found: Paths, stored: str) -> None:
    (found.data / "speed.json").write_text(stored)
    assert _machine(found, _Surveyor(5.0)).rates["CPU"]["Q8_0"] == Rate(5, 5)


def test_devices_and_the_disk_are_asked_each_time(found: Paths) -> None:
    machine = _machine(found, _Surveyor(5.0))
    assert machine.processor == "A processor"
    assert machine.instructions == ("AVX2",)
    assert machine.disk_free_bytes > 0
    assert machine.card is not None
    assert (machine.card.free_bytes, machine.card.shares_memory) == (7, True)
