"""What a number in a cell looks like: dates, percentages, places after the point.

Only the simple formats are followed; a number in any other is given as it is. Dates are written as
2024-03-01, whatever their format: that reads the same everywhere.
"""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta

from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.xml import Attributes

# The formats that have a number and no text (ECMA-376, 18.8.30), as far as they say something.
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_BUILT_IN |= dict.fromkeys((14, 15, 16, 17, *range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd")
_BUILT_IN |= dict.fromkeys((18, 19, 20, 21, 45, 47), "hh:mm:ss")
_BUILT_IN |= {22: "yyyy-mm-dd hh:mm", 46: "[h]:mm:ss"}
_BUILT_IN |= dict.fromkeys((37, 38), "#,##0") | dict.fromkeys((39, 40), "#,##0.00")
_LITERALS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_BRACKETS = re.compile(r"\[(?:\$([^\]\-]{0,5})(?:-[^\]]*)?|[^\]]*)\]")
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_SIMPLE = re.compile(r"([^#0]*)([#0,]*0)(?:\.(0+))?([^#0.]*)$")
_MAX_PLACES = 10
_LAST_SERIAL = 2_958_466  # the day after 9999-12-31


class NumberFormats:
    """The formats of a workbook's styles. Fed by the XML parser."""

    def __init__(self) -> None:
        self.is_1904 = False
        self._formats: dict[int, str] = dict(_BUILT_IN)
        self._styles: list[int] = []
        self._in_cells = False

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes the start of an element of the styles part."""
        name = NAMES[element]
        if name == "s:numFmt":
            self._formats[_to_int(attributes.get("numFmtId", ""))] = attributes.get(
                "formatCode", ""
            )[:200]
        elif name == "s:cellXfs":
            self._in_cells = True
        elif name == "s:xf" and self._in_cells:
            self._styles.append(_to_int(attributes.get("numFmtId", "")))

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        if NAMES[element] == "s:cellXfs":
            self._in_cells = False

    def text(self, _: str) -> None:
        """Takes text, of which there is none."""

    def show(self, value: str, style: int) -> str:
        """Returns a number as its cell shows it, as far as that is simple."""
        try:
            number = float(value)
        except ValueError:
            return value
        if not math.isfinite(number):
            return value
        format = self._formats.get(self._styles[style], "") if style < len(self._styles) else ""
        return self._formatted(number, format) or _plain(number)

    def _formatted(self, number: float, format: str) -> str:
        """Returns the number in a format; "" where the format is not simple."""
        section = _LITERALS.sub("", format.split(";", maxsplit=1)[0])
        if _ELAPSED.search(section):
            return _elapsed(number)
        letters = set(_BRACKETS.sub("", section).lower().replace("general", ""))
        if letters & set("ymdhs"):
            return self._date(number, letters)
        return _simple(number, format)

    def _date(self, serial: float, letters: set[str]) -> str:
        if not 0 <= serial < _LAST_SERIAL:
            return ""
        has_day = bool(letters & set("yd")) or ("h" not in letters and "s" not in letters)
        has_time = bool(letters & set("hs"))
        # Excel's calendar has a 29 February 1900: days after it are one too many.
        days = serial + 1 if serial < 60 and not self.is_1904 else serial
        start = datetime(1904, 1, 1) if self.is_1904 else datetime(1899, 12, 30)
        try:
            moment = start + timedelta(seconds=round(days * 86_400))
        except OverflowError:
            return ""
        clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
        day = f"{moment.year:04d}-{moment:%m-%d}"
        return " ".join([day] * has_day + [clock] * has_time)


def _elapsed(number: float) -> str:
    seconds = round(number * 86_400)
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _simple(number: float, format: str) -> str:
    """Returns the number with its places, thousands, per cent and currency."""
    section = _BRACKETS.sub(lambda found: f'"{found[1] or ""}"', format.split(";", maxsplit=1)[0])
    words: list[str] = []

    def keep(found: re.Match[str]) -> str:
        word = found[1] or found[2] or ""
        words.extend([word] if word else ())
        return "\x00" if word else ""

    found = _SIMPLE.match(_LITERALS.sub(keep, section))
    if found is None or abs(number) >= 1e15:
        return ""
    before, digits, places, after = found.groups()
    is_percent = "%" in after
    if len(places or "") > _MAX_PLACES or re.search(r"[?/Ee@,]", f"{before}{after}"):
        return ""
    value = abs(number) * (100 if is_percent else 1)
    text = f"{value:{',' if ',' in digits else ''}.{len(places or '')}f}"
    sign = "-" if number < 0 and float(text.replace(",", "")) else ""
    fill = iter(words)
    before, after = (re.sub("\x00", lambda _: next(fill), part) for part in (before, after))
    return f"{sign}{before}{text}{after}".strip()


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"


def _to_int(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0
