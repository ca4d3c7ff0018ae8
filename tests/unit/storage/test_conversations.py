from __future__ import annotations

import threading

import pytest

from desktop_slm.errors import Invariant
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import Message, MessageState, Role, Turn
from desktop_slm.storage.database import Database
from tests.unit.storage.conftest import HandClock


def answered(conversations: Conversations, turn: Turn, text: str = "yes") -> Message:
    conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=text)
    return conversations.message(turn.answer.id)


def texts(conversations: Conversations, chat_id: int) -> list[str]:
    return [message.text for message in conversations.path(chat_id)]


def test_first_turn_keeps_question_and_empty_answer(
    conversations: Conversations, clock: HandClock
) -> None:
    turn = conversations.begin_chat("Can I sublet?", details={"model": "m", "seed": 7})
    user, answer = conversations.path(turn.user.chat_id)
    assert (user.role, user.state, user.text) == (
        Role.USER,
        MessageState.COMPLETE,
        "Can I sublet?",
    )
    assert (answer.role, answer.state, answer.text) == (Role.ASSISTANT, MessageState.STREAMING, "")
    assert answer.parent_id == user.id and user.parent_id is None
    assert answer.details == {"model": "m", "seed": 7}
    assert user.created == clock.now


def test_nothing_is_kept_where_the_answer_cannot_be_added(conversations: Conversations) -> None:
    with pytest.raises(TypeError):
        conversations.begin_chat("lost?", details={"settings": object()})
    assert conversations.recent() == ()


def test_answer_is_kept_while_streaming_and_at_its_end(conversations: Conversations) -> None:
    answer = conversations.begin_chat("q", details={"seed": 7}).answer
    assert conversations.update_answer(answer.id, "Only with", "let me think")
    streaming = conversations.message(answer.id)
    assert (streaming.text, streaming.thinking) == ("Only with", "let me think")
    assert streaming.state is MessageState.STREAMING
    assert conversations.finish_answer(
        answer.id, MessageState.STOPPED, text="Only with consent", details={"why": "stop"}
    )
    ended = conversations.message(answer.id)
    assert (ended.text, ended.state) == ("Only with consent", MessageState.STOPPED)
    assert ended.details == {"seed": 7, "why": "stop"}


def test_an_ended_answer_is_not_overwritten(conversations: Conversations) -> None:
    answer = answered(conversations, conversations.begin_chat("q"), "whole")
    assert not conversations.update_answer(answer.id, "late piece")
    assert not conversations.finish_answer(answer.id, MessageState.FAILED, text="")
    assert conversations.message(answer.id) == answer


def test_what_a_person_wrote_is_never_overwritten(conversations: Conversations) -> None:
    user = conversations.begin_chat("mine").user
    assert not conversations.update_answer(user.id, "theirs")
    assert conversations.message(user.id).text == "mine"


def test_updating_an_erased_answer_says_so(conversations: Conversations, clock: HandClock) -> None:
    answer = conversations.begin_chat("q").answer
    conversations.delete(answer.chat_id)
    conversations.purge_deleted(clock.now)
    assert not conversations.update_answer(answer.id, "text")
    with pytest.raises(Invariant):
        conversations.message(answer.id)


def test_edit_makes_a_branch_and_keeps_the_old_one(conversations: Conversations) -> None:
    first = conversations.begin_chat("one")
    answered(conversations, first, "1")
    chat_id = first.user.chat_id
    second = conversations.begin_turn(chat_id, "two")
    answered(conversations, second, "2")
    edit = conversations.begin_edit(second.user.id, "zwei")
    assert texts(conversations, chat_id) == ["one", "1", "zwei", ""]
    assert conversations.branches(chat_id) == {first.answer.id: (second.user.id, edit.user.id)}
    assert conversations.show(second.user.id) == second.answer.id
    assert texts(conversations, chat_id) == ["one", "1", "two", "2"]


