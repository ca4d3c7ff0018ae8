"""Vectors from embedding models of each pooling: of length 1, and the same alone and in a batch."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import Request, Segment
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import ContextFull, EngineFailed
from tests.fakes.tiny_kinds import CONTEXT, KINDS

EMBEDDING_KINDS = [name for name, kind in KINDS.items() if not kind.makes_text]
POOLINGS = {"bert": "mean", "bert-cls": "cls", "qwen3-embedding": "last"}
TEXTS = [
    "The tenant pays 850 euros a month.",
    "Der Vertrag endet im August",
    "契約は二年間",
    "a",
    "the anther in the inner " * 12,
] * 5


@pytest.fixture
def start(kinds_folder: Path) -> Iterator[Callable[[str], Engine]]:
    engines: list[Engine] = []

    def make(kind: str) -> Engine:
        engine = Engine()
        engines.append(engine)
        engine.load(Model(kinds_folder / f"{kind}.gguf"))
        return engine

    yield make
    for engine in engines:
        engine.unload()


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return math.dist(one, other)


@pytest.mark.parametrize("kind", EMBEDDING_KINDS)
def test_vectors_have_length_one_and_do_not_depend_on_their_batch(
    start: Callable[[str], Engine], kind: str
) -> None:
    engine = start(kind)
    together: list[array[float]] = engine.embed(TEXTS)
    assert len(together) == len(TEXTS)
    for text, vector in zip(TEXTS[:5], together, strict=False):
        assert math.isclose(math.hypot(*vector), 1.0, rel_tol=1e-4)
        (alone,) = engine.embed([text])
        assert _distance(alone, vector) < 1e-3
    assert _distance(together[0], together[5]) < 1e-3
    assert all(_distance(together[0], other) > 1e-2 for other in together[1:5])


@pytest.mark.parametrize(("kind", "pooling"), POOLINGS.items())
def test_the_model_says_how_it_pools(
    start: Callable[[str], Engine], kind: str, pooling: str
) -> None:
    facts = start(kind).facts
    assert facts is not None
    assert (facts.pooling, facts.is_embedding) == (pooling, True)


def test_the_first_word_counts_in_the_last_token(start: Callable[[str], Engine]) -> None:
    one, other = start("qwen3-embedding").embed(["the inner anther", "xhe inner anther"])
    assert _distance(one, other) > 1e-3


@pytest.mark.parametrize("kind", EMBEDDING_KINDS)
def test_a_text_that_is_too_long_is_refused_and_the_next_works(
    start: Callable[[str], Engine], kind: str
) -> None:
    engine = start(kind)
    with pytest.raises(ContextFull) as caught:
        engine.embed(["short", "x y " * CONTEXT])
    assert caught.value.fields["context_tokens"] == CONTEXT
    assert len(engine.embed(["short"])) == 1


def test_each_model_does_what_it_is_made_for(start: Callable[[str], Engine]) -> None:
    with pytest.raises(EngineFailed, match="text, not vectors"):
        start("llama").embed(["a text"])
    with pytest.raises(EngineFailed, match="vectors, not text"):
        start("bert").generate(Request((Segment("Hello"),))).result()
