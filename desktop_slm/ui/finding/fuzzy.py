"""How well a title fits what was typed: every word counts, in any order, whole or in part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
_AT_A_WORD, _INSIDE, _LETTERS = 3, 2, 1


def best(typed: str, folded: Iterable[tuple[str, T]], most: int) -> list[T]:
    """Returns what fits best; those that fit alike stay in their order.

    Args:
        typed: what a person typed, folded.
        folded: titles, folded, with what they stand for.
        most: how many at most.
    """
    words = typed.split()
    scored = [(score(words, title), thing) for title, thing in folded]
    fitting = sorted(
        (entry for entry in scored if entry[0]), key=lambda entry: entry[0], reverse=True
    )
    return [thing for _, thing in fitting[:most]]


def top(typed: str, folded: Iterable[tuple[str, object]]) -> int:
    """Returns how well the best one fits; 0 where none does."""
    words = typed.split()
    return max((score(words, title) for title, _ in folded), default=0) if words else 0


def score(words: Sequence[str], title: str) -> int:
    """Returns 0 where a word is not in the title at all; all words and the title are folded."""
    total = 1
    for word in words:
        at = title.find(word)
        if at < 0:
            if len(word) == 1 or not _has_letters(word, title):
                return 0
            total += _LETTERS
        else:
            is_at_word = at == 0 or not title[at - 1].isalnum() or f" {word}" in title
            total += _AT_A_WORD if is_at_word else _INSIDE
    return total


def _has_letters(word: str, title: str) -> bool:
    """Whether the letters of a word come one after another, from the beginning of a word on."""
    for part_at, letter in enumerate(title):
        begins = letter == word[0] and (part_at == 0 or not title[part_at - 1].isalnum())
        if begins:
            rest = iter(title[part_at:])
            if all(each in rest for each in word):
                return True
    return False
