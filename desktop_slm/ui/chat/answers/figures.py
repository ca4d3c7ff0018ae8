"""Figures as people read them: seconds, sizes, shares."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_slm.ui import quantities

_MINUTE_S = 60


def seconds(value: float) -> str:
    """Returns "4.1 s" or "2 min 5 s"."""
    tr = QCoreApplication.translate
    if value < _MINUTE_S - 0.05:
        return tr("Figures", "{seconds} s").format(seconds=quantities.decimal(value, 1))
    minutes, rest = divmod(round(value), _MINUTE_S)
    return tr("Figures", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def size(count_bytes: int) -> str:
    """Returns "98 MB" or "3.4 GB", as files are sold: in thousands."""
    tr = QCoreApplication.translate
    megabytes = count_bytes / 1e6
    if megabytes < 1000:
        return tr("Figures", "{count} MB").format(count=max(round(megabytes), 1))
    return tr("Figures", "{count} GB").format(count=quantities.decimal(megabytes / 1000, 1))


def percent(share: float) -> str:
    """Returns "15 %"; a little is 1 %, and more than everything is told."""
    shown = max(round(share * 100), 1) if share > 0 else 0
    return QCoreApplication.translate("Figures", "{percent} %").format(percent=shown)
