"""The report of a run: what was tried, how often, and how it ended, in Markdown."""

from __future__ import annotations

import platform
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import psutil

from desktop_slm import __version__
from tests.prove.part import Promise, Result

_SHOWN = {"held": "held", "broken": "**did not hold**", "unable": "not shown here"}


def write(
    path: Path, promises: Sequence[Promise], results: Sequence[Result], *, is_long: bool
) -> None:
    """Writes the section of this run into the report; that of the other run stays."""
    sections = _split(path.read_text(encoding="utf-8")) if path.exists() else {}
    sections[_title(is_long)] = "\n".join(_section(promises, results, is_long=is_long))
    order = [title for title in (_title(False), _title(True)) if title in sections]
    text = _HEAD + "".join(f"\n## {title}\n\n{sections[title].strip()}\n" for title in order)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def figures(result: Result) -> str:
    """Returns the figures of one slice in one line."""
    return ", ".join(f"{name} {_number(value)}" for name, value in result.figures.items())


_HEAD = """# What was proven, and how often

Written by `python3 dev.py prove` (quick counts) and `python3 dev.py prove --long`; nothing here is
entered by hand. The promises stand in [SECURITY.md](../SECURITY.md) under the same numbers.
"Held" means that all was tried and none of it failed; what this machine cannot show says so.
"""


def _title(is_long: bool) -> str:
    return "The long run" if is_long else "The quick run"


def _split(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for section in text.split("\n## ")[1:]:
        title, _, body = section.partition("\n")
        found[title.strip()] = body
    return found


def _section(
    promises: Sequence[Promise], results: Sequence[Result], *, is_long: bool
) -> Iterator[str]:
    memory = psutil.virtual_memory().total / 2**30
    yield (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, Desktop SLM {__version__}, Python "
        f"{platform.python_version()}, {platform.system()} {platform.release()} on "
        f"{platform.machine()}, {psutil.cpu_count()} cores, {memory:.0f} GB of memory."
    )
    total = sum(result.seconds for result in results)
    broken = sum(result.status == "broken" for result in results)
    yield f"{len(results)} parts in {total / 60:.1f} minutes; {broken} did not hold.\n"
    yield "| | Promise, and what was tried | times | figures | seconds | |"
    yield "|---|---|---:|---|---:|---|"
    by_key: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_key[result.key].append(result)
    for promise in promises:
        yield from _rows(promise, by_key[promise.key], is_long=is_long)
    notes = [f"- {promise.key}: {promise.unseen}" for promise in promises if promise.unseen]
    yield "\nNot shown on this machine:\n"
    yield from notes
    if sys.platform != "linux":
        yield "- What the system enforces is shown on Linux alone."


def _rows(promise: Promise, results: Sequence[Result], *, is_long: bool) -> Iterator[str]:
    yield f"| **{promise.key}** | **{promise.words}** | | | | |"
    for part in promise.parts:
        wanted = part.slices(is_long=is_long)
        if not wanted:
            continue
        done = [result for result in results if result.part == part.name]
        if not done:
            yield f"| | {part.name} | | | | not run |"
            continue
        yield _row(part.name, done, len(wanted))


def _row(name: str, done: Sequence[Result], wanted: int) -> str:
    worst = min((r.status for r in done), key=("broken", "unable", "held").index)
    status = _SHOWN[worst]
    if len(done) < wanted:
        status += f", {len(done)} of {wanted} slices"
    words = next((r.words for r in done if r.status == worst and r.words), "")
    added: dict[str, float | str] = {}
    for result in done:
        for key, value in result.figures.items():
            before = added.get(key)
            if isinstance(value, str) or isinstance(before, str):
                added[key] = value
            elif key.startswith(("most", "peak")):
                added[key] = max(value, before or 0)
            else:
                added[key] = value + (before or 0)
    shown = ", ".join(f"{key} {_number(value)}" for key, value in added.items())
    count, seconds = sum(r.count for r in done), sum(r.seconds for r in done)
    said = _cell(f"{status}: {words}" if words else status)
    return f"| | {name} | {count:,} | {_cell(shown)} | {seconds:.0f} | {said} |"


def _number(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
