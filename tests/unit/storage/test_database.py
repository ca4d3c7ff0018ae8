from __future__ import annotations

import os
import random
import shutil
import stat
import sys
import threading
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from desktop_slm.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    FolderUnwritable,
    Invariant,
    KeyDoesNotFit,
    StorageError,
    WrongKey,
)
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.steps import Step, Steps
from desktop_slm.storage.summaries import Summaries
from desktop_slm.storage.times import utc_now
from tests.unit.storage.folders import contents, decrypted_copy, files_with

SENTENCE = "The heron waits beneath the seventh lantern"


def write_a_session(database: Database) -> None:
    """Puts the sentence everywhere a person's words can go."""
    conversations, summaries = Conversations(database, utc_now), Summaries(database, utc_now)
    turn = conversations.begin_chat(SENTENCE, details={"note": SENTENCE})
    conversations.update_answer(turn.answer.id, SENTENCE * 200, SENTENCE)
    conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=SENTENCE * 400)
    conversations.rename(turn.user.chat_id, SENTENCE)
    conversations.save_draft(turn.user.chat_id, SENTENCE)
    conversations.save_draft(None, SENTENCE)
    summary = summaries.create(SENTENCE)
    pages = [{"text": SENTENCE} for _ in range(50)]
    summaries.add_document(
        summary.id, NewDocument("0" * 64, f"{SENTENCE}.txt", "text", SENTENCE, {"pages": pages})
    )
    version = summaries.begin(summary.id, {"focus": SENTENCE}, "m")
    Steps(database).keep(version.id, "k", Step(SENTENCE, 1, 1))
    summaries.save(version.id, [{"text": SENTENCE}], {"by": SENTENCE})


def pragma(database: Database, name: str) -> object:
    return database.rows(f"PRAGMA {name}")[0][0]


def test_settings_are_those_that_lose_nothing(database: Database) -> None:
    names = (
        "journal_mode",
        "synchronous",
        "secure_delete",
        "temp_store",
        "foreign_keys",
        "mmap_size",
        "auto_vacuum",
        "busy_timeout",
    )
    assert [pragma(database, name) for name in names] == ["wal", 2, 1, 2, 1, 0, 2, 5_000]


def test_what_was_written_is_there_after_reopening(path: Path, key: DataKey) -> None:
    with Database.open(path, key) as database:
        turn = Conversations(database, utc_now).begin_chat("hello")
    with Database.open(path, key) as database:
        assert Conversations(database, utc_now).message(turn.user.id).text == "hello"


def test_closing_leaves_one_file_and_no_session(path: Path, key: DataKey) -> None:
    Database.open(path, key).close()
    assert list(contents(path.parent)) == ["x.db"]  # and an empty folder for sessions


def test_closing_twice_does_nothing(path: Path, key: DataKey) -> None:
    database = Database.open(path, key)
    database.close()
    database.close()
    with pytest.raises(Invariant):
        database.rows("SELECT 1")


def test_closing_keeps_statistics_for_the_query_planner(path: Path, key: DataKey) -> None:
    with Database.open(path, key) as database:
        conversations = Conversations(database, utc_now)
        with database.transaction():
            for number in range(300):
                conversations.create(str(number))
        conversations.recent()
    with Database.open(path, key) as database:
        assert database.row("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'")


def test_nothing_a_person_wrote_can_be_read_in_any_file(
    path: Path, key: DataKey, tmp_path: Path
) -> None:
    with Database.open(path, key) as database:
        write_a_session(database)
        assert {"x.db", "x.db-wal", "x.db-shm"} <= set(contents(path.parent))
        assert files_with(path.parent, SENTENCE) == []
    assert files_with(path.parent, SENTENCE) == []
    assert files_with(decrypted_copy(path, key, tmp_path / "clear"), SENTENCE)  # it was there


