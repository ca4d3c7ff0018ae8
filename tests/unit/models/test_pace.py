"""The pace of a transfer, with a clock of the test."""

from __future__ import annotations

import pytest

from desktop_slm.models.pace import Pace, Stall


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_the_speed_is_that_of_the_last_seconds() -> None:
    clock = _Clock()
    pace = Pace(clock=clock)
    for size in [1_000_000] * 10 + [100_000] * 20:
        clock.now += 1.0
        pace.add(size)
    assert pace.bytes_per_s == pytest.approx(100_000, rel=0.2)


def test_the_limit_is_kept_over_many_pieces() -> None:
    clock = _Clock()
    pace = Pace(1_000_000, clock=clock, sleep=clock.sleep)
    begun = clock.now
    for _ in range(100):
        clock.now += 0.001
        pace.add(65_536)
    assert 6_553_600 / (clock.now - begun) == pytest.approx(1_000_000, rel=0.05)


def test_a_pause_of_the_server_is_no_credit_for_a_burst() -> None:
    clock = _Clock()
    pace = Pace(1_000_000, clock=clock, sleep=clock.sleep)
    clock.now += 60
    begun = clock.now
    for _ in range(32):
        pace.add(65_536)
    assert clock.now - begun > 1.9


def test_a_drip_is_a_stall_and_a_slow_line_is_none() -> None:
    for size, is_stalled in ((1, True), (2000, False)):
        clock = _Clock()
        stall = Stall(30.0, 1024, clock)
        found = []
        for _ in range(40):
            clock.now += 1.0
            found.append(stall.is_stalled(size))
        assert any(found) is is_stalled
