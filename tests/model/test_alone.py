"""A request that is alone: nothing that was read before it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Priority, Request, Segment
from desktop_slm.engine.text_engine import Model

REQUEST = Request(
    (Segment("the anther in the inner circle of the flower"),),
    sampling=GREEDY,
    max_tokens=8,
    priority=Priority.BATCH,
)


@pytest.fixture
def engine(tiny_llama: Path) -> Iterator[Engine]:
    engine = Engine()
    engine.load(Model(tiny_llama, parallel=1, lookup=False))
    yield engine
    engine.unload()


def test_it_reads_its_whole_prompt_again(engine: Engine) -> None:
    first = engine.generate(REQUEST).result()
    again = engine.generate(REQUEST).result()
    alone = engine.generate(replace(REQUEST, is_alone=True)).result()
    assert again.usage.cached_tokens > 0
    assert alone.usage.cached_tokens == 0
    assert alone.text == first.text


def test_its_log_probabilities_are_the_same_whatever_was_asked_before(engine: Engine) -> None:
    alone = replace(REQUEST, is_alone=True, top_logprobs=2)
    first = engine.generate(alone).result()
    other = replace(REQUEST, prompt=(Segment("the anther in the inner ear and more words"),))
    for _ in range(3):
        engine.generate(other).result()
    assert engine.generate(alone).result().logprobs == first.logprobs
