"""How long the window takes to be usable, and how much memory it takes then.

    python -m benchmarks.startup [RUNS]

Usable means: a key that is pressed stands in the box of the chat. Alternates with a bare PySide6
window of the same kind (a list, a text view) in the same run and reports medians. Where the system
lets it, a cold start is measured too, with the page cache dropped before each. Linux.

The bytecode of our modules is made before, as it is where the app was installed: a window's process
is confined and cannot keep what it compiles, and would compile everything anew at each start.
"""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_RUNS = 9
_ROOT = Path(__file__).parents[1]
_DROP_CACHES = Path("/proc/sys/vm/drop_caches")


def main(runs: int) -> None:
    """Measures and prints."""
    for folder in ("desktop_slm", "benchmarks"):
        compileall.compile_dir(_ROOT / folder, quiet=1)
    kinds = {"warm": False}
    if os.access(_DROP_CACHES, os.W_OK):
        kinds["cold"] = True
    for kind, is_cold in kinds.items():
        found: dict[str, list[dict[str, float]]] = {"bare": [], "window": []}
        for number in range(runs + 1):
            for name, samples in found.items():
                sample = _start(name, is_cold=is_cold)
                if number or is_cold:  # the first warm one fills the cache
                    samples.append(sample)
        for name, samples in found.items():
            seconds = statistics.median(sample["seconds"] for sample in samples)
            memory = statistics.median(sample["memory_mb"] for sample in samples)
            print(f"{kind} {name}: {seconds:.2f} s, {memory:.0f} MB ({len(samples)} runs)")


def _start(name: str, *, is_cold: bool) -> dict[str, float]:
    if is_cold:
        os.sync()
        _DROP_CACHES.write_text("3")
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DESKTOP_SLM_DATA_DIR": folder,
            "STARTED_AT": str(time.monotonic()),
        }
        words = [sys.executable, "-m", "benchmarks.startup_child", name]
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    sample: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return sample


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _RUNS)
