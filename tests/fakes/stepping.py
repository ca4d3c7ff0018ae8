"""Drives the engine child's loop step by step, to look at steps and to make them fail.

`python -m tests.fakes.stepping SCENARIO MODEL` prints what happened as JSON. It runs as a program
of its own, so that llama.cpp is never loaded into the process that runs the tests.
"""

from __future__ import annotations

import json
import queue
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop_slm.engine import bindings, serve
from desktop_slm.engine.lane import Lane
from desktop_slm.engine.llama import Batch, Context
from desktop_slm.engine.protocol import (
    GREEDY,
    LoadRequest,
    Priority,
    Request,
    Segment,
)
from desktop_slm.errors import DesktopSlmError
from desktop_slm.workers.channel import Message

CHUNK = 16
INSTRUCTION = "Say what this is, in the inner part: "
PASSAGES = ("the anther in the inner", "another then in the rain", "an inner the other")
_NODES = 12


class Parent:
    """Keeps what the child would send to its parent."""

    def __init__(self) -> None:
        self.requests: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self.ends: dict[int, Mapping[str, Any]] = {}

    def reply(self, number: int, event: str, payload: bytes = b"", **fields: Any) -> None:
        if event == "done":
            self.ends[number] = fields

    def fail(self, number: int, error: DesktopSlmError) -> None:
        self.ends[number] = {"error": type(error).__name__}


class Bench:
    """The child's own objects around a loaded model."""

    def __init__(self, model: str, **options: Any) -> None:
        self.parent = Parent()
        self._engine = serve.Engine(self.parent)  # type: ignore[arg-type]
        self._numbers = 0
        request = LoadRequest(model, flash_attention="off", lookup=False, threads=1, **options)
        self.send("load", request=request.to_wire())
        assert self._engine._loaded is not None
        self.scheduler = self._engine._loaded.scheduler

    def send(self, operation: str, **fields: Any) -> int:
        self._numbers += 1
        self._engine._answer(Message({"id": self._numbers, "op": operation, **fields}, b""))
        return self._numbers

    def ask(self, request: Request) -> int:
        return self.send("generate", request=request.to_wire())

    def lanes(self) -> list[Lane]:
        return self.scheduler._lanes()

    def written(self, number: int) -> int:
        """Returns how many tokens an answer under way has."""
        found = [g for lane in self.lanes() for g in lane.active if g.number == number]
        return found[0].new_tokens if found else 0

    def run(self, *numbers: int) -> list[Mapping[str, Any]]:
        """Steps until these answers have ended, and returns their ends."""
        while not all(number in self.parent.ends for number in numbers):
            self.scheduler.step()
        return [self.parent.ends[number] for number in numbers]


def _request(text: str, new_tokens: int, *, shares: bool = True) -> Request:
    return Request(
        (Segment(INSTRUCTION), Segment(text, is_literal=True)),
        sampling=GREEDY,
        max_tokens=new_tokens,
        priority=Priority.BATCH if shares else Priority.INTERACTIVE,
        shared_segments=1 if shares else 0,
        top_logprobs=10_000,
        streaming=False,
    )


def rounds(model: str) -> list[dict[str, int]]:
    """A chat writes; then a long prompt of another chat comes, then one with a long instruction.

    Returns, for every round of steps, how many tokens the chat wrote and how many all steps held.
    """
    bench = Bench(model, parallel=2)
    computed: list[int] = []
    _watch(lambda context, batch: computed.append(batch.size))
    chat = bench.ask(_request("the anther", 600, shares=False))
    while bench.written(chat) < 3:
        bench.scheduler.step()
    bench.scheduler._pace.chunk = lambda writing_lanes=1: CHUNK  # type: ignore[method-assign]
    long = replace(_request("the rain in the inner " * 20, 2, shares=False), top_logprobs=-1)
    instruction = replace(
        _request("the rain " * 20, 2),
        prompt=(Segment("Say this. " * 20), Segment("the rain " * 20)),
    )
    waiting = [bench.ask(long), *(bench.ask(instruction) for _ in range(2))]
    found = []
    while not all(number in bench.parent.ends for number in waiting):
        before = bench.written(chat)
        computed.clear()
        bench.scheduler.step()
        found.append({"chat": bench.written(chat) - before, "tokens": sum(computed)})
    return found


def abort_while_reading(model: str) -> dict[str, Any]:
    """The first step that two answers share is aborted in its middle."""
    return _with_failure(model, 0, _abort)


def abort_while_writing(model: str) -> dict[str, Any]:
    """A step in which two answers are written is aborted in its middle."""
    return _with_failure(model, 4, _abort)


def fail_once(model: str) -> dict[str, Any]:
    """A step in which two answers are written fails before it computes anything."""
    return _with_failure(model, 4, lambda context, batch, decode: -3)


def fail_twice(model: str) -> dict[str, Any]:
    """Two steps in a row fail."""
    return _with_failure(model, 4, lambda context, batch, decode: -3, times=2)


Failure = Callable[[Context, Batch, Callable[[], int]], int]


def _with_failure(
    model: str, after_tokens: int, failure: Failure, times: int = 1
) -> dict[str, Any]:
    requests = [_request(text, 12) for text in PASSAGES]
    plain = Bench(model, parallel=4)
    expected = [plain.run(plain.ask(request))[0] for request in requests]
    bench = Bench(model, parallel=4)
    # The last one is done before the failure, and its sequence lies idle beside it.
    bench.run(bench.ask(requests[-1]))
    numbers = [bench.ask(request) for request in requests[:-1]]
    while min(map(bench.written, numbers)) < after_tokens:
        bench.scheduler.step()
        assert not bench.parent.ends.keys() & set(numbers), "an answer that ends too soon"
    if not after_tokens:
        bench.scheduler._admit_waiting(1 << 30)
    codes = _fail_next(failure, times)
    found = [*bench.run(*numbers), *bench.run(bench.ask(requests[-1]))]
    return {"codes": codes, "expected": expected, "found": found}


def _fail_next(failure: Failure, times: int) -> list[int]:
    """Lets the next steps fail; returns the codes that they answered with, as they come."""
    codes: list[int] = []
    plain = Context.decode

    def decode(context: Context, batch: Batch) -> int:
        if len(codes) < times:
            codes.append(failure(context, batch, lambda: plain(context, batch)))
            return codes[-1]
        return plain(context, batch)

    Context.decode = decode  # type: ignore[method-assign, assignment]
    return codes


def _abort(context: Context, batch: Batch, decode: Callable[[], int]) -> int:
    """Computes the first nodes of a step; after each llama.cpp asks whether to stop."""
    native = bindings.load()
    asked = 0

    def answer(_: object) -> bool:
        nonlocal asked
        asked += 1
        return asked > _NODES

    callback = native.ggml_abort_callback(answer)
    native.llama_set_abort_callback(context.handle, callback, None)
    code = decode()
    native.llama_set_abort_callback(context.handle, native.ggml_abort_callback(), None)
    return code


def _watch(look: Callable[[Context, Batch], object]) -> None:
    plain = Context.decode

    def decode(context: Context, batch: Batch) -> int:
        look(context, batch)
        return plain(context, batch)

    Context.decode = decode  # type: ignore[method-assign, assignment]


SCENARIOS = {
    scenario.__name__: scenario
    for scenario in (rounds, abort_while_reading, abort_while_writing, fail_once, fail_twice)
}

if __name__ == "__main__":
    print(json.dumps(SCENARIOS[sys.argv[1]](sys.argv[2])))
