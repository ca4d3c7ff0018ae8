"""Everything goes for good, models stay, and a kill in between is made good at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import DataInUse, KeyMissing, StorageError
from desktop_slm.paths import Paths
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.erasure import erasing
from desktop_slm.storage.erasure.erasing import erase_everything, was_begun
from desktop_slm.storage.keys.keys import InKeyFile, InKeyring, Keys, NewData
from desktop_slm.storage.times import utc_now
from tests.fakes.keyring import FakeKeyring
from tests.fakes.storage_child import spawn
from tests.unit.storage.home import CHEAP


class Full:
    """A data folder with everything in it."""

    def __init__(self, folder: Path) -> None:
        self.paths: Paths = paths.find(folder)
        self.keyring = FakeKeyring("SecretService")
        self.keys = Keys(self.paths.database, self.paths.key_record, self.keyring, CHEAP)
        with self.keys.create(InKeyring("SecretService")) as key:
            self.key_hex = key.as_hex()
            with Database.open(self.paths.database, key) as database:
                Conversations(database, utc_now).create("secret")
                Backups(self.paths.database).make(database, utc_now())
        for path in (
            self.paths.settings,
            self.paths.connections,
            self.paths.downloads,
            self.paths.logs / "desktop-slm.log",
            self.paths.models / "mine.gguf",
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x")

    def left(self) -> list[str]:
        return sorted(path.name for path in self.paths.data.rglob("*") if path.is_file())


@pytest.fixture
def full(tmp_path: Path) -> Full:
    return Full(tmp_path / "data")


def test_all_goes_but_the_models(full: Full) -> None:
    erase_everything(full.paths, full.keyring)
    assert full.left() == ["mine.gguf"]
    assert full.keyring.secrets == {}
    assert isinstance(full.keys.examine(), NewData)


def test_a_key_file_beside_the_data_goes_too(full: Full) -> None:
    with full.keys.unlock() as key:
        full.keys.move(key, InKeyFile(full.paths.data / "desktop-slm.key"))
    erase_everything(full.paths, full.keyring)
    assert full.left() == ["mine.gguf"]


def test_nothing_goes_while_another_process_has_it_open(full: Full) -> None:
    with full.keys.unlock() as key:
        before = full.left()
        with spawn("stream", full.paths.database, key) as child:
            assert child.stdout and child.stdout.readline()
            with pytest.raises(DataInUse):
                erase_everything(full.paths, full.keyring)
            assert set(before) <= set(full.left())
    assert not was_begun(full.paths)


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", ["_erase_key", "_files", "_folders"])
def test_a_kill_in_between_is_finished_at_the_next_start(
    full: Full, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def die(*_given: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(erasing, step, die)
        with pytest.raises(Killed):
            erase_everything(full.paths, full.keyring)
    assert was_begun(full.paths)
    if step != "_erase_key":  # what is left is without its key
        with pytest.raises((KeyMissing, StorageError)):
            full.keys.unlock()
        assert full.keyring.secrets == {}
    erase_everything(full.paths, full.keyring)
    assert full.left() == ["mine.gguf"]
    assert not was_begun(full.paths)
