"""What fits: the sums, the labels, and that they are the engine's own."""

from __future__ import annotations

import pytest

from desktop_slm.engine.llama import ContextShape
from desktop_slm.engine.scheduler import Plan
from desktop_slm.models import fit
from desktop_slm.models.fit import Label, Need
from desktop_slm.models.machine import Card, instructions
from desktop_slm.models.shape import Shape
from tests.fakes.described import GB, LAPTOP, UNIFIED, WITH_CARD, Described

# Llama 3 8B: 32 layers of 8 heads of 128.
LLAMA_8B = Shape(attention_layers=32, kv_heads=8, head_size=128, embedding_size=4096)


def _need(gigabytes: float) -> Need:
    return Need(int(gigabytes * GB) - fit.PROGRAM_BYTES, 0, 0)


def test_the_sequences_are_those_of_the_engine_s_plan() -> None:
    shape = ContextShape(1, 1, fit.STEP_TOKENS, 1, 1)
    plan = Plan(shape, context_tokens=1 << 17, parallel=4, lookup=True, remembered_bytes=0)
    chat, batch = plan.chat_shape(), plan.batch_shape()
    assert (chat.sequences, chat.cells) == (fit.CHAT_SEQUENCES, fit.CHAT_TOKENS)
    assert (batch.sequences, batch.cells) == (fit.BATCH_SEQUENCES, fit.BATCH_TOKENS)


def test_a_known_shape_takes_what_llama_cpp_said_that_it_takes() -> None:
    """1,745 MB of cache and 253 MB of work, in a dry run of a header of this shape."""
    need = fit.need(4_920_000_000, LLAMA_8B, 8_030_000_000)
    assert need.cache_bytes == pytest.approx(1_745e6, rel=0.001)
    assert need.compute_bytes == pytest.approx(253e6, rel=0.15)
    assert not need.is_rough


def test_more_room_for_text_takes_more_memory() -> None:
    small, large = (fit.need(10**9, LLAMA_8B, 8 * 10**9, tokens) for tokens in (4096, 16_384))
    assert large.cache_bytes - small.cache_bytes == 2 * 12_288 * LLAMA_8B.token_bytes()


def test_layers_with_a_window_take_no_more_than_it() -> None:
    windowed = Shape(window_layers=32, kv_heads=8, head_size=128, window_tokens=1024)
    few, many = (windowed.sequence_bytes(tokens, 512) for tokens in (2048, 65_536))
    assert few == many < LLAMA_8B.sequence_bytes(2048, 512)


def test_what_is_not_known_is_hardly_taken_for_too_small() -> None:
    rough = fit.need(4_920_000_000, None, 8_030_000_000)
    assert rough.is_rough
    assert rough.total_bytes > fit.need(4_920_000_000, LLAMA_8B, 8_030_000_000).total_bytes


@pytest.mark.parametrize(
    ("gigabytes", "label"),
    [(1, Label.FITS), (9.5, Label.FITS), (9.7, Label.CLOSE), (12.5, Label.CLOSE), (13, "too big")],
)
def test_labels_go_by_what_is_free_and_what_could_be(gigabytes: float, label: Label) -> None:
    """Of 16 GB, 9.8 are free, and the system itself needs 3.2."""
    found = fit.judge(_need(gigabytes), LAPTOP.machine())
    assert found.label == label
    assert found.free_bytes < found.room_bytes < 16 * GB


def test_a_card_of_its_own_takes_a_model_out_of_memory() -> None:
    machine = Described(8, 2, card=Card("C", "", 12 * GB, 12 * GB)).machine()
    found = fit.judge(_need(8), machine)
    assert (found.label, found.card, found.card_share) == (Label.FITS, "C", 1.0)
    assert fit.judge(_need(8), Described(8, 2).machine()).label is Label.TOO_BIG


def test_a_card_that_is_too_small_takes_a_part() -> None:
    found = fit.judge(_need(10), WITH_CARD.machine())
    assert 0.5 < found.card_share < 0.7
    assert found.label is Label.FITS
    assert fit.judge(_need(10), LAPTOP.machine()).label is Label.CLOSE


def test_shared_memory_is_counted_once() -> None:
    found = fit.judge(_need(9), UNIFIED.machine())
    assert found.card_share == 1.0
    assert fit.judge(_need(12), UNIFIED.machine()).label is Label.CLOSE


def test_a_card_whose_driver_tells_nothing_is_not_counted_on() -> None:
    machine = Described(16, 9.8, card=Card("C", "", 0, 0)).machine()
    assert fit.judge(_need(4), machine).card_share == 0


def test_instruction_sets_are_those_that_llama_cpp_uses() -> None:
    line = "CPU : AVX2 = 1 | FMA = 1 | AVX512 = 0 | LLAMAFILE = 1 | "
    assert instructions(line) == ("AVX2", "FMA", "LLAMAFILE")
