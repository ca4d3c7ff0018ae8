"""The part of `doctor` that puts this system to the test: `--live`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_slm import paths
from desktop_slm.workers import live_test
from desktop_slm.workers.confine import Level
from desktop_slm.workers.live_test import Tries
from desktop_slm.workers.probe import Outcome

_HOLDS = "The system refused every one of {count} tries, in {processes} processes."
_BROKEN = "Not refused by the system here: {what}."
_SILENT = "Could not be asked: {names}."


def run(children: Sequence[str], folders: paths.Paths, *, is_offline: bool) -> list[Tries]:
    """Tries it all, in this process and in each child; offline, no fetch child is started."""
    files = live_test.private_files(folders.data, folders.database)
    made = [live_test.try_here("window"), *live_test.try_in_children(children, files)]
    if not is_offline:
        made.append(live_test.try_in_fetch(files))
    return made


def report(made: Sequence[Tries]) -> dict[str, Any]:
    """Returns what was tried, by process and then by how it ended, and the sentence of it all."""
    by_process: dict[str, Any] = {
        tested.process: {
            outcome.value: list(tested.those(outcome))
            for outcome in Outcome
            if tested.those(outcome)
        }
        for tested in made
    }
    return {**by_process, "result": " ".join(_sentences(made))}


def status(made: Sequence[Tries], promised: Level) -> int:
    """Returns 1 where the system was to refuse and something got through, else 0."""
    return int(promised is Level.KERNEL and not all(tested.holds for tested in made))


def _sentences(made: Sequence[Tries]) -> list[str]:
    through = [
        f"{name} in {tested.process}" for tested in made for name in tested.those(Outcome.ALLOWED)
    ]
    silent = [tested.process for tested in made if not tested.outcomes]
    sentences = []
    if through:
        sentences.append(_BROKEN.format(what=", ".join(through)))
    if silent:
        sentences.append(_SILENT.format(names=", ".join(silent)))
    if not sentences:
        count = sum(len(tested.those(Outcome.REFUSED)) for tested in made)
        sentences.append(_HOLDS.format(count=count, processes=len(made)))
    return sentences
