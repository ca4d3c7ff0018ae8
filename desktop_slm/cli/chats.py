"""`desktop-slm chats`: the stored chats, out into files and in from here and from other apps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from desktop_slm import files, policy
from desktop_slm.assistants.chat_files import formats, gathering, importing
from desktop_slm.assistants.chat_files.chat_file import ChatFile
from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.assistants.preferences import data_set
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.session import Session
from desktop_slm.errors import FileMissing, OutputUnknown, OutputUnwritable, UnknownChat
from desktop_slm.storage.chats.imported_chats import ImportedChats
from desktop_slm.storage.chats.ratings import Ratings
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 60
_ENDINGS = ", ".join(f".{each.value}" for each in ChatFormat)


def run(arguments: Arguments, _enforced: Enforced, _launcher: Launcher | None) -> int:
    """Runs the verb; 1 where a file could not be imported."""
    with Session(arguments) as session:
        if arguments.action == "import":
            return _import(session, arguments)
        if arguments.action == "export":
            return _export(session, arguments)
        if arguments.action == "preferences":
            return _export_preferences(session, arguments)
        return _list(session, arguments)


def _list(session: Session, arguments: Arguments) -> int:
    chats = ImportedChats(session.database)
    found = [
        {
            "id": chat.id,
            "title": chat.title,
            "changed": chat.changed.isoformat(),
            "messages": len(chats.messages(chat.id)),
            "archived": chat.is_archived,
        }
        for chat in session.conversations.recent(1 << 30, with_archived=True)
    ]
    if arguments.json:
        output.result(found)
        return 0
    for each in found:
        print(f"{each['id']}\t{str(each['changed'])[:16]}\t{output.one_line(str(each['title']))}")
    return 0


def _export(session: Session, arguments: Arguments) -> int:
    path = Path(arguments.output).expanduser().absolute()
    chats = _wanted(session, arguments.chat_ids)
    if path.suffix:
        written = [_write_one(path, chats)]
    else:
        written = _write_each(path, chats, ChatFormat(arguments.format or "md"))
    if arguments.json:
        output.result({"chats": len(chats), "files": [str(each) for each in written]})
    else:
        output.note(f"{len(chats)} chats, {len(written)} files: {path}")
    return 0


def _export_preferences(session: Session, arguments: Arguments) -> int:
    path = Path(arguments.output).expanduser().absolute()
    content, pairs = data_set(Ratings(session.database))
    _write(path, content)
    if arguments.json:
        output.result({"pairs": pairs, "file": str(path)})
    else:
        output.note(f"{pairs} pairs of answers: {path}")
    return 0


def _wanted(session: Session, ids: Sequence[int]) -> list[ChatFile]:
    chats = ImportedChats(session.database)
    if not ids:
        return list(gathering.all_chats(session.conversations, chats))
    known = {chat.id for chat in session.conversations.recent(1 << 30, with_archived=True)}
    for number in ids:
        if number not in known:
            raise UnknownChat(chat=number)
    return [gathering.chat_file(session.conversations, chats, number) for number in ids]


def _write_one(path: Path, chats: Sequence[ChatFile]) -> Path:
    """Writes one file; only JSON holds several chats."""
    try:
        chosen = ChatFormat(path.suffix[1:].lower())
    except ValueError:
        raise OutputUnknown(path=path.name, endings=_ENDINGS) from None
    if chosen is ChatFormat.JSON:
        _write(path, formats.all_content(chats))
    elif len(chats) == 1:
        _write(path, _content(chats[0], chosen))
    else:
        raise OutputUnknown(path=path.name, endings=".json")
    return path


def _write_each(folder: Path, chats: Sequence[ChatFile], chosen: ChatFormat) -> list[Path]:
    written: list[Path] = []
    for number, chat in enumerate(chats, 1):
        title = _NO_NAME.sub("-", " ".join(chat.title.split()))[:_LONGEST_NAME].strip(" .")
        path = folder / f"{number:04d} {title or 'Chat'}.{chosen.value}"
        _write(path, _content(chat, chosen))
        written.append(path)
    return written


def _content(chat: ChatFile, chosen: ChatFormat) -> bytes:
    if chosen is not ChatFormat.PDF:
        return formats.content(chat, chosen)
    # Qt draws the pages; whoever asks for no PDF is spared it.
    from desktop_slm.ui import offscreen
    from desktop_slm.ui.paper import chat_paper

    with offscreen.application():
        return chat_paper.pdf(chat)


def _write(path: Path, content: bytes) -> None:
    policy.require_export()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace_content(path, content)
    except OSError as error:
        raise OutputUnwritable(path=str(path), why=error.strerror or "an error") from None


def _import(session: Session, arguments: Arguments) -> int:
    paths: list[Path] = []
    for given in arguments.files:
        path = Path(given).expanduser().absolute()
        if not path.exists():
            raise FileMissing(name=path.name)
        paths += importing.files_in(path) if path.is_dir() else [path]
    progress = output.Progress()
    result = importing.import_files(
        paths,
        ImportedChats(session.database),
        on_file=lambda done, total: progress.show(f"{done} of {total} files"),
    )
    progress.clear()
    for error in result.errors:
        output.error(error)
    if arguments.json:
        output.result(
            {
                "imported": len(result.chats),
                "known": result.known,
                "refused": len(result.errors),
                "chats": list(result.chats),
            }
        )
    else:
        output.note(f"{len(result.chats)} chats imported, {result.known} were here already")
    return 1 if result.errors else 0
