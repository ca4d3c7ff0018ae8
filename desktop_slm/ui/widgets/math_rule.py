r"""Finds formulas in Markdown: $…$, $$…$$, \(…\) and \[…\]; prices and paths are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

KIND = "formula"
_CLOSING = {"$$": "$$", "$": "$", "\\(": "\\)", "\\[": "\\]"}
_MATHS = frozenset("\\^_={}+-*/<>|()[]!,'")
_MOST_WORDS = 40


def opening(text: str, at: int = 0) -> str:
    """Returns the delimiter that begins at a place, or ""."""
    return next((mark for mark in _CLOSING if text.startswith(mark, at)), "")


def closing(mark: str) -> str:
    """Returns what ends a formula."""
    return _CLOSING[mark]


def find(text: str, at: int) -> tuple[str, int] | None:
    """Returns (delimiter, end) of the formula that begins at a place, or None."""
    mark = opening(text, at)
    if not mark:
        return None
    begin = at + len(mark)
    end = _end(text, begin, closing(mark))
    if end < 0 or not text[begin:end].strip():
        return None
    after = end + len(mark)
    if mark == "$" and not _is_meant(text, begin, end):
        return None
    return mark, after


def whole(source: str) -> tuple[str, str] | None:
    """Returns (delimiter, what it encloses) where a text is one formula and nothing else."""
    bare = source.strip()
    found = find(bare, 0)
    if found is None or found[1] != len(bare):
        return None
    mark = found[0]
    return mark, bare[len(mark) : -len(mark)].strip()


def rule(state: StateInline, silent: bool) -> bool:
    """The rule for markdown-it's inline parser."""
    found = find(state.src, state.pos)
    if found is None or found[1] > state.posMax:
        return False
    mark, end = found
    if not silent:
        token = state.push(KIND, "", 0)
        token.markup = mark
        token.content = state.src[state.pos + len(mark) : end - len(mark)]
    state.pos = end
    return True


def _end(text: str, begin: int, mark: str) -> int:
    end = text.find(mark, begin)
    while end > 0 and mark[0] == "$" and text[end - 1] == "\\":
        end = text.find(mark, end + 1)
    return end


def _is_meant(text: str, begin: int, end: int) -> bool:
    """Whether dollars enclose a formula and no prices: what pandoc and GitHub ask, and maths."""
    inner = text[begin:end]
    before, after = text[begin - 2 : begin - 1] if begin > 1 else "", text[end + 1 : end + 2]
    if inner[0].isspace() or inner[-1].isspace() or before.isalnum() or after.isalnum():
        return False
    if "\n\n" in inner or "`" in inner or len(inner.split()) > _MOST_WORDS:
        return False
    if inner[0].isdigit() and " " in inner and "\\" not in inner and "=" not in inner:
        return not any(word.isalpha() and len(word) > 2 for word in inner.split())
    return not any(letter.isspace() for letter in inner) or not _MATHS.isdisjoint(inner)
