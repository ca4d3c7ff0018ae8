"""Devices: tried in a child of their own, left out where they fail, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.devices import Device
from desktop_slm.engine.placing import choose
from desktop_slm.engine.protocol import GREEDY, LoadRequest, Request, Segment
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EngineFailed
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker

_ASK = Request((Segment("the anther"),), sampling=GREEDY, max_tokens=3)
MB = 1 << 20


class _WithBrokenCard(Worker):
    """A child that lists a card which is not there, so that its test fails."""

    def start(self) -> Mapping[str, Any]:
        self.hello = {**super().start(), "devices": [{"name": "Card0", "kind": "gpu"}]}
        return self.hello


def test_a_device_that_computes_passes_and_another_does_not() -> None:
    worker = Worker("engine")
    worker.start()
    worker.request("smoke", device="CPU").result(20)
    with pytest.raises(EngineFailed):
        worker.request("smoke", device="Card0").result(20)
    worker.stop(grace_s=0.2)


def test_a_card_that_fails_is_left_out_and_the_model_runs(tiny_llama: Path) -> None:
    started: list[Worker] = []

    def start(grant: Grant) -> Worker:
        started.append(_WithBrokenCard("engine", grant))
        return started[-1]

    engine = Engine(start)
    assert engine.load(Model(tiny_llama)).device == "CPU (Card0 failed a test)"
    assert engine.generate(_ASK).result().usage.new_tokens == 3
    engine.unload()
    engine.load(Model(tiny_llama))
    engine.unload()
    assert len(started) == 3  # two loads, and one test for both


def _card(free_bytes: int) -> Device:
    return Device("Card0", "A card", "gpu", free_bytes, free_bytes)


@pytest.mark.parametrize(
    ("free_bytes", "options", "words", "gpu_layers"),
    [
        (8000 * MB, {}, "A card (all 2 layers)", 3),
        (100 * MB, {}, "CPU (A card has too little free memory)", 0),
        (0, {}, "A card", -1),
        (8000 * MB, {"gpu_layers": 1}, "A card (layers: 1, as it was asked for)", 1),
        (8000 * MB, {"gpu_layers": 0}, "CPU (as it was asked for)", 0),
        (8000 * MB, {"left_out": ("Card0",)}, "CPU (Card0 failed a test)", 0),
    ],
)
def test_words_say_where_a_model_runs(
    tiny_llama: Path, free_bytes: int, options: dict[str, Any], words: str, gpu_layers: int
) -> None:
    cpu = Device("CPU", "A processor", "cpu", 1, 1)
    choice = choose(LoadRequest(str(tiny_llama), **options), [cpu, _card(free_bytes)])
    assert (choice.words, choice.gpu_layers) == (words, gpu_layers)


def test_without_a_card_nothing_is_said_of_one(tiny_llama: Path) -> None:
    assert choose(LoadRequest(str(tiny_llama)), []).words == "CPU"
