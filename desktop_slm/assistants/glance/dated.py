"""The dates of a text that are worth showing: those that say a day or a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_slm.assistants.evidence.dates import dates
from desktop_slm.assistants.evidence.languages import Language

_WIDE = re.compile(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?")
# Words before four digits that make a year of them; before 1900 and with "1500 people" they must.
_BEFORE_YEARS = re.compile(
    r"\b(?:in|since|until|till|by|from|of|before|after|during|year|im|seit|bis|ab|von|vor|nach|jahre?"
    r"|anno|en|depuis|de|avant|après|dès|l['’]an|année|el|año|nel|dal|sinds)\s+$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\d{1,2}\.\s?\d{1,2}\.?")
_BARE_YEAR = re.compile(r"\d{4}")
_PLAIN_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text; those with the same `key` (year, month, day) are the same date."""

    start: int
    end: int
    key: tuple[int, int, int]


def dates_in(text: str, language: Language) -> list[Dated]:
    """Returns the dates of a text in order; a month alone is none."""
    found = list(_wide(text))
    for date in dates(text, language):
        month, day = date.days[0] if date.days else (0, 0)
        if not date.year and not day:
            continue
        written = text[date.start : date.end]
        if _SHORT.fullmatch(written) and language is not Language.GERMAN:
            continue  # "3.2.": a section
        if _BARE_YEAR.fullmatch(written) and not _is_year(text, date.start, date.year):
            continue
        if not any(each.start < date.end and date.start < each.end for each in found):
            found.append(Dated(date.start, date.end, (date.year, month, day)))
    return sorted(found, key=lambda each: each.start)


def in_time(key: tuple[int, int, int]) -> tuple[int, int, int]:
    """Returns what sorts dates by time; a year alone stands before its days."""
    year, month, day = key
    return (year or 9999, month, day)


def _is_year(text: str, start: int, year: int) -> bool:
    before = text[max(0, start - 12) : start]
    if _BEFORE_YEARS.search(before):
        return True
    after = text[start + 4 : start + 6]
    counts = after[:1] == " " and after[1:].islower()  # "2000 copies"
    return year in _PLAIN_YEARS and not counts and before[-1:] in ("", " ", "(", "/", "–", "-")


def _wide(text: str) -> Iterator[Dated]:
    for match in _WIDE.finditer(text):
        parts = (int(match[name] or 0) for name in ("year", "month", "day"))
        year, month, day = parts
        yield Dated(*match.span(), (year, month, day))
