"""What a model will take is said before it is loaded, and is what it takes then."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Priority, Request, Segment
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import ModelTooLarge, NotGguf

TEXT = Segment("the law of the land is long and the night is young. " * 8, is_literal=True)


def _resident_bytes(model: Model) -> int:
    """Chats and works in the background, and returns what the child holds then."""
    engine = Engine()
    engine.load(model)
    engine.generate(Request((TEXT,), sampling=GREEDY, max_tokens=2)).result()
    answers = [
        engine.generate(
            Request(
                (Segment("Say it: "), TEXT),
                sampling=GREEDY,
                max_tokens=2,
                priority=Priority.BATCH,
                shared_segments=1,
            )
        )
        for _ in range(5)
    ]
    for answer in answers:
        answer.result()
    assert engine.pid is not None
    resident = int(psutil.Process(engine.pid).memory_info().rss)
    engine.unload()
    return resident


@pytest.mark.model
@pytest.mark.parametrize("kv_type", ["f16", "q8_0", "q4_0"])
def test_the_need_is_foreseen_within_30_mb(starter: Path, kv_type: str) -> None:
    model = Model(starter, kv_type=kv_type)
    need = Engine().foresee(model)
    assert abs(need.total_bytes - _resident_bytes(model)) < 30e6


@pytest.mark.model
def test_smaller_caches_are_seen_before_loading(starter: Path) -> None:
    sizes = [
        Engine().foresee(Model(starter, kv_type=kv_type)).cache_bytes
        for kv_type in ("f16", "q8_0", "q4_0")
    ]
    # An element takes 16 bits, 8.5 and 4.5.
    assert [round(size / sizes[0], 1) for size in sizes] == [1.0, 0.5, 0.3]


def test_a_model_that_cannot_have_a_smaller_cache_keeps_its_own(tiny_llama: Path) -> None:
    """Its heads are smaller than the blocks of q8_0."""
    full, smaller = (Engine().foresee(Model(tiny_llama, kv_type=kv)) for kv in ("f16", "q8_0"))
    assert smaller.cache_bytes == full.cache_bytes
    engine = Engine()
    engine.load(Model(tiny_llama, kv_type="q8_0"))
    assert engine.generate(Request((TEXT,), max_tokens=3)).result().usage.new_tokens == 3
    engine.unload()


def test_more_room_takes_more(tiny_llama: Path) -> None:
    few = Engine().foresee(Model(tiny_llama, parallel=2))
    many = Engine().foresee(Model(tiny_llama, parallel=8))
    assert many.cache_bytes > few.cache_bytes
    assert many.weight_bytes == few.weight_bytes > 400_000


def test_a_model_that_does_not_fit_is_refused_with_numbers(tiny_llama: Path) -> None:
    engine = Engine(free_bytes=lambda: 4 << 20)
    with pytest.raises(ModelTooLarge) as caught:
        engine.load(Model(tiny_llama))
    assert caught.value.fields["free_mb"] == 4
    assert int(str(caught.value.fields["needed_mb"])) > 40
    assert engine.pid is None


def test_a_file_that_is_no_model_has_no_need(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"no model" * 100)
    with pytest.raises(NotGguf):
        Engine().foresee(Model(path))
