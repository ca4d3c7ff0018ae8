"""How surely the document says what a sentence says: a few traits, weighed as fitted.

The weights come from `python -m benchmarks.evidence_fit`, on the development sets. Each trait is a
share or a small count, so its weight can be read: what a whole found number adds, what a word that
is found nowhere takes away. What is found never counts against a sentence, nor what is missing for
it: the fit may not give a weight the other sign, however much the sets would like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property
from itertools import pairwise

from desktop_slm.assistants.evidence.arithmetic import follows
from desktop_slm.assistants.evidence.dates import Date
from desktop_slm.assistants.evidence.names import Name
from desktop_slm.assistants.evidence.quantity import Quantity
from desktop_slm.assistants.evidence.scene import Atom, Match, Scene, best_of

# What a word weighs that says little by itself.
_LIGHT_WEIGHT = 0.3
_MOST_ATOMS, _MOST_MISSING, _MOST_FOUND = 2.0, 4.0, 5.0
_LEAST_CONTENT = 0.6
# So few words apart, two words of the sentence stand together in the document too.
_NEAR_WORDS = 9.0
# Of a sentence with one word it cannot be said whether its words stand together.
_SHARE_UNKNOWN = 0.5
# Small numbers are found by chance.
_SMALL_NUMBER, _SMALL_WEIGHT = 12, 0.5


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a sentence was found, and how near together."""

    by_line: float  # share of the content that one line has
    telling: float  # words found that no other line has
    common: float  # words found that other lines have too
    together: float  # share of neighbouring words that are neighbours there as well
    numbers: float  # numbers and dates found
    names: float  # names found
    elsewhere: float  # share of the content that only other lines have
    missing: float  # content words found nowhere


WEIGHTS = Traits(
    by_line=2.12,
    telling=0.83,
    common=0.3,
    together=1.39,
    numbers=3.54,
    names=0.26,
    elsewhere=-0.61,
    missing=-0.09,
)
BIAS = -3.54
# What full support takes of the sum.
FULL = -0.23


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
    return _Search(scene).traits()


class _Search:
    """The content words of a sentence that are no names, and the lines that have them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        light = scene.lexicon.light
        self._weights = {
            index: _LIGHT_WEIGHT if word.stem in light else 1.0
            for index, word in enumerate(scene.claim.content)
            if word.start not in scene.name_starts
        }
        self._lines = {index: best_of(scene.words[index]) for index in self._weights}

    def traits(self) -> Traits:
        """Returns what was found, in the two lines that have the most of it."""
        best = self._next_line(())
        told = (best, self._next_line((best,)))
        total = max(sum(self._weights.values()), _LEAST_CONTENT)
        heavy = [index for index, weight in self._weights.items() if weight == 1.0]
        found = [len(self._lines[index]) for index in heavy if self._is_in(index, told)]
        elsewhere = (
            weight
            for index, weight in self._weights.items()
            if self._lines[index] and not self._is_in(index, told)
        )
        atoms = self._scene.atoms
        return Traits(
            by_line=self._carried((best,)) / total,
            telling=min(sum(lines == 1 for lines in found), _MOST_FOUND),
            common=min(sum(lines > 1 for lines in found), _MOST_FOUND),
            together=self._share_together,
            numbers=min(sum(_evidence_of(atom, self._scene) for atom in atoms), _MOST_ATOMS),
            names=min(sum(_is_found_name(atom, self._scene) for atom in atoms), _MOST_ATOMS),
            elsewhere=sum(elsewhere) / total,
            missing=min(sum(not self._lines[index] for index in heavy), _MOST_MISSING),
        )

    def _is_in(self, index: int, lines: Iterable[int]) -> bool:
        return any(line in self._lines[index] for line in lines)

    def _carried(self, lines: Iterable[int]) -> float:
        """Returns the weight that some lines have together."""
        chosen = tuple(lines)
        return sum(
            weight * max((self._lines[index].get(line, 0.0) for line in chosen), default=0.0)
            for index, weight in self._weights.items()
        )

    def _next_line(self, chosen: tuple[int, ...]) -> int:
        """Returns the line that carries the most together with those chosen."""
        lines = range(len(self._scene.lines))
        return max(lines, key=lambda line: self._carried((*chosen, line)), default=-1)

    @cached_property
    def _share_together(self) -> float:
        pairs = list(pairwise(sorted(self._weights)))
        if not pairs:
            return _SHARE_UNKNOWN
        words: Mapping[int, list[Match]] = self._scene.words
        return sum(_are_near(words[left], words[right]) for left, right in pairs) / len(pairs)


def _are_near(left: list[Match], right: list[Match]) -> bool:
    return any(abs(a.position - b.position) <= _NEAR_WORDS for a in left for b in right)


def _is_found_name(atom: Atom, scene: Scene) -> bool:
    return isinstance(atom, Name) and atom.is_sure and bool(scene.matches(atom))


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
