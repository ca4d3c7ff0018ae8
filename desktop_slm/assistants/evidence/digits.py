"""The tokens among which numbers are looked for, and what a number in digits may mean."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.terms import fold

_TOKEN = re.compile(
    r"(?P<number>(?<![\w.,])\d+(?:[.,'’]\d+|[\u00a0\u202f\u2009 ]\d{3}(?![\d\w]))*|\d+(?:[.,]\d+)*)"
    r"(?P<ordinal>(?:st|nd|rd|th|er|ère|e|ème)\b)?"
    r"|(?P<word>°?[^\W\d_]+[²³]?|[%‰€$£¥/])"
    r"|(?P<break>[.,;:!?()\n])"
)
SEPARATOR = re.compile(r"[.,'’\u00a0\u202f\u2009 ]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+")


class Token(NamedTuple):
    """A number in digits, a word or sign, or what parts clauses."""

    kind: str
    text: str
    start: int
    end: int
    is_ordinal: bool = False

    @property
    def plain(self) -> str:
        """The text without case and accents."""
        return fold(self.text)


def tokens_of(text: str) -> list[Token]:
    """Returns what stands in a text in order, spaces left out."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "ordinal":
            found.append(Token("number", match["number"], *match.span(), is_ordinal=True))
        else:
            found.append(Token(kind, match[0], *match.span()))
    return found


def readings(written: str, language: Language) -> tuple[float, ...]:
    """Returns what a number in digits may mean, by the decimal marks of the language first."""
    if _GROUPED.fullmatch(written) and len(set(SEPARATOR.findall(written))) == 1:
        sign = SEPARATOR.findall(written)[0]
        grouped = float(SEPARATOR.sub("", written))
        is_decimal = (sign == ".") if language is Language.ENGLISH else (sign == ",")
        if sign in ".," and written.count(sign) == 1 and is_decimal:
            return (float(written.replace(",", ".")),)
        return (grouped,)
    marks = re.findall(r"[.,]", written)
    if not marks:
        return (float(SEPARATOR.sub("", written)),)
    if len(marks) > 1 and marks[-1] == marks[0]:
        return (float(SEPARATOR.sub("", written)),)
    whole, _, part = written.rpartition(marks[-1])
    return (float(f"{SEPARATOR.sub('', whole)}.{SEPARATOR.sub('', part)}"),)
