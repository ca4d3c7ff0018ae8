"""How surely the document says what a sentence says: a few traits, weighed as fitted.

The weights come from `python -m benchmarks.evidence_fit`, on the two development sets. Each trait
is a share or a small count, so its weight can be read: what a whole found number adds, what a word
that is found nowhere takes away.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass

from desktop_slm.assistants.evidence.arithmetic import follows
from desktop_slm.assistants.evidence.dates import Date
from desktop_slm.assistants.evidence.names import Name
from desktop_slm.assistants.evidence.quantity import Quantity
from desktop_slm.assistants.evidence.scene import Atom, Scene, best_of

# What a word weighs that says little by itself.
_LIGHT_WEIGHT = 0.3
_MOST_NUMBERS, _MOST_MISSING, _MOST_FOUND = 2.0, 4.0, 5.0
_LEAST_CONTENT = 0.6
# Small numbers are found by chance.
_SMALL_NUMBER, _SMALL_WEIGHT = 12, 0.5


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a sentence was found, and how near together."""

    by_clause: float  # share that one line has for each clause
    found: float  # how much content the best lines have
    missing: float  # content words found nowhere
    numbers: float  # numbers and dates found
    near_name: float  # share found in lines that have its names


WEIGHTS = Traits(by_clause=0.55, found=1.18, missing=-0.57, numbers=3.44, near_name=0.56)
BIAS = -3.11
# What full support takes of the sum.
FULL = -0.5


def is_assured(scene: Scene) -> bool:
    """Whether enough of it was found for full support, whatever else speaks against it."""
    return weighed(traits(scene)) > FULL


def weighed(found: Traits) -> float:
    """Returns the sum of the traits with their weights: above 0 it is likelier than not."""
    total = BIAS
    for weight, value in zip(astuple(WEIGHTS), astuple(found), strict=True):
        total += weight * value
    return total


def traits(scene: Scene) -> Traits:
    """Returns the traits of the scene's sentence."""
    content = _content(scene)
    total = max(sum(content.values()), _LEAST_CONTENT)
    by_line = [_in_line(scene, content, line) for line in range(len(scene.lines))]
    found = sum(_best_line(scene, content, clause) for clause in scene.clauses)
    missing = sum(w == 1 and not scene.words[i] for i, w in content.items())
    return Traits(
        found / total,
        min(found, _MOST_FOUND),
        min(missing, _MOST_MISSING),
        min(sum(_evidence_of(atom, scene) for atom in scene.atoms), _MOST_NUMBERS),
        _near_name(scene, by_line) / total,
    )


def _content(scene: Scene) -> dict[int, float]:
    """Returns the weights of the content words that are no names, by index."""
    light = scene.lexicon.light
    return {
        index: _LIGHT_WEIGHT if word.stem in light else 1.0
        for index, word in enumerate(scene.claim.content)
        if word.start not in scene.name_starts
    }


def _in_line(scene: Scene, content: dict[int, float], line: int) -> float:
    return sum(w * best_of(scene.words[i]).get(line, 0.0) for i, w in content.items())


def _best_line(scene: Scene, content: dict[int, float], clause: list[int]) -> float:
    by_line: Counter[int] = Counter()
    for index in clause:
        for line, found in best_of(scene.words[index]).items():
            by_line[line] += content.get(index, 0.0) * found  # type: ignore[assignment]
    return max(by_line.values(), default=0.0)


def _near_name(scene: Scene, by_line: list[float]) -> float:
    """Returns what is found in the line of a name, or in any where the sentence has none."""
    lines = [match.line for name in _names(scene) for match in scene.matches(name)]
    if not lines:
        return max(by_line, default=0.0)
    return max(by_line[near] for line in lines for near in (line, *scene.beside(line)))


def _names(scene: Scene) -> list[Name]:
    return [name for name in scene.claim.names if name.is_sure]


def _evidence_of(atom: Atom, scene: Scene) -> float:
    """Returns what it says that a number or date is found: little for a small one."""
    if isinstance(atom, Name) or (isinstance(atom, Quantity) and atom.is_weak):
        return 0.0
    if not scene.matches(atom) and not follows(atom, scene):
        return 0.0
    if isinstance(atom, Date):
        return 1.0
    is_small = not atom.dimension and atom.values[0] <= _SMALL_NUMBER
    return _SMALL_WEIGHT if is_small else 1.0
