"""What is erased is nowhere: not in the database, not in its index, not in a backup."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from desktop_slm.storage.backups import copies
from desktop_slm.storage.backups.backups import BackupKind, Backups
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.chats.waiting import WaitingMessage
from desktop_slm.storage.database import Database, connect
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.erasure import forgetting
from desktop_slm.storage.erasure.forgetting import Forgotten, forget_in_backups
from desktop_slm.storage.finding.search import Search
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.questions import Questions
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.steps import Step, Steps
from desktop_slm.storage.summaries import Summaries
from tests.unit.storage.conftest import HandClock

PLANTED = (
    "Zanzibarlein", "quetzalkraut", "ibexfabel", "narwaltitel", "oryxfrage", "lamaschritt",
    "gnuwarten", "okapidatei", "kudunotiz",
)  # fmt: skip


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path)


def plant(conversations: Conversations, summaries: Summaries, questions: Questions) -> None:
    """Writes the planted words in every kind of place, and some that stay."""
    database = summaries._database
    turn = conversations.begin_chat(PLANTED[0])
    conversations.propose_title(turn.user.chat_id, PLANTED[1])
    attached = {"attachments": [{"name": "a", "text": PLANTED[7]}]}
    conversations.keep_waiting(turn.user.chat_id, [WaitingMessage(1, PLANTED[6], attached)])
    conversations.save_draft(turn.user.chat_id, PLANTED[8])
    conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text="Zanzibarlein again")
    kept = conversations.begin_chat("stays here")
    conversations.finish_answer(kept.answer.id, MessageState.COMPLETE, text="stays here too")
    summary = summaries.create(PLANTED[3])
    content = {"pages": [[1, "1", f"{PLANTED[2]} on a page"]]}
    document = summaries.add_document(
        summary.id, NewDocument("ab" * 32, "name.pdf", "pdf", PLANTED[3], content)
    )
    version = summaries.begin(summary.id, {}, "model")
    Steps(database).keep(version.id, "key", Step(PLANTED[5], 1, 1))
    questions.begin(PLANTED[4], "model", {}, (document.id,))


def clear_bytes(path: Path, key: DataKey, scratch: Path) -> bytes:
    """Returns a database file's bytes without its encryption, page by page."""
    copy = scratch / f"clear-{path.name}"
    copy.write_bytes(path.read_bytes())
    with contextlib.closing(connect(copy, key)) as connection:
        connection.pragma("journal_mode", "delete")
        connection.pragma("rekey", "")
    clear = copy.read_bytes()
    assert clear.startswith(b"SQLite format 3")
    copy.unlink()
    return clear


def found_in(clear: bytes) -> set[str]:
    return {word for word in PLANTED if word.lower().encode() in clear.lower()}


def erase_all_planted(conversations: Conversations, summaries: Summaries, clock: HandClock) -> None:
    [chat] = [chat for chat in conversations.recent() if chat.title == PLANTED[1]]
    conversations.delete(chat.id)
    [summary] = summaries.recent()
    summaries.delete(summary.id)
    conversations.purge_deleted(clock())
    summaries.purge_deleted(clock())


@pytest.fixture
def planted(
    database: Database, conversations: Conversations, summaries: Summaries, clock: HandClock
) -> Database:
    plant(conversations, summaries, Questions(database, clock))
    return database


def test_planted_words_are_found_where_they_were_not_erased(
    planted: Database, path: Path, key: DataKey, backups: Backups, clock: HandClock, tmp_path: Path
) -> None:
    made = backups.make(planted, clock())
    clear = clear_bytes(made.path, key, tmp_path)
    # The document's page is packed: it is its words in the index that show here.
    assert found_in(clear) == set(PLANTED)


def test_what_is_erased_is_in_no_byte_of_database_index_and_backups(
    planted: Database,
    conversations: Conversations,
    summaries: Summaries,
    path: Path,
    key: DataKey,
    backups: Backups,
    clock: HandClock,
    tmp_path: Path,
) -> None:
    first = backups.make(planted, clock())
    clock.move(days=1)
    second = backups.make(planted, clock())
    aside = backups.folder / backups.name(BackupKind.ASIDE, clock())
    aside.write_bytes(first.path.read_bytes())
    erase_all_planted(conversations, summaries, clock)
    assert forget_in_backups(planted, backups) == Forgotten(rewritten=3)
    assert planted.rows("SELECT * FROM forgotten") == []
    planted.close()
    for file in (path, first.path, second.path, aside):
        assert found_in(clear_bytes(file, key, tmp_path)) == set(), file.name
    for file in (first.path, second.path, aside):
        with Database.open(file, key) as backup:
            assert [m for (m,) in backup.rows("SELECT text FROM messages ORDER BY id")] == [
                "stays here",
                "stays here too",
            ]
            tables = ("contents", "documents", "questions", "steps", "summaries")
            assert [backup.rows(f"SELECT count(*) FROM {t}")[0][0] for t in tables] == [0] * 5
            search = Search(backup)
            assert search.find(PLANTED[0]).hits == ()
            assert len(search.find("stays").hits) > 0


