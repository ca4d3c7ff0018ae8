"""Who keeps this app's processes from the network, in the words of the panel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_slm.workers.confine import Level


def is_enforced(level: Level | None) -> bool:
    """Whether the system itself refuses connections."""
    return level is Level.KERNEL


def describe_process(name: str) -> str:
    """Returns what a person calls the process."""
    tr = QCoreApplication.translate
    return {
        "window": tr("NetworkPanel", "this window"),
        "engine": tr("NetworkPanel", "the model"),
        "template": tr("NetworkPanel", "the model's chat template"),
        "reader": tr("NetworkPanel", "the document reader"),
        "recognizer": tr("NetworkPanel", "the text recognition"),
        "analysis": tr("NetworkPanel", "the search for sources"),
        "typesetting": tr("NetworkPanel", "the drawing of formulas"),
        "inspect": tr("NetworkPanel", "the check of model files"),
        "convert": tr("NetworkPanel", "the conversion of models"),
    }[name]


def describe_level(level: Level | None) -> str:
    """Returns what holds in processes of that level; their names follow."""
    tr = QCoreApplication.translate
    if level is None:
        return tr("NetworkPanel", "Could not be asked just now:")
    return {
        Level.KERNEL: tr("NetworkPanel", "The system refuses every connection to:"),
        Level.APP: tr("NetworkPanel", "This app alone refuses, the system would allow it to:"),
        Level.NONE: tr("NetworkPanel", "Nothing refuses connections to:"),
    }[level]
