"""What the window imports before its first paint: every module that comes to it takes its time.

Not a time is held here, which would be another on every computer, but what it comes from. Whoever
needs one module more makes another one wait: see `MainWindow.complete`, and the properties that
make a part of the window when it is first needed.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

MOST_MODULES = 112


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("data")
    words = [sys.executable, "-m", "tests.whole.start_child", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return names


def test_few_of_our_modules_are_imported_before_the_first_paint(imported: list[str]) -> None:
    ours = [name for name in imported if name.partition(".")[0] == "desktop_slm"]
    assert "desktop_slm.ui.chat.writing.composer" in ours  # one can write
    assert len(ours) <= MOST_MODULES, ours


@pytest.mark.parametrize(
    "part",
    [
        "desktop_slm.documents",
        "desktop_slm.engine",
        "desktop_slm.storage",
        "desktop_slm.tuning",
        "desktop_slm.typesetting",
        "desktop_slm.ui.finding",
        "desktop_slm.ui.folders",
        "desktop_slm.ui.lock",
        "desktop_slm.ui.settings",
        "desktop_slm.ui.summaries",
        "desktop_slm.ui.widgets.markdown",
        "apsw",
        "cryptography",
        "keyring",
        "PySide6.QtNetwork",
        "PySide6.QtPdf",
    ],
)
def test_what_is_not_painted_is_not_imported(imported: list[str], part: str) -> None:
    assert [name for name in imported if f"{name}.".startswith(f"{part}.")] == []
