"""What a word shares with its other forms: irregular ones from a list, then endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.terms import fold

_LANGUAGES = (Language.ENGLISH, Language.GERMAN, Language.FRENCH)
_SHORTEST = 3
_SHORTEST_OF_TWO = 4
# What a German verb is put together with; its participle and infinitive take "ge" and "zu" in
# between: "zurückgewiesen", "einzureichen".
PARTICLES = (
    "ab an auf aus bei bereit da dar durch ein empor entgegen fern fest fort frei heim her heran "
    "heraus herbei herein hervor hin hinaus hinein hinzu los mit nach nieder statt teil um unter "
    "vor voran voraus vorbei weg weiter wieder zu zuruck zusammen uber"
).split()
_JOINED = re.compile(
    rf"(?P<particle>{'|'.join(sorted(PARTICLES, key=len, reverse=True))})?"
    r"(?:ge(?=\w{3,}(?:t|en)$)|zu(?<=[a-z]{4})(?=\w{3,}en$))(?P<verb>\w+)"
)
_SHORTEST_PARTICIPLE = 8


def _endings(text: str) -> tuple[str, ...]:
    return tuple(sorted(set(text.split()), key=len, reverse=True))


_ENDINGS = {
    Language.ENGLISH: _endings(
        """
        izations isations ization isation ations ation ements ement ments ment ingly edly ings ing
        ities ity ives ive ables able ibles ible ances ance ences ence ants ents ors or ions ion
        ness ships ship ed es s ly ier iers ies ied er ers e y al ally ful less ant ent
        """
    ),
    Language.GERMAN: _endings(
        """
        ungen ung ungs igkeit igkeiten keit keiten heit heiten schaft schaften lich liche lichen
        licher liches lichem isch ische ischen ischer isches ig ige igen iger iges igem em en ern
        er es e et te ten tet tes t n s innen in end ende enden ender
        """
    ),
    Language.FRENCH: _endings(
        """
        ations ation ements ement ateurs ateur atrice trices eurs eur euse euses aient ait ais ant
        ante antes ants ee ees e er ers erent era eront erait eraient if ifs ive ives ivement es
        ent ons iques ique ie ies it is ir i ira iront isse issent issant issement s x al ale ales
        aux able ables ite ites ance ances ence ences age ages
        """
    ),
}


@lru_cache(maxsize=262144)
def stem(plain: str, language: Language = Language.OTHER) -> str:
    """Returns what a folded word shares with its other forms, roughly."""
    form = base_form(plain, language)
    endings = _ENDINGS.get(language)
    return _shortened(form, language, endings) if endings else form


def _shortened(plain: str, language: Language, endings: tuple[str, ...]) -> str:
    word = _verb(plain) if language is Language.GERMAN else plain
    for shortest in (_SHORTEST, _SHORTEST_OF_TWO):
        ending = next((each for each in endings if _may_end(word, each, shortest)), "")
        if not ending:
            break
        word = word[: -len(ending)]
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word


def _may_end(word: str, ending: str, shortest: int) -> bool:
    least = max(shortest, 2 + len(ending) // 2, _SHORTEST_OF_TWO if len(ending) == 1 else 0)
    return word.endswith(ending) and len(word) - len(ending) >= least


def _verb(plain: str) -> str:
    """Returns a German verb without what its participle or infinitive puts into it."""
    found = _JOINED.fullmatch(plain) if len(plain) >= _SHORTEST_PARTICIPLE else None
    return (found["particle"] or "") + found["verb"] if found else plain


def base_form(plain: str, language: Language) -> str:
    """Returns the form that stands for all of an irregular word, else the word itself."""
    return _irregular(language).get(plain, plain)


@cache
def _irregular(language: Language) -> Mapping[str, str]:
    """Returns for each irregular form the one that stands for all."""
    if language not in _LANGUAGES:
        return {}
    file = resources.files("desktop_slm.resources") / "lexicon" / f"{language.value}_forms.txt"
    found: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        first, *others = [fold(word) for word in line.split()]
        for form in others:
            found.setdefault(form, first)
    return found
