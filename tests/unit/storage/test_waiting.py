"""Messages that wait are kept with their files, in order, until they are sent or taken out."""

from __future__ import annotations

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.waiting import Waiting, WaitingMessage
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import utc_now

FILE = {"attachments": [{"name": "a.pdf", "text": "x"}]}
FIRST, SECOND = WaitingMessage(1, "first", FILE), WaitingMessage(2, "second")


def test_what_waits_comes_back_in_its_order(
    database: Database, conversations: Conversations
) -> None:
    waiting, chat_id = Waiting(database), conversations.begin_chat("hello").user.chat_id
    waiting.keep(chat_id, [FIRST, SECOND])
    assert waiting.of(chat_id) == (FIRST, SECOND)
    assert waiting.of(chat_id)[0].details == FILE
    waiting.keep(chat_id, [SECOND, FIRST])
    assert waiting.of(chat_id) == (SECOND, FIRST)
    waiting.keep(chat_id, [FIRST])
    assert waiting.of(chat_id) == (FIRST,)


def test_a_sent_message_waits_no_longer_and_leaves_the_draft(
    database: Database, conversations: Conversations
) -> None:
    waiting, chat_id = Waiting(database), conversations.begin_chat("hello").user.chat_id
    waiting.keep(chat_id, [FIRST, SECOND])
    conversations.save_draft(chat_id, "half a")
    conversations.begin_turn(chat_id, "first", waited_as=1)
    assert waiting.of(chat_id) == (SECOND,)
    assert conversations.draft(chat_id) == "half a"


def test_each_chat_has_its_own_and_a_chat_that_is_gone_none(
    database: Database, conversations: Conversations
) -> None:
    waiting = Waiting(database)
    ours, other = (conversations.begin_chat(text).user.chat_id for text in ("a", "b"))
    waiting.keep(ours, [FIRST])
    waiting.keep(other, [SECOND])
    waiting.keep(77, [FIRST])
    assert waiting.of(77) == ()
    conversations.delete(ours)
    assert waiting.of(ours) == (FIRST,)  # it can be restored
    conversations.purge_deleted(utc_now())
    assert waiting.of(ours) == ()
    assert waiting.of(other) == (SECOND,)
