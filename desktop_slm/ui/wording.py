"""What a person reads about an error: its sentence in their language, and what helps to mend it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_slm import __version__
from desktop_slm.errors import DesktopSlmError


def sentence(error: DesktopSlmError) -> str:
    """Returns the error's sentence, translated where a translation is there, with its fields."""
    return QCoreApplication.translate("errors", error.sentence).format(**error.fields)


def details(error: DesktopSlmError) -> str:
    """Returns what a person may copy and pass on: the kind of error, versions, and its details."""
    import platform

    where = f"Desktop SLM {__version__}, {platform.system()} {platform.release()}"
    return "\n".join(part for part in (type(error).__name__, where, error.details) if part)
