"""A download in words: how far it is, how fast, what it waits for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_slm.models.download_list import State
from desktop_slm.models.downloads import Download
from desktop_slm.ui import quantities
from desktop_slm.ui.models import wording


def amount(download: Download) -> str:
    """Returns "1.1 of 2.5 GB"."""
    progress = download.progress
    whole = max(progress.size_bytes, 1)
    unit, words = (
        (1e9, _tr("{part} of {whole} GB")) if whole >= 1e9 else (1e6, _tr("{part} of {whole} MB"))
    )
    digits = 1 if unit > 1e6 else 0
    return words.format(
        part=quantities.decimal(progress.received / unit, digits),
        whole=quantities.decimal(whole / unit, digits),
    )


def state(download: Download) -> str:
    """Returns one line on what goes on."""
    if download.state is State.WAITING:
        return _tr("Waits for its turn")
    if download.state is State.PAUSED:
        return _tr("Paused · {amount}").format(amount=amount(download))
    words = {
        "receiving": _tr("{amount} · {speed} a second"),
        "checking": _tr("{amount} · checking the file"),
        "waiting": _tr("{amount} · connection lost, trying again"),
        "wrong hash": _tr("What came was not the right file; fetching it once more"),
    }.get(download.progress.stage, _tr("{amount} · connecting"))
    speed = wording.size(download.progress.bytes_per_s)
    return words.format(amount=amount(download), speed=speed)


def time_left(download: Download) -> str:
    """Returns "2 min left", or "" where nobody can tell."""
    seconds = download.progress.seconds_left
    if download.state is not State.RUNNING or seconds is None:
        return ""
    if seconds < 90:
        return _tr("{count} s left").format(count=max(round(seconds), 1))
    if seconds < 5400:
        return _tr("{count} min left").format(count=round(seconds / 60))
    return _tr("{count} h left").format(count=quantities.decimal(seconds / 3600, 1))


def share(download: Download) -> float:
    """Returns how far it is, 0 to 1."""
    return min(download.progress.received / max(download.progress.size_bytes, 1), 1.0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Downloads", text)
