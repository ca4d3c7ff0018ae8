"""The engine child says what it computes on, and measures it, in a real child."""

from __future__ import annotations

import time

from desktop_slm.engine.survey import survey
from desktop_slm.models.speed import FORMATS


def test_the_processor_is_always_found_without_measuring() -> None:
    said = survey(with_rates=False)
    assert "cpu" in {device["kind"] for device in said.devices}
    assert said.rates == {}
    assert said.system


def test_every_format_is_measured_in_a_short_time() -> None:
    started = time.monotonic()
    rates = survey(with_rates=True).rates["CPU"]
    # Two seconds where nothing else runs.
    assert time.monotonic() - started < 12
    assert set(rates) == set(FORMATS)
    for bytes_per_s, operations_per_s in rates.values():
        assert 1e8 < bytes_per_s < 1e13
        assert 1e9 < operations_per_s < 1e15
