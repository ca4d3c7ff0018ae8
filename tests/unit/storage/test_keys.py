from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.errors import (
    AlreadyStored,
    DatabaseBusy,
    DatabaseMissing,
    DatabaseNewer,
    EmptyPassphrase,
    KeyDoesNotFit,
    KeyMissing,
    KeyringLocked,
    WrongKey,
)
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.key_file import read_passphrase_file
from desktop_slm.storage.keys.key_record import KeyPlace
from desktop_slm.storage.keys.keys import (
    InKeyring,
    NewData,
    StoredData,
    UnderPassphrase,
)
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.storage.locks import FileLock
from tests.unit.storage.folders import contents
from tests.unit.storage.home import WORDS, Home

# Looking


def test_new_data_is_told_with_the_keyrings_there_are(home: Home) -> None:
    assert home.keys.examine() == NewData(("SecretService", "kwallet"))
    assert not home.folder.exists()


def test_new_data_without_a_keyring_is_told(home: Home) -> None:
    home.keyring.names.clear()
    assert home.keys.examine() == NewData(())


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("keyring", StoredData(KeyPlace.KEYRING, True, "SecretService")),
        ("passphrase", StoredData(KeyPlace.PASSPHRASE, True, has_passphrase=True)),
        ("key file", StoredData(KeyPlace.KEY_FILE, True)),
    ],
)
def test_stored_data_is_told_without_asking_the_keyring(
    home: Home, place: str, told: StoredData
) -> None:
    home.start(place)
    calls, before = home.keyring.calls, contents(home.folder)
    assert home.keys.examine() == told
    assert told.needs_passphrase == (place == "passphrase")
    assert (home.keyring.calls, contents(home.folder)) == (calls, before)


@pytest.mark.parametrize("text", ["", "{}", "[]", "not json", '{"format": 1, "place": "moon"}'])
def test_an_unreadable_record_is_told(home: Home, text: str) -> None:
    home.start("keyring")
    home.record.write_text(text)
    assert home.keys.examine() == StoredData(None, True)


def test_a_lost_database_is_told_and_none_is_made_in_its_place(home: Home) -> None:
    home.start("keyring")
    home.database.unlink()
    assert home.keys.examine() == StoredData(KeyPlace.KEYRING, False, "SecretService")
    with pytest.raises(DatabaseMissing):
        home.titles()
    assert not home.database.exists()


def test_a_record_of_a_later_version_is_refused(home: Home) -> None:
    home.start("keyring")
    home.edit_record(format=2)
    with pytest.raises(DatabaseNewer):
        home.keys.examine()


# Opening again


@pytest.mark.parametrize("place", ["keyring", "passphrase", "key file"])
def test_data_opens_again_from_where_its_key_is(home: Home, place: str) -> None:
    home.start(place)
    how = {"passphrase": WORDS} if place == "passphrase" else {}
    assert home.titles(**how) == ["kept"]


def test_a_passphrase_is_the_same_however_its_accents_are_typed(home: Home) -> None:
    home.start("passphrase")
    assert home.titles(passphrase="correct horse battery sta\u0308ple") == ["kept"]


def test_a_key_file_given_by_name_goes_before_the_place_of_the_record(home: Home) -> None:
    home.start("keyring")
    home.key_file.parent.mkdir()
    home.key_file.write_text(home.secret())
    home.key_file.chmod(0o600)
    home.keyring.names.clear()
    assert home.titles(key_file=home.key_file) == ["kept"]


def test_a_key_file_opens_data_whose_record_is_lost(home: Home) -> None:
    home.start("key file")
    home.record.unlink()
    assert home.titles(key_file=home.key_file) == ["kept"]
    assert not home.record.exists()


def test_a_key_file_with_a_new_folder_starts_storage_and_opens_it_again(home: Home) -> None:
    """What `desktop-slm chat --key-file F` does, twice."""
    home.keyring.names.clear()
    home.start("key file")
    assert home.titles(key_file=home.key_file) == ["kept"]
    assert home.key_file.stat().st_mode & 0o777 == 0o600


def test_a_creation_cut_off_before_the_first_table_can_go_on(home: Home) -> None:
    home.keys.create(home.places["keyring"]).wipe()
    assert home.titles() == []


# Making


