"""Numbers as the language of the window writes them: 12,345 and 1.5, or 12.345 and 1,5."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def whole(number: int) -> str:
    """Returns a whole number with its thousands apart."""
    return _locale().toString(number)


def decimal(number: float, digits: int = 1) -> str:
    """Returns a number with so many digits after the point or comma."""
    return _locale().toString(float(number), "f", digits)


def _locale() -> QLocale:
    """Returns the locale in force; a system without any, as servers are, counts in English."""
    locale = QLocale()
    return QLocale("en") if locale.language() is QLocale.Language.C else locale