def test_what_is_purged_cannot_be_read_even_with_the_key(
    path: Path, key: DataKey, tmp_path: Path
) -> None:
    with Database.open(path, key) as database:
        conversations, summaries = Conversations(database, utc_now), Summaries(database, utc_now)
        kept = conversations.begin_chat("keep this one")
        write_a_session(database)
        conversations.save_draft(None, "")
        for chat in conversations.recent():
            if chat.id != kept.user.chat_id:
                conversations.delete(chat.id)
        for summary in summaries.recent():
            summaries.delete(summary.id)
        conversations.purge_deleted(utc_now())
        summaries.purge_deleted(utc_now())
        assert contents(path.parent)["x.db-wal"] == b""
    clear = decrypted_copy(path, key, tmp_path / "clear")
    assert files_with(clear, SENTENCE) == []
    assert files_with(clear, "keep this one")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_files_are_for_this_account_alone(path: Path, key: DataKey) -> None:
    path.chmod(0o644)
    with Database.open(path, key) as database:
        Conversations(database, utc_now).begin_chat("hello")
        for name in contents(path.parent):
            assert stat.S_IMODE((path.parent / name).stat().st_mode) == 0o600, name


def test_sql_that_is_wrong_is_our_defect_and_tells_no_text(database: Database) -> None:
    with pytest.raises(Invariant) as caught:
        database.execute("INSERT INTO chats (title) VALUES ('secret words')")
    assert "secret" not in str(caught.value) + caught.value.details


def test_a_transaction_is_kept_whole_or_not_at_all(database: Database) -> None:
    conversations = Conversations(database, utc_now)
    with suppress(ZeroDivisionError), database.transaction():
        conversations.begin_chat("one")
        raise ZeroDivisionError
    assert conversations.recent() == ()


def test_an_inner_transaction_fails_alone(database: Database) -> None:
    conversations = Conversations(database, utc_now)
    with database.transaction():
        conversations.create("outer")
        with suppress(ZeroDivisionError), database.transaction():
            conversations.create("inner")
            raise ZeroDivisionError
    assert [chat.title for chat in conversations.recent()] == ["outer"]


def test_a_transaction_keeps_other_threads_out(database: Database) -> None:
    conversations = Conversations(database, utc_now)
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(len(conversations.recent())))
    with database.transaction():
        conversations.create("one")
        reader.start()
        reader.join(0.05)
        assert seen == []
        conversations.create("two")
    reader.join()
    assert seen == [2]


# Files that are refused


def refused(path: Path, key: DataKey, error: type[StorageError]) -> StorageError:
    """Opens the file, sees the error, and that not a byte of the folder was changed."""
    before = contents(path.parent)
    with pytest.raises(error) as caught:
        Database.open(path, key)
    assert type(caught.value) is error
    assert contents(path.parent) == before
    return caught.value


@pytest.fixture
def written(path: Path, key: DataKey) -> Path:
    with Database.open(path, key) as database:
        write_a_session(database)
    return path


def test_no_database_is_made_in_place_of_a_lost_one(path: Path, key: DataKey) -> None:
    path.unlink()
    refused(path, key, DatabaseMissing)


def test_no_database_is_made_in_place_of_an_emptied_one(written: Path, key: DataKey) -> None:
    os.truncate(written, 0)
    refused(written, key, DatabaseMissing)


def test_a_wrong_key_that_nobody_checked_is_a_wrong_key(written: Path, key: DataKey) -> None:
    other = DataKey(bytearray(os.urandom(32)), key.database_id, is_verified=False)
    refused(written, other, WrongKey)


def test_the_key_of_another_database_does_not_fit(written: Path) -> None:
    refused(written, DataKey.new(), KeyDoesNotFit)


def test_a_clear_database_is_not_opened(path: Path, key: DataKey) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    refused(path, key, KeyDoesNotFit)


def test_a_newer_schema_is_refused_and_its_wal_left_alone(written: Path, key: DataKey) -> None:
    folder = written.parent
    with Database.open(written, key) as database:
        database.execute("PRAGMA user_version = 99")
        shutil.copytree(folder, folder.with_name("crashed"))  # with what only the -wal holds
    crashed = folder.with_name("crashed")
    (crashed / "x.db-shm").unlink()
    before = contents(crashed)
    with pytest.raises(DatabaseNewer) as caught:
        Database.open(crashed / "x.db", key)
    assert caught.value.fields == {"found": 99, "known": len(STEPS)}
    after = contents(crashed)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("size", [1, 15, 16, 100, 4_095])
