"""The names of a text: what is capitalised and not only because of its place or its grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from desktop_slm.assistants.evidence.german_names import german_names
from desktop_slm.assistants.evidence.identifiers import identifier_names, medicines
from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS, Language
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.name import TITLES, VERB_AFTER, Name, name_of
from desktop_slm.assistants.evidence.number_words import ORDINALS, SCALES, value_of
from desktop_slm.assistants.evidence.roles import with_roles
from desktop_slm.assistants.evidence.units import UNITS
from desktop_slm.assistants.evidence.words import Word
from desktop_slm.assistants.terms import fold

__all__ = ["TITLES", "Name", "names"]

_CONNECTORS = frozenset("of de von van der den du la le del di da zu zur am & et and y".split())
# Small words that join two names rather than stand in one; "Le Goff" has its own capital.
_NOT_WITHIN = frozenset("et and der am zu zur den la le".split())
_CALENDAR = frozenset(
    fold(word)
    for word in """
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
    january february march april may june july august september october november december
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag frühjahr frühling sommer
    herbst montags dienstags mittwochs donnerstags freitags samstags sonntags
    januar jänner februar märz mai juni juli oktober dezember
    lundi mardi mercredi jeudi vendredi samedi dimanche printemps été automne hiver
    i q chf eur usd euro euros franken dollar prozent
    """.split()
)
_COMMON_BEGINNING = re.compile(r"(?:s|ing|ed|ly|tion|ment|ity|ness|ance|ence|ship|al|ive|ary)$")


def names(text: str, words: Sequence[Word], language: Language, common: Set[str]) -> list[Name]:
    """Returns the names in order; `common` are the words that the document has in lower case."""
    found = identifier_names(text)
    index = 0
    while index < len(words):
        run = _run(text, words, index)
        if not run:
            index += 1
            continue
        found.extend(_named(text, words, run, language, common))
        index = run[-1] + 1
    found.extend(medicines(words, found))
    return with_roles(text, words, sorted(found, key=lambda name: name.start))


def _run(text: str, words: Sequence[Word], index: int) -> list[int]:
    """Returns the capitalised words from here on that stand together, connectors between."""
    if not _may_be_of_name(words[index]):
        return []
    run = [index]
    at = index + 1
    while at < len(words):
        gap = text[words[at - 1].end : words[at].start]
        if (
            gap.strip(" -.&’'")
            or "\n" in gap
            or (gap.startswith(".") and len(words[at - 1].text) > 4)
        ):
            break
        if _may_be_of_name(words[at]):
            run.append(at)
        elif not (
            words[at].plain in _CONNECTORS
            and at + 1 < len(words)
            and _may_be_of_name(words[at + 1])
            and text[words[at].end : words[at + 1].start].isspace()
            and (words[at].is_capital or words[at].plain not in _NOT_WITHIN)
        ):
            break
        at += 1
    return run


def _may_be_of_name(word: Word) -> bool:
    return (
        word.is_capital
        and word.plain not in ALL_STOP_WORDS
        and word.plain not in _CALENDAR
        and word.plain not in UNITS
        and word.plain not in SCALES
        and word.plain not in ORDINALS
        and (value_of(word.plain) is None)
    )


def _named(
    text: str,
    words: Sequence[Word],
    run: Sequence[int],
    language: Language,
    common: Set[str],
) -> list[Name]:
    titles = [at for at in run if words[at].plain in TITLES]
    after = [at for at in run if titles and at > titles[-1]]
    # "The witness Mrs Temme": what stands before the title is no part of the name.
    own = [
        at for at in (after or run) if words[at].plain not in TITLES and not _is_initial(words[at])
    ]
    if not own:
        return []
    title = _title_before(words, run, own[0])
    if language is Language.GERMAN:
        found = german_names(words, own, bool(title), common)
    else:
        found = _plain(words, own, bool(title), language, common)
    return [replace(name, title=title) for name in found]


def _title_before(words: Sequence[Word], run: Sequence[int], first: int) -> str:
    before = words[first - 1] if first else None
    return before.plain if before is not None and before.plain in TITLES else ""


def _plain(
    words: Sequence[Word], own: list[int], has_title: bool, language: Language, common: Set[str]
) -> list[Name]:
    """Returns the name in a language that capitalises nothing else within a sentence."""
    if own[0] == 0 and len(own) == 1 and not has_title:
        return _initial(words, own[0], language, common)
    if own[0] == 0 and not has_title and words[0].plain in common:
        own = own[1:]
    own = [at for at in own if words[at].plain not in common] or own
    is_sure = has_title or any(words[at].plain not in common for at in own)
    return [name_of(words, own, is_sure)]


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1


def _initial(words: Sequence[Word], at: int, language: Language, common: Set[str]) -> list[Name]:
    """A single capitalised word that begins a sentence may be a name where a verb comes after it.

    It surely is one where it is no word that we know.
    """
    word = words[at]
    if word.text.isupper() and len(word.text) > 1:
        return [name_of(words, [at], is_sure=True)]
    if word.plain in common or _COMMON_BEGINNING.search(word.plain):
        return []
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or VERB_AFTER.fullmatch(after.plain) is None:
        return []
    return [name_of(words, [at], is_sure=word.stem not in lexicon(language).groups)]
