"""Speeds from rates: what is passed over for a token, and what is computed for a text."""

from __future__ import annotations

import pytest

from desktop_slm.models.speed import Speed, Weights, estimate, rounded
from tests.fakes.described import LAPTOP, WITH_CARD, Described

DENSE = Weights(5_000_000_000, 8_000_000_000, 8_000_000_000, "Q4_K_M")


def _estimate(weights: Weights, computer: Described = LAPTOP, share: float = 0.0) -> Speed:
    found = estimate(weights, computer.machine(), share)
    assert found is not None
    return found


def test_memory_sets_the_pace_of_writing_and_arithmetic_that_of_reading() -> None:
    base = Described(16, 9, rate=(20, 200))
    wide, strong = Described(16, 9, rate=(40, 200)), Described(16, 9, rate=(20, 400))
    plain = _estimate(DENSE, base)
    assert _estimate(DENSE, wide).write == pytest.approx(2 * plain.write, rel=0.02)
    assert _estimate(DENSE, wide).read == plain.read
    assert _estimate(DENSE, strong).read == pytest.approx(2 * plain.read)
    assert _estimate(DENSE, strong).write == plain.write


def test_of_a_mixture_of_experts_only_those_at_work_count() -> None:
    mixture = Weights(5_000_000_000, 8_000_000_000, 1_000_000_000, "Q4_K_M")
    assert 6 < _estimate(mixture).write / _estimate(DENSE).write < 8
    assert _estimate(mixture).read == pytest.approx(8 * _estimate(DENSE).read)


def test_a_part_on_the_card_helps_as_far_as_it_goes() -> None:
    none, half, whole = (_estimate(DENSE, WITH_CARD, share).write for share in (0, 0.5, 1))
    assert none < half < 2 * none < whole


def test_several_notes_are_written_at_once() -> None:
    speed = _estimate(DENSE)
    assert speed.write < speed.notes <= 4 * speed.write
    assert speed.notes < speed.read


def test_work_is_pages() -> None:
    speed = Speed(read=65.0, write=10.0, notes=50 / 9)
    assert speed.answer_page_s == 50
    assert speed.document_s(30) == pytest.approx(300 + 30 * 650 / 50)


def test_what_was_measured_is_taken_as_it_was() -> None:
    speed = Speed.of_measured(read=100, write=10, through=60)
    # 1,000 tokens and their ninth of notes go through in as long as it was measured.
    assert 1000 / speed.read + 1000 / 9 / speed.notes == pytest.approx(1000 * (1 + 1 / 9) / 60)


@pytest.mark.parametrize("format_", ["Q4_K_M", "Q8_0", "Q4_0", "MXFP4", "Q4_1", "IQ2_XS", ""])
def test_every_format_has_a_measured_relative(format_: str) -> None:
    weights = Weights(10**9, 10**9, 10**9, format_)
    assert estimate(weights, LAPTOP.machine()) is not None


def test_without_rates_or_parameters_nothing_is_said() -> None:
    machine = LAPTOP.machine()
    assert estimate(Weights(10**9, 0, 0, "Q8_0"), machine) is None
    assert estimate(DENSE, machine, card_share=0.5) is not None  # it has no card


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, (1, "s")), (43, (45, "s")), (91, (2, "min")), (5200, (85, "min")), (10_560, (3, "h"))],
)
def test_a_time_is_said_with_two_digits_at_most(seconds: float, said: tuple[int, str]) -> None:
    assert rounded(seconds) == said
