"""A connection of the record as one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_slm.models.connections import Connection, Purpose
from desktop_slm.ui import quantities


def line(connection: Connection) -> str:
    """Returns "21 Nov 2026 16:40 · huggingface.co · download · 2.5 GB"."""
    at = QDateTime.fromSecsSinceEpoch(int(connection.at.timestamp()))
    when = QLocale().toString(at, QCoreApplication.translate("Connections", "d MMM yyyy HH:mm"))
    parts = (when, connection.host, _purpose(connection.purpose), _size(connection))
    return " · ".join(parts)


def _purpose(purpose: str) -> str:
    tr = QCoreApplication.translate
    return {
        Purpose.SEARCH.value: tr("Connections", "search"),
        Purpose.LIST.value: tr("Connections", "list of files"),
        Purpose.FACTS.value: tr("Connections", "facts of a file"),
        Purpose.DOWNLOAD.value: tr("Connections", "download"),
        Purpose.VERSION.value: tr("Connections", "newest version of this app"),
    }.get(purpose, purpose)


def _size(connection: Connection) -> str:
    size = connection.size_bytes
    if size >= 1e9:
        return f"{quantities.decimal(size / 1e9)} GB"
    if size >= 1e5:
        return f"{quantities.decimal(size / 1e6)} MB"
    return f"{quantities.decimal(size / 1e3)} kB"
