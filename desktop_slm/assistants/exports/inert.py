"""Text of models, documents and file names made fit for a file that other programs open.

What has no shape (controls, lone surrogates) becomes U+FFFD; what reorders or hides text (bidi
controls, tags) is left out. The data that an export carries keeps every character as it was.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_BROKEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)


def inert(text: str) -> str:
    """Returns the text with its lines, with nothing unseen or broken in it."""
    if text.isascii() and text.isprintable():
        return text
    return _BROKEN.sub("\ufffd", _UNSEEN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """Returns the text on one line, with nothing unseen or broken in it."""
    return " ".join(inert(text).split())
