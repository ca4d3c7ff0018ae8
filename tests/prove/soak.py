"""A day in miniature, in a process of its own; see `benchmarks.soak`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.soak import FULL_ROUNDS, Length
from tests.prove.part import Broken, Figures, Slice

ROOT = Path(__file__).resolve().parents[2]
WHOLE_MINUTES = 30
_WHOLE = Length(WHOLE_MINUTES, FULL_ROUNDS, real_rounds=10, most_minutes=50.0)
_EXPECTED = ("the engine child", "a template", "the template", "the analysis", "the reader")


def run(given: Slice) -> Figures:
    """Runs for so many minutes; what grew by more than a twentieth breaks the promise."""
    length = _WHOLE if given.count >= WHOLE_MINUTES else Length(minutes=given.count)
    words = [f"--{name.replace('_', '-')}={value}" for name, value in asdict(length).items()]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.soak", *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60 * length.most_minutes + 300,
        check=False,
    )
    place = done.stdout.find("{")
    if place < 0:
        raise Broken(f"it ended early: {done.stderr[-500:]}")
    found = json.loads(done.stdout[place:])
    figures: dict[str, float | str] = dict(found["counts"])
    for moment in ("after a tenth", "at the end"):
        for name, value in found[moment].items():
            figures[f"{name} {moment}"] = round(value, 1)
    unprovoked = [words for words in found["logged"] if not words.startswith(_EXPECTED)]
    if found["grown"] or unprovoked:
        raise Broken(f"grown: {found['grown']}, logged: {unprovoked}, {figures}")
    if figures.get("turns without an answer") or figures.get("summaries that failed"):
        raise Broken(f"not all was answered: {figures}")
    return figures
