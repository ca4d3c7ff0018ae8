"""The dates of a text, in the forms of the three languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.terms import fold

_MONTHS: dict[str, int] = {
    fold(name): number
    for number, names in enumerate(
        """
        january januar jänner janvier jan janv
        february februar févr février feb
        march märz mars mar mär
        april avril apr avr
        may mai
        june juni juin jun
        july juli juillet jul juil
        august août aug
        september septembre sept sep
        october oktober octobre oct okt
        november novembre nov
        december dezember décembre dec dez déc
        """.strip().splitlines(),
        start=1,
    )
    for name in names.split()
}
_NAMES = "|".join(
    sorted(
        """
        january februar february march april may june july august september october november
        december januar jänner märz mai juni juli oktober dezember janvier février mars avril juin
        juillet août septembre octobre novembre décembre jan janv feb févr mar mär apr avr jun jul
        juil aug sept sep oct okt nov dec dez déc
        """.split(),
        key=len,
        reverse=True,
    )
)
_PART = r"(?:\b(?:ende|anfang|mitte|end of|early|late|mid|fin|début|mi)[\s-]+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b",
        rf"\b(?P<day>\d{{1,2}})(?P<sign>[./-])\s?(?P<month>\d{{1,2}})(?P=sign)\s?{_YEAR}\b",
        # "2 to 13 October": the first day has the month of the second.
        rf"\b{_DAY}\.?(?=\s*(?:–|-|to|until|bis(?:\szum)?|au|and|und|et)\s*\d{{1,2}}(?:st|nd|rd|th|er)?"
        rf"\.?\s+(?:of\s+|de\s+)?(?P<name>{_NAMES})\b\.?,?(?:\s+(?:of\s+|de\s+)?{_YEAR}\b)?)",
        rf"\b{_DAY}\.?\s+(?:of\s+|de\s+)?(?P<name>{_NAMES})\b\.?,?(?:\s+(?:of\s+|de\s+)?{_YEAR}\b)?",
        rf"\b(?P<name>{_NAMES})\b\.?\s+{_DAY}\b(?!\s*(?:%|per))(?:,?\s+{_YEAR}\b)?",
        rf"{_PART}\b(?P<name>{_NAMES})\b\.?,?\s+(?:of\s+|de\s+|des\s+jahres\s+)?{_YEAR}\b",
        r"\b(?P<year>(?:1[5-9]|20|21)\d\d)(?![\w,.]\d|\s*(?:%|€|\$|°))\b",
        rf"{_PART}\b(?P<name>{_NAMES})\b",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)",
    )
)
_MAY_HOLD_ONE = re.compile(rf"\d|\b(?:{_NAMES})\b", re.IGNORECASE)
# Words after which four digits are a number of things and not a year.
_COUNTED = re.compile(
    r"\s*(?:euros?|dollars?|pounds?|francs?|franken|chf|usd|eur|patients?|people|personen|personnes"
    r"|m²|km|kg|mg|ml|g|tonn\w+|besucher|einwohner|habitants|members|mitglieder|shares|aktien|actions)\b",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(r"(?:[€$£§]|\b(?:CHF|EUR|USD|Nr\.?|No\.?|n°))\s*$")
# Four digits below this are a year only after a word that goes before one.
_SURE_YEAR = 1900
_BEFORE_YEAR = re.compile(
    r"(?:^|\W)(?:in|of|since|from|by|until|before|after|year|im jahre?|von|vom|seit|bis|vor|nach|"
    r"ab|"
    r"en|depuis|dès|avant|après|année)\s*$",
    re.IGNORECASE,
)
_SHORT_AND_WORD = frozenset({"march", "mars", "mai", "may"})
_ABBREVIATED = frozenset(
    fold(word)
    for word in """
    jan janv feb févr mar mär apr avr jun jul juil aug sept sep oct okt nov dec dez déc may
    """.split()
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it stands in a text; `days` are (month, day) in each reading, 0 where unsaid."""

    start: int
    end: int
    year: int
    days: tuple[tuple[int, int], ...]

    def equals(self, other: Date) -> bool:
        """Whether nothing in the two differs and the text says all that the sentence says."""
        if self.year and other.year and self.year != other.year:
            return False
        return any(_fits(mine, its) for mine in self.days for its in other.days) and (
            bool(other.year) or not self.year or self.days != ((0, 0),)
        )


def _fits(mine: tuple[int, int], its: tuple[int, int]) -> bool:
    return all(not wanted or wanted == found for wanted, found in zip(mine, its, strict=True))


def dates(text: str, language: Language) -> list[Date]:
    """Returns the dates of a text in order, the longest form of each."""
    if not _MAY_HOLD_ONE.search(text):
        return []
    found: list[Date] = []
    taken = bytearray(len(text))
    for form in _FORMS:
        for match in form.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            date = _date(match, text, language)
            if date is not None:
                found.append(date)
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda date: date.start)


def _date(match: re.Match[str], text: str, language: Language) -> Date | None:
    parts = match.groupdict()
    year, day = int(parts.get("year") or 0), int(parts.get("day") or 0)
    name = parts.get("name")
    if name is not None:
        if not day and not year and not _stands_alone(name, match, text, language):
            return None
        return _checked(match, year, [(_MONTHS[fold(name)], day)])
    if parts.get("month") is None:
        is_year = _is_year(year, match, text)
        return Date(*_trimmed(match), year, ((0, 0),)) if is_year else None
    readings = [(int(parts["month"]), day)]
    if parts.get("sign") == "/" and language in (Language.ENGLISH, Language.OTHER):
        readings.append((day, int(parts["month"])))
    return _checked(match, year, readings)


def _is_year(year: int, match: re.Match[str], text: str) -> bool:
    """Whether four digits are a year and not a number of things."""
    before = text[max(0, match.start() - 20) : match.start()]
    if _COUNTED.match(text, match.end()) or _SIGN_BEFORE.search(before):
        return False
    return year >= _SURE_YEAR or _BEFORE_YEAR.search(before) is not None


def _stands_alone(name: str, match: re.Match[str], text: str, language: Language) -> bool:
    """Whether a month without day and year is one, and no other word."""
    if name == "May":
        return _is_month(match, text)
    if (name[0].islower() and language is not Language.FRENCH) or fold(name) in _ABBREVIATED:
        return False
    return fold(name) not in _SHORT_AND_WORD or _is_month(match, text)


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a word that is a month and another word stands where a month does."""
    before = re.search(r"(\w+)\W*$", text[: match.start()])
    return before is not None and fold(before[1]) in _BEFORE_MONTHS


_BEFORE_MONTHS = frozenset(
    fold(word)
    for word in """
    in by until till of from since to and between before after late early mid next last end during
    im ab bis seit ende anfang mitte von vom und zwischen
    en de fin début d mi dès jusqu depuis et à au mois
    """.split()
)


def _checked(match: re.Match[str], year: int, days: list[tuple[int, int]]) -> Date | None:
    valid = tuple((month, day) for month, day in days if 1 <= month <= 12 and day <= 31)
    return Date(*_trimmed(match), year, valid) if valid else None


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip(" .,"))
