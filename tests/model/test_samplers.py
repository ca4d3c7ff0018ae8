"""Each sampler on fixed logits, against a reference in Python or what it may choose at all."""

from __future__ import annotations

import ctypes
import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.engine import bindings
from desktop_slm.engine.llama import Log, Model
from desktop_slm.engine.protocol import GREEDY, Sampling
from desktop_slm.engine.sampling import Sampler
from desktop_slm.engine.vocabulary import Vocabulary

# Neutral: every token stays possible, at its own probability.
ALL = Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.0)
_PROBABILITIES = [0.4, 0.25, 0.15, 0.1, 0.05, 0.03, 0.02]
_DRAWS = 4000


class FixedLogits:
    """Stands for a context whose every step gives the same logits."""

    def __init__(self, logits: Sequence[float]) -> None:
        self._logits = (ctypes.c_float * len(logits))(*logits)
        self._native = bindings.load()

    def logits(self, index: int, size: int) -> memoryview[float]:
        """Returns the logits."""
        return memoryview(self._logits).cast("B").cast("f")

    def sample(self, chain: Any, index: int) -> int:
        """Does what `llama_sampler_sample` does with the logits of a context."""
        size = len(self._logits)
        entries = (self._native.llama_token_data * size)()
        for token, logit in enumerate(self._logits):
            entries[token].id, entries[token].logit = token, logit
        array = self._native.llama_token_data_array(
            data=entries, size=size, selected=-1, sorted=False
        )
        self._native.llama_sampler_apply(chain, ctypes.byref(array))
        token = int(array.data[array.selected].id)
        self._native.llama_sampler_accept(chain, token)
        return token


@pytest.fixture(scope="module")
def model(tiny_llama: Path) -> Iterator[Model]:
    bindings.load().llama_backend_init()
    model = Model.load(str(tiny_llama), log=Log())
    yield model
    model.free()


@pytest.fixture
def draw(model: Model) -> Iterator[Callable[..., list[int]]]:
    """Draws tokens one after the other."""
    vocabulary = Vocabulary(model)
    samplers: list[Sampler] = []

    def draw(settings: Sampling, logits: Sequence[float], count: int) -> list[int]:
        sampler = Sampler(settings, model, vocabulary)
        samplers.append(sampler)
        filled = [*logits, *[-60.0] * (vocabulary.size - len(logits))]
        context = FixedLogits(filled)
        return [sampler.sample(context, 0) for _ in range(count)]  # type: ignore[arg-type]

    yield draw
    for sampler in samplers:
        sampler.free()


def _logits(probabilities: Sequence[float] = _PROBABILITIES) -> list[float]:
    return [math.log(p) for p in probabilities]


