"""What a single line of Markdown can begin, go on or end (CommonMark 0.31, tables as on GitHub)."""

from __future__ import annotations

import re
import unicodedata

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})", re.MULTILINE)
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)", re.MULTILINE)
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$", re.MULTILINE)
_QUOTE = re.compile(r" {0,3}>")
_QUOTE_MARKS = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"( {0,3})([-*+]|(\d{1,9})[.)])([ \t]+|(?=\s*$))")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?$", re.M)
_UNDECIDED = re.compile(r"\s*(?:[-=*+#>`~|_]+|\d{1,9}[.)])?\s*")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*\s+|[。！？]")

_JOINER = "\u200d"
_CONTINUING = _JOINER + "\ufe0e\ufe0f\u20e3🏻🏼🏽🏾🏿"
_LONGEST_LETTER = 40


def split(text: str) -> list[str]:
    """Returns the lines with their ends; only a line feed ends one."""
    *complete, last = text.split("\n")
    return [line + "\n" for line in complete] + ([last] if last else [])


def is_blank(line: str) -> bool:
    """Whether nothing is on the line."""
    return not line.strip()


def is_undecided(line: str) -> bool:
    """Whether a line without its end might still become several things: "-", "3." or "``"."""
    return _UNDECIDED.fullmatch(line) is not None


def is_heading(line: str) -> bool:
    """Whether the line is a heading of the # kind."""
    return _HEADING.match(line) is not None


def is_rule(line: str) -> bool:
    """Whether the line is a horizontal rule."""
    return _RULE.match(line.rstrip("\r\n")) is not None


def is_underline(line: str) -> bool:
    """Whether the line makes a heading of the paragraph above."""
    return _UNDERLINE.match(line.rstrip("\r\n")) is not None


def is_quote(line: str) -> bool:
    """Whether the line begins with a quote's mark."""
    return _QUOTE.match(line) is not None


def quote_marks(line: str) -> str:
    """Returns the quote marks that a line begins with."""
    found = _QUOTE_MARKS.match(line)
    return found[0] if found else ""


def indent(line: str) -> int:
    """Returns how many columns of space come first; a tab goes to the next multiple of 4."""
    spread = line.expandtabs(4)
    return len(spread) - len(spread.lstrip(" "))


def item(line: str) -> tuple[int, int | None] | None:
    """Returns (column of the content, number or None for a bullet), or None for no list item."""
    found = _ITEM.match(line)
    if found is None or is_rule(line):
        return None
    marker_end = found.end(2)
    spaces = len(found[4].expandtabs(4))
    # Five spaces and more are one space and indented code; none is an empty first line.
    column = marker_end + (spaces if 1 <= spaces <= 4 and line[found.end() :].strip() else 1)
    return column, int(found[3]) if found[3] else None


def interrupts(line: str) -> bool:
    """Whether the line ends a paragraph above it by beginning something else."""
    if is_quote(line) or is_heading(line) or is_rule(line) or fence(line):
        return True
    if begins_formula(line):
        return True
    begun = item(line)
    return begun is not None and begun[1] in (None, 1) and bool(_after_marker(line))


def fence(line: str) -> str:
    """Returns the run of ` or ~ that opens a fence on this line, or ""."""
    found = _FENCE.match(line.rstrip("\r\n"))
    return found[1] if found else ""


def closes(opening: str, line: str) -> bool:
    """Whether the line ends the fence that was opened with that run."""
    bare = line.strip()
    return (
        bool(opening)
        and len(bare) >= len(opening)
        and set(bare) == {opening[0]}
        and indent(line) < 4
    )


def begins_formula(line: str) -> bool:
    r"""Whether the line begins a formula that stands alone: $$ or \[."""
    bare = line.lstrip(" ")
    return bare.startswith(("$$", "\\[")) and len(line) - len(bare) < 4


def ends_formula(opening_line: str, text: str) -> bool:
    """Whether a text that began so has come to the end of its formula."""
    mark = "$$" if opening_line.lstrip(" ").startswith("$$") else "\\]"
    return mark in text.strip()[2:]


def fence_left_open(text: str) -> str:
    """Returns the whole line of a fence inside an item or quote that is open at the text's end."""
    opened_by = ""
    for line in split(text):
        inner = _inner(line)
        if opened_by and closes(fence(_inner(opened_by)), inner):
            opened_by = ""
        elif not opened_by and fence(inner):
            opened_by = line
    return opened_by


def starts_table(head: str, line: str) -> bool:
    """Whether `line` is the delimiter row under a table's head with as many cells."""
    if "|" not in head or "-" not in line or not _DELIMITERS.match(line.rstrip("\n")):
        return False
    return len(cells(head)) == len(cells(line))


def cells(row: str) -> list[str]:
    r"""Returns the cells of a table's row; `\|` is a letter."""
    bare = row.strip().removeprefix("|")
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    return [each.strip().replace("\\|", "|") for each in re.split(r"(?<!\\)\|", bare)]


def cut_position(text: str, low: int, high: int) -> int:
    """Returns where to cut a long text: after a line, a sentence, a word, or anywhere.

    Cuts inside code spans, bold or links are avoided where there is another place.
    """
    newline = text.rfind("\n", low, high)
    places = [newline + 1] if newline >= 0 else []
    places += [found.end() for found in _SENTENCE_END.finditer(text, low, high)][::-1]
    places += [at + 1 for at in (text.rfind(" ", low, high),) if at >= 0]
    for place in places:
        if _is_balanced(text[:place]):
            return place
    return places[0] if places else between_letters(text, high)


def _is_balanced(text: str) -> bool:
    return (
        text.count("`") % 2 == 0
        and text.count("**") % 2 == 0
        and text.count("[") == text.count("]")
        and text.count("$") % 2 == 0
        and text.count("\\(") == text.count("\\)")
    )


def between_letters(text: str, at: int) -> int:
    """Returns a place near `at` that does not part a letter from its marks or joiners."""
    for place in range(at, max(at - _LONGEST_LETTER, 1), -1):
        if not _goes_on_with(text[place]) and text[place - 1] != _JOINER:
            return place
    return at  # more marks than any letter has: somewhere it must be cut


def _goes_on_with(letter: str) -> bool:
    return unicodedata.combining(letter) != 0 or letter in _CONTINUING


def _inner(line: str) -> str:
    """Returns a line without quote marks, list markers and their indent."""
    inner = line[len(quote_marks(line)) :]
    found = _ITEM.match(inner.lstrip(" "))
    return inner.lstrip(" ")[found.end() :] if found else inner.lstrip(" ")


def _after_marker(line: str) -> str:
    found = _ITEM.match(line)
    return line[found.end() :].strip() if found else ""
