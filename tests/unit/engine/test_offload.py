"""How many layers go to a graphics card: numbers in, numbers out."""

from __future__ import annotations

import re

import pytest

from desktop_slm.engine.offload import (
    LayerBytes,
    ModelBytes,
    Placement,
    expert_pattern,
    model_bytes,
    place,
)

MB, GB = 1 << 20, 1 << 30
# A plain model of 32 layers, and a mixture of experts whose experts are nine tenths of it.
PLAIN = ModelBytes(tuple(LayerBytes(0, 100 * MB) for _ in range(32)), 300 * MB)
EXPERTS = ModelBytes(tuple(LayerBytes(450 * MB, 50 * MB) for _ in range(32)), 300 * MB)


@pytest.mark.parametrize(
    ("free_bytes", "gpu_layers"),
    [(0, 0), (512 * MB, 0), (1 * GB, 2), (2 * GB, 11), (24 * GB, 33)],
)
def test_as_many_layers_as_fit_go_to_the_card(free_bytes: int, gpu_layers: int) -> None:
    placement = place(PLAIN, 10 * MB, free_bytes)
    assert placement == Placement(gpu_layers, 0, 32)


def test_more_memory_never_means_fewer_layers() -> None:
    for model in (PLAIN, EXPERTS):
        found = [place(model, 8 * MB, free * 256 * MB) for free in range(100)]
        counts = [each.gpu_layers for each in found]
        assert counts == sorted(counts)
        experts = [each.expert_layers_on_cpu for each in found if each.gpu_layers > 32]
        assert experts == sorted(experts, reverse=True)
        assert found[-1].is_whole


@pytest.mark.parametrize("free_gb", [1, 2, 3, 4, 6, 8, 12, 16, 20])
def test_what_is_placed_fits(free_gb: int) -> None:
    placement = place(EXPERTS, 8 * MB, free_gb * GB)
    on_card = EXPERTS.layers[len(EXPERTS.layers) - min(placement.gpu_layers, 32) :]
    size = sum(each.others + 8 * MB for each in on_card) + 300 * MB * bool(placement.gpu_layers)
    if placement.expert_layers_on_cpu < 32:
        size += sum(each.experts for each in EXPERTS.layers[placement.expert_layers_on_cpu :])
    assert size <= free_gb * GB - 512 * MB


def test_experts_stay_on_the_processor_so_that_all_attention_is_on_the_card() -> None:
    assert place(EXPERTS, 8 * MB, 4 * GB) == Placement(33, 30, 32)


def test_a_small_card_gets_attention_and_no_experts() -> None:
    placement = place(EXPERTS, 8 * MB, 2 * GB)
    assert 0 < placement.gpu_layers <= 32
    assert placement.expert_layers_on_cpu == 32


def test_tensors_are_sorted_into_layers() -> None:
    tensors = [
        ("token_embd.weight", 1000),
        ("blk.0.attn_q.weight", 10),
        ("blk.0.ffn_up_exps.weight", 200),
        ("blk.1.ffn_down_chexps.weight", 300),
        ("blk.1.ffn_up_shexp.weight", 20),
        ("blk.7.attn_q.weight", 5),
        ("output.weight", 40),
    ]
    assert model_bytes(tensors, 2) == ModelBytes((LayerBytes(200, 10), LayerBytes(300, 20)), 45)


def test_the_pattern_names_the_experts_of_the_first_layers() -> None:
    pattern = re.compile(expert_pattern(2))
    assert pattern.search("blk.1.ffn_gate_exps.weight")
    assert pattern.search("blk.0.ffn_up_chexps.weight")
    assert not pattern.search("blk.12.ffn_gate_exps.weight")
    assert not pattern.search("blk.1.ffn_gate_shexp.weight")


@pytest.mark.parametrize(
    ("placement", "words"),
    [
        (Placement(0, 0, 32), "CPU (Card has too little free memory)"),
        (Placement(33, 0, 32), "Card (all 32 layers)"),
        (Placement(11, 0, 32), "Card and CPU (11 of 32 layers fit into its free memory)"),
        (
            Placement(33, 30, 32),
            "Card and CPU (the experts of 30 of 32 layers do not fit into its free memory)",
        ),
    ],
)
def test_words_say_what_is_used_and_why(placement: Placement, words: str) -> None:
    assert placement.words("Card") == words
