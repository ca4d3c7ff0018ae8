"""Fits the weights of the evidence check's traits on the two development sets.

    python -m benchmarks.evidence_fit

Prints the weights for `assistants/evidence/assurance.py`, and how well those fitted on one set do
on the other: the share of true sentences above the score that 95 of 100 inventions stay below.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from desktop_slm.assistants.evidence.assurance import Traits, traits
from desktop_slm.assistants.evidence.index import EvidenceIndex
from desktop_slm.assistants.evidence.values import Place
from desktop_slm.documents.sentences import split
from tests.data.evidence import DEVELOPMENT, DEVELOPMENT_2, Pair, read_pairs

_STEPS, _RATE = 3000, 0.5
# What keeps weights small where the sets say little.
_PENALTY = 0.002
_CAUGHT = 0.95


@dataclass(frozen=True, slots=True)
class Example:
    """The traits of a sentence with a 1 before them for the bias, and whether it is true."""

    values: tuple[float, ...]
    is_true: bool


def examples(half: str) -> list[Example]:
    """Returns the true and the invented sentences of a set."""
    pairs = [pair for pair in read_pairs(half) if pair.kind in ("true", "invented")]
    return [Example((1.0, *astuple(_traits(pair))), pair.is_true) for pair in pairs]


def _traits(pair: Pair) -> Traits:
    texts = [passage.text for passage in pair.passages]
    sentences = [text[start:end] for text in texts for start, end in split(text)]
    index = EvidenceIndex((Place(1, 0, len(text)), text) for text in sentences)
    return traits(index.scene(pair.sentence))


def fit(chosen: Sequence[Example]) -> list[float]:
    """Returns the weights of a logistic regression in which both labels count alike."""
    weights = [0.0] * len(chosen[0].values)
    shares = {label: 0.5 / sum(each.is_true is label for each in chosen) for label in (True, False)}
    for _ in range(_STEPS):
        slopes = [_PENALTY * weight for weight in weights]
        slopes[0] = 0.0
        for each in chosen:
            miss = (_likelihood(weights, each) - each.is_true) * shares[each.is_true]
            for index, value in enumerate(each.values):
                slopes[index] += miss * value
        weights = [weight - _RATE * slope for weight, slope in zip(weights, slopes, strict=True)]
    return weights


def _likelihood(weights: Sequence[float], example: Example) -> float:
    return 1 / (1 + math.exp(-score(weights, example)))


def score(weights: Sequence[float], example: Example) -> float:
    """Returns the weighed sum of an example."""
    return sum(weight * value for weight, value in zip(weights, example.values, strict=True))


def true_kept(weights: Sequence[float], chosen: Sequence[Example]) -> tuple[float, float]:
    """Returns the share of true ones above the score that keeps out inventions, and that score."""
    invented = sorted(score(weights, each) for each in chosen if not each.is_true)
    bound = invented[min(len(invented) - 1, math.ceil(len(invented) * _CAUGHT) - 1)]
    true = [score(weights, each) for each in chosen if each.is_true]
    return sum(each > bound for each in true) / len(true), bound


def main() -> None:
    """Fits on each set, judges on the other, then fits on both and prints."""
    first, second = examples(DEVELOPMENT), examples(DEVELOPMENT_2)
    for name, ours, theirs in (("1 to 2", first, second), ("2 to 1", second, first)):
        print(f"fitted on {name}: true kept {true_kept(fit(ours), theirs)[0]:.2f}")
    weights = fit(first + second)
    kept, bound = true_kept(weights, first + second)
    print(f"on both: true kept {kept:.2f} at {bound:.2f}")
    for name, weight in zip(["bias", *(f.name for f in fields(Traits))], weights, strict=True):
        print(f"    {name}={weight:.2f},")


if __name__ == "__main__":
    main()