def test_a_file_cut_in_its_first_page_is_damaged(written: Path, key: DataKey, size: int) -> None:
    os.truncate(written, size)
    refused(written, key, DatabaseDamaged)


def read_everything(path: Path, key: DataKey) -> list[object]:
    """Returns all that the database holds, having read every page in use."""
    with Database.open(path, key) as database:
        database.check()
        tables = database.rows(  # a virtual one holds nothing but what is in those of its shadow
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
            " ORDER BY 1"
        )
        return [database.rows(f"SELECT * FROM {name}") for (name,) in tables]


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_found_damaged(written: Path, key: DataKey, keep: float) -> None:
    os.truncate(written, int(written.stat().st_size * keep))
    with pytest.raises(DatabaseDamaged) as caught:
        read_everything(written, key)
    assert caught.value.fields == {"path": str(written)}


def test_a_flipped_bit_is_never_read_as_text(written: Path, key: DataKey) -> None:
    """Everything is as written, or it is called damaged; a bit in a free page may go unseen."""
    whole, sound = read_everything(written, key), written.read_bytes()
    chance, found = random.Random(7), 0
    first_page = [0, 15, 16, 23, 24, 99, 100, 4_095]
    for place in first_page + [chance.randrange(len(sound)) for _ in range(60)]:
        flipped = bytearray(sound)
        flipped[place] ^= 1 << chance.randrange(8)
        written.write_bytes(flipped)
        try:
            assert read_everything(written, key) == whole
        except DatabaseDamaged:
            found += 1
        else:
            assert place >= 4_096
    assert found >= 55


def test_the_wal_of_another_database_changes_nothing(
    written: Path, key: DataKey, tmp_path: Path
) -> None:
    whole = read_everything(written, key)
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.db").touch()
    with Database.open(other / "x.db", DataKey.new()) as database:
        write_a_session(database)
        shutil.copyfile(other / "x.db-wal", written.with_name("x.db-wal"))
    with suppress(DatabaseDamaged):
        assert read_everything(written, key) == whole


def test_a_session_that_did_not_end_has_the_file_checked(
    written: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database.open(written, key) as database:
        Conversations(database, utc_now).begin_chat("long " * 20_000)
    data = bytearray(written.read_bytes())
    data[-20_000] ^= 1  # in a page that opening does not read
    written.write_bytes(data)
    Database.open(written, key).close()
    (written.parent / "sessions" / "0123.lock").touch()
    for _ in range(2):  # and checked again, until it is repaired
        with pytest.raises(DatabaseDamaged):
            Database.open(written, key)


def test_a_writer_waits_and_then_says_busy(
    written: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_slm.storage.database._BUSY_TIMEOUT_MS", 20)
    with Database.open(written, key) as one, Database.open(written, key) as other:
        with one.transaction(), pytest.raises(DatabaseBusy):
            Conversations(other, utc_now).create("too")
        assert Conversations(other, utc_now).create("now").title == "now"


def test_a_database_migrated_under_us_is_not_written_to(written: Path, key: DataKey) -> None:
    with Database.open(written, key) as old, Database.open(written, key) as new:
        new.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
        conversations = Conversations(old, utc_now)
        with pytest.raises(DatabaseNewer):
            conversations.begin_chat("hello")
        with pytest.raises(DatabaseNewer):
            conversations.rename(1, "hello")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_cannot_be_written_is_named(written: Path, key: DataKey) -> None:
    written.parent.chmod(0o500)
    try:
        with pytest.raises(FolderUnwritable):
            Database.open(written, key)
    finally:
        written.parent.chmod(0o700)


def test_sqlite_without_ciphers_is_refused(
    path: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apsw, "mc_version", "", raising=False)
    with pytest.raises(Invariant):
        Database.open(path, key)
    assert path.read_bytes() == b""
