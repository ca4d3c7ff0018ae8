"""Dates as documents write them, in English, German and French, for putting them in order."""

from __future__ import annotations

import re

Date = tuple[int, int, int]  # year, month, day; 0 where it is not said

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv", "february feb februar février févr",
            "march mar märz mars", "april apr avril avr", "may mai", "june jun juni juin",
            "july jul juli juillet juil", "august aug août", "september sep sept septembre",
            "october oct oktober okt octobre", "november nov novembre",
            "december dec dezember dez décembre déc",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>1\d{3}|2\d{3})"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>\d\d?)-(?P<day>\d\d?)\b",
        rf"\b(?P<day>\d\d?)[./](?P<month>\d\d?)[./]{_YEAR}\b",
        rf"\b(?P<day>\d\d?)(?:\.|st|nd|rd|th|er)?\s+(?:of\s+)?(?P<name>{_MONTH})\b\.?,?\s*{_YEAR}?",
        rf"\b(?P<name>{_MONTH})\b\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?!\d)(?:,?\s*{_YEAR})?",
        rf"\b(?P<name>{_MONTH})\b\.?,?\s+{_YEAR}\b",
        rf"\bQ(?P<quarter>[1-4])\s*[/-]?\s*{_YEAR}\b",
        rf"\b{_YEAR}\b",
    )
)
_MOST_MONTHS = 12


def date_of(text: str) -> Date | None:
    """Returns the first date that a text names, or None; 3/4/2024 is the third of April."""
    for form in _FORMS:
        found = form.search(text)
        if found is not None:
            return _read(found.groupdict())
    return None


def _read(parts: dict[str, str | None]) -> Date:
    year, day = int(parts.get("year") or 0), int(parts.get("day") or 0)
    month = int(parts.get("month") or 0)
    if parts.get("name"):
        month = _MONTHS[str(parts["name"]).lower()]
    elif parts.get("quarter"):
        month = 3 * int(parts["quarter"] or 1) - 2
    if month > _MOST_MONTHS >= day:  # 4/25/2024 can only be American
        month, day = day, month
    return year, month, day
