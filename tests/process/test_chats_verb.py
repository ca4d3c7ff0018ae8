"""`desktop-slm chats`: what leaves comes back, and what other apps left is taken in once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from tests.fakes.gpt4all_chats import Said, chat_bytes
from tests.process.cli_runs import Ran, Terminal

SAID = [Said("Prompt", "Where to?"), Said("Response", "To **Ulm**.")]


class Chats(NamedTuple):
    """The verb over a data folder whose key lies in a file."""

    terminal: Terminal
    key: Path

    def run(self, *words: str | Path) -> Ran:
        return self.terminal.run("chats", *words, "--key-file", self.key)


def _chats(folder: Path) -> Chats:
    return Chats(Terminal(folder / "data"), folder / "key")


def test_chats_of_another_app_come_in_once_and_leave_in_every_format(tmp_path: Path) -> None:
    terminal, given = _chats(tmp_path), tmp_path / "given"
    given.mkdir()
    (given / "gpt4all-1.chat").write_bytes(chat_bytes(SAID))
    (given / "gpt4all-2.chat").write_bytes(chat_bytes(SAID, title="Other"))
    (given / "notes.json").write_text("[1, 2]")
    (given / "picture.png").write_bytes(b"x")
    ran = terminal.run("import", given, "--json")
    assert ran.status == 1 and "notes.json" in ran.errors
    assert json.loads(ran.output)["imported"] == 2
    again = terminal.run("import", given / "gpt4all-1.chat", "--json").json
    assert (again["imported"], again["known"]) == (0, 1)

    found = terminal.run("list", "--json").json
    assert sorted((each["title"], each["messages"]) for each in found) == [
        ("Other", 2),
        ("Trip", 2),
    ]
    for ending in ("md", "html", "pdf", "docx", "json"):
        path = tmp_path / f"chat.{ending}"
        ran = terminal.run("export", path, str(found[0]["id"]), "--json")
        assert ran.json["files"] == [str(path)] and path.stat().st_size > 100
    pages = pypdfium2.PdfDocument(tmp_path / "chat.pdf")
    text = pages[0].get_textpage().get_text_bounded()
    assert "To Ulm." in text and "Llama 3 8B" in text

    folder = tmp_path / "all"
    assert terminal.run("export", folder).status == 0
    assert len(list(folder.glob("*.md"))) == 2
    whole = tmp_path / "all.json"
    assert terminal.run("export", whole).status == 0
    elsewhere = _chats(tmp_path / "elsewhere")
    assert elsewhere.run("import", whole, "--json").json["imported"] == 2
    assert len(elsewhere.run("list", "--json").json) == 2


def test_wrong_wishes_are_told_in_a_sentence(tmp_path: Path) -> None:
    terminal = _chats(tmp_path)
    for words, said in (
        (("export", tmp_path / "a.xyz"), "does not end in a format"),
        (("export", tmp_path / "a.md", "7"), "no chat 7"),
        (("import", tmp_path / "none.json"), "none.json"),
    ):
        ran = terminal.run(*words)
        assert ran.status == 1 and said in ran.errors and ran.errors.count("\n") == 1
