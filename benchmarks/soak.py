"""A day in miniature: `python -m benchmarks.soak --minutes 8`; prints one JSON object.

Rounds of ten chat turns and a summary in the real window, over real readers, templates, analysis
and storage, with a scripted engine; models are switched, each child is killed now and then, and
some rounds are made with the practice model. 200 rounds are 2,000 turns, 200 summaries
(100 and 10 of them with the real model), 50 switches and 20 kills of each child. What the window
holds is measured after a tenth of that and at the end.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from benchmarks.soak_day import KILL_EVERY, Day, Held

FULL_ROUNDS = 200
_ALLOWED = 1.05


class _Logged(logging.Handler):
    """Counts warnings by their first words."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        self.seen[" ".join(record.getMessage().split()[:4])] += 1


@dataclass(frozen=True)
class Length:
    """How long a day is: at least so many minutes and rounds, and at most so many minutes."""

    minutes: float = 8.0
    rounds: int = 60
    real_rounds: int = 1  # of ten turns and a summary with the real model
    most_minutes: float = 24.0  # on a machine that is busy with other things

    def is_over(self, rounds: int, seconds: float) -> bool:
        """Whether the day is over after so many rounds.

        Tens of them alone: how many children wait for work depends on when they were killed.
        """
        if rounds % KILL_EVERY:
            return False
        is_done = rounds >= self.rounds and seconds >= 60 * self.minutes
        return is_done or seconds >= 60 * self.most_minutes


def soak(length: Length, folder: Path) -> dict[str, object]:
    """Runs a day; returns what was counted and held."""
    logged = _Logged()
    logging.getLogger("desktop_slm").addHandler(logged)
    begun = time.monotonic()
    day = Day(folder, length.real_rounds)
    early: Held | None = None
    done = 0
    while not length.is_over(done, time.monotonic() - begun):
        done += 1
        day.round(done)
        if done % 10 == 0:
            print(f"{done} rounds: {day.held()}", file=sys.stderr, flush=True)
        # A tenth of the whole day, however short this run is: before, the caches still fill.
        if done == FULL_ROUNDS / 10:
            early = day.held()
    late = day.held()
    day.end()
    if early is None or done < length.rounds:
        raise SystemExit(f"The time was over after {done} rounds of {length.rounds}.")
    return {
        "counts": {"rounds": done, **day.counts},
        "after a tenth": asdict(early),
        "at the end": asdict(late),
        "grown": grown(early, late),
        "logged": dict(logged.seen),
        "seconds": time.monotonic() - begun,
    }


def grown(early: Held, late: Held) -> list[str]:
    """Returns what is more than a twentieth above where it stood after a tenth."""
    before, after = asdict(early), asdict(late)
    return [name for name, value in after.items() if value > before[name] * _ALLOWED]


def main() -> int:
    """Prints the figures; the status says whether anything grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    for each in fields(Length):
        name = f"--{each.name.replace('_', '-')}"
        parser.add_argument(name, type=type(each.default), default=each.default)
    length = Length(**vars(parser.parse_args()))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        found = soak(length, Path(folder))
    print(json.dumps(found, indent=1))
    return int(bool(found["grown"]))


if __name__ == "__main__":
    sys.exit(main())
