"""The real program over the real accessibility bus, under a screen of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.settings import Settings, SettingsFile

_READER = Path(__file__).with_name("bus_reader.py")
_SYSTEM_PYTHON = "/usr/bin/python3"
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def _missing() -> str:
    """Returns what the test lacks on this computer, or nothing."""
    for program in ("dbus-run-session", "xvfb-run"):
        if not shutil.which(program):
            return program
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        return "at-spi2-core"
    bindings = [_SYSTEM_PYTHON, "-c", _BINDINGS]
    if not Path(_SYSTEM_PYTHON).exists() or subprocess.run(bindings, check=False).returncode:
        return "gir1.2-atspi-2.0 and python3-gi"
    return ""


pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is the bus of Linux"),
    pytest.mark.skipif(bool(_missing()), reason=f"not installed: {_missing()}"),
]


def _read(task: str, data: Path, language: str) -> dict[str, Any]:
    """Starts the program over a data folder and returns what came over the bus."""
    SettingsFile(data / "settings.json").save(Settings(language=language))
    program = [sys.executable, "-m", "desktop_slm", "--data-dir", str(data), "--offline"]
    reader = [_SYSTEM_PYTHON, str(_READER), task, *program]
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x1024x24"]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    done = subprocess.run(
        [*screen, "dbus-run-session", "--", *reader],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_a_screen_reader_asks_and_reads_the_answer(tmp_path: Path, starter: Path) -> None:
    told = _read("chat", tmp_path, "en")
    assert told["typed"] == "What is the capital of France?"
    assert "Paris" in told["answer"]
    assert told["unnamed"] == []


def test_the_whole_program_speaks_german(tmp_path: Path, starter: Path) -> None:
    names = _read("names", tmp_path, "de")["names"]
    assert "Zusammenfassen" in names
    assert "Summarize" not in names
