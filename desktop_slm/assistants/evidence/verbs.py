"""Verbs of two words: "put off", "prendre part", and German ones with the particle at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_slm.assistants.evidence.german_stems import PARTICLES
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.lexicon import Lexicon, lexicon
from desktop_slm.assistants.evidence.stems import base_form, stem
from desktop_slm.assistants.evidence.words import Word

_PARTICLES = frozenset(PARTICLES)
# How far behind its verb the second word may stand: "put it off".
_MOST_BETWEEN = 2
_CLAUSE_END = re.compile(r"\s*(?:[,;:.!?)–—]|(?:und|oder|sowie)\b|$)")


def joined(text: str, words: Sequence[Word], language: Language) -> tuple[Word, ...]:
    """Returns the words, a verb of two words with the stem that both make."""
    known = lexicon(language)
    if language is Language.GERMAN:
        pairs = _separated(text, words, known)
    else:
        pairs = _phrases(words, known) if known.phrase_beginnings else iter(())
    found = dict(pairs)
    if not found:
        return tuple(words)
    return tuple(
        replace(word, joined=found[at], is_content=True) if at in found else word
        for at, word in enumerate(words)
    )


def _phrases(words: Sequence[Word], known: Lexicon) -> Iterator[tuple[int, str]]:
    for at, word in enumerate(words):
        if word.stem not in known.phrase_beginnings:
            continue
        for following in words[at + 1 : at + 1 + _MOST_BETWEEN]:
            key = f"{word.stem}_{following.plain}"
            if key in known.groups:
                yield at, key
                break


def _separated(text: str, words: Sequence[Word], known: Lexicon) -> Iterator[tuple[int, str]]:
    """Yields the verbs whose particle ends the clause."""
    begin = 0
    for at, word in enumerate(words):
        if not _CLAUSE_END.match(text, word.end):
            continue
        if word.plain in _PARTICLES and at > begin:
            for verb in range(begin, at):
                key = _with_particle(word.plain, words[verb])
                if key in known.groups:
                    yield verb, key
                    break
        begin = at + 1


def _with_particle(particle: str, word: Word) -> str:
    if word.is_capital and word.start:
        return ""
    return stem(particle + base_form(word.plain, Language.GERMAN), Language.GERMAN)
