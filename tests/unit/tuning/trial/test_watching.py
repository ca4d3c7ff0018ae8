"""What is seen of an engine while it works: speeds of what ran alone, and the most memory."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_slm.engine.protocol import Finished, Request, Segment, StopReason, Usage
from desktop_slm.engine.text_engine import Model, TextAnswer
from desktop_slm.errors import EngineStopped
from desktop_slm.tuning.trial.watching import PeakMemory, WatchedEngine
from tests.fakes.scripted_engine import ScriptedAnswer, ScriptedEngine

REQUEST = Request((Segment("words"),))


@dataclass
class _Given:
    """An answer whose usage the test decides."""

    usage: Usage

    def result(self) -> Finished:
        return Finished("", "", StopReason.FINISHED, self.usage)


class _Engine(ScriptedEngine):
    def __init__(self, *usages: Usage) -> None:
        super().__init__()
        self._usages = list(usages)

    def generate(self, request: Request) -> ScriptedAnswer:
        return _Given(self._usages.pop(0))  # type: ignore[return-value]


def test_speeds_are_of_what_was_read_anew_and_written() -> None:
    watched = WatchedEngine(_Engine(Usage(300, 100, 50, 2.0, 25.0), Usage(100, 0, 50, 1.0, 12.5)))
    for _ in range(2):
        watched.generate(REQUEST).result()
    assert watched.read_per_s == 100.0
    assert watched.write_per_s == pytest.approx(100 / 6)


def test_answers_side_by_side_tell_nothing_of_the_speed() -> None:
    watched = WatchedEngine(_Engine(*[Usage(300, 0, 50, 2.0, 25.0)] * 3))
    first, second = watched.generate(REQUEST), watched.generate(REQUEST)
    first.result()
    second.result()
    assert (watched.read_per_s, watched.write_per_s) == (0.0, 0.0)
    watched.generate(REQUEST).result()
    assert watched.write_per_s == 25.0


def test_a_few_tokens_tell_nothing() -> None:
    watched = WatchedEngine(_Engine(Usage(10, 0, 3, 2.0, 25.0)))
    watched.generate(REQUEST).result()
    assert (watched.read_per_s, watched.write_per_s) == (0.0, 0.0)


def test_an_answer_that_fails_leaves_the_next_one_alone() -> None:
    engine = ScriptedEngine(lambda request: EngineStopped(how="killed"))
    watched = WatchedEngine(engine)
    watched.load(Model(Path("a.gguf")))
    with pytest.raises(EngineStopped):
        watched.generate(REQUEST).result()
    engine.script = lambda request: " ".join(["word"] * 20)
    _drain(watched.generate(REQUEST))
    assert watched.write_per_s == 50.0


def test_the_most_memory_is_seen_while_it_is_taken() -> None:
    engine, seen = ScriptedEngine(), threading.Event()

    class Growing:
        @property
        def memory_bytes(self) -> int:
            if engine.memory_bytes == 500:
                seen.set()
            return engine.memory_bytes

    with PeakMemory(Growing(), every_s=0.001) as peak:  # type: ignore[arg-type]
        engine.memory_bytes = 500
        assert seen.wait(10)
        engine.memory_bytes = 100
    assert peak.bytes == 500


def _drain(answer: TextAnswer) -> None:
    for _ in answer:
        pass
