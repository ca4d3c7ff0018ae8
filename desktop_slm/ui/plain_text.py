"""Text of models, documents and file names made fit for places that show plain text.

Qt guesses: a tooltip, a label or a message box that finds a tag takes its text for HTML and opens
the files that it names. So text reaches a tooltip only through `set_tooltip`, a label only as a
`PlainLabel`, and nothing else of the kind is used (a test looks through this package).
"""

from __future__ import annotations

import re

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

# Directions that reorder what is read (CVE-2021-42574) and tags that nobody sees.
_UNSEEN = "\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f"
# Controls, lone surrogates, and the code points with which Qt marks frames, objects and lines.
_BROKEN = "\x00-\x08\x0b-\x0d\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff"
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_UNSEEN_RUN = re.compile(f"[{_UNSEEN}]")
_BROKEN_RUN = re.compile(f"[{_BROKEN}]")
_SPACES = re.compile(r"\s+")
_TITLE_CHARACTERS = 120
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "<br>"))


def clean(text: str) -> str:
    """Returns the text as it may be shown: one kind of line end, nothing unseen or broken."""
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN_RUN.sub("", _LINE_ENDS.sub("\n", text))
    return _BROKEN_RUN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Returns the text cleaned and on one line, as for titles and list items."""
    return _SPACES.sub(" ", clean(text)).strip()


def label(text: str) -> str:
    """Returns one line for a button or menu entry, where a lone & would mark a shortcut."""
    return one_line(text).replace("&", "&&")


def window_title(text: str) -> str:
    """Returns one short line for a window's title; `[*]` is Qt's mark for changes there."""
    title = one_line(text).replace("[*]", "[ * ]")
    return title if len(title) <= _TITLE_CHARACTERS else title[: _TITLE_CHARACTERS - 1] + "…"


def tooltip(text: str) -> str:
    """Returns text that a tooltip shows as it is: without < and & plain, else escaped HTML."""
    text = clean(text)
    if "<" not in text and "&" not in text:
        return text
    for letter, written in _ESCAPES:
        text = text.replace(letter, written)
    return f"<qt>{text}</qt>"


def set_tooltip(target: QWidget | QAction, text: str) -> None:
    """Gives a widget or an action a tooltip that is never read as HTML."""
    target.setToolTip(tooltip(text))