def test_editing_the_first_message_makes_a_second_root(conversations: Conversations) -> None:
    first = conversations.begin_chat("one")
    edit = conversations.begin_edit(first.user.id, "eins")
    assert texts(conversations, first.user.chat_id) == ["eins", ""]
    assert conversations.branches(first.user.chat_id) == {None: (first.user.id, edit.user.id)}


def test_another_answer_is_a_sibling(conversations: Conversations) -> None:
    turn = conversations.begin_chat("q")
    again = conversations.begin_answer(turn.user.id)
    assert again.parent_id == turn.user.id
    assert conversations.branches(again.chat_id) == {turn.user.id: (turn.answer.id, again.id)}
    assert conversations.path(again.chat_id)[-1] == again


def test_going_back_to_a_branch_goes_to_the_place_seen_last(conversations: Conversations) -> None:
    """The clock stands still here: the order must not depend on it."""
    first = conversations.begin_chat("one")
    older = conversations.begin_turn(first.user.chat_id, "older")
    middle = conversations.begin_edit(older.user.id, "middle")
    newer = conversations.begin_edit(older.user.id, "newer")
    for turn in (middle, older, newer, middle):
        conversations.show(turn.user.id)
        conversations.begin_edit(first.user.id, "another root")
        assert conversations.show(first.user.id) == turn.answer.id


def test_list_is_by_last_change_and_paged_without_gaps(
    conversations: Conversations, clock: HandClock
) -> None:
    ids = [conversations.create(str(i)).id for i in range(5)]  # all at the same moment
    clock.move(seconds=1)
    conversations.begin_turn(ids[0], "hello")
    first = conversations.recent(limit=2)
    rest = conversations.recent(limit=9, after=first[-1])
    assert [chat.id for chat in first + rest] == [ids[0], ids[4], ids[3], ids[2], ids[1]]
    assert first[0].changed == clock.now


def test_end_of_an_answer_moves_its_chat_up(conversations: Conversations, clock: HandClock) -> None:
    turn = conversations.begin_chat("a")
    clock.move(seconds=1)
    conversations.create("b")
    clock.move(seconds=1)
    answered(conversations, turn)
    assert conversations.recent()[0].id == turn.user.chat_id


def test_own_title_is_not_replaced_by_the_apps(conversations: Conversations) -> None:
    chat = conversations.create()
    conversations.propose_title(chat.id, "Trip ideas")
    assert conversations.chat(chat.id).title == "Trip ideas"
    conversations.rename(chat.id, "Lisbon")
    conversations.propose_title(chat.id, "Trip to Portugal")
    assert conversations.chat(chat.id).title == "Lisbon"


def test_details_of_a_chat_are_kept(conversations: Conversations) -> None:
    turn = conversations.begin_chat("q", chat_details={"model": "m"})
    assert conversations.details(turn.user.chat_id) == {"model": "m"}
    conversations.set_details(turn.user.chat_id, {"model": "n", "system": "Be brief."})
    assert conversations.details(turn.user.chat_id) == {"model": "n", "system": "Be brief."}


def test_drafts_are_kept_per_chat_and_sending_forgets_only_its_own(
    conversations: Conversations,
) -> None:
    chat = conversations.create()
    conversations.save_draft(None, "new chat")
    conversations.save_draft(chat.id, "half a")
    conversations.save_draft(chat.id, "half a sentence")
    assert conversations.draft(chat.id) == "half a sentence"
    conversations.begin_turn(chat.id, "half a sentence, finished")
    assert (conversations.draft(chat.id), conversations.draft(None)) == ("", "new chat")
    conversations.begin_chat("new chat, sent")
    assert conversations.draft(None) == ""


def test_deletion_can_be_undone_until_it_is_purged(
    conversations: Conversations, clock: HandClock
) -> None:
    turn = conversations.begin_chat("keep me")
    conversations.delete(turn.user.chat_id)
    assert conversations.recent() == ()
    clock.move(minutes=9)
    assert conversations.purge_deleted(clock.now.replace(minute=0)) == 0
    conversations.restore(turn.user.chat_id)
    assert conversations.purge_deleted(clock.now) == 0
    assert texts(conversations, turn.user.chat_id) == ["keep me", ""]


