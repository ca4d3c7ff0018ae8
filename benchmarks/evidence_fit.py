"""Fits the weights of the evidence check's traits on the development sets.

    python -m benchmarks.evidence_fit

Prints the weights for `assistants/evidence/assurance.py` and, by cross-validation over passages,
the share of true sentences left unflagged at the score that 95 of 100 inventions stay below.

The lexicon was written beside these sets and knows their words better than those of a document
that nobody has seen. So each true sentence is taken twice with some of its synonyms forgotten, and
no weight may have the sign that sense forbids (`assurance.py`).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields

from desktop_slm.assistants.evidence import Doubt
from desktop_slm.assistants.evidence.assurance import Traits, traits
from desktop_slm.assistants.evidence.index import EvidenceIndex
from desktop_slm.assistants.evidence.scene import Scene
from desktop_slm.assistants.evidence.values import Place
from desktop_slm.documents.sentences import split
from tests.data.evidence import DEVELOPMENT_SETS, Pair, read_pairs

_STEPS = 400
# What keeps weights small where the sets say little.
_PENALTY = 0.002
_CAUGHT = 0.95
_FOLDS = 12
_FORGOTTEN, _TIMES = 0.15, 2
_AGAINST = ("elsewhere", "missing")
_SIGNS = (0, *(-1 if field.name in _AGAINST else 1 for field in fields(Traits)))


@dataclass(frozen=True, slots=True)
class Example:
    """The traits of a sentence with a 1 before them for the bias, and whether it is true.

    `is_doubted` says that something else than its words flags it anyhow.
    """

    values: tuple[float, ...]
    is_true: bool
    is_doubted: bool
    passage: str


def examples() -> list[Example]:
    """Returns the true and the invented sentences of the development sets."""
    source = random.Random(5)
    pairs = [pair for name in DEVELOPMENT_SETS for pair in read_pairs(name)]
    return [
        example
        for pair in pairs
        if pair.kind in ("true", "invented")
        for example in _examples(pair, source)
    ]


def _examples(pair: Pair, source: random.Random) -> list[Example]:
    texts = [passage.text for passage in pair.passages]
    sentences = [text[start:end] for text in texts for start, end in split(text)]
    index = EvidenceIndex((Place(1, 0, len(text)), text) for text in sentences)
    doubts = set(index.find(pair.sentence).doubts) - {Doubt.WORDS}
    times = _TIMES if pair.is_true else 1
    return [
        Example(
            (1.0, *astuple(traits(_forgetting(index.scene(pair.sentence), pair, source)))),
            pair.is_true,
            bool(doubts),
            pair.passages[0].id,
        )
        for _ in range(times)
    ]


def _forgetting(scene: Scene, pair: Pair, source: random.Random) -> Scene:
    """Takes from a true sentence some of the words that only a synonym finds."""
    if pair.is_true:
        scene.words = {
            index: [match for match in matches if match.likeness == 1.0]
            if source.random() < _FORGOTTEN
            else matches
            for index, matches in scene.words.items()
        }
    return scene


def fit(chosen: Sequence[Example]) -> list[float]:
    """Returns the weights of a logistic regression in which both labels count alike."""
    size = len(chosen[0].values)
    shares = {label: 0.5 / sum(each.is_true is label for each in chosen) for label in (True, False)}
    steepest = 0.25 * sum(
        shares[each.is_true] * value * value for each in chosen for value in each.values
    )
    weights, ahead, momentum = [0.0] * size, [0.0] * size, 1.0
    for _ in range(_STEPS):
        slopes = [0.0, *(_PENALTY * weight for weight in ahead[1:])]
        for each in chosen:
            miss = (_likelihood(ahead, each) - each.is_true) * shares[each.is_true]
            for index, value in enumerate(each.values):
                slopes[index] += miss * value
        moved = [
            _allowed(weight - slope / steepest, sign)
            for weight, slope, sign in zip(ahead, slopes, _SIGNS, strict=True)
        ]
        following = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        push = (momentum - 1) / following
        ahead = [new + push * (new - old) for new, old in zip(moved, weights, strict=True)]
        weights, momentum = moved, following
    return weights


def _allowed(weight: float, sign: int) -> float:
    return 0.0 if weight * sign < 0 else weight


def _likelihood(weights: Sequence[float], example: Example) -> float:
    return 1 / (1 + math.exp(-score(weights, example)))


def score(weights: Sequence[float], example: Example) -> float:
    """Returns the weighed sum of an example."""
    return sum(weight * value for weight, value in zip(weights, example.values, strict=True))


def bound_of(scored: Sequence[tuple[float, Example]]) -> float:
    """Returns the score that enough inventions stay below, those that are doubted anyhow too."""
    invented = sorted(
        -math.inf if each.is_doubted else found for found, each in scored if not each.is_true
    )
    return invented[min(len(invented) - 1, math.ceil(len(invented) * _CAUGHT) - 1)]


def cross_validated(
    chosen: Sequence[Example], fitting: Callable[[Sequence[Example]], list[float]]
) -> list[tuple[float, Example]]:
    """Returns each example with the score by weights that its passage had no part in."""
    passages = sorted({each.passage for each in chosen})
    random.Random(0).shuffle(passages)
    fold = {passage: number % _FOLDS for number, passage in enumerate(passages)}
    scored = []
    for number in range(_FOLDS):
        weights = fitting([each for each in chosen if fold[each.passage] != number])
        scored += [(score(weights, each), each) for each in chosen if fold[each.passage] == number]
    return scored


def main() -> None:
    """Cross-validates, then fits on all and prints."""
    chosen = examples()
    scored = cross_validated(chosen, fit)
    bound = bound_of(scored)
    true = [(found, each) for found, each in scored if each.is_true]
    by_words = sum(found > bound for found, _ in true) / len(true)
    unflagged = sum(found > bound and not each.is_doubted for found, each in true) / len(true)
    print(f"cross-validated: {by_words:.2f} of true have enough words, {unflagged:.2f} no doubt")
    print(f"    FULL = {bound:.2f}")
    for name, weight in zip(["bias", *(f.name for f in fields(Traits))], fit(chosen), strict=True):
        print(f"    {name}={weight:.2f},")


if __name__ == "__main__":
    main()
