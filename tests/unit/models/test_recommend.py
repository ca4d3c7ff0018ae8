"""The three choices on described computers: never what does not fit, never more than is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_slm.models import catalog, recommend
from desktop_slm.models.fit import Label
from desktop_slm.models.recommend import Choice, Lack, Reason, Role, Wish
from tests.fakes.described import EVERY, GB, LAPTOP, SMALL, Described

MODELS = catalog.load().models
each_computer = pytest.mark.parametrize("computer", EVERY.values(), ids=EVERY.keys())


def _choose(computer: Described, wish: Wish | None = None) -> dict[Role, Choice]:
    machine = computer.machine()
    found = recommend.choose(recommend.options(MODELS, machine), machine, wish)
    return {choice.role: choice for choice in found}


@each_computer
def test_there_are_three_that_fit_now(computer: Described) -> None:
    chosen = _choose(computer)
    assert list(chosen) == [Role.QUICK, Role.SUGGESTED, Role.LARGEST]
    for choice in chosen.values():
        assert choice.option.fit.label is Label.FITS
        assert choice.option.model.is_offered
        assert "135m" not in choice.option.model.id


@each_computer
def test_quick_is_quicker_and_largest_is_larger_than_the_suggested_one(
    computer: Described,
) -> None:
    chosen = _choose(computer)
    quick, suggested, largest = (chosen[role].option for role in Role)
    assert quick.speed and suggested.speed
    assert quick.speed.document_s(30) < suggested.speed.document_s(30)
    assert largest.model.parameters >= suggested.model.parameters


@each_computer
def test_the_suggested_one_is_fast_enough_and_the_largest_of_these(computer: Described) -> None:
    choice = _choose(computer)[Role.SUGGESTED]
    assert choice.reason is Reason.FAST_ENOUGH
    speed = choice.option.speed
    assert speed and speed.answer_page_s <= 60 and speed.document_s(30) <= 1200


@each_computer
def test_free_licenses_alone_are_apache_or_mit(computer: Described) -> None:
    for choice in _choose(computer, Wish(free_only=True)).values():
        assert choice.option.model.license.name in ("Apache 2.0", "MIT")


@pytest.mark.parametrize("memory", ["4 GB", "8 GB", "16 GB", "32 GB"])
def test_a_card_makes_larger_models_fast_enough(memory: str) -> None:
    computers = EVERY[f"{memory} and a card"], EVERY[memory]
    with_card, without = (_choose(each)[Role.SUGGESTED].option for each in computers)
    assert with_card.weight > without.weight
    assert with_card.fit.card_share > 0
    assert without.fit.card_share == 0


def test_what_is_superseded_special_or_untried_is_not_chosen() -> None:
    chosen = {
        choice.option.model.id
        for memory in range(3, 80)
        for choice in _choose(Described(memory, memory * 0.8, rate=(80, 2000))).values()
    }
    left_out = {m.id for m in MODELS if m.superseded_by or m.specialty or m.caution}
    assert len(left_out) > 5
    assert not chosen & left_out
    assert len(chosen) > 5


def test_with_little_free_it_says_to_close_programs() -> None:
    chosen = _choose(Described(16, 0.3))
    assert {choice.option.fit.label for choice in chosen.values()} == {Label.CLOSE}
    assert chosen[Role.LARGEST].reason is Reason.LARGEST_ALONE


def test_nothing_is_chosen_where_nothing_fits() -> None:
    assert _choose(Described(1, 0.5)) == {}


def test_a_computer_that_is_slow_gets_the_quickest_of_some_size() -> None:
    suggested = _choose(Described(8, 6, rate=(2, 5)))[Role.SUGGESTED]
    assert suggested.reason is Reason.LEAST_SLOW
    assert suggested.option.model.parameters >= 10**9


def test_without_a_measurement_speed_is_not_claimed() -> None:
    machine = replace(LAPTOP.machine(), rates={})
    chosen = recommend.choose(recommend.options(MODELS, machine), machine)
    assert [choice.option.speed for choice in chosen] == [None, None, None]
    assert chosen[1].reason is Reason.HALF_THE_MEMORY
    fit = chosen[1].option.fit
    assert fit.need.total_bytes * 2 <= fit.free_bytes


def test_a_long_text_needs_a_model_with_that_much_room() -> None:
    machine = LAPTOP.machine()
    wish = Wish(context_tokens=100_000)
    found = recommend.options(MODELS, machine, wish.context_tokens)
    for choice in recommend.choose(found, machine, wish):
        context_tokens = choice.option.model.context_tokens
        assert context_tokens == 0 or context_tokens >= 100_000
    short = recommend.options(MODELS, machine)
    for long_text, short_text in zip(found, short, strict=True):
        assert long_text.fit.need.cache_bytes >= short_text.fit.need.cache_bytes


def test_what_the_disk_cannot_hold_is_not_chosen() -> None:
    chosen = _choose(replace(LAPTOP, disk_bytes=3 * GB))
    assert all(choice.option.model.size_bytes < 2 * GB for choice in chosen.values())
    assert chosen[Role.LARGEST].reason is Reason.LARGEST_ON_DISK


def test_where_nothing_is_chosen_it_is_known_why() -> None:
    full = replace(LAPTOP, disk_bytes=GB // 10).machine()
    found = recommend.options(MODELS, full)
    assert recommend.choose(found, full) == []
    assert recommend.lack(found) is Lack.DISK
    tiny = recommend.options(MODELS, Described(1, 0.5).machine())
    assert recommend.lack(tiny) is Lack.MEMORY


def test_one_model_may_have_two_roles() -> None:
    only = [model for model in MODELS if model.id == "qwen3.5-0.8b"]
    machine = SMALL.machine()
    chosen = recommend.choose(recommend.options(only, machine), machine)
    assert {choice.option.model.id for choice in chosen} == {"qwen3.5-0.8b"}
    assert chosen[0].reason is Reason.QUICKEST
