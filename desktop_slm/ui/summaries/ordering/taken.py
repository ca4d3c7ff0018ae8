"""What a drop or a paste on the Summarize page brings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

from desktop_slm.documents.reading import Contents
from desktop_slm.ui import dropped_files


def is_takeable(data: QMimeData) -> bool:
    """Whether there is anything to summarize in it."""
    return bool(
        dropped_files.files_in(data)
        or dropped_files.has_contents(data)
        or dropped_files.text_in(data)
    )


def documents_in(data: QMimeData) -> Sequence[Path | Contents]:
    """Returns files, else what a mail program drops in their place, else text."""
    if paths := dropped_files.files_in(data).paths:
        return [Path(path) for path in paths]
    if found := dropped_files.contents_in(data):
        return found
    text = dropped_files.text_in(data)
    name = QCoreApplication.translate("SummaryPage", "Pasted text")
    return [Contents.of_text(name, text)] if text else []


def refusal(data: QMimeData) -> str:
    """Returns a sentence where something in it must not be opened, else ""."""
    refused = dropped_files.files_in(data).refused
    if not refused:
        return ""
    sentence = QCoreApplication.translate(
        "SummaryPage",
        "“{0}” lies on another computer, which a drop must not connect to. "
        "Choose it with “Choose files…” instead.",
    )
    return sentence.format(refused[0])
