"""Which language a text is in, by its small words; for the languages that the app can ask for."""

from __future__ import annotations

import re
from collections import Counter

LANGUAGES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}
_SMALL_WORDS = {
    "en": "the of and to in is that it for was on are with as be by this from which not have or "
    "an at has been were their will its who would could should they but",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über oder",
    "fr": "le la les de des et en un une du est que qui dans pour au aux par sur plus ne pas se "
    "ce cette avec il elle sont ou mais été leur leurs ses ces être ont",
    "es": "el la los las de y en que un una del se por con para es al lo como más su sus no fue "
    "este esta entre pero o son ha sin sobre también hasta",
    "it": "il lo la i gli le di e che un una del della dei in per con è non si da al sono nel "
    "alla più come anche ha dal delle dalla questo questa ma",
    "nl": "de het een en van in is dat op te zijn met voor niet die aan er om ook als bij door "
    "naar over uit worden wordt heeft maar dit deze of nog",
    "pt": "o a os as de e que do da em um uma para com não por mais dos das se na no ao é como "
    "foi são pela pelo ou seu sua também à",
}
_MARKS: dict[str, frozenset[str]] = {
    code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()
}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_HITS = 3
_CLEAR = 1.15  # times as many hits as the next language
_LOOKED_AT = 20_000  # characters: more would tell no more


def code_of(text: str) -> str | None:
    """Returns the code of a language given by code or English name, or None."""
    wanted = text.strip().casefold()
    for code, name in LANGUAGES.items():
        if wanted in (code, name.casefold()):
            return code
    return None


def detect(text: str) -> str:
    """Returns the code of the language, or "" where that is not clear."""
    words = Counter(_WORD.findall(text[:_LOOKED_AT].casefold()))
    hits = {
        code: sum(words[mark] for mark in marks if mark in words) for code, marks in _MARKS.items()
    }
    (best, most), (_, second) = sorted(hits.items(), key=lambda item: -item[1])[:2]
    return best if most >= _LEAST_HITS and most > second * _CLEAR else ""
