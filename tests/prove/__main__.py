"""`python -m tests.prove [--long] [--only P1,P4] [--minutes N] [--again]`: proves and reports.

What a long run has done is kept in `build/proof`, so that the same command goes on after it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.prove import report
from tests.prove.part import Broken, Part, Promise, Result, Slice, Unable
from tests.prove.promises import PROMISES

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / "build" / "proof"
REPORT = ROOT / "proof" / "report.md"
_QUICK_MINUTES, _LONG_MINUTES = 40.0, 55.0


def main() -> int:
    """Runs what is left of the chosen promises and writes the report."""
    options = _parse()
    kept = STATE / ("long.jsonl" if options.long else "quick.jsonl")
    chosen = {key.strip().upper() for key in options.only.split(",") if key.strip()}
    unknown = chosen - {promise.key for promise in PROMISES}
    if unknown:
        print(f"There is no promise {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    if options.again or not (options.long or chosen):
        _forget(kept, chosen)
    results = _known(_load(kept), is_long=options.long)
    deadline = time.monotonic() + 60 * options.minutes
    done = results if options.long else []  # a quick run tries anew what it is asked for
    todo = list(_left(done, chosen, is_long=options.long))
    stopped = False
    for promise, part, given in todo:
        if time.monotonic() > deadline:
            stopped = True
            break
        print(f"{promise.key} {part.name}, {given.count:,} …", flush=True)
        result = _run(promise, part, given)
        print(f"   {result.status} in {result.seconds:.0f} s  {report.figures(result)}", flush=True)
        results = _known(_keep(kept, result), is_long=options.long)
    report.write(options.report, PROMISES, results, is_long=options.long)
    print(f"The report: {options.report}")
    if stopped and options.long:
        print("The time is over; the same command goes on with what is left.")
    elif stopped:
        print("The time is over; the report says what was not run, or was before.")
    return int(any(result.status == "broken" for result in results))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py prove", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the counts of a release")
    parser.add_argument("--only", default="", help="some promises: P1,P4")
    parser.add_argument("--again", action="store_true", help="forget what a long run has done")
    parser.add_argument("--minutes", type=float, default=0.0, help="begin nothing after them")
    parser.add_argument("--report", type=Path, default=REPORT)
    options = parser.parse_args()
    options.minutes = options.minutes or (_LONG_MINUTES if options.long else _QUICK_MINUTES)
    return options


def _known(results: list[Result], *, is_long: bool) -> list[Result]:
    """Returns the results of slices that there still are: names and counts change."""
    slices = {
        (promise.key, part.name, given.seed, given.count)
        for promise in PROMISES
        for part in promise.parts
        for given in part.slices(is_long=is_long)
    }
    return [r for r in results if (r.key, r.part, r.seed, r.count) in slices]


def _left(
    results: list[Result], chosen: set[str], *, is_long: bool
) -> Iterator[tuple[Promise, Part, Slice]]:
    """Yields what is chosen and was not done, or did not hold, the short ones of each first."""
    done = {(r.key, r.part, r.seed, r.count) for r in results if r.status == "held"}
    for promise in PROMISES:
        if chosen and promise.key not in chosen:
            continue
        for part in promise.parts:
            for given in part.slices(is_long=is_long):
                if (promise.key, part.name, given.seed, given.count) not in done:
                    yield promise, part, given


def _run(promise: Promise, part: Part, given: Slice) -> Result:
    begun = time.monotonic()
    result = Result(promise.key, part.name, given.seed, given.count, "held", 0.0)
    try:
        result.figures = dict(part.run(given))
    except Unable as why:
        result.status, result.words = "unable", str(why)
    except Broken as why:
        result.status, result.words = "broken", str(why)
    except Exception as error:  # one part that fails must not hide the others
        result.status, result.words = "broken", f"{type(error).__name__}: {error}"[:400]
    result.seconds = time.monotonic() - begun
    return result


def _load(path: Path) -> list[Result]:
    if not path.exists():
        return []
    return [Result(**json.loads(line)) for line in path.read_text().splitlines()]


def _keep(path: Path, result: Result) -> list[Result]:
    """Keeps the last word on a slice beside what others have written; returns all of it."""
    last = {(r.key, r.part, r.seed, r.count): r for r in [*_load(path), result]}
    _write(path, list(last.values()))
    return list(last.values())


def _forget(path: Path, chosen: set[str]) -> None:
    """Forgets the chosen promises, or all."""
    _write(path, [result for result in _load(path) if chosen and result.key not in chosen])


def _write(path: Path, results: list[Result]) -> None:
    """Writes beside it and replaces: a run that is stopped here must not lose hours of others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text("".join(json.dumps(asdict(result)) + "\n" for result in results))
    beside.replace(path)


if __name__ == "__main__":
    sys.exit(main())
