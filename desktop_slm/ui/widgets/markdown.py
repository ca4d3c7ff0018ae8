"""Markdown to tokens, by markdown-it-py; Qt never sees Markdown or HTML.

HTML in the text stays text, link definitions stay visible, and a target is judged where it is
shown (`safe_target`), not here. The parser is loaded at the first answer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from desktop_slm.ui.widgets import math_rule

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCHEMES = ("http", "https", "mailto")
BARE_URL = re.compile(r"\bhttps?://[^\s<>\"'`\\^{}|]+[^\s<>\"'`\\^{}|.,;:!?)\]…]")

_RESERVED = "%:/?#[]@!$&'()*+,;=-._~"
_DEEPEST = 40
_MOST_BRACKETS = 200


def parse(source: str) -> list[Token] | None:
    """Returns the tokens, or None where the text is too tangled to be shown as meant."""
    if source.count("[") > _MOST_BRACKETS:
        return None  # each one would be searched for its end: 80 ms for 1,600 of them
    tokens = _parser().parse(source)
    # markdown-it leaves out what stands deeper than its limit; text must not vanish.
    return None if any(token.level >= _DEEPEST - 2 for token in tokens) else tokens


def parse_inline(source: str) -> list[Token]:
    """Returns the tokens of one line without block structure, such as a table's cell."""
    if source.count("[") > _MOST_BRACKETS:
        source = re.sub(r"([\\\[\]*_`~<&!])", r"\\\1", source)
    tokens = _parser().parseInline(source)
    return list(tokens[0].children or []) if tokens else []


def safe_target(url: str) -> str:
    """Returns the address of a link that may be offered, or "" for every other scheme.

    It is ASCII: letters that look like others, and directions that turn a line round, show there
    as what they are (IDNA and percent signs).
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES or any(ord(letter) < 33 for letter in url):
        return ""
    if parts.scheme.lower() == "mailto":
        return _in_ascii(parts) if parts.path else ""
    return _in_ascii(parts) if parts.hostname else ""


def host(url: str) -> str:
    """Returns the name of the computer that an address leads to; "" for mail."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _in_ascii(parts: SplitResult) -> str:
    url = urlunsplit(parts)
    if url.isascii():
        return url
    name = parts.hostname or ""
    try:
        encoded = name.encode("idna").decode("ascii") if name else ""
    except UnicodeError:
        return ""  # no name that could be looked up
    before, at, place = parts.netloc.rpartition("@")
    port = place.rpartition("]")[2].partition(":")[2]
    netloc = before + at + encoded + (f":{port}" if port else "")
    return quote(urlunsplit(parts._replace(netloc=netloc)), safe=_RESERVED)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).disable(["reference"])
    parser.inline.ruler.before("escape", "formula", math_rule.rule)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser
