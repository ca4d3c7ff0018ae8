"""Steps that fail or are aborted, and an engine that hangs: the others' answers stay right."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Request, Segment
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EngineHung, EngineStopped
from desktop_slm.workers.channel import Message
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Replies, Worker, WorkerSilent

_ROOT = Path(__file__).resolve().parents[2]
# Of each kind of memory: attention, sliding window, recurrent, hybrid.
_MEMORIES = ["llama", "gemma2", "gemma3", "mamba", "rwkv7", "jamba", "lfm2", "qwen35"]
_BOUND = 1e-4
_ABORTED, _FAILED = 2, -3


def _run(scenario: str, model: Path) -> Mapping[str, Any]:
    command = [sys.executable, "-m", "tests.fakes.stepping", scenario, str(model)]
    done = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, timeout=120)
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def _difference(one: Sequence[Any], other: Sequence[Any]) -> float:
    """Returns the largest difference over the largest log probability, token by token."""
    largest = 0.0
    for left, right in zip(one, other, strict=True):
        values, others = dict(left[2]), dict(right[2])
        scale = max(abs(value) for value in values.values())
        largest = max(largest, max(abs(values[t] - others[t]) for t in values) / scale)
    return largest


@pytest.mark.parametrize(
    ("scenario", "code"),
    [("abort_while_reading", _ABORTED), ("abort_while_writing", _ABORTED), ("fail_once", _FAILED)],
)
@pytest.mark.parametrize("kind", _MEMORIES)
def test_answers_of_a_failed_step_and_those_beside_it_stay_right(
    kinds_folder: Path, kind: str, scenario: str, code: int
) -> None:
    ran = _run(scenario, kinds_folder / f"{kind}.gguf")
    assert ran["codes"] == [code]
    for expected, found in zip(ran["expected"], ran["found"], strict=True):
        assert found["text"] == expected["text"]
        assert found["usage"]["new_tokens"] == expected["usage"]["new_tokens"] == 12
        assert found["usage"]["prompt_tokens"] == expected["usage"]["prompt_tokens"]
        assert _difference(expected["logprobs"], found["logprobs"]) < _BOUND


def test_steps_that_fail_again_end_their_answers_alone(kinds_folder: Path) -> None:
    ran = _run("fail_twice", kinds_folder / "llama.gguf")
    assert ran["codes"] == [_FAILED, _FAILED]
    assert [end.get("error") for end in ran["found"]] == ["EngineFailed", "EngineFailed", None]
    assert ran["found"][2]["text"] == ran["expected"][2]["text"]


class _HangsAtLoad(Worker):
    """A child that stands still as soon as it is asked to load."""

    def request(self, operation: str, payload: bytes = b"", **fields: object) -> Replies:
        if operation == "load" and self.pid:
            os.kill(self.pid, signal.SIGSTOP)
        return super().request(operation, payload, **fields)


def test_an_engine_that_hangs_while_it_loads_is_ended(
    tiny_llama: Path, expected_logs: list[str]
) -> None:
    expected_logs.append("the engine child ended")
    hanging = True

    def start(grant: Grant) -> Worker:
        return (_HangsAtLoad if hanging else Worker)("engine", grant)

    engine = Engine(start, silence_s=0.5)
    started = time.monotonic()
    with pytest.raises(EngineHung):
        engine.load(Model(tiny_llama))
    assert time.monotonic() - started < 5
    hanging = False
    assert engine.load(Model(tiny_llama)).parameters
    engine.unload()


def test_a_hang_ends_every_answer_under_way_and_the_next_request_works(
    tiny_llama: Path, expected_logs: list[str]
) -> None:
    expected_logs.append("the engine child ended")
    engine = Engine(silence_s=0.5)
    engine.load(Model(tiny_llama))
    request = Request((Segment("the anther"),), sampling=GREEDY, max_tokens=1800)
    answers = [engine.generate(request) for _ in range(2)]
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGSTOP)
    for answer in answers:
        with pytest.raises((EngineHung, EngineStopped)):
            answer.result()
    engine.load(Model(tiny_llama))
    assert engine.generate(Request((Segment("the"),), max_tokens=3)).result().usage.new_tokens == 3
    engine.unload()


class _Waiting(Replies):
    """The replies to a request that waits for others: at first there are none."""

    waits = 2

    def next(self, timeout_s: float | None = None) -> Message:
        if self.waits:
            self.waits -= 1
            raise WorkerSilent
        return super().next(timeout_s)


class _Busy(Worker):
    """A child that answers others first; `is_heard` says whether it does so audibly."""

    is_heard = True

    @property
    def silent_s(self) -> float:
        return 0.0 if self.is_heard else 1000.0

    def request(self, operation: str, payload: bytes = b"", **fields: object) -> Replies:
        replies = super().request(operation, payload, **fields)
        if operation != "generate":
            return replies
        return _Waiting(self, replies._number, replies._replies)


@pytest.mark.parametrize("is_heard", [True, False])
def test_a_request_may_wait_for_others_as_long_as_the_child_is_heard(
    tiny_llama: Path, expected_logs: list[str], is_heard: bool
) -> None:
    expected_logs.append("the engine child ended")

    def start(grant: Grant) -> Worker:
        worker = _Busy("engine", grant)
        worker.is_heard = is_heard
        return worker

    engine = Engine(start)
    engine.load(Model(tiny_llama))
    answer = engine.generate(Request((Segment("the"),), max_tokens=3))
    if is_heard:
        assert answer.result().usage.new_tokens == 3
    else:
        with pytest.raises(EngineHung):
            answer.result()
    engine.unload()
