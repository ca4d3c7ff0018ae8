"""Decides how far a stretch of a document supports a sentence, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from desktop_slm.assistants.evidence.arithmetic import follows
from desktop_slm.assistants.evidence.assurance import is_assured
from desktop_slm.assistants.evidence.dates import Date
from desktop_slm.assistants.evidence.names import Name
from desktop_slm.assistants.evidence.numbers import Quantity
from desktop_slm.assistants.evidence.quantity import MULTIPLE
from desktop_slm.assistants.evidence.reading import Reading
from desktop_slm.assistants.evidence.scene import Atom, Scene
from desktop_slm.assistants.evidence.turns import turns
from desktop_slm.assistants.evidence.values import Doubt, Evidence, Finding, Support

# Below this share of a sentence's content it is not supported at all.
LEAST_SHARE = 0.15
_MOST_PLACES = 3
# What a further place has to add of the sentence's content.
_LEAST_ADDED = 0.12
# How much nearer another number of the same kind has to stand to what the sentence says of it.
_RIVAL_NEARER = 1.5
_RIVAL_LEAST = 0.2


class Document(Protocol):
    """The whole document, asked only for what the stretch lacks."""

    def evidence(self, number: int, score: float) -> Evidence: ...
    def is_uncertain(self, number: int, start: int, end: int) -> bool: ...
    def has_word(self, plain: str) -> bool: ...
    def may_contain(self, key_text: str) -> Iterator[Reading]: ...
    def may_contain_value(self, value: float) -> Iterator[Reading]: ...


def check(scene: Scene, document: Document) -> Finding:
    """Returns the support of the scene's sentence."""
    places = _places(scene)
    share = sum(added for _, added in places)
    unknown = tuple(_unknown(scene, document))
    if not places or share < LEAST_SHARE:
        return Finding(Support.NONE, (), unknown, (Doubt.WORDS,))
    chosen = [line for line, _ in places]
    doubts = [*_atom_doubts(scene, chosen), *turns(scene, chosen)]
    if any(_is_uncertain(atom, scene, document) for atom in scene.atoms):
        doubts.append(Doubt.RECOGNITION)
    if not is_assured(scene):
        doubts.append(Doubt.WORDS)
    if unknown and not doubts:
        doubts.append(Doubt.NAME)
    evidence = tuple(
        document.evidence(scene.numbers[line], sum(carried(scene, line).values()))
        for line in chosen
    )
    support = Support.PARTIAL if doubts else Support.FULL
    return Finding(support, evidence, unknown, tuple(dict.fromkeys(doubts)))


def carried(scene: Scene, line: int) -> dict[int, float]:
    """Returns the shares of the sentence that a line carries, by the number of its part."""
    parts = scene.parts
    total = sum(weight for weight, _ in parts) or 1.0
    return {
        index: weight * found / total
        for index, (weight, by_line) in enumerate(parts)
        if (found := by_line.get(line, 0.0)) > 0
    }


def _places(scene: Scene) -> list[tuple[int, float]]:
    """Returns the lines that carry the sentence together, each with what it adds; best first."""
    shares = [carried(scene, line) for line in range(len(scene.lines))]
    covered: dict[int, float] = {}
    chosen: list[tuple[int, float]] = []
    while len(chosen) < _MOST_PLACES:
        added = [
            sum(max(0.0, value - covered.get(part, 0.0)) for part, value in share.items())
            for share in shares
        ]
        best = max(range(len(added)), key=added.__getitem__, default=None)
        if best is None or added[best] < (_LEAST_ADDED if chosen else 1e-9):
            break
        chosen.append((best, added[best]))
        for part, value in shares[best].items():
            covered[part] = max(covered.get(part, 0.0), value)
    return chosen


def _atom_doubts(scene: Scene, chosen: list[int]) -> Iterator[Doubt]:
    for atom in scene.atoms:
        matches = scene.matches(atom)
        if not matches:
            if follows(atom, scene):
                continue
            if _counts(atom):
                yield Doubt.NAME if isinstance(atom, Name) else Doubt.NUMBER
            continue
        if not _is_bound(atom):
            continue
        if isinstance(atom, Name) and scene.is_role_of_another(atom):
            yield Doubt.NAME
            continue
        of_another = Doubt.NAME if isinstance(atom, Name) else Doubt.NUMBER_OF_ANOTHER
        if scene.is_told_of_another(atom):
            yield of_another
            continue
        best = max(scene.closeness(atom, match.position, match.line) for match in matches)
        rival = max(
            (
                scene.closeness(atom, scene.position(line, its.start), line)
                for line, its in scene.rivals(atom)
            ),
            default=0.0,
        )
        if rival > max(best * _RIVAL_NEARER, _RIVAL_LEAST):
            yield of_another


def _is_uncertain(atom: Atom, scene: Scene, document: Document) -> bool:
    """Whether a number or date was found only where the recognition of a picture doubts it."""
    if isinstance(atom, Name):
        return False
    found = [
        document.is_uncertain(scene.numbers[index], its.start, its.end)
        for index, line in enumerate(scene.lines)
        for its in scene.like(atom, line)
    ]
    return bool(found) and all(found)


def _counts(atom: Atom) -> bool:
    """Whether it tells against a sentence that the places do not have it."""
    if isinstance(atom, Name):
        return atom.is_sure
    return not (isinstance(atom, Quantity) and atom.is_weak) or atom.dimension == MULTIPLE


def _is_bound(atom: Atom) -> bool:
    """Whether it matters beside which words it stands."""
    if isinstance(atom, Name):
        return atom.is_sure and not atom.is_acronym
    return not (isinstance(atom, Quantity) and atom.is_weak)


def _unknown(scene: Scene, document: Document) -> Iterator[str]:
    """Yields the numbers and names of the sentence that the whole document lacks."""
    text = scene.claim.text
    for atom in sorted(scene.atoms, key=lambda each: each.start):
        if scene.matches(atom) or follows(atom, scene) or _is_in(atom, scene, document):
            continue
        yield text[atom.start : atom.end]


def _is_in(atom: Atom, scene: Scene, document: Document) -> bool:
    if isinstance(atom, Name):
        return not atom.is_sure or all(document.has_word(word) for word in atom.own)
    if isinstance(atom, Date):
        readings = document.may_contain(scene.claim.text[atom.start : atom.end])
        return any(scene.like(atom, reading) for reading in readings)
    if atom.is_weak:
        return True
    return any(
        scene.like(atom, reading)
        for value in atom.values
        for reading in document.may_contain_value(value / atom.factor)
    )
