"""P18: the engine's process dies, at any moment: the text stays, one sentence, it starts again."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import tempfile
import threading
import time
from pathlib import Path

import psutil

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Delta, Request, Segment
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EngineHung, EngineStopped
from tests.fakes.tiny_models import make_llama
from tests.prove.part import Broken, Figures, Slice

_SIGNALS = (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS)
_TOLD_S = 3.0
_ASK = Request((Segment("the anther then " * 60),), sampling=GREEDY, max_tokens=400)
_SHORT = Request((Segment("the"),), sampling=GREEDY, max_tokens=4)


def run(given: Slice) -> Figures:
    """Kills the engine while it loads, reads, writes or waits, and asks it again each time."""
    chance = random.Random(given.seed)
    slowest, cut, idle = 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        model = Model(make_llama(Path(folder) / "tiny.gguf"))
        engine = Engine()
        try:
            for _ in range(given.count):
                engine.try_again()
                engine.load(model)
                told = _kill_at_some_moment(engine, chance)
                slowest = max(slowest, told or 0.0)
                cut, idle = cut + (told is not None), idle + (told is None)
                _see_that_it_works_again(engine, model)
        finally:
            engine.unload()
    left = [child.pid for child in psutil.Process().children(recursive=True) if child.is_running()]
    if left:
        raise Broken(f"{len(left)} processes were left")
    if slowest > _TOLD_S:
        raise Broken(f"it took {slowest:.1f} s to be told of a death")
    return {
        "deaths": given.count,
        "in the middle of an answer": cut,
        "while idle": idle,
        "most seconds until told": round(slowest, 2),
        "processes left": 0,
    }


def _kill_at_some_moment(engine: Engine, chance: random.Random) -> float | None:
    """Returns the seconds until the answer ended with its error; None where it was idle."""
    pid = engine.pid
    if pid is None:
        raise Broken("the engine is not there")
    if chance.random() < 0.2:
        os.kill(pid, chance.choice(_SIGNALS))
        return None
    killed: list[float] = []

    def kill() -> None:
        time.sleep(delay)
        killed.append(time.monotonic())
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)

    delay, number = chance.uniform(0.0, 0.25), chance.choice(_SIGNALS)
    killer = threading.Thread(target=kill)
    killer.start()
    text = ""
    try:
        for event in engine.generate(_ASK):
            if isinstance(event, Delta):
                text += event.text
    except (EngineStopped, EngineHung) as error:
        if not str(error).endswith("."):
            raise Broken(f"no sentence: {error}") from None
    killer.join()
    return time.monotonic() - killed[0]


def _see_that_it_works_again(engine: Engine, model: Model) -> None:
    """A death while idle may be noticed by the next question only; the one after it is answered."""
    for is_last in (False, True):
        engine.try_again()
        try:
            engine.load(model)
            answer = engine.generate(_SHORT).result()
        except EngineStopped:
            if is_last:
                raise Broken("the engine did not start again") from None
            continue
        if not answer.text:
            raise Broken("the engine did not answer after a restart")
        return
