"""A language that nobody speaks: every translated word is accented, two fifths longer, in brackets.

What stands in the window without brackets was never handed to a translation; what is cut off here
would be cut off in a language of long words.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

OPENING, CLOSING = "⟦", "⟧"
_LONGER = 0.4
_ACCENTED = str.maketrans("AEIOUYCNSZaeiouycnszgdlrt", "ÅÉÎÖÛÝÇÑŠŽåéîöûýçñšžĝđļŕţ")
_KEPT = re.compile(r"(\{[^}]*\}|\s+)")
# Told to the code, and not to a person: the code of the language, names that Qt looks up.
_CONTEXTS_KEPT = ("Language", "QGuiApplication", "QApplication")


def pseudo(text: str) -> str:
    """Returns a text in the language; what stands in braces stays."""
    parts = _KEPT.split(text)
    accented = "".join(
        each if _KEPT.fullmatch(each) else each.translate(_ACCENTED) for each in parts
    )
    letters = sum(len(each) for each in parts if not _KEPT.fullmatch(each))
    more = round(letters * _LONGER)
    # In pieces: one long run of letters breaks nowhere, as no language does.
    return OPENING + accented + " ~~~~~" * (more // 6) + "~" * (more % 6) + CLOSING


def outside(text: str) -> str:
    """Returns what of a shown text is in no brackets: what never went through a translation."""
    kept, depth = [], 0
    for letter in text:
        depth += letter == OPENING
        if not depth:
            kept.append(letter)
        depth -= letter == CLOSING and depth > 0
    return "".join(kept).strip()


class PseudoLanguage(QTranslator):
    """Translates everything; `asked` keeps what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Returns the text in the language."""
        self.asked.add((context, sourceText))
        return sourceText if context in _CONTEXTS_KEPT else pseudo(sourceText)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Says that there is something in it; Qt asks before it installs one."""
        return False
