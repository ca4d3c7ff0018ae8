"""Folders: what is in them, how long it is kept, and that an end as one leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.errors import Invariant
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.chats.branches import Branches
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.erasure.forgetting import forget_in_backups
from desktop_slm.storage.finding.search import Search
from desktop_slm.storage.folders import Contents, Folder, Folders
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.summaries import Summaries
from tests.unit.storage.conftest import HandClock


@pytest.fixture
def folders(database: Database, clock: HandClock) -> Folders:
    return Folders(database, clock)


def document(name: str) -> NewDocument:
    content = {"pages": [[1, "1", f"{name} says quartz"]]}
    return NewDocument(name * 8, name, "text", name, content)


def test_a_folder_is_made_renamed_and_folded(folders: Folders) -> None:
    made = folders.create("Miller")
    folders.rename(made.id, "Miller 2")
    folders.fold(made.id, folded=True)
    folders.keep_for(made.id, 30)
    assert folders.all() == (Folder(made.id, "Miller 2", 30, is_folded=True),)


def test_things_are_in_one_folder_or_in_none(
    folders: Folders, conversations: Conversations, summaries: Summaries
) -> None:
    a, b = folders.create("a"), folders.create("b")
    chat, summary = conversations.create("x"), summaries.create("y")
    conversations.move(chat.id, a.id)
    summaries.move(summary.id, a.id)
    assert folders.contents(a.id) == Contents((chat.id,), (summary.id,))
    conversations.move(chat.id, b.id)
    assert conversations.chat(chat.id).folder_id == b.id
    assert folders.contents(a.id) == Contents((), (summary.id,))
    summaries.move(summary.id, None)
    assert summaries.recent()[0].folder_id is None
    assert not folders.contents(a.id)


def test_a_chat_begun_in_a_folder_is_in_it_and_takes_its_draft_along(
    folders: Folders, conversations: Conversations
) -> None:
    folder = folders.create("a")
    conversations.save_draft(None, "of no folder")
    folders.save_draft(folder.id, "of the folder")
    turn = conversations.begin_chat("hello", folder_id=folder.id)
    assert folders.contents(folder.id) == Contents((turn.user.chat_id,))
    assert folders.draft(folder.id) == ""
    assert conversations.draft(None) == "of no folder"


def test_a_branch_that_becomes_a_chat_stays_in_the_folder(
    folders: Folders, conversations: Conversations, database: Database, clock: HandClock
) -> None:
    folder = folders.create("a")
    turn = conversations.begin_chat("hello", folder_id=folder.id)
    copy = Branches(database, clock).copy(turn.user.id, "copy", lambda details, ids: details)
    assert conversations.chat(copy).folder_id == folder.id


def test_a_digest_joins_the_folder_of_its_sources_only_where_that_is_one(
    folders: Folders, summaries: Summaries
) -> None:
    folder, other = folders.create("a"), folders.create("b")
    made = [summaries.create(name) for name in ("one", "two", "digest")]
    versions = [summaries.begin(each.id, {}, "m").id for each in made[:2]]
    summaries.move(made[0].id, folder.id)
    summaries.move(made[1].id, other.id)
    folders.join_sources(made[2].id, versions)
    assert summaries.summary(made[2].id).folder_id is None
    summaries.move(made[1].id, folder.id)
    folders.join_sources(made[2].id, versions)
    assert summaries.summary(made[2].id).folder_id == folder.id


def test_a_folder_that_is_dissolved_leaves_its_things(
    folders: Folders, conversations: Conversations
) -> None:
    folder = folders.create("a")
    turn = conversations.begin_chat("hello", folder_id=folder.id)
    folders.dissolve(folder.id)
    assert folders.all() == ()
    assert conversations.chat(turn.user.chat_id).folder_id is None


def test_erasing_a_folder_leaves_no_word_of_it(path: Path, key: DataKey, clock: HandClock) -> None:
    with Database.open(path, key) as database:
        folders = Folders(database, clock)
        conversations, summaries = Conversations(database, clock), Summaries(database, clock)
        folder = folders.create("obsidian matter")
        conversations.begin_chat("feldspar", folder_id=folder.id)
        summary = summaries.create("basalt")
        summaries.add_document(summary.id, document("granite"))
        summaries.move(summary.id, folder.id)
        kept = conversations.begin_chat("marble")
        deleted = conversations.begin_chat("slate")
        conversations.delete(deleted.user.chat_id)
        assert folders.mark(folder.id) == Contents((1,), (1,))
        folders.erase_marked()
        assert [chat.id for chat in conversations.recent()] == [kept.user.chat_id]
        conversations.restore(deleted.user.chat_id)  # its own deletion can still be undone
        assert conversations.message(deleted.user.id).text == "slate"
        dump = "\n".join(
            repr(row)
            for (table,) in database.rows(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
            )
            for row in database.rows(f"SELECT * FROM {table}")
        )
        for word in ("obsidian", "feldspar", "basalt", "granite", "quartz"):
            assert word not in dump
            assert not Search(database).find(word).hits
        assert "marble" in dump


def test_what_is_older_than_its_folder_keeps_things_expires(
    folders: Folders, conversations: Conversations, clock: HandClock
) -> None:
    folder, forever = folders.create("kept for 30 days"), folders.create("for good")
    folders.keep_for(folder.id, 30)
    old = conversations.begin_chat("old", folder_id=folder.id).user.chat_id
    conversations.begin_chat("old too", folder_id=forever.id)
    clock.move(days=20)
    young = conversations.begin_chat("young", folder_id=folder.id).user.chat_id
    assert folders.mark_expired() == ()
    clock.move(days=11)
    [expired] = folders.mark_expired()
    assert (expired.folder.id, expired.contents) == (folder.id, Contents((old,)))
    folders.erase_marked()
    assert folders.contents(folder.id) == Contents((young,))
    assert len(conversations.recent()) == 2


def test_a_change_begins_the_days_anew(
    folders: Folders, conversations: Conversations, clock: HandClock
) -> None:
    folder = folders.create("a")
    folders.keep_for(folder.id, 7)
    turn = conversations.begin_chat("old", folder_id=folder.id)
    clock.move(days=6)
    conversations.begin_turn(turn.user.chat_id, "more")
    clock.move(days=6)
    assert folders.mark_expired() == ()


def test_what_was_old_when_it_came_is_kept_for_the_days_from_then(
    folders: Folders, conversations: Conversations, clock: HandClock
) -> None:
    folder = folders.create("a")
    folders.keep_for(folder.id, 7)
    chat_id = conversations.begin_chat("old").user.chat_id
    clock.move(days=100)
    conversations.move(chat_id, folder.id)
    assert folders.mark_expired() == ()
    clock.move(days=8)
    assert [each.contents for each in folders.mark_expired()] == [Contents((chat_id,))]


def test_less_than_a_day_is_refused(folders: Folders) -> None:
    with pytest.raises(Invariant):
        folders.keep_for(folders.create("a").id, 0)


def test_a_hit_names_its_folder(
    folders: Folders,
    conversations: Conversations,
    summaries: Summaries,
    database: Database,
) -> None:
    folder = folders.create("Miller")
    turn = conversations.begin_chat("zircon", folder_id=folder.id)
    conversations.rename(turn.user.chat_id, "zircon chat")
    summary = summaries.create("zircon summary")
    summaries.add_document(summary.id, document("zircon.txt"))
    summaries.move(summary.id, folder.id)
    loose = summaries.create("zircon loose")
    found = {(hit.kind.value, hit.id): hit.folder for hit in Search(database).find("zircon").hits}
    assert found == {
        ("chat", turn.user.chat_id): "Miller",
        ("message", turn.user.chat_id): "Miller",
        ("summary", summary.id): "Miller",
        ("summary", loose.id): "",
        ("document", summary.id): "Miller",
    }


def test_a_database_from_before_has_its_things_in_no_folder(
    path: Path, key: DataKey, clock: HandClock
) -> None:
    before = next(at for at, step in enumerate(STEPS) if "CREATE TABLE folders" in step)
    with Database.open(path, key, steps=STEPS[:before]) as database:
        database.execute("INSERT INTO chats (title, created, changed) VALUES ('old', 1, 1)")
    with Database.open(path, key) as database:
        assert [chat.folder_id for chat in Conversations(database, clock).recent()] == [None]


def test_an_erased_folder_goes_out_of_the_backups_and_a_dissolved_one_by_its_name(
    path: Path, key: DataKey, clock: HandClock
) -> None:
    with Database.open(path, key) as database:
        folders, conversations = Folders(database, clock), Conversations(database, clock)
        erased, dissolved = folders.create("obsidian"), folders.create("granite")
        conversations.begin_chat("feldspar", folder_id=erased.id)
        conversations.begin_chat("marble", folder_id=dissolved.id)
        backups = Backups(path)
        backup = backups.make(database, clock())
        folders.mark(erased.id)
        folders.erase_marked()
        folders.dissolve(dissolved.id)
        forgotten = forget_in_backups(database, backups)
        assert (forgotten.rewritten, forgotten.failed) == (1, ())
    with Database.open(backup.path, key) as restored:
        assert Folders(restored, clock).all() == ()
        texts = [row[0] for row in restored.rows("SELECT text FROM messages WHERE text <> ''")]
        assert texts == ["marble"]
