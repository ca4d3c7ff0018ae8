"""What a word shares with its other forms: irregular ones from a list, then endings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import resources

from desktop_slm.assistants.evidence import english_stems, french_stems, german_stems
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.terms import fold

_Reduction = Callable[[str], str]
# Of each language, what takes the inflection off a word and what takes its derivation off.
_REDUCTIONS: Mapping[Language, tuple[_Reduction, _Reduction]] = {
    Language.ENGLISH: (english_stems.inflected, english_stems.derived),
    Language.GERMAN: (german_stems.inflected, german_stems.derived),
    Language.FRENCH: (french_stems.inflected, french_stems.derived),
}


@lru_cache(maxsize=262144)
def stem(plain: str, language: Language = Language.OTHER) -> str:
    """Returns what a folded word shares with its other forms, roughly."""
    reductions = _REDUCTIONS.get(language)
    if reductions is None:
        return plain
    inflected, derived = reductions
    form = base_form(plain, language)
    single = inflected(form)
    # "Deaths" is listed as "death" is.
    listed = base_form(single, language)
    return derived(single if listed == single else inflected(listed))


def base_form(plain: str, language: Language) -> str:
    """Returns the form that stands for all of an irregular word, else the word itself."""
    return _irregular(language).get(plain, plain)


@cache
def _irregular(language: Language) -> Mapping[str, str]:
    """Returns for each irregular form the one that stands for all."""
    if language not in _REDUCTIONS:
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
