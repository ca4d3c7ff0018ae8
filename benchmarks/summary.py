"""Summaries of long documents beside llama.cpp's server on the file as it was downloaded.

    python -m benchmarks.summary [--model FILE] [--build FOLDER] [--pages 10,100,1000]
        [--lengths standard,brief] [--rounds 3] [--converted FILE | --as-downloaded]
        [--folder FOLDER]

This app runs the model as its tuning says, and in the format that tuning offers. The server is
asked by a plain sequential program with the same plan, which reads every passage whole, and once
more with passages of 2,000 tokens; at brief also with the key sentences that this app finds. Both
alternate; 1,000 pages are done once. Every step is logged in the folder, and a call that was ended
goes on there: its times add up. Tuning is done once for a folder, so take a new one for a computer
that was busy then.
"""

from __future__ import annotations

import argparse
import os
import statistics
from collections.abc import Sequence
from pathlib import Path

from benchmarks import llama_tools
from benchmarks.prepared_model import PreparedModel
from benchmarks.summary_log import Log, Outcome, Trial
from benchmarks.summary_runs import KEY, OURS, OWN, SERVER, WIDE, Runs
from desktop_slm import paths
from desktop_slm.models.library import PRACTICE_FILE

_SIDES = ((OURS, OWN), (SERVER, OWN), (SERVER, WIDE))
_ALSO = {"brief": ((SERVER, KEY),)}
_GOALS = {"standard": 0.55, "brief": 0.25}
_ONCE_FROM_PAGES = 1_000


def main() -> None:
    """Measures what the arguments ask for."""
    options = _parse()
    folder = options.folder / options.model.stem
    converted = options.model if options.as_downloaded else options.converted
    print(f"{options.model.name}, {os.cpu_count()} processors; load now {_load():.1f}")
    prepared = PreparedModel(options.model, folder, converted)
    print(f"this app runs {prepared.model.path.name}: {prepared.to_run(prepared.model)}")
    runs = Runs(prepared, llama_tools.find(options.build), Log(folder / "log.jsonl"))
    found = {
        (length, pages): _alternate(runs, length, pages, options.rounds)
        for pages in options.pages
        for length in options.lengths
    }
    for length in options.lengths:
        _report_growth(length, {pages: found[length, pages] for pages in options.pages})


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=paths.starter_folder() / PRACTICE_FILE)
    parser.add_argument("--build", type=Path)
    parser.add_argument("--pages", type=_numbers, default=(10, 100, 1_000))
    parser.add_argument("--lengths", type=lambda said: said.split(","), default=tuple(_GOALS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--converted", type=Path)
    parser.add_argument("--as-downloaded", action="store_true")
    folder = paths.starter_folder().parent / "benchmarks" / "summary"
    parser.add_argument("--folder", type=Path, default=folder)
    return parser.parse_args()


def _numbers(said: str) -> tuple[int, ...]:
    return tuple(int(number) for number in said.split(","))


def _alternate(runs: Runs, length: str, pages: int, rounds: int) -> dict[str, list[Outcome]]:
    """Runs all sides in turn; returns what each took, by its name."""
    sides = (*_SIDES, *_ALSO.get(length, ()))
    found: dict[str, list[Outcome]] = {f"{side}, {passages}": [] for side, passages in sides}
    for number in range(1 if pages >= _ONCE_FROM_PAGES else rounds):
        for side, passages in sides:
            outcome = runs.outcome(Trial(side, length, pages, passages, number))
            found[f"{side}, {passages}"].append(outcome)
        _report(f"{length}, {pages} pages, after round {number + 1}", found, _GOALS.get(length))
    return found


def _report(title: str, found: dict[str, list[Outcome]], goal: float | None) -> None:
    ours = next(iter(found.values()))
    print(f"{title}:")
    for name, outcomes in found.items():
        last = outcomes[-1]
        print(
            f"  {name:30} {_seconds(outcomes):8.1f} s, {last.pages_read} pages read in "
            f"{last.passages} passages of {last.passage_tokens}, {last.requests} requests, "
            f"{last.read_tokens:,} tokens read, {last.written_tokens:,} written, "
            f"{last.memory_bytes / 1e6:.0f} MB, load {last.load:.1f}"
        )
    for name, rival in list(found.items())[1:]:
        wanted = f" (to reach: {goal})" if goal and name == f"{SERVER}, {OWN}" else ""
        print(
            f"  of {name}: {_ratio(ours, rival):.2f} of the time{wanted}, "
            f"{_by_token(ours, rival):.2f} by token",
            flush=True,
        )


def _ratio(ours: Sequence[Outcome], rival: Sequence[Outcome]) -> float:
    """Returns the median of the ratios within rounds: what else ran met both sides."""
    pairs = zip(ours, rival, strict=True)
    return statistics.median(one.seconds / other.seconds for one, other in pairs)


def _by_token(ours: Sequence[Outcome], rival: Sequence[Outcome]) -> float:
    """Returns the ratio of the seconds per token that was read or written."""
    pairs = zip(ours, rival, strict=True)
    return statistics.median(_per_token(one) / _per_token(other) for one, other in pairs)


def _per_token(outcome: Outcome) -> float:
    return outcome.seconds / (outcome.read_tokens + outcome.written_tokens)


def _report_growth(length: str, found: dict[int, dict[str, list[Outcome]]]) -> None:
    """Says what a page costs in documents of each size: no more in long ones."""
    for pages, sides in found.items():
        ours = next(iter(sides.values()))
        tokens = ours[-1].read_tokens + ours[-1].written_tokens
        print(
            f"{length}, {pages} pages: {_seconds(ours) / pages:.2f} s and "
            f"{tokens / pages:,.0f} tokens a page"
        )


def _seconds(outcomes: Sequence[Outcome]) -> float:
    return statistics.median(outcome.seconds for outcome in outcomes)


def _load() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


if __name__ == "__main__":
    main()
