"""Preferences: which pairs of answers a person's thumbs and ways make, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from desktop_slm.assistants.attachments import Attachment, details_of
from desktop_slm.assistants.preferences import data_set, preferences
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import Message, MessageState
from desktop_slm.storage.chats.ratings import DISLIKED, LIKED, Ratings, rating_of
from desktop_slm.storage.database import Database


@pytest.fixture
def ratings(database: Database) -> Ratings:
    return Ratings(database)


def _end(chats: Conversations, answer: Message, text: str, **details: object) -> Message:
    chats.finish_answer(answer.id, MessageState.COMPLETE, text=text, details=details)
    return answer


def _answers(chats: Conversations, *texts: str) -> list[Message]:
    """Returns the answers to one question, in one chat."""
    first, *others = texts
    turn = chats.begin_chat("Why?")
    answers = [_end(chats, turn.answer, first)]
    answers += [_end(chats, chats.begin_answer(turn.user.id), text) for text in others]
    return answers


def _pairs(ratings: Ratings) -> list[tuple[str, str]]:
    return [(each.chosen.text, each.rejected.text) for each in preferences(ratings)]


def test_a_rating_is_kept_changed_and_taken_back(
    conversations: Conversations, ratings: Ratings
) -> None:
    [answer] = _answers(conversations, "a")
    for rating in (LIKED, DISLIKED, 0):
        ratings.rate(answer.id, rating)
        kept = conversations.message(answer.id)
        assert rating_of(kept) == rating
    assert kept.details == {}


def test_a_rating_outlives_an_answer_that_goes_on(
    conversations: Conversations, ratings: Ratings
) -> None:
    [answer] = _answers(conversations, "a")
    ratings.rate(answer.id, LIKED)
    conversations.resume_answer(answer.id)
    _end(conversations, answer, "a b", seconds=2)
    assert rating_of(conversations.message(answer.id)) == LIKED


def test_nothing_said_and_nothing_gone_on_with_makes_no_pair(
    conversations: Conversations, ratings: Ratings
) -> None:
    _answers(conversations, "a", "b")
    assert _pairs(ratings) == []


def test_a_liked_answer_is_better_than_the_others(
    conversations: Conversations, ratings: Ratings
) -> None:
    _a, b, c = _answers(conversations, "a", "b", "c")
    ratings.rate(b.id, LIKED)
    ratings.rate(c.id, DISLIKED)
    assert _pairs(ratings) == [("b", "a"), ("b", "c")]


def test_the_answer_that_one_went_on_with_is_better_than_the_others(
    conversations: Conversations, ratings: Ratings
) -> None:
    a, b = _answers(conversations, "a", "b")
    conversations.begin_turn(b.chat_id, "And then?")
    assert _pairs(ratings) == [("b", "a")]
    ratings.rate(a.id, LIKED)
    assert _pairs(ratings) == [("a", "b")]


def test_one_that_was_gone_on_with_and_disliked_is_not_better(
    conversations: Conversations, ratings: Ratings
) -> None:
    _a, b = _answers(conversations, "a", "b")
    conversations.begin_turn(b.chat_id, "And then?")
    ratings.rate(b.id, DISLIKED)
    assert _pairs(ratings) == []


def test_who_went_on_with_both_preferred_neither(
    conversations: Conversations, ratings: Ratings
) -> None:
    a, b = _answers(conversations, "a", "b")
    conversations.begin_turn(b.chat_id, "And then?")
    conversations.show(a.id)
    conversations.begin_turn(a.chat_id, "And then?")
    assert _pairs(ratings) == []


def _is_deleted(chats: Conversations, answer: Message) -> None:
    chats.delete(answer.chat_id)


def _is_unfinished(chats: Conversations, answer: Message) -> None:
    chats.resume_answer(answer.id)


@pytest.mark.parametrize("happens", [_is_deleted, _is_unfinished])
def test_deleted_chats_and_answers_under_way_are_left_out(
    conversations: Conversations,
    ratings: Ratings,
    happens: Callable[[Conversations, Message], None],
) -> None:
    a, _b = _answers(conversations, "a", "b")
    ratings.rate(a.id, LIKED)
    assert _pairs(ratings) == [("a", "b")]
    happens(conversations, a)
    assert _pairs(ratings) == []


def test_the_same_words_twice_and_the_practice_model_teach_nothing(
    conversations: Conversations, ratings: Ratings
) -> None:
    a, _same = _answers(conversations, "a", "a ")
    ratings.rate(a.id, LIKED)
    b, practice = _answers(conversations, "b", "c")
    _end(conversations, conversations.resume_answer(practice.id), "c", practice=True)
    ratings.rate(b.id, LIKED)
    assert _pairs(ratings) == []


def test_a_line_has_the_turns_before_with_what_was_attached(
    conversations: Conversations, ratings: Ratings
) -> None:
    attached = details_of([Attachment("notes.txt", "It rains.")])
    first = conversations.begin_chat("Hello", user_details=attached)
    _end(conversations, first.answer, "Hi ü")
    turn = conversations.begin_turn(first.answer.chat_id, "Weather?")
    a = _end(conversations, turn.answer, "Rain")
    _end(conversations, conversations.begin_answer(turn.user.id), "Sun")
    ratings.rate(a.id, LIKED)
    content, count = data_set(ratings)
    assert count == 1
    assert content.endswith(b"\n")
    assert json.loads(content) == {
        "prompt": [
            {"role": "user", "content": "notes.txt:\n\nIt rains.\n\nHello"},
            {"role": "assistant", "content": "Hi ü"},
            {"role": "user", "content": "Weather?"},
        ],
        "chosen": [{"role": "assistant", "content": "Rain"}],
        "rejected": [{"role": "assistant", "content": "Sun"}],
    }
