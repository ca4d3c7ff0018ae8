"""Tiny models of many kinds, made once a session."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.tiny_kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def kinds_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with KIND.gguf for every kind."""
    folder = tmp_path_factory.mktemp("kinds")
    command = [sys.executable, "-m", "tests.fakes.tiny_kinds", str(folder), *KINDS]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder
