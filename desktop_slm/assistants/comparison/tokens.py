"""The words and signs of a text in a form in which two versions compare.

What no reader sees as a change is no difference here: spaces, line ends, hyphens within words,
kinds of quotes and dashes, ligatures, list marks, the lines of a table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LETTER = r"[^\W\d_]"
_JOINED = r"\u00ad\u0300-\u036f"  # what stands within a word and is none of its letters
_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
_TOKEN = re.compile(
    rf"[{_WIDE}]"
    r"|\d+(?:[.,:/'’]\d+)*(?![\w])"
    rf"|_+|(?:(?![{_WIDE}_])[\w{_JOINED}])+"
    rf"(?:(?:['’]|(?<={_LETTER})[-\u2010\u2011](?={_LETTER}))(?:(?![{_WIDE}_])[\w{_JOINED}])+)*"
    rf"|[^\s|{_UNSEEN}]"
)
_HYPHENS = re.compile(r"[-\u2010\u2011\u00ad]")
_FOLDED = {
    **dict.fromkeys("“”„‟«»″＂‘’‚‛‹›′`´'", '"'),
    **dict.fromkeys("–—―‒−\u2010\u2011﹣－", "-"),
    "…": "...",
}
_LIST_MARKS = frozenset("•◦▪▫‣⁃·●○■□–—-*➢►→\uf0b7\uf0a7\uf02d\uf0d8")
# Dots that lead to a page's number in a table of contents.
CONTENTS_LINE = re.compile(r"(?:(?:\.\s?){4,}|…)\s*(?:\d+|[ivxlIVXL]+)\s*$")
_LABEL = re.compile(
    r"(?:(?:§{1,2}|(?:section|clause|article|art\.?|chapter|annex|schedule|abschnitt|artikel|kapitel"
    r"|ziffer|anlage|annexe|chapitre)\b)\s*[\dIVXA-Z]+(?:\.\d+)*[.):]?(?=\s|$)"
    r"|\(?(?:\d{1,3}(?:\.\d{1,3})+|[IVX]{1,6}|[a-zA-Z]|\d{1,3})[.)]+(?=\s)"
    r"|\d{1,3}(?:\.\d{1,3})+(?=\s))",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
_HEADING_LABEL = re.compile(r"\d{1,3}(?=\s)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a page, and the key that it is compared by."""

    key: str
    page: int
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.key[0].isalnum()


def tokens(text: str, page: int, start: int, end: int) -> Iterator[Token]:
    """Yields the tokens of a stretch of a page, without a list mark at its beginning."""
    number = 0
    for match in _TOKEN.finditer(text, start, end):
        written = match[0]
        follows = text[match.end() : match.end() + 1]
        if number == 0 and written in _LIST_MARKS and follows.isspace():
            continue
        number += 1
        # "5.2" before a title is "5.2." in another program.
        if number == 2 and written == "." and _SECTION.fullmatch(text, start, match.start()):
            continue
        yield Token(key_of(written), page, *match.span())


def key_of(written: str) -> str:
    """Returns what a token is compared by."""
    if written.isascii():
        if written.isalnum():
            return written
        if not written[0].isalnum():
            return "_" if written[0] == "_" else _FOLDED.get(written, written)
        return written if written[0].isdigit() else written.replace("-", "")
    if len(written) == 1 and written in _FOLDED:
        return _FOLDED[written]
    if not written[0].isdigit():
        written = _HYPHENS.sub("", written)
    plain = unicodedata.normalize("NFC", written.replace("’", "'"))
    # Raised digits stay what they are: 10² is not 102.
    return "".join(
        sign if unicodedata.category(sign) == "No" else unicodedata.normalize("NFKC", sign)
        for sign in plain
    )


def label_end(text: str, start: int, *, is_heading: bool) -> int:
    """Returns where the number of a heading or an item ends; `start` where there is none."""
    found = _LABEL.match(text, start)
    if found is None and is_heading:
        found = _HEADING_LABEL.match(text, start)
    return found.end() if found is not None else start
