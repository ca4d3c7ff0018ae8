"""A small fuzzer with coverage, for interpreters that atheris does not know.

Inputs that reach a new line are kept and changed further. Lines are seen through `sys.monitoring`
where there is one, which costs each line once, else through `sys.settrace`.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.fuzz.targets import Target

ROOT = Path(__file__).resolve().parents[2]
_SLOW_S = 10.0
_MOST_BYTES = 1 << 16


@dataclass(frozen=True)
class Found:
    """What a run found: how often it tried, how many inputs were new, and the input that failed."""

    runs: int
    kept: int
    lines: int
    failing: bytes | None = None
    error: str = ""


class Lines:
    """The lines of some modules that were reached; `new` says whether there was one since asked."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        self._parts = tuple(str(ROOT / part) for part in parts)
        self._seen: set[tuple[str, int]] = set()
        self._count = 0

    def __len__(self) -> int:
        return len(self._seen)

    def new(self) -> bool:
        """Whether a line was reached for the first time since the last look."""
        before, self._count = self._count, len(self._seen)
        return self._count > before

    def watching(self) -> AbstractContextManager[None]:
        """Watches this thread."""
        return self._monitored() if sys.version_info >= (3, 12) else self._traced()

    @contextmanager
    def _traced(self) -> Any:
        def local(frame: FrameType, event: str, _argument: object) -> Any:
            if event == "line":
                self._seen.add((frame.f_code.co_filename, frame.f_lineno))
            return local

        def on_call(frame: FrameType, _event: str, _argument: object) -> Any:
            return local if frame.f_code.co_filename.startswith(self._parts) else None

        sys.settrace(on_call)
        try:
            yield
        finally:
            sys.settrace(None)

    @contextmanager
    def _monitored(self) -> Any:
        monitoring: Any = sys.monitoring  # type: ignore[attr-defined,unused-ignore]
        tool = monitoring.COVERAGE_ID

        def on_line(code: CodeType, line: int) -> object:
            if code.co_filename.startswith(self._parts):
                self._seen.add((code.co_filename, line))
            return monitoring.DISABLE

        monitoring.use_tool_id(tool, "fuzz")
        monitoring.register_callback(tool, monitoring.events.LINE, on_line)
        monitoring.set_events(tool, monitoring.events.LINE)
        try:
            yield
        finally:
            monitoring.set_events(tool, 0)
            monitoring.free_tool_id(tool)


def fuzz(target: Target, seconds: float, seed: int, *, most_runs: int = 1 << 60) -> Found:
    """Tries the seeds and what becomes of them until the time is over or one fails."""
    chance = random.Random(seed)
    kept = list(target.seeds())
    lines, runs = Lines(target.modules), 0
    end = time.monotonic() + seconds
    with lines.watching():
        for data in [*kept]:
            _try(target, data)
        lines.new()
        while time.monotonic() < end and runs < most_runs:
            data = changed(chance, kept)
            runs += 1
            begun = time.monotonic()
            try:
                _try(target, data)
            except Exception as error:  # whatever is no answer of the target is a finding
                return Found(runs, len(kept), len(lines), data, f"{type(error).__name__}: {error}")
            if time.monotonic() - begun > _SLOW_S:
                return Found(runs, len(kept), len(lines), data, "it took more than 10 seconds")
            if lines.new():
                kept.append(data)
    return Found(runs, len(kept), len(lines))


def _try(target: Target, data: bytes) -> None:
    target.try_one(data)


def changed(chance: random.Random, kept: list[bytes]) -> bytes:
    """Returns one of the inputs with a few changes."""
    data = bytearray(chance.choice(kept))
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        chance.choice(_CHANGES)(data, chance, kept)
    return bytes(data[:_MOST_BYTES])


def _flip(data: bytearray, chance: random.Random, _kept: list[bytes]) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _number(data: bytearray, chance: random.Random, _kept: list[bytes]) -> None:
    size = chance.choice((1, 2, 4, 8))
    value = chance.choice((0, 1, 2, 255, 1 << 31, (1 << 63) - 1, (1 << 64) - 1))
    place = chance.randrange(len(data) + 1)
    order = chance.choice(("little", "big"))
    data[place : place + size] = (value & ((1 << 8 * size) - 1)).to_bytes(size, order)  # type: ignore[arg-type]


def _drop(data: bytearray, chance: random.Random, _kept: list[bytes]) -> None:
    place = chance.randrange(len(data) + 1)
    del data[place : place + chance.choice((1, 4, 40, 4_000))]


def _repeat(data: bytearray, chance: random.Random, _kept: list[bytes]) -> None:
    place = chance.randrange(len(data) + 1)
    piece = bytes(data[place : place + chance.randrange(1, 40)])
    data[place:place] = piece * chance.choice((1, 2, 9, 200))


def _word(data: bytearray, chance: random.Random, _kept: list[bytes]) -> None:
    place = chance.randrange(len(data) + 1)
    data[place:place] = chance.choice(_WORDS)


def _splice(data: bytearray, chance: random.Random, kept: list[bytes]) -> None:
    other = chance.choice(kept)
    place, begin = chance.randrange(len(data) + 1), chance.randrange(len(other) + 1)
    data[place:] = other[begin:]


_WORDS = (
    b"null", b"true", b"-1", b"1e999", b"NaN", b"{}", b"[]", b'""', b"\\u0000", b"\\ud800", b"\n",
    b"\r\n", b"```", b"$$", b"> ", b"- ", b"|", b"#", b"\x00", b"\xff", b"\xe2\x80\xa8", b"<!--",
    b'"mapping":', b'"parent":', b'"children":', b'"parts":', b'"messages":', b'"version":',
    b"[[", b"]]", b"= ", b'"""', b"GGUF", b"PK\x03\x04",
)  # fmt: skip
Change = Callable[[bytearray, random.Random, list[bytes]], None]
_CHANGES: tuple[Change, ...] = (_flip, _flip, _number, _drop, _repeat, _word, _word, _splice)
