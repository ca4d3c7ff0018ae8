"""Brings chats from files into the database: read in a child, kept once, nothing overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_slm import errors, files
from desktop_slm.assistants.analysis_worker import AnalysisWorker, StartWorker, analysis_worker
from desktop_slm.assistants.chat_files import chat_file
from desktop_slm.assistants.chat_files.chat_file import ChatFile
from desktop_slm.assistants.chat_files.reading import MOST_BYTES
from desktop_slm.assistants.chat_prompt import remapped
from desktop_slm.errors import DesktopSlmError
from desktop_slm.storage.chats.imported_chats import ImportedChats, ImportedMessage

# In a chat's details: which app it came from, and the hash by which it is known again.
IMPORTED_FROM, IMPORTED_KEY = "imported_from", "imported_key"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of files: the new chats by their ids, how many were here, what was refused."""

    chats: tuple[int, ...]
    known: int
    errors: tuple[DesktopSlmError, ...]


def files_in(folder: Path) -> list[Path]:
    """Returns the files of a folder that may hold chats."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and path.suffix.lower() in (".chat", ".json", ".zip")
    )


def import_files(
    paths: Sequence[Path],
    chats: ImportedChats,
    *,
    on_file: Callable[[int, int], object] = lambda done, total: None,
    start: StartWorker = analysis_worker,
) -> Imported:
    """Keeps the chats of files; a file that cannot be read stops only itself.

    Raises StorageError where they cannot be kept; those before it are.
    """
    new: list[int] = []
    known = 0
    refused: list[DesktopSlmError] = []
    child = AnalysisWorker((), "open", start)
    try:
        for done, path in enumerate(paths):
            on_file(done, len(paths))
            try:
                for chat in _read(child, path):
                    number = _keep(chats, chat)
                    known += number is None
                    new += [] if number is None else [number]
            except errors.AnalysisFailed:  # the file took the child with it
                child.close()
                child = AnalysisWorker((), "open", start)
                refused.append(errors.NotChatFile(name=path.name))
            except (errors.DocumentError, errors.OutputError) as error:
                refused.append(error)
    finally:
        child.close()
    return Imported(tuple(new), known, tuple(refused))


def _read(child: AnalysisWorker, path: Path) -> Iterator[ChatFile]:
    content = files.content_up_to(path, MOST_BYTES)
    if content is None:
        raise errors.NotChatFile(name=path.name)
    for message in child.events("read_chats", content, name=path.name):
        yield chat_file.chat_from_dict(message.fields["chat"])


def _keep(chats: ImportedChats, chat: ChatFile) -> int | None:
    """Keeps a chat and returns its id, or None where it is here already."""
    data = chat_file.chat_to_dict(chat)
    key = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
    messages = [
        ImportedMessage(
            each.number,
            each.parent,
            each.role,
            each.state,
            each.created,
            each.text,
            each.thinking,
            each.details,
        )
        for each in chat.messages
    ]
    details = {IMPORTED_FROM: chat.app, IMPORTED_KEY: key}
    return chats.keep(chat.title, chat.created, messages, chat.shown, details, key, remapped)
