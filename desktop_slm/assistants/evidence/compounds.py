"""The words that a German compound is made of, by the words that the lexicon knows."""

from __future__ import annotations

from functools import lru_cache

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.stems import stem

_SHORTEST_WORD = 8
_SHORTEST_PART = 4
_LINKS = ("", "s", "n", "en", "es", "er")


@lru_cache(maxsize=65536)
def parts_of(plain: str, language: Language) -> tuple[str, ...]:
    """Returns the stems of the parts of a folded compound, none of another word.

    "Brandschaden" is a Brand and a Schaden. Where only the end is known, what stands before it is
    taken as it is.
    """
    if language is not Language.GERMAN or len(plain) < _SHORTEST_WORD:
        return ()
    tails: list[tuple[str, ...]] = []
    for cut in range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1):
        tail = stem(plain[cut:], language)
        if not _is_known(tail):
            continue
        head = _head(plain[:cut])
        if head:
            return head, tail
        if len(plain) - cut > _SHORTEST_PART:
            tails.append((plain[:cut], tail))
    return tails[0] if tails else ()


def _head(plain: str) -> str:
    """Returns the stem of a known word, with what links it to the next part taken off."""
    for link in _LINKS:
        word = plain.removesuffix(link) if link else plain
        if (word != plain or not link) and len(word) >= _SHORTEST_PART:
            found = stem(word, Language.GERMAN)
            if _is_known(found):
                return found
    return ""


def _is_known(found: str) -> bool:
    return len(found) > 2 and found in lexicon(Language.GERMAN).groups
