"""A model that nobody uses is unloaded, and its memory comes back."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from desktop_slm.engine.client import Engine, EngineState
from desktop_slm.engine.protocol import GREEDY, Finished, Request, Segment
from desktop_slm.engine.text_engine import Model

REQUEST = Request((Segment("the anther in the inner"),), sampling=GREEDY, max_tokens=8)


@pytest.fixture
def engine() -> Engine:
    return Engine()


def _wait_for(condition: Callable[[], bool], timeout_s: float = 20) -> None:
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_an_idle_model_is_unloaded_and_loads_again(engine: Engine, tiny_llama: Path) -> None:
    states: list[EngineState] = []
    engine.on_state = states.append
    engine.unload_when_idle(0.3)
    engine.load(Model(tiny_llama))
    pid = engine.pid
    assert pid is not None
    assert engine.generate(REQUEST).result().text
    _wait_for(lambda: engine.pid is None)
    assert not psutil.pid_exists(pid)
    assert states[-1] is EngineState.OFF
    engine.load(Model(tiny_llama))
    assert engine.generate(REQUEST).result().text
    _wait_for(lambda: engine.pid is None)


def test_an_answer_under_way_is_no_idle_time(engine: Engine, tiny_llama: Path) -> None:
    engine.unload_when_idle(0.05)
    engine.load(Model(tiny_llama))
    answer = engine.generate(Request(REQUEST.prompt, sampling=GREEDY, max_tokens=1500))
    started = time.monotonic()
    end = list(answer)[-1]
    assert isinstance(end, Finished)
    assert end.usage.new_tokens > 100
    assert time.monotonic() - started > 0.05
    _wait_for(lambda: engine.pid is None)


def test_a_model_gives_way_unless_something_is_asked_of_it(
    engine: Engine, tiny_llama: Path
) -> None:
    engine.load(Model(tiny_llama))
    answer = engine.generate(Request(REQUEST.prompt, sampling=GREEDY, max_tokens=1500))
    engine.unload_idle()
    end = answer.result()
    assert end.usage.new_tokens > 100
    _wait_for(lambda: _has_given_way(engine))


def _has_given_way(engine: Engine) -> bool:
    engine.unload_idle()  # the end of an answer is told a moment before the child rests
    return engine.pid is None


def test_without_a_limit_the_model_stays(engine: Engine, tiny_llama: Path) -> None:
    engine.unload_when_idle(0.05)
    engine.unload_when_idle(0)
    engine.load(Model(tiny_llama))
    time.sleep(0.3)  # six times the limit that was taken back
    assert engine.pid is not None
    engine.unload()


@pytest.mark.model
def test_the_memory_is_back_after_idle_unloading(engine: Engine, starter: Path) -> None:
    """The window's own memory is not what it was: the child is gone, with all that it held."""
    before = psutil.Process().memory_info().rss
    engine.unload_when_idle(0.3)
    engine.load(Model(starter))
    engine.generate(REQUEST).result()
    assert engine.pid is not None
    child = psutil.Process(engine.pid)
    assert child.memory_info().rss > 100e6
    _wait_for(lambda: engine.pid is None)
    assert not child.is_running()
    assert psutil.Process().memory_info().rss < before * 1.05 + 2e6
