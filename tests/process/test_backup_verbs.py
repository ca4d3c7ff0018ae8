"""`desktop-slm backup`, `restore` and `check`, as a script calls them; no keyring is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.instance import WindowInstance
from desktop_slm.storage.keys import recovery_code
from desktop_slm.storage.keys.keys import InKeyFile, Keys
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.storage.times import utc_now
from tests.fakes.keyring import FakeKeyring
from tests.process.cli_runs import Terminal


class Computer:
    """A terminal, and the same data from within."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "data"
        self.terminal = Terminal(self.folder)
        self.database = self.folder / "desktop-slm.db"
        self.key_file = self.folder / "desktop-slm.key"
        record = self.folder / "key.json"
        self.keys = Keys(self.database, record, FakeKeyring(), Scrypt(n=2))

    def start(self, title: str) -> Computer:
        """Makes data with one chat."""
        with self.keys.create(InKeyFile(self.key_file)) as key:
            Database.open(self.database, key).close()
        self.add(title)
        return self

    def add(self, title: str) -> None:
        with self.keys.unlock() as key, Database.open(self.database, key) as database:
            Conversations(database, utc_now).create(title)

    def titles(self) -> list[str]:
        with self.keys.unlock() as key, Database.open(self.database, key) as database:
            return [chat.title for chat in Conversations(database, utc_now).recent()]


@pytest.fixture
def here(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "here")


def test_a_backup_is_made_listed_and_restored(here: Computer) -> None:
    here.start("first")
    made = here.terminal.run("backup", "--json").json
    assert [each["kind"] for each in made] == ["daily"]
    here.add("second")
    name = Path(made[0]["file"]).name
    assert name in here.terminal.run("backup", "--list").output
    done = here.terminal.run("restore", name, "--json")
    assert done.status == 0, done.errors
    assert here.titles() == ["first"]
    back = here.terminal.run("restore", Path(done.json["kept_aside"]).name)
    assert (back.status, here.titles()) == (0, ["second", "first"])


def test_one_file_goes_to_a_new_computer(here: Computer, tmp_path: Path) -> None:
    here.start("moved")
    code = recovery_code.draw()
    target = tmp_path / "to go.desktop-slm-backup"
    alone = here.terminal.run("backup", target)
    assert "opens on this computer alone" in alone.errors
    with here.keys.unlock() as key:
        here.keys.set_code(key, code)
    made = here.terminal.run("backup", target, "--json")
    assert made.json["opens_elsewhere"] is True
    there = Computer(tmp_path / "there")
    words = tmp_path / "words"
    words.write_text("not the code\n")
    key_file = there.key_file
    refused = there.terminal.run("restore", target, "--key-file", key_file)
    assert refused.status == 1 and "Enter the recovery code" in refused.errors
    words.write_text(code + "\n")
    done = there.terminal.run("restore", target, "--words-file", words)
    assert done.status == 0, done.errors
    assert there.titles() == ["moved"]


def test_check_says_that_all_is_sound_or_what_is_not(here: Computer) -> None:
    assert "Nothing is stored" in here.terminal.run("check").errors
    here.start("first")
    assert here.terminal.run("check", "--json").json["sound"] is True
    made = here.terminal.run("backup", "--json").json[0]["file"]
    spoilt = bytearray(Path(made).read_bytes())
    spoilt[9_000] ^= 1
    Path(made).write_bytes(spoilt)
    damaged = here.terminal.run("check", "--json")
    assert damaged.status == 1
    assert [each["part"] for each in damaged.json["findings"]] == ["newest backup"]
    Path(made).unlink()
    here.terminal.run("backup")
    page = bytearray(here.database.read_bytes())
    page[9_000] ^= 1
    here.database.write_bytes(page)
    told = here.terminal.run("check")
    assert told.status == 1
    assert "Something is damaged" in told.output and "restore NAME" in told.output


def test_nothing_is_restored_under_an_open_window(here: Computer) -> None:
    here.start("first")
    name = Path(here.terminal.run("backup", "--json").json[0]["file"]).name
    window = WindowInstance(here.folder)
    assert window.take()
    try:
        refused = here.terminal.run("restore", name)
    finally:
        window.release()
    assert refused.status == 1 and "open in another window" in refused.errors


def test_what_is_no_backup_is_told(here: Computer, tmp_path: Path) -> None:
    here.start("first")
    (tmp_path / "x").write_text(json.dumps({}))
    for name in (tmp_path / "x", tmp_path / "missing"):
        told = here.terminal.run("restore", name)
        assert told.status == 1, told.output
        assert "Nothing was changed" in told.errors
    assert here.titles() == ["first"]
