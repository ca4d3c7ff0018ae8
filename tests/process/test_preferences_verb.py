"""`desktop-slm chats preferences`: the thumbs of a person as a data set, through the program."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_slm.assistants.chat_files import formats, gathering
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.imported_chats import ImportedChats
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.chats.ratings import LIKED, Ratings
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import utc_now
from tests.process.cli_runs import Terminal


def _exported(path: Path) -> Path:
    """Writes a chat with two answers, of which one is liked, as the app exports it."""
    with Database.in_memory() as database:
        chats = Conversations(database, utc_now)
        turn = chats.begin_chat("Why?")
        other = chats.begin_answer(turn.user.id)
        wrote = {"assistant": {"key": "writer", "name": "Writer", "note": "Invents details."}}
        for answer, text in ((turn.answer, "So."), (other, "Because of ü.")):
            chats.finish_answer(answer.id, MessageState.COMPLETE, text=text, details=wrote)
        Ratings(database).rate(other.id, LIKED)
        chat = gathering.chat_file(chats, ImportedChats(database), turn.answer.chat_id)
    path.write_bytes(formats.all_content([chat]))
    return path


def test_what_was_liked_leaves_as_json_lines(tmp_path: Path) -> None:
    terminal, key = Terminal(tmp_path / "data"), tmp_path / "key"
    given = _exported(tmp_path / "given.json")
    assert terminal.run("chats", "import", given, "--key-file", key).status == 0
    written = tmp_path / "preferences.jsonl"
    ran = terminal.run("chats", "preferences", written, "--json", "--key-file", key)
    assert ran.json == {"pairs": 1, "file": str(written)}
    [line] = written.read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {
        "prompt": [{"role": "user", "content": "Why?"}],
        "chosen": [{"role": "assistant", "content": "Because of ü."}],
        "rejected": [{"role": "assistant", "content": "So."}],
    }


def test_an_assistant_s_note_stands_in_the_export(tmp_path: Path) -> None:
    terminal, key = Terminal(tmp_path / "data"), tmp_path / "key"
    given = _exported(tmp_path / "given.json")
    assert terminal.run("chats", "import", given, "--key-file", key).status == 0
    written = tmp_path / "chat.md"
    assert terminal.run("chats", "export", written, "--key-file", key).status == 0
    assert "Writer: Invents details." in written.read_text(encoding="utf-8")
