"""How large the folder is, and how long it takes to be usable: the window, and the engine's child.

The window as in benchmarks/startup.py: until a key that was pressed stands in the box of the chat.
The engine's child until its first line, with the devices that it found.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from folder.build import STARTUP
from project import FOLDER, NAME, ROOT, size_mb

_RUNS = 5
_DROP_CACHES = Path("/proc/sys/vm/drop_caches")
_FIRST_LINE = {"protocol": 1, "read": [], "write": [], "devices": False}


def print_all() -> None:
    """Measures and prints."""
    parts = {"models": "starter", "text recognition's data": "tessdata"}
    resources = FOLDER / "_internal" / "desktop_slm" / "resources"
    extra = {name: size_mb(resources / place) for name, place in parts.items()}
    print(f"folder: {size_mb(FOLDER) - sum(extra.values()):.0f} MB unpacked", end="")
    print("".join(f", and {size:.0f} MB of {name}" for name, size in extra.items() if size))
    kinds = {"warm": False}
    if os.access(_DROP_CACHES, os.W_OK):
        kinds["cold"] = True
    for kind, is_cold in kinds.items():
        for name, start in (("window usable", start_window), ("engine's child", start_engine)):
            if not is_cold:
                start()  # fills the cache
            seconds = [_cold(start) if is_cold else start() for _ in range(_RUNS)]
            print(f"{kind}, {name}: {statistics.median(seconds):.2f} s", end=" ")
            print(f"({min(seconds):.2f} to {max(seconds):.2f}, {_RUNS} runs)", flush=True)


def start_window() -> float:
    """Starts the window without a screen and returns the seconds until it was usable."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DESKTOP_SLM_DATA_DIR": folder,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "STARTED_AT": str(time.monotonic()),
        }
        program = STARTUP / f"{NAME}-startup"
        words: list[str | Path] = [program, ROOT / "benchmarks" / "startup_child.py", "window"]
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["seconds"])


def start_engine() -> float:
    """Starts the engine's child and returns the seconds until its first line."""
    began = time.monotonic()
    child = subprocess.Popen(
        [FOLDER / NAME, "--worker", "engine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdin and child.stdout
    with child:
        child.stdin.write(json.dumps(_FIRST_LINE).encode() + b"\n")
        child.stdin.flush()
        hello = json.loads(child.stdout.readline())["hello"]
        seconds = time.monotonic() - began
        child.stdin.close()
    if not hello["devices"]:
        raise RuntimeError("the engine's child found no device")
    return seconds


def _cold(start: Callable[[], float]) -> float:
    os.sync()
    _DROP_CACHES.write_text("3")
    return start()


if __name__ == "__main__":
    print_all()
