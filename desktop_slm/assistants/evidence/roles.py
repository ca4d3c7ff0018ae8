"""What the one of a name is: "the treasurer Ada Hill", "Mr Benn, a forklift driver"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_slm.assistants.evidence.name import TITLES, Name
from desktop_slm.assistants.evidence.words import Word

_MOST_WORDS = 2
_BEFORE_PLACES = frozenset("in at near from nach aus bei a en".split())
_ARTICLES = frozenset("a an the der die das ein eine le la l un une now".split())


def with_roles(text: str, words: Sequence[Word], found: Sequence[Name]) -> list[Name]:
    """Returns the names with the stems of the words that stand in apposition to them."""
    starts = {word.start: at for at, word in enumerate(words)}
    return [_with_role(text, words, name, starts.get(name.start)) for name in found]


def _with_role(text: str, words: Sequence[Word], name: Name, first: int | None) -> Name:
    if first is None or not name.is_sure:
        return name
    last = next(
        (at for at in range(first, len(words)) if words[at].end >= name.end), len(words) - 1
    )
    if first and words[first - 1].plain in _BEFORE_PLACES:
        name = replace(name, is_place=True)
    roles = _before(text, words, first) or _after(text, words, last)
    return replace(name, roles=roles)


def _before(text: str, words: Sequence[Word], first: int) -> frozenset[str]:
    """Returns "finance" and "director" of "finance director Ann Low"."""
    found: list[str] = []
    at = first
    while at > 0 and len(found) < _MOST_WORDS:
        gap = text[words[at - 1].end : words[at].start]
        if words[at - 1].plain in TITLES and not gap.strip(" ."):
            at -= 1
            continue
        is_beside = gap.strip() in (("", ",") if at == first else ("",))
        if not is_beside or not words[at - 1].is_content:
            break
        if gap.strip() and words[at - 1].is_capital and words[at - 1].start:
            break  # "Rathke, Harms": a list of names
        found.append(words[at - 1].stem)
        at -= 1
    return frozenset(found)


def _after(text: str, words: Sequence[Word], last: int) -> frozenset[str]:
    """Returns "forklift" and "driver" of "Mr Benn, a forklift driver"."""
    at = last + 1
    if at + 1 >= len(words) or text[words[last].end : words[at].start].strip() != ",":
        return frozenset()
    if words[at].plain not in _ARTICLES:
        return frozenset()
    found: list[str] = []
    for word, following in zip(words[at + 1 :], words[at + 2 :], strict=False):
        if not word.is_content:
            break
        found.append(word.stem)
        if text[word.end : following.start].strip():
            break
    else:
        if len(words) > at + 1 and words[-1].is_content:
            found.append(words[-1].stem)
    return frozenset(found)
