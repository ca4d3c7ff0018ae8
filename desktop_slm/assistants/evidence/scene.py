"""A sentence beside the stretch of a document that may support it: what is matched where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_slm.assistants.evidence.aliases import Aliases
from desktop_slm.assistants.evidence.dates import Date
from desktop_slm.assistants.evidence.demonyms import are_of_one_country
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.likeness import likeness
from desktop_slm.assistants.evidence.names import TITLES, Name
from desktop_slm.assistants.evidence.numbers import Quantity
from desktop_slm.assistants.evidence.reading import Reading
from desktop_slm.assistants.evidence.words import Word
from desktop_slm.assistants.terms import fold

# In words: how far the end of a sentence parts two, and a stretch that was left out.
_SENTENCE_WORDS = 12.0
_GAP_WORDS = 60.0

_JOINT = re.compile(r";|(?:,\s|\s)(?:and|und|et|while|während|tandis que)\s")
_FEW_WORDS = 3
_NAME_WORDS = 4
# A line tells a sentence of another where it has so much of it, and so much more than any else.
_TOLD_LEAST, _TOLD_MORE = 0.5, 1.5
# What only may stand for a word tells less of where its neighbours belong.
_SURENESS = 3.0
# How far a small word stands for one of content: "must" for "required".
_SMALL_WORD = 0.6
# How much a number or date weighs beside a word.
_ATOM_WEIGHT = 1.5
_NAME_ENDINGS = frozenset("s es n en er ers ern n an ian ans ais aise".split())
_TITLE_GENDER = {
    title: gender
    for gender, titles in {
        "m": "mr sir lord herr herrn hr monsieur m docteur professeur",
        "f": "mrs ms miss lady frau fr mme mlle madame mademoiselle docteure professeure",
    }.items()
    for title in titles.split()
}

Atom = Quantity | Date | Name


@dataclass(frozen=True, slots=True)
class Match:
    """A word, number, date or name of the sentence, found in a sentence of the document."""

    line: int  # index in the scene
    position: float
    likeness: float


class Scene:
    """What a sentence and some sentences of a document share."""

    def __init__(
        self,
        claim: Reading,
        numbers: Sequence[int],
        lines: Sequence[Reading],
        aliases: Aliases,
    ) -> None:
        self.claim = claim
        self.numbers = numbers
        self.lines = lines
        self._matches: dict[Atom, list[Match]] = {}
        self._aliases = aliases.same
        self._roles = aliases.roles
        self.lexicon = lexicon(claim.language)

    @cached_property
    def _offsets(self) -> list[float]:
        found, at = [], 0.0
        for index, line in enumerate(self.lines):
            if index:
                is_next = self.numbers[index] == self.numbers[index - 1] + 1
                at += _SENTENCE_WORDS if is_next else _GAP_WORDS
            found.append(at)
            at += line.position(len(line.text))
        return found

    def position(self, line: int, offset: int) -> float:
        """Returns how many words in something stands, over all lines."""
        return self._offsets[line] + self.lines[line].position(offset)

    def beside(self, line: int) -> list[int]:
        """Returns the lines of the document right before and after a line, those that it has."""
        near = (line - 1, line + 1)
        return [
            other
            for other in near
            if 0 <= other < len(self.lines) and abs(self.numbers[other] - self.numbers[line]) == 1
        ]

    @cached_property
    def words(self) -> dict[int, list[Match]]:
        """For each content word of the sentence, by its index, where it is found."""
        return {
            index: [
                Match(number, self.position(number, its.start), found)
                for number, line in enumerate(self.lines)
                for its in (*line.content, *line.telling)
                if (found := self._word_likeness(word, its)) > 0
            ]
            for index, word in enumerate(self.claim.content)
        }

    def _word_likeness(self, mine: Word, its: Word) -> float:
        if not its.is_content:
            return _SMALL_WORD if self.lexicon.are_synonyms(mine.stem, its.stem) else 0.0
        found = likeness(mine, its, self.lexicon)
        if not found and its.plain in self._aliases.get(mine.plain, ()):
            return 0.9
        return found

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """The numbers, dates and names of the sentence."""
        return (*self.claim.quantities, *self.claim.dates, *self.claim.names)

    def matches(self, atom: Atom) -> list[Match]:
        """Returns where a number, date or name of the sentence is found."""
        if atom not in self._matches:
            self._matches[atom] = [
                Match(number, self.position(number, its.start), 1.0)
                for number, line in enumerate(self.lines)
                for its in self.like(atom, line)
            ]
        return self._matches[atom]

    def like(self, atom: Atom, line: Reading) -> list[Atom | Word]:
        """Returns what a line has that equals the number, date or name."""
        if isinstance(atom, Quantity):
            return [its for its in line.quantities if atom.equals(its)]
        if isinstance(atom, Date):
            return [its for its in line.dates if atom.equals(its)]
        return self._named(atom, line)

    def _named(self, name: Name, line: Reading) -> list[Atom | Word]:
        """Returns the words of a line that carry a name: its last word, and near it the others."""
        if name.is_identifier:
            return [its for its in line.names if its.words == name.words]
        found: list[Atom | Word] = []
        for index, word in enumerate(line.words):
            if (
                _initials(name) == word.text
                or self._is_role(name, word)
                or (is_same_name(name.words[-1], word.plain) and self._is_whole(name, line, index))
            ):
                found.append(word)
        return found

    def _is_role(self, name: Name, word: Word) -> bool:
        """Whether the document calls by this word the one who has every part of the name."""
        return all(word.plain in self._aliases.get(part, ()) for part in name.own if len(part) > 2)

    def _is_whole(self, name: Name, line: Reading, index: int) -> bool:
        """Whether nothing of a longer name is said otherwise by the words around its last one."""
        nearby = line.words[max(0, index - _NAME_WORDS) : index + _NAME_WORDS]
        if any(
            is_same_name(name.words[-1], its.words[-1])
            and name.title
            and its.title
            and _TITLE_GENDER.get(name.title)
            and _TITLE_GENDER.get(its.title)
            and _TITLE_GENDER[name.title] != _TITLE_GENDER[its.title]
            for its in line.names
        ):
            return False
        return all(
            any(is_same_name(part, word.plain) for word in nearby)
            for number, part in enumerate(name.words[:-1])
            if number >= name.loose or part in self._capitals
        )

    @cached_property
    def _capitals(self) -> frozenset[str]:
        return frozenset(
            word.plain for line in self.lines for word in line.words if word.is_capital
        )

    def is_role_of_another(self, name: Name) -> bool:
        """Whether the lines say of someone else, and not of this one, what the sentence says."""
        same, others = False, False
        for line in self.lines:
            for its in line.names:
                if not its.roles or not name.roles <= its.roles:
                    continue
                is_own = is_same_name(name.words[-1], its.words[-1])
                same = same or is_own
                others = others or (not is_own and its.is_sure)
        return bool(name.roles) and others and not same

    def is_told_of_another(self, atom: Atom) -> bool:
        """Whether a line with another of its kind has far more of the sentence than its own."""
        own = {match.line for match in self.matches(atom)}
        others = {line for line, _ in self.rivals(atom)}
        # What comes right after a name goes on about it, where nobody else is named.
        following = {line + 1 for line in own if line + 1 in self.beside(line)} - others
        near = [index for index in self._near(atom) if not self._is_of(atom, index)]
        told = max((self._near_share(line, near) for line in own | following), default=0.0)
        other = max((self._near_share(line, near) for line in others - own), default=0.0)
        return other >= _TOLD_LEAST and other > told * _TOLD_MORE

    def _is_of(self, atom: Atom, index: int) -> bool:
        """Whether a word of the sentence is part of what is looked for, or of a name."""
        start = self.claim.content[index].start
        return atom.start <= start < atom.end or start in self.name_starts

    def _near_share(self, line: int, words: Sequence[int]) -> float:
        found = sum(any(match.line == line for match in self.words[index]) for index in words)
        return found / max(1, len(words))

    def rivals(self, atom: Atom) -> list[tuple[int, Atom]]:
        """Returns the others of a kind that the lines have and the sentence does not."""
        return [(line, its) for line, its in self._others if self._is_rival(atom, its)]

    @cached_property
    def _others(self) -> list[tuple[int, Atom]]:
        # Once for all atoms: in a row of a table it is the square of their number that counts.
        found: list[tuple[int, Atom]] = []
        for number, line in enumerate(self.lines):
            atoms: tuple[Atom, ...] = (*line.quantities, *line.dates, *line.names)
            found += ((number, its) for its in atoms if not self._is_in_claim(its))
        return found

    def _is_rival(self, atom: Atom, its: Atom) -> bool:
        """Whether the two are of one kind, so that one may have been taken for the other."""
        if isinstance(atom, Quantity):
            return (
                isinstance(its, Quantity)
                and its.dimension == atom.dimension
                and its.is_ordinal == atom.is_ordinal
                and not its.is_weak
            )
        if isinstance(atom, Date) or isinstance(its, Date):
            return isinstance(atom, Date) and isinstance(its, Date)
        return (
            isinstance(its, Name)
            and its.is_sure
            and not its.is_acronym
            and its.is_place == atom.is_place
            and its.words[-1] not in self._roles
        )

    def _is_in_claim(self, its: Atom) -> bool:
        if isinstance(its, Quantity):
            return any(not mine.is_weak and mine.equals(its) for mine in self.claim.quantities)
        if isinstance(its, Date):
            return any(mine.equals(its) for mine in self.claim.dates)
        # "Verdoyer" alone is Verdoyer Bâtiment; "Ada Hill" is not Ada Low.
        return any(
            is_same_name(its.words[-1], word.plain)
            or (is_same_name(its.words[0], word.plain) and word.start not in self._first_names)
            for word in self.claim.words
        )

    @cached_property
    def _first_names(self) -> frozenset[int]:
        return frozenset(name.start for name in self.claim.names if len(name.words) > 1)

    @cached_property
    def name_starts(self) -> frozenset[int]:
        """Where in the sentence the words of its names begin."""
        names = [name for name in self.claim.names if name.is_sure]
        return frozenset(
            word.start
            for word in self.claim.content
            if any(name.start <= word.start < name.end for name in names)
        )

    @cached_property
    def clauses(self) -> list[list[int]]:
        """The content words, by index, of each clause that may rest on a place of its own."""
        clauses: list[list[int]] = [[] for _ in range(len(self._joints) + 1)]
        for index, word in enumerate(self.claim.content):
            clauses[bisect_right(self._joints, word.start)].append(index)
        return clauses

    @cached_property
    def _joints(self) -> list[int]:
        starts = [word.start for word in self.claim.content]
        kept, last = [], 0
        for match in _JOINT.finditer(self.claim.text):
            here = bisect_right(starts, match.start())
            if here - last >= _FEW_WORDS and len(starts) - here >= _FEW_WORDS:
                kept.append(match.end())
                last = here
        return kept

    def told(self, lines: Sequence[int]) -> int:
        """Returns which of the lines has the most of the words that are no names."""
        return max(lines, key=lambda line: len(self._told(line)))

    def told_share(self, line: int) -> float:
        """Returns the share of the sentence's words, names left out, that a line has."""
        own = sum(word.start not in self.name_starts for word in self.claim.content)
        return len(self._told(line)) / max(1, own)

    @cached_property
    def parts(self) -> list[tuple[float, dict[int, float]]]:
        """Each part of the sentence, word or atom, with its weight and how far each line has it."""
        parts = [(1.0, best_of(self.words[index])) for index in range(len(self.claim.content))]
        for atom in self.atoms:
            if not isinstance(atom, Name) and not (isinstance(atom, Quantity) and atom.is_weak):
                parts.append((_ATOM_WEIGHT, best_of(self.matches(atom))))
        return parts

    def _told(self, line: int) -> list[int]:
        return [
            index
            for index, word in enumerate(self.claim.content)
            if word.start not in self.name_starts
            and any(match.line == line for match in self.words[index])
        ]

    def hits(self, line: int) -> list[int]:
        """Returns where in a line something of the sentence stands, numbers and names twice."""
        mine, text = self.claim.content, self.lines[line]
        words = [
            its.start
            for its in text.content
            if any(self._word_likeness(word, its) > 0 for word in mine)
        ]
        atoms = [its.start for atom in self.atoms for its in self.like(atom, text)]
        return [*words, *atoms, *atoms]

    def _near(self, atom: Atom) -> list[int]:
        """Returns the content words of the clause of the atom, or all where they are few."""
        own = self.clauses[bisect_right(self._joints, atom.start)]
        return own if len(own) >= _FEW_WORDS else list(range(len(self.claim.content)))

    def closeness(self, atom: Atom, position: float, line: int) -> float:
        """Returns how near a place is to what stands near the atom in the sentence: 0 to 1."""
        own = self.claim.position(atom.start)
        total = ideal = 0.0
        for index in self._near(atom):
            word = self.claim.content[index]
            if atom.start <= word.start < atom.end or word.plain in TITLES:
                continue
            if isinstance(atom, Name) and word.start in self.name_starts:
                continue
            share = 1.0 / (2.0 + abs(self.claim.position(word.start) - own))
            ideal += share / 3.0
            total += share * max(
                (
                    match.likeness**_SURENESS / (2.0 + abs(match.position - position))
                    for match in self.words[index]
                ),
                default=0.0,
            )
        return total / ideal if ideal else 0.0


def best_of(matches: Sequence[Match]) -> dict[int, float]:
    """Returns the best likeness in each line."""
    found: dict[int, float] = {}
    for match in matches:
        found[match.line] = max(found.get(match.line, 0.0), match.likeness)
    return found


def is_same_name(mine: str, its: str) -> bool:
    """Whether two words are one name, a genitive or an adjective of it."""
    if mine == its or are_of_one_country(mine, its):
        return True
    shorter, longer = sorted((mine, its), key=len)
    return (
        len(shorter) >= 3 and longer.startswith(shorter) and longer[len(shorter) :] in _NAME_ENDINGS
    )


def _initials(name: Name) -> str:
    if len(name.words) < 2:
        return ""
    return "".join(fold(word)[:1].upper() for word in name.words)
