"""The bookmarks of a PDF, found again as lines on its pages."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from desktop_slm.documents.readers.pdf_lines import Line

_MAX_ENTRIES = 20_000
_MAX_ENTRIES_A_PAGE = 200
_MAX_LEVEL = 6
_MAX_LINES = 3
_MAX_NUMBER = 20
_NOT_WORDS = re.compile(r"[\W_]+")
_WORDS = "chapter|kapitel|chapitre|part|teil|section|abschnitt|appendix|anhang|article|artikel"
_NUMBER = re.compile(
    rf"(?:{_WORDS})?(?:第?[0-9]{{1,8}}[章節部节]?|[ivxlc]{{1,6}}|[a-z][0-9]{{0,5}})"
)

Entry = tuple[int, str]  # level, title without spaces and punctuation
Found = tuple[int, int]  # level, which entry of the page


def read_outline(document: Any) -> Mapping[int, Sequence[Entry]]:
    """Returns the entries for each page, counted from 0."""
    entries: defaultdict[int, list[Entry]] = defaultdict(list)
    for count, mark in enumerate(document.get_toc()):
        if count >= _MAX_ENTRIES:
            break
        target = mark.get_dest()
        page = target.get_index() if target else None
        title = _compact(_title(mark))
        if page is not None and title and len(entries[page]) < _MAX_ENTRIES_A_PAGE:
            entries[page].append((min(mark.level + 1, _MAX_LEVEL), title))
    return entries


def _title(mark: Any) -> str:
    try:
        return str(mark.get_title())
    except UnicodeDecodeError:  # half of a letter: the other bookmarks are none the worse
        return ""


def find_headings(entries: Sequence[Entry], lines: Sequence[Line]) -> dict[int, Found]:
    """Returns for each line that is a heading or a part of one what was found."""
    if not entries:
        return {}
    compacts = [_compact(line.text) for line in lines]
    found: dict[int, Found] = {}
    start = 0
    for number, (level, title) in enumerate(entries):
        place = _find(title, compacts, lines, start) or _find(title, compacts, lines, 0)
        if place is None or place[0] in found:
            continue
        found.update(dict.fromkeys(range(*place), (level, number)))
        start = place[1]
    return found


def _find(
    title: str, compacts: Sequence[str], lines: Sequence[Line], start: int
) -> tuple[int, int] | None:
    """Returns from and to of the lines that are the title, the largest where there are several."""
    found = []
    for first in range(start, len(lines)):
        words = ""
        for last in range(first, min(first + _MAX_LINES, len(lines))):
            words += compacts[last]
            if len(words) > len(title) + _MAX_NUMBER:
                break
            if _is_title(title, words):
                found.append((first, last + 1))
    return max(found, key=lambda place: (lines[place[0]].size, -place[0]), default=None)


def _is_title(title: str, words: str) -> bool:
    if words == title:
        return True
    if words.endswith(title):
        return _NUMBER.fullmatch(words[: -len(title)]) is not None
    # The bookmark may carry a number that stands elsewhere on the page.
    return len(words) > 3 and title.endswith(words) and title[: -len(words)].isdigit()


def _compact(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _NOT_WORDS.sub("", text).casefold()
