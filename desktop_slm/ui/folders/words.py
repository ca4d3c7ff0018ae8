"""Folders in sentences: what is in one, how long that is kept, what was erased."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def counted(chats: int, summaries: int) -> str:
    """Returns "3 chats and 1 summary"."""
    of_chats = _tr("1 chat") if chats == 1 else _tr("{0} chats").format(f"{chats:,}")
    of_summaries = _tr("1 summary")
    if summaries != 1:
        of_summaries = _tr("{0} summaries").format(f"{summaries:,}")
    if not summaries:
        return of_chats
    return _tr("{0} and {1}").format(of_chats, of_summaries) if chats else of_summaries


def days(count: int) -> str:
    """Returns "30 days"."""
    return _tr("1 day") if count == 1 else _tr("{0} days").format(f"{count:,}")


def expired(name: str, count: int, things: str) -> str:
    """Returns what is told when the days of things are over."""
    words = _tr("Erased from “{folder}”: {things}, unchanged for more than {days}.")
    return words.format(folder=name, things=things, days=days(count))


def erased(name: str, things: str) -> str:
    """Returns what is told when a folder was erased with all that was in it."""
    return _tr("“{folder}” was erased, with {things}.").format(folder=name, things=things)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Folders", words)