def _with(**changes: Any) -> Sampling:
    return Sampling(**{"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0, **changes})


def _seen(draw: Callable[..., list[int]], settings: Sampling) -> set[int]:
    return set(draw(settings, _logits(), _DRAWS))


def _shares(tokens: Sequence[int]) -> list[float]:
    counts = Counter(tokens)
    return [counts[token] / len(tokens) for token in range(len(_PROBABILITIES))]


def _close(shares: Sequence[float], wanted: Sequence[float]) -> bool:
    """Compares drawn shares with probabilities, within five standard deviations."""
    return all(
        abs(share - p) <= 5 * math.sqrt(p * (1 - p) / _DRAWS) + 1e-9
        for share, p in zip(shares, wanted, strict=True)
    )


def test_without_limits_every_token_comes_as_often_as_its_probability(
    draw: Callable[..., list[int]],
) -> None:
    assert _close(_shares(draw(ALL, _logits(), _DRAWS)), _PROBABILITIES)


@pytest.mark.parametrize("temperature", [0.5, 2.0])
def test_temperature_sharpens_and_flattens(
    draw: Callable[..., list[int]], temperature: float
) -> None:
    powers = [p ** (1 / temperature) for p in _PROBABILITIES]
    wanted = [power / sum(powers) for power in powers]
    shares = _shares(draw(_with(temperature=temperature), _logits(), _DRAWS))
    assert _close(shares, wanted)
    assert not _close(shares, _PROBABILITIES)


def test_greedy_takes_the_likeliest(draw: Callable[..., list[int]]) -> None:
    assert set(draw(GREEDY, [0.0, 1.0, 3.0, 2.9], 50)) == {2}


@pytest.mark.parametrize("top_k", [1, 3, 5])
def test_top_k_keeps_the_likeliest_k(draw: Callable[..., list[int]], top_k: int) -> None:
    assert _seen(draw, _with(top_k=top_k)) == set(range(top_k))


@pytest.mark.parametrize(("top_p", "kept"), [(0.3, 1), (0.6, 2), (0.85, 4), (0.96, 6)])
def test_top_p_keeps_the_fewest_that_reach_the_sum(
    draw: Callable[..., list[int]], top_p: float, kept: int
) -> None:
    assert _seen(draw, _with(top_p=top_p)) == set(range(kept))


@pytest.mark.parametrize(("min_p", "kept"), [(0.9, 1), (0.3, 3), (0.1, 5)])
def test_min_p_keeps_what_is_near_the_likeliest(
    draw: Callable[..., list[int]], min_p: float, kept: int
) -> None:
    assert sum(p >= min_p * _PROBABILITIES[0] for p in _PROBABILITIES) == kept
    assert _seen(draw, _with(min_p=min_p)) == set(range(kept))


def test_typical_keeps_what_surprises_as_much_as_expected(draw: Callable[..., list[int]]) -> None:
    entropy = -sum(p * math.log(p) for p in _PROBABILITIES)
    ranked = sorted(range(7), key=lambda t: abs(-math.log(_PROBABILITIES[t]) - entropy))
    kept, total = set(), 0.0
    for token in ranked:
        kept.add(token)
        total += _PROBABILITIES[token]
        if total > 0.35:
            break
    assert _seen(draw, _with(typical_p=0.35)) == kept != set(range(len(kept)))


def test_xtc_leaves_out_all_but_the_least_of_the_likely_ones(
    draw: Callable[..., list[int]],
) -> None:
    """Over the threshold are 0, 1 and 2; of these 2 alone stays."""
    assert _seen(draw, _with(xtc_probability=1.0, xtc_threshold=0.12)) == {2, 3, 4, 5, 6}


def test_logit_bias_adds_and_forbids(draw: Callable[..., list[int]]) -> None:
    assert _seen(draw, _with(logit_bias={0: -1000.0, 1: -1000.0})) == {2, 3, 4, 5, 6}
    powers = [p * (math.e if t == 3 else 1) for t, p in enumerate(_PROBABILITIES)]
    wanted = [power / sum(powers) for power in powers]
    assert _close(_shares(draw(_with(logit_bias={3: 1.0}), _logits(), _DRAWS)), wanted)


def _penalized(logits: Sequence[float], history: Sequence[int], settings: Sampling) -> list[float]:
    """Source: `llama_sampler_penalties_apply` in llama.cpp."""
    values = list(logits)
    for token, count in Counter(history[-settings.penalty_last_n :]).items():
        factor = settings.repeat_penalty
        values[token] = values[token] * factor if values[token] <= 0 else values[token] / factor
        values[token] -= count * settings.frequency_penalty + settings.presence_penalty
    return values


@pytest.mark.parametrize(
    "penalties",
    [
        {"repeat_penalty": 2.0},
        {"frequency_penalty": 0.4},
        {"presence_penalty": 0.7},
        {"repeat_penalty": 1.1, "frequency_penalty": 0.2, "presence_penalty": 0.3},
        {"repeat_penalty": 1.5, "penalty_last_n": 3},
    ],
)
def test_penalties_choose_as_the_reference(
    draw: Callable[..., list[int]], penalties: dict[str, Any]
) -> None:
    settings = Sampling(temperature=0.0, **penalties)
    numbers = random.Random(7)
    logits = [numbers.uniform(-1, 4) for _ in range(12)]
    history: list[int] = []
    for _ in range(40):
        values = _penalized(logits, history, settings)
        history.append(values.index(max(values)))
    assert draw(settings, logits, 40) == history
    assert len(set(history)) > 1


@pytest.mark.parametrize(("lead", "repeats"), [(1.0, False), (30.0, True)])
def test_dry_ends_a_loop_unless_the_model_is_very_sure(
    draw: Callable[..., list[int]], lead: float, *, repeats: bool
) -> None:
    """A run that is repeated past the allowed length is punished by multiplier * base^(length)."""
    settings = Sampling(temperature=0.0, dry_multiplier=0.8, dry_base=1.75, dry_allowed_length=2)
    # Tokens 40 to 45 are letters of the tiny model; punctuation would break the run.
    logits = [-60.0] * 40 + [10.0 + lead, *[10.0] * 5]
    tokens = draw(settings, logits, 6)
    assert tokens[:2] == [40, 40]
    assert (set(tokens) == {40}) is repeats


@pytest.mark.parametrize("version", [1, 2])
def test_mirostat_steers_to_the_asked_surprise(
    draw: Callable[..., list[int]], version: int
) -> None:
    weights = [1 / (rank + 1) ** 1.1 for rank in range(200)]
    probabilities = [weight / sum(weights) for weight in weights]

    def surprise(settings: Sampling) -> float:
        tokens = draw(settings, _logits(probabilities), 3000)[500:]
        return -sum(math.log2(probabilities[token]) for token in tokens) / len(tokens)

    free = surprise(ALL)
    low = surprise(_with(mirostat=version, mirostat_tau=2.0))
    high = surprise(_with(mirostat=version, mirostat_tau=3.5))
    assert low + 0.5 < high < free - 0.5


def test_the_seed_decides(draw: Callable[..., list[int]]) -> None:
    first, again, other = (draw(_with(seed=seed), _logits(), 60) for seed in (5, 5, 6))
    assert first == again
    assert first != other
