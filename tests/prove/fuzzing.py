"""Minutes of fuzzing of every target; see `tests.fuzz`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.prove.part import Broken, Figures, Slice

ROOT = Path(__file__).resolve().parents[2]


def run(given: Slice) -> Figures:
    """Fuzzes for so many minutes in all."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--minutes", str(given.count), "--json",
         "--seed", str(given.seed)],
        cwd=ROOT, capture_output=True, text=True, timeout=60 * given.count + 600, check=False,
    )  # fmt: skip
    if not done.stdout.strip():
        raise Broken(f"it did not run: {done.stderr[-300:]}")
    outcomes = json.loads(done.stdout)
    bad = [f"{each['target']}: {each['words']}" for each in outcomes if each["findings"]]
    if bad:
        raise Broken("; ".join(bad)[:500])
    fuzzers = {each["fuzzer"] for each in outcomes}
    return {
        "targets": len(outcomes),
        "runs": sum(each["runs"] for each in outcomes),
        "findings": 0,
        "with": ", ".join(sorted(fuzzers)),
    }
