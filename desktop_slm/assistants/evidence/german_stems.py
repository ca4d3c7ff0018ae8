"""What a German word shares with its other forms: strong verbs, participles, then endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from desktop_slm.assistants.terms import fold

# What a verb is put together with; "ge" and "zu" stand after it: "eingereicht", "einzureichen".
PARTICLES = (
    "ab an auf aus bei bereit da dar durch ein empor entgegen fern fest fort frei heim her heran "
    "heraus herbei herein hervor hin hinaus hinein hinzu los mit nach nieder statt teil um unter "
    "vor voran voraus vorbei weg weiter wieder zu zuruck zusammen uber"
).split()
_UNPARTED = "be ver er ent zer miss emp wider hinter ge".split()
_BEFORE_VERB = sorted({*PARTICLES, *_UNPARTED}, key=len, reverse=True)
_JOINED = re.compile(
    rf"(?P<particle>{'|'.join(sorted(PARTICLES, key=len, reverse=True))})?"
    r"(?:ge(?=\w{3,}(?:t|en|te|ten|ter|tes|tem|ene|enen|ener|enes|enem)$)"
    r"|zu(?<=[a-z]{4})(?=\w{3,}en$))(?P<verb>\w+)"
)
# Nouns and adjectives that begin as a participle does.
_NO_PARTICIPLE = tuple(
    """
    gebiet gebaud gebet gebot gebuhr geburt gedank gedicht geduld geeignet gefahr gefass gefuhl
    gegen gegend gehalt geheim gehirn gehor geist geland geld gelegen gelenk gemein gemuse genau
    genehm general genuss genug gepack gerat gerausch gerecht gericht gering geruch gerust gesamt
    geschaft geschehen geschenk geschicht geschlecht geschwind geschwist geschwor geschwulst
    geschwur gesell gesetz gesich gespenst gesprach gestalt gestand gesteh gesund getrank getreid
    gewahr gewalt gewebe gewerb gewerk gewicht gewinn gewiss gewitt gewohn gewolb gentech
    """.split()
)
_INFLECTION = tuple("innen in ern em en er es est ste sten te ten tet et e n s t".split())
_BY_LENGTH = sorted(_INFLECTION, key=len, reverse=True)
_DERIVATION = tuple(
    sorted(
        """
        igkeit lichkeit keit heit schaft ung lich isch ig bar sam haft nis ation ition atur ator
        ier ion ent ant enz ent anz tum ling
        """.split(),
        key=len,
        reverse=True,
    )
)
# "Behandel-n" and "Behandl-ung".
_SILENT = re.compile(r"(?<=[^aeiou])e([lr])$")
_AFTER_SONORANT = re.compile(r"[elr]n$")
_SHORTEST = 4


def inflected(word: str) -> str:
    """Returns a folded verb form as the form that its other forms have too, else the word."""
    strong = _strong()
    if word in strong:
        return strong[word]
    for before in _BEFORE_VERB:
        rest = word.removeprefix(before)
        if rest == word or len(rest) < 3:
            continue
        base = strong.get(f"-{rest}") or strong.get(f"-{rest.removesuffix('en')}")
        if base is None:
            base = strong.get(f"-{rest.removesuffix('e')}") or strong.get(rest)
        if base is None and rest.startswith("zu"):
            base = rest[2:] if rest[2:] in strong.values() else None
        if base is not None:
            return before + base
    return _participle(word)


def _participle(word: str) -> str:
    if word.startswith(_NO_PARTICIPLE):
        return word
    found = _JOINED.fullmatch(word)
    if found is None or found["verb"].endswith("ung"):
        return word
    return (found["particle"] or "") + found["verb"]


def derived(word: str) -> str:
    """Returns what is left without endings, those of inflection and those that make a noun."""
    while True:
        shorter = _without(word, _DERIVATION, _SHORTEST)
        if shorter == word:
            shorter = _without_inflection(word)
        if shorter == word:
            word = _SILENT.sub(r"\1", word)
            return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
        word = shorter


def _without_inflection(word: str) -> str:
    for ending in _BY_LENGTH:
        least = 3 if ending == "e" else _SHORTEST
        if not word.endswith(ending) or len(word) - len(ending) < least:
            continue
        if ending == "n" and not _AFTER_SONORANT.search(word):
            continue
        if ending == "s" and word.endswith("ss"):
            continue
        return word[: -len(ending)]
    return word


def _without(word: str, endings: tuple[str, ...], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


@cache
def _strong() -> Mapping[str, str]:
    """Returns for each form of a strong verb its infinitive; participles without "ge" too."""
    file = resources.files("desktop_slm.resources") / "lexicon" / "de_strong.txt"
    found: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        base, *forms = (fold(word) for word in line.split())
        for form in forms:
            found.setdefault(form, base)
            if form.startswith("ge") and len(form) > 6:
                found.setdefault(f"-{form[2:]}", base)
                found.setdefault(f"-{form}", base)
    return found
