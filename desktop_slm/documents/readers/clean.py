"""Clean text: one form for what looks the same, and nothing that a person cannot see.

Special tokens of models are not this module's matter: they are dealt with where text is tokenized.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_SPACES += "\u205f\u3000"
_NEWLINES = "\x0b\x0c\x85\u2028\u2029"
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"  # Symbol and Wingdings, as Word writes them
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_LIGATURES |= {0xFB05: "st", 0xFB06: "st"}

_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]),
    **dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF, 0x180E)),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2061, 0x2070)]),  # bidi overrides, isolates
    **dict.fromkeys(range(0xFFF9, 0xFFFC)),
    **dict.fromkeys(range(0xE0000, 0xE0080)),  # tag characters: ASCII that no one sees
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **{ord(space): " " for space in _SPACES},
    **{ord(newline): "\n" for newline in _NEWLINES},
    **{ord(bullet): "•" for bullet in _BULLETS},
    **_LIGATURES,
    ord("\t"): "\t",
    ord("\n"): "\n",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# One joiner or variation selector shapes a letter or an emoji; a run of them carries a message.
_INVISIBLE_RUNS = re.compile("[\u200c-\u200f\u034f\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}")
_ARABIC_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
# Looking for these first is several times faster: most text has none.
_DOUBTFUL = re.compile(
    f"[{''.join(map(chr, _TABLE.keys() - {0x09, 0x0A}))}"
    "\u0300-\u036f\u200c-\u200f\ufb50-\ufdff\ufe00-\ufe0f\ufe70-\ufefc\U000e0100-\U000e01ef]"
)
_SPACE_RUNS = re.compile("  +")
_LINE_ENDS = re.compile(" *\n *")


def clean(text: str) -> str:
    """Returns the text in NFC without controls, invisible characters and ligatures."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return _CONTROLS.sub(_control, text)
    if _DOUBTFUL.search(text):
        text = _INVISIBLE_RUNS.sub("", text.translate(_TABLE))
        text = _ARABIC_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def _control(found: re.Match[str]) -> str:
    return "\n" if found[0] in _NEWLINES else ""


def clean_line(text: str) -> str:
    """Returns clean text on one line with single spaces."""
    return " ".join(clean(text).split())


def clean_lines(text: str) -> str:
    """Returns clean text with its line breaks, and single spaces in the lines."""
    return _LINE_ENDS.sub("\n", _SPACE_RUNS.sub(" ", clean(text).replace("\t", " "))).strip()
