"""Which characters of a page stand behind a stretch of its clean text.

Clean text differs from what a page holds: ligatures, hyphens and hidden words are gone, lines are
joined, accents are composed. So both are compared word by word by their letters and digits alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_LETTERS = 2_000  # of a part that differs: more are not compared letter by letter
_LEAST_FOUND = 0.5


@dataclass(slots=True)
class Token:
    """A word: its letters and digits, and for each the number of the character it came from."""

    key: str
    places: list[int]


def tokens(characters: Iterable[tuple[int, str]]) -> list[Token]:
    """Returns the words of numbered characters; spaces divide them."""
    found: list[Token] = []
    letters: list[str] = []
    places: list[int] = []
    for number, character in characters:
        if character.isspace():
            _end(found, letters, places)
            letters, places = [], []
            continue
        for letter in _letters(character):
            letters.append(letter)
            places.append(number)
    _end(found, letters, places)
    return found


def numbered(units: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yields numbered characters; two halves of one beyond U+FFFF are one character again."""
    at = start
    while at < end:
        character, number = units[at], at
        if "\ud800" <= character < "\udc00" and at + 1 < end:
            pair = (character + units[at + 1]).encode("utf-16-le", "surrogatepass")
            character = pair.decode("utf-16-le", "replace")
            at += 1
        yield number, character
        at += 1


def align(text: Sequence[Token], page: Sequence[Token]) -> Mapping[int, int]:
    """Returns for characters of the text which of the page each is."""
    first = _shared(text, page)
    last = _shared(text[first:][::-1], page[first:][::-1])
    found: dict[int, int] = {}
    _pair(text[:first], page[:first], found)
    _pair(text[len(text) - last :], page[len(page) - last :], found)
    _match(text[first : len(text) - last], page[first : len(page) - last], found)
    return found


def characters_behind(aligned: Mapping[int, int], text: str, start: int, end: int) -> list[int]:
    """Returns the numbers of the page's characters behind a stretch, none where it is not there."""
    wanted = [place for place in range(start, end) if text[place].isalnum()]
    found = sorted({aligned[place] for place in wanted if place in aligned})
    missing = sum(place not in aligned for place in wanted)
    return found if wanted and missing <= (1 - _LEAST_FOUND) * len(wanted) else []


def _end(found: list[Token], letters: list[str], places: list[int]) -> None:
    if letters:
        found.append(Token("".join(letters), places))


def _letters(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    parts = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in parts if part.isalnum())


def _shared(one: Sequence[Token], other: Sequence[Token]) -> int:
    """Returns how many words both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left.key != right.key:
            break
        count += 1
    return count


def _pair(text: Sequence[Token], page: Sequence[Token], found: dict[int, int]) -> None:
    for word, other in zip(text, page, strict=True):
        found.update(zip(word.places, other.places, strict=True))


def _match(text: Sequence[Token], page: Sequence[Token], found: dict[int, int]) -> None:
    matcher = SequenceMatcher(None, [word.key for word in text], [word.key for word in page])
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            _pair(text[a:b], page[c:d], found)
        elif kind == "replace":
            _match_letters(_joined(text[a:b]), _joined(page[c:d]), found)


def _match_letters(text: Token, page: Token, found: dict[int, int]) -> None:
    """Pairs what a line's end had cut, and whatever else words make different and letters not."""
    if text.key == page.key:
        _pair([text], [page], found)
    elif max(len(text.key), len(page.key)) <= _MOST_LETTERS:
        for a, b, size in SequenceMatcher(None, text.key, page.key).get_matching_blocks():
            found.update(zip(text.places[a : a + size], page.places[b : b + size], strict=True))


def _joined(words: Sequence[Token]) -> Token:
    places = [place for word in words for place in word.places]
    return Token("".join(word.key for word in words), places)
