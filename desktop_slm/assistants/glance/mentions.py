"""Dates, amounts and names of a document, each said once with all places where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.names import names
from desktop_slm.assistants.evidence.words import words_of
from desktop_slm.assistants.glance.amounts import amounts_in
from desktop_slm.assistants.glance.dated import dates_in, in_time
from desktop_slm.assistants.glance.glance import AmountKind, Entry
from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.assistants.terms import fold
from desktop_slm.documents.document import BlockKind

_MOST_PLACES = 20
_LOWER_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]+")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_INNER_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_DIGIT = re.compile(r"\d")
_MOST_CAPITALS, _LEAST_TITLE_WORDS = 0.6, 4
_KINDS = (AmountKind.MONEY, AmountKind.PERCENTAGE, AmountKind.QUANTITY)

IsDoubtful = Callable[[int, int, int], bool]  # page, start, end
Mention = tuple[Hashable, int, int]  # what is the same, start and end in the sentence


def _never(_page: int, _start: int, _end: int) -> bool:
    return False


class _Gathered:
    """What is said in one or more places."""

    def __init__(self, sentence: Sentence, start: int, end: int) -> None:
        self.text, self.sentence = sentence.text[start:end], sentence.text
        self.places: list[Place] = []
        self.count = 0
        self.add(sentence.place, start, end)

    def add(self, at: Place, start: int, end: int) -> None:
        """Counts one more place."""
        self.count += 1
        if len(self.places) < _MOST_PLACES:
            self.places.append(Place(at.page, at.start + start, at.start + end))

    def entry(self, kind: str = "") -> Entry:
        """Returns it as an entry of the glance."""
        return Entry(self.text, tuple(self.places), self.count, self.sentence, kind=kind)


def date_entries(
    sentences: Sequence[Sentence], language: Language, is_doubtful: IsDoubtful = _never
) -> list[Entry]:
    """Returns the dates by time, but for those whose place is doubtful."""

    def find(text: str) -> Iterator[Mention]:
        if _DIGIT.search(text):  # quick, and a date without a digit is none here
            for date in dates_in(text, language):
                yield date.key, date.start, date.end

    found = _gather(sentences, find, is_doubtful)
    return [found[key].entry() for key in sorted(found, key=in_time)]  # type: ignore[arg-type]


def amount_entries(
    sentences: Sequence[Sentence], language: Language, is_doubtful: IsDoubtful = _never
) -> list[Entry]:
    """Returns money, then percentages, then quantities, each in reading order.

    What stands in a doubtful place, as a word that was recognised in a picture may, is left out.
    """

    def find(text: str) -> Iterator[Mention]:
        for amount in amounts_in(text, language):
            yield (amount.rank, amount.key), amount.start, amount.end

    ranked = sorted(_gather(sentences, find, is_doubtful).items(), key=lambda item: item[0][0])  # type: ignore[index]
    return [each.entry(_KINDS[key[0]]) for key, each in ranked]  # type: ignore[index]


def name_entries(sentences: Sequence[Sentence], language: Language) -> list[Entry]:
    """Returns the names, the commonest first.

    A single capital in German is a noun more often than a name, so there only what nothing but a
    name is written like counts; elsewhere a single word counts when it is said again.
    """
    common = frozenset(fold(word) for each in sentences for word in _LOWER_WORD.findall(each.text))
    sure: set[Hashable] = set()

    def find(text: str) -> Iterator[Mention]:
        if not _INNER_CAPITAL.search(text, 1) or _is_title(text):
            return
        for name in names(text, list(words_of(text)), language, common):
            if name.is_sure and (len(name.words) > 1 or language is Language.GERMAN):
                sure.add(name.words)
            yield name.words, name.start, name.end

    found = _gather(sentences, find)
    is_strict = language is Language.GERMAN
    kept = [
        each for words, each in found.items() if words in sure or (each.count > 1 and not is_strict)
    ]
    return [each.entry() for each in sorted(kept, key=lambda each: -each.count)]


def _is_title(text: str) -> bool:
    """Whether capitals mean nothing here: a heading, the head of a table, a form's labels."""
    words = _ANY_WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return capitals > _MOST_CAPITALS * len(words) and len(words) >= _LEAST_TITLE_WORDS


def _gather(
    sentences: Iterable[Sentence],
    find: Callable[[str], Iterable[Mention]],
    is_doubtful: IsDoubtful = _never,
) -> dict[Hashable, _Gathered]:
    """Returns what was found, each thing once, in reading order; code is not prose."""
    found: dict[Hashable, _Gathered] = {}
    for sentence in sentences:
        if sentence.kind is BlockKind.CODE:
            continue
        page, begin = sentence.place.page, sentence.place.start
        for key, start, end in find(sentence.text):
            if is_doubtful(page, begin + start, begin + end):
                continue
            if key in found:
                found[key].add(sentence.place, start, end)
            else:
                found[key] = _Gathered(sentence, start, end)
    return found
