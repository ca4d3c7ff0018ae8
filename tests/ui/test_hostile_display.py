"""Nothing that hostile text names is opened, whatever widget shows it; watched from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.data.hostile_answers import MARK, NAMING

STRACE = shutil.which("strace")
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")


def _opened(mode: str, folder: Path) -> tuple[list[str], str]:
    """Returns the calls that name something hostile, and what the program said."""
    trace = folder / "trace.txt"
    assert STRACE is not None
    ended = subprocess.run(
        [STRACE, "-f", "-e", "trace=%file,connect,sendto", "-s", "400", "-o", trace,
         sys.executable, "-m", "tests.ui.show_hostile", mode],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )  # fmt: skip
    if "ptrace" in ended.stderr.lower() and ended.returncode != 0:
        pytest.skip("tracing is not allowed here")
    assert ended.returncode == 0, ended.stderr[-2000:]
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert len(lines) > 100
    return [line for line in lines if MARK in line], ended.stdout


def test_the_trace_sees_what_qt_opens_by_itself(tmp_path: Path) -> None:
    calls, _ = _opened("qt", tmp_path)
    assert calls


def test_no_path_named_in_hostile_text_is_opened_in_any_widget(tmp_path: Path) -> None:
    calls, said = _opened("ours", tmp_path)
    assert calls == []
    assert said.startswith(f"showed {len(NAMING)} strings in 25 kinds")
