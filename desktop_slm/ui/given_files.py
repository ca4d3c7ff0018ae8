"""Which of the files that somebody hands the window can be documents, and why others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_slm.ui import plain_text


class Reason(Enum):
    """Why a file is not taken; what a document's content is wrong with, its reader says."""

    FOLDER = "a folder"
    MISSING = "not there"
    ELSEWHERE = "on another computer"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not taken."""

    name: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """Files to go on with, and those that are not taken."""

    files: tuple[Path, ...]
    refused: tuple[Refused, ...]


def look_at(paths: Iterable[Path], elsewhere: Iterable[str] = ()) -> GivenFiles:
    """Sorts paths; touches the disk, so it runs in the background.

    `elsewhere` names files on other computers, which must not be touched at all.
    """
    files: list[Path] = []
    refused = [Refused(name, Reason.ELSEWHERE) for name in elsewhere]
    for path in paths:
        if path.is_dir():
            refused.append(Refused(path.name, Reason.FOLDER))
        elif path.is_file():
            files.append(path)
        else:
            refused.append(Refused(path.name, Reason.MISSING))
    return GivenFiles(tuple(files), tuple(refused))


def sentence(refused: Sequence[Refused]) -> str:
    """Returns one sentence about everything that was not taken."""
    tr = QCoreApplication.translate
    if len(refused) > 1:
        words = tr("GivenFiles", "{count} things were not opened; drop files of this computer.")
        if all(each.reason is Reason.FOLDER for each in refused):
            words = tr("GivenFiles", "Folders cannot be opened; drop the files in them.")
        return words.format(count=len(refused))
    words = {
        Reason.FOLDER: tr("GivenFiles", "“{name}” is a folder; drop the files in it."),
        Reason.MISSING: tr("GivenFiles", "“{name}” is not there any more; nothing was opened."),
        Reason.ELSEWHERE: tr(
            "GivenFiles",
            "“{name}” lies on another computer and was not opened; copy it to this one first, or "
            "choose it with Ctrl+O.",
        ),
    }[refused[0].reason]
    return words.format(name=plain_text.one_line(refused[0].name))