@pytest.mark.parametrize("lost", [None, "record", "database"])
@pytest.mark.parametrize("place", ["keyring", "passphrase", "key file"])
def test_no_key_is_made_where_there_is_data_or_a_record(
    home: Home, place: str, lost: str | None
) -> None:
    home.start("keyring")
    if lost:
        getattr(home, lost).unlink()
    before, secrets = contents(home.folder), dict(home.keyring.secrets)
    with pytest.raises(AlreadyStored):
        home.keys.create(home.places[place])
    assert (contents(home.folder), home.keyring.secrets) == (before, secrets)


def test_a_keyring_that_forgets_is_not_trusted(home: Home) -> None:
    home.keyring.forgets = True
    with pytest.raises(KeyringLocked):
        home.keys.create(home.places["keyring"])
    home.keyring.forgets = False
    home.start("keyring")


def test_a_key_file_that_is_there_is_used_as_it_is(home: Home) -> None:
    home.key_file.parent.mkdir()
    home.key_file.write_text("cd" * 32 + "\n")
    home.key_file.chmod(0o600)
    home.start("key file")
    assert home.key_file.read_text() == "cd" * 32 + "\n"
    assert home.titles() == ["kept"]


def test_two_processes_do_not_both_make_a_key(home: Home) -> None:
    home.folder.mkdir()
    other = FileLock(home.folder / "key.lock")
    assert other.acquire()
    with pytest.raises(DatabaseBusy):
        home.keys.create(home.places["keyring"])
    other.release(remove=True)
    home.start("keyring")


@pytest.mark.parametrize("place", ["keyring", "passphrase", "key file"])
def test_the_record_and_the_folder_do_not_hold_the_key(home: Home, place: str) -> None:
    with home.keys.create(home.places[place]) as key:
        secret, text = bytes(key.secret), key.as_hex().encode()
        Database.open(home.database, key).close()
    for name, data in contents(home.folder).items():
        assert secret not in data and text not in data, name
        assert (home.folder / name).stat().st_mode & 0o077 == 0, name


# Moving


def test_a_new_passphrase_changes_the_record_alone(home: Home) -> None:
    home.start("passphrase")
    before = contents(home.folder)
    with home.keys.unlock(passphrase=WORDS) as key:
        home.keys.move(key, UnderPassphrase("another one"))
    after = contents(home.folder)
    assert [name for name in after if after[name] != before.get(name)] == ["key.json"]
    assert home.titles(passphrase="another one") == ["kept"]
    with pytest.raises(WrongKey):
        home.keys.unlock(passphrase=WORDS)


@pytest.mark.parametrize("old", ["keyring", "passphrase", "key file"])
@pytest.mark.parametrize("new", ["keyring", "passphrase", "key file"])
def test_a_key_can_move_from_any_place_to_any_other(home: Home, old: str, new: str) -> None:
    home.start(old)
    with home.keys.unlock(passphrase=WORDS) as key:
        home.keys.move(key, home.places[new])
    assert home.titles(passphrase=WORDS) == ["kept"]
    assert bool(home.keyring.secrets) == (new == "keyring")


def test_a_key_can_move_between_keyrings(home: Home) -> None:
    home.start("keyring")
    with home.keys.unlock() as key:
        home.keys.move(key, InKeyring("kwallet"))
    assert [name for name, _ in home.keyring.secrets] == ["kwallet"]
    assert home.titles() == ["kept"]


def test_a_move_that_fails_leaves_the_old_place(home: Home) -> None:
    home.start("keyring")
    before = contents(home.folder)
    with home.keys.unlock() as key:
        home.key_file.parent.mkdir()
        home.key_file.write_text("ab" * 32)
        home.key_file.chmod(0o600)
        with pytest.raises(KeyDoesNotFit):
            home.keys.move(key, home.places["key file"])
    assert contents(home.folder) == before
    assert home.titles() == ["kept"]


# Small things


def test_a_key_is_overwritten_after_use() -> None:
    with DataKey.new() as key:
        secret = key.secret
        assert any(secret)
    assert secret == bytes(32)


def test_the_default_cost_is_the_recommended_one() -> None:
    """OWASP, Password Storage, 2023: N=2^17, r=8, p=1."""
    assert Scrypt() == Scrypt(n=131_072, r=8, p=1)


@pytest.mark.parametrize("text", ["secret\n", "secret\r\n", "secret", "secret\nsecond line\n"])
def test_a_passphrase_file_gives_its_first_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "p").write_bytes(text.encode())
    assert read_passphrase_file(tmp_path / "p") == "secret"


def test_an_empty_or_missing_passphrase_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "p").touch()
    with pytest.raises(EmptyPassphrase):
        read_passphrase_file(tmp_path / "p")
    with pytest.raises(KeyMissing):
        read_passphrase_file(tmp_path / "none")