def test_a_chat_of_2000_messages_in_one_line_can_be_purged(
    conversations: Conversations, database: Database, clock: HandClock
) -> None:
    """Cascades from parent to child would stop at SQLite's 1,000 levels."""
    chat_id = conversations.create().id
    with database.transaction():
        for number in range(1_000):
            conversations.begin_turn(chat_id, str(number))
    assert len(conversations.path(chat_id)) == 2_000
    conversations.delete(chat_id)
    assert conversations.purge_deleted(clock.now) == 1
    assert database.rows("SELECT count(*) FROM messages") == [(0,)]


def test_answers_of_a_dead_session_are_marked_and_can_go_on(
    database: Database, conversations: Conversations
) -> None:
    living = conversations.begin_chat("mine")
    dead = conversations.begin_chat("of a process that died")
    database.execute("UPDATE messages SET writer = 'gone' WHERE id = ?", (dead.answer.id,))
    assert conversations.mark_interrupted() == 1
    assert conversations.message(dead.answer.id).state is MessageState.INTERRUPTED
    assert conversations.message(living.answer.id).state is MessageState.STREAMING
    assert conversations.update_answer(dead.answer.id, "it lives")
    assert conversations.message(dead.answer.id).state is MessageState.STREAMING
    assert conversations.mark_interrupted() == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("zero\0byte", "zero\0byte"),
        ("👩‍👩‍👧 emoji", "👩‍👩‍👧 emoji"),
        ("half \ud83d pair", "half � pair"),
        ("whole \ud83d\ude00 in halves", "whole 😀 in halves"),
        ("", ""),
    ],
)
def test_any_text_can_be_stored(conversations: Conversations, typed: str, kept: str) -> None:
    turn = conversations.begin_chat(typed, details={"note": typed})
    answered(conversations, turn, typed)
    user, answer = conversations.path(turn.user.chat_id)
    assert (user.text, answer.text) == (kept, kept)
    assert len(answer.details["note"]) in (len(typed), len(kept))


def test_threads_share_one_store(conversations: Conversations) -> None:
    def write() -> None:
        turn = conversations.begin_chat("from a thread")
        for length in range(20):
            conversations.update_answer(turn.answer.id, "x" * length)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    chats = conversations.recent()
    assert [texts(conversations, chat.id)[1] for chat in chats] == ["x" * 19] * 4


def test_a_store_in_memory_works_alike_and_says_so(clock: HandClock) -> None:
    with Database.in_memory() as database:
        conversations = Conversations(database, clock)
        turn = conversations.begin_chat("kept nowhere")
        assert conversations.mark_interrupted() == 0
        answered(conversations, turn)
        conversations.delete(turn.user.chat_id)
        assert conversations.purge_deleted(clock.now) == 1
        assert not database.is_stored


def test_an_answer_that_ended_can_go_on_and_is_cut_off_by_a_crash_like_any_other(
    conversations: Conversations,
) -> None:
    answer = conversations.begin_chat("x").answer
    conversations.finish_answer(answer.id, MessageState.STOPPED, text="so far")
    resumed = conversations.resume_answer(answer.id)
    assert (resumed.state, resumed.text) == (MessageState.STREAMING, "so far")
    assert conversations.update_answer(answer.id, "so far and on")
    with pytest.raises(Invariant):
        conversations.resume_answer(answer.id)  # it is being written


def test_what_belongs_to_a_message_stays_with_its_new_wording(
    conversations: Conversations,
) -> None:
    turn = conversations.begin_chat("x", details={"model": "m"}, user_details={"files": ["a"]})
    assert (turn.user.details, turn.answer.details) == ({"files": ["a"]}, {"model": "m"})
    assert conversations.begin_edit(turn.user.id, "y").user.details == {"files": ["a"]}


def test_an_edit_keeps_the_draft(conversations: Conversations) -> None:
    turn = conversations.begin_chat("x")
    conversations.save_draft(turn.user.chat_id, "half a sentence")
    conversations.begin_edit(turn.user.id, "y")
    assert conversations.draft(turn.user.chat_id) == "half a sentence"
