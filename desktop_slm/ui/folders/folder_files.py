"""The files that a folder becomes: one of each chat and each summary, in a ZIP file or a directory.

Everything here blocks; nothing of it belongs to the Qt thread.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_slm import files, policy
from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.errors import OutputUnwritable

if TYPE_CHECKING:
    from desktop_slm.assistants.exports.exported import ExportedSummary
    from desktop_slm.storage.folders import Contents
    from desktop_slm.ui.core import Data

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Names:
    """What files and directories are called in the language in force."""

    chats: str
    summaries: str
    untitled: str
    practice_notice: str


@dataclass(frozen=True, slots=True)
class Made:
    """The contents of files by their names in the export; `left_out` are summaries never made."""

    contents: Mapping[str, bytes]
    left_out: int


def stem(title: str, otherwise: str) -> str:
    """Returns what a file with that title is called, without its ending."""
    return _NO_NAME.sub("-", " ".join(title.split()))[:_LONGEST_NAME].strip(" .") or otherwise


def make(
    data: Data,
    contents: Contents,
    chosen: ChatFormat,
    names: Names,
    check: Callable[[], object] = lambda: None,
) -> Made:
    """Makes all the files; `check` is called before each and may end it by raising."""
    made: dict[str, bytes] = {}
    left_out = 0
    for number in contents.chats:
        check()
        title, content = _chat(data, number, chosen)
        made[_free_name(made, names.chats, stem(title, names.untitled), chosen)] = content
    for number in contents.summaries:
        check()
        exported = _exported(data, number, names.practice_notice)
        if exported is None:
            left_out += 1
            continue
        name = _free_name(made, names.summaries, stem(exported.title, names.untitled), chosen)
        made[name] = _summary(exported, chosen)
    return Made(made, left_out)


def write_zip(path: Path, contents: Mapping[str, bytes]) -> None:
    """Writes one ZIP file. Raises OutputUnwritable."""
    policy.require_export()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in contents.items():
            file.writestr(name, content)
    with _errors_named(path):
        files.replace_content(path, packed.getvalue())


def write_directory(parent: Path, name: str, contents: Mapping[str, bytes]) -> Path:
    """Writes the files into a new directory and returns it. Raises OutputUnwritable."""
    policy.require_export()
    target = next(path for path in _numbered(parent, name) if not path.exists())
    with _errors_named(target):
        for relative, content in contents.items():
            path = target / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            files.replace_content(path, content)
    return target


@contextmanager
def _errors_named(path: Path) -> Iterator[None]:
    """Turns the system's errors into ours."""
    try:
        yield
    except OSError as error:
        raise OutputUnwritable(path=path, why=error.strerror or "an error") from None


def _numbered(parent: Path, name: str) -> Iterator[Path]:
    yield parent / name
    number = 2
    while True:
        yield parent / f"{name} {number}"
        number += 1


def _free_name(made: Mapping[str, bytes], folder: str, name: str, chosen: ChatFormat) -> str:
    # Some systems take "A" and "a" for the same file.
    taken = {each.casefold() for each in made}
    number, found = 1, f"{folder}/{name}.{chosen.value}"
    while found.casefold() in taken:
        number += 1
        found = f"{folder}/{name} {number}.{chosen.value}"
    return found


def _chat(data: Data, number: int, chosen: ChatFormat) -> tuple[str, bytes]:
    from desktop_slm.assistants.chat_files import formats, gathering
    from desktop_slm.storage.chats.imported_chats import ImportedChats

    chats = ImportedChats(data.database)
    chat = gathering.chat_file(data.conversations, chats, number)
    if chosen is not ChatFormat.PDF:
        return chat.title, formats.content(chat, chosen)
    from desktop_slm.ui.paper import chat_paper

    return chat.title, chat_paper.pdf(chat)


def _exported(data: Data, number: int, practice_notice: str) -> ExportedSummary | None:
    """Returns a summary's newest version, None where it never came to anything."""
    from desktop_slm.assistants.exports import gathering

    if not data.records.versions(number):
        return None
    kept = data.records.load(number)
    if kept.summary is None or not kept.summary.items:
        return None
    return gathering.exported(
        gathering.Exportable(
            title=kept.title,
            items=kept.summary.items,
            coverage=kept.summary.coverage,
            documents=kept.documents,
            receipt=kept.summary.receipt,
            model_id=kept.version.model,
            model_name=kept.model_name,
            notice=practice_notice if kept.is_practice else "",
            is_draft=kept.summary.is_draft,
        )
    )


def _summary(exported: ExportedSummary, chosen: ChatFormat) -> bytes:
    from desktop_slm.assistants.exports import formats
    from desktop_slm.assistants.exports.export_format import ExportFormat

    if chosen is not ChatFormat.PDF:
        return formats.content(exported, ExportFormat(chosen.value))
    from desktop_slm.ui.summaries.exporting import paper

    return paper.pdf(exported)
