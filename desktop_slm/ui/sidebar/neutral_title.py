"""What stands in the list for a title that is hidden: what it is, and when it was changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_slm.ui.sidebar.entry import Entry, Kind


def neutral_title(entry: Entry) -> str:
    """Returns "Chat · 21/11/2026 14:02" as the language writes it."""
    tr = QCoreApplication.translate
    moment = QDateTime.fromSecsSinceEpoch(int(entry.changed.timestamp()))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    words = tr("HistoryModel", "Chat · {when}")
    if entry.key.kind is Kind.SUMMARY:
        words = tr("HistoryModel", "Summary · {when}")
    return words.format(when=when)