def test_a_backup_that_holds_none_of_it_is_left_as_it_is(
    planted: Database, conversations: Conversations, backups: Backups, clock: HandClock
) -> None:
    made = backups.make(planted, clock())
    before = made.path.read_bytes()
    later = conversations.create("made after the backup")
    conversations.delete(later.id)
    conversations.purge_deleted(clock())
    assert forget_in_backups(planted, backups) == Forgotten()
    assert made.path.read_bytes() == before


def test_a_backup_of_the_first_schema_is_cleared_too(
    path: Path, key: DataKey, clock: HandClock, backups: Backups, tmp_path: Path
) -> None:
    with Database.open(path, key, steps=STEPS[:1]) as old:
        old.execute(
            "INSERT INTO chats (title, created, changed) VALUES (?, 5, 5), ('stays', 6, 6)",
            (PLANTED[1],),
        )
    with Database.open(path, key) as database:
        [before] = backups.all()
        assert before.kind is BackupKind.MIGRATION
        conversations = Conversations(database, clock)
        [chat] = [chat for chat in conversations.recent() if chat.title == PLANTED[1]]
        conversations.delete(chat.id)
        conversations.purge_deleted(clock())
        assert forget_in_backups(database, backups).rewritten == 1
    clear = clear_bytes(before.path, key, tmp_path)
    assert found_in(clear) == set() and b"stays" in clear


def test_another_chat_under_the_same_id_stays_in_its_backup(
    database: Database, conversations: Conversations, backups: Backups, clock: HandClock
) -> None:
    """As after a restore: ids of the older database are given out a second time."""
    first = conversations.create("of the newer database")
    made = backups.make(database, clock())
    database.execute("DELETE FROM chats WHERE id = ?", (first.id,))
    database.execute("DELETE FROM forgotten")
    clock.move(hours=1)
    database.execute(
        "INSERT INTO chats (id, title, created, changed) VALUES (?, 'x', 7, 7)", (first.id,)
    )
    database.execute("DELETE FROM chats WHERE id = ?", (first.id,))
    before = made.path.read_bytes()
    assert forget_in_backups(database, backups) == Forgotten()
    assert made.path.read_bytes() == before


def test_a_damaged_backup_is_named_and_the_note_stays(
    planted: Database,
    conversations: Conversations,
    summaries: Summaries,
    backups: Backups,
    clock: HandClock,
) -> None:
    bad = backups.make(planted, clock()).path
    clock.move(days=1)
    backups.make(planted, clock())
    bad.write_bytes(bad.read_bytes()[:20_000] + bytes(4_096) + bad.read_bytes()[24_096:])
    erase_all_planted(conversations, summaries, clock)
    assert forget_in_backups(planted, backups) == Forgotten(rewritten=1, failed=(bad,))
    assert planted.rows("SELECT count(*) FROM forgotten") != [(0,)]
    bad.unlink()
    assert forget_in_backups(planted, backups).failed == ()
    assert planted.rows("SELECT count(*) FROM forgotten") == [(0,)]


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", ["_erase", "put_in_place"])
def test_a_kill_in_between_is_made_good_by_the_next_time(
    planted: Database,
    conversations: Conversations,
    summaries: Summaries,
    key: DataKey,
    backups: Backups,
    clock: HandClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    made = backups.make(planted, clock())
    erase_all_planted(conversations, summaries, clock)

    def die(*_given: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(forgetting, step, die)
        with pytest.raises(Killed):
            forget_in_backups(planted, backups)
    assert found_in(clear_bytes(made.path, key, tmp_path))  # whole, as it was
    assert forget_in_backups(planted, backups).rewritten == 1
    assert found_in(clear_bytes(made.path, key, tmp_path)) == set()
    assert not list(backups.folder.glob(f"*{copies.UNCHECKED}"))
