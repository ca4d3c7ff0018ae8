"""Fixtures for all tests, and the rule that nothing unexpected is logged."""

from __future__ import annotations

import gc
import itertools
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm import paths
from tests.fakes.tiny_kinds import KINDS
from tests.fakes.tiny_models import make_llama

ROOT = Path(__file__).resolve().parents[1]


# A window that is collected on another thread than Qt's waits for that for ever; in the program
# `ui.garbage` sees to it.
gc.disable()
_TESTS_A_COLLECTION = 20


_tests_done = itertools.count(1)


def pytest_runtest_teardown() -> None:
    """Collects between tests, on the main thread."""
    if next(_tests_done) % _TESTS_A_COLLECTION == 0:
        gc.collect()


class _Collector(logging.Handler):
    """Keeps the warnings and errors of our own code."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_logs() -> list[str]:
    """Parts of messages that a test provokes; everything else fails it."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_logs(expected_logs: list[str]) -> Iterator[None]:
    collector = _Collector()
    logger = logging.getLogger("desktop_slm")
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    unexpected = [
        record.getMessage()
        for record in collector.records
        if not any(part in record.getMessage() for part in expected_logs)
    ]
    assert not unexpected, f"unexpected log records: {unexpected}"


@pytest.fixture(scope="session")
def tiny_llama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random model that loads in milliseconds."""
    return make_llama(tmp_path_factory.mktemp("models") / "tiny-llama.gguf")


@pytest.fixture(scope="session")
def kinds_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with KIND.gguf for every kind of tiny model."""
    folder = tmp_path_factory.mktemp("kinds")
    command = [sys.executable, "-m", "tests.fakes.tiny_kinds", str(folder), *KINDS]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def starter() -> Path:
    """The real starter model, which `dev.py` leaves in a cache folder."""
    found = paths.starter_folder() / "SmolLM2-135M-Instruct.Q4_1.gguf"
    if not found.exists():
        pytest.skip("the starter model is not there; python3 dev.py test fetches it")
    return found
