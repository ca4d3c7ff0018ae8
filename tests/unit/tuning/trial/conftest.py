"""Parts that the tests of trials share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_slm.engine.templating import Templating
from tests.unit.tuning.trial.trial_bench import TrialBench


@pytest.fixture(scope="session")
def templating() -> Iterator[Templating]:
    templating = Templating()
    yield templating
    templating.close()


@pytest.fixture
def bench(templating: Templating) -> TrialBench:
    return TrialBench(templating)
