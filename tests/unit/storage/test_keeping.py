"""Pinned and archived: what a list shows, and what goes on comes back."""

from __future__ import annotations

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.summaries import Summaries


def test_a_pin_is_kept_and_taken_off(conversations: Conversations, summaries: Summaries) -> None:
    chat, summary = conversations.create("a"), summaries.create("b")
    conversations.pin(chat.id, pinned=True)
    summaries.pin(summary.id, pinned=True)
    assert conversations.chat(chat.id).is_pinned
    assert summaries.summary(summary.id).is_pinned
    conversations.pin(chat.id, pinned=False)
    assert not conversations.chat(chat.id).is_pinned


def test_what_is_archived_is_listed_only_where_it_is_asked_for(
    conversations: Conversations, summaries: Summaries
) -> None:
    chat, summary = conversations.create("a"), summaries.create("b")
    conversations.archive(chat.id, archived=True)
    summaries.archive(summary.id, archived=True)
    assert (conversations.recent(), summaries.recent()) == ((), ())
    assert [each.is_archived for each in conversations.recent(with_archived=True)] == [True]
    assert [each.is_archived for each in summaries.recent(with_archived=True)] == [True]
    conversations.archive(chat.id, archived=False)
    assert conversations.recent() == (conversations.chat(chat.id),)


def test_archiving_takes_the_pin_off_and_pinning_brings_back(conversations: Conversations) -> None:
    chat_id = conversations.create("a").id
    conversations.pin(chat_id, pinned=True)
    conversations.archive(chat_id, archived=True)
    chat = conversations.chat(chat_id)
    assert (chat.is_pinned, chat.is_archived) == (False, True)
    conversations.pin(chat_id, pinned=True)
    chat = conversations.chat(chat_id)
    assert (chat.is_pinned, chat.is_archived) == (True, False)


def test_an_archived_chat_that_goes_on_is_listed_again(conversations: Conversations) -> None:
    chat_id = conversations.begin_chat("hello").user.chat_id
    conversations.archive(chat_id, archived=True)
    conversations.begin_turn(chat_id, "and more")
    assert not conversations.chat(chat_id).is_archived


def test_a_long_chat_is_erased_to_its_last_message(conversations: Conversations) -> None:
    chat_id = conversations.begin_chat("first").user.chat_id
    for number in range(30):
        conversations.begin_turn(chat_id, str(number))
    kept = conversations.begin_chat("kept").user
    conversations.delete(chat_id)
    assert conversations.purge_deleted(conversations._clock()) == 1
    assert conversations.branches(chat_id) == {}
    assert [chat.id for chat in conversations.recent()] == [kept.chat_id]
    assert conversations.message(kept.id).text == "kept"
