"""Branches taken out and put back, copied into chats of their own, answers put into other words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from desktop_slm.errors import Invariant
from desktop_slm.storage.chats.branches import Branches
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import Details, MessageState, Role
from desktop_slm.storage.database import Database
from desktop_slm.storage.finding.search import Search


def _now() -> datetime:
    return datetime(2026, 5, 4, tzinfo=UTC)


class Kept:
    """A database in memory with a chat of two turns, the second answered twice."""

    def __init__(self) -> None:
        self.database = Database.in_memory()
        self.chats = Conversations(self.database, _now)
        self.branches = Branches(self.database, _now)
        first = self.chats.begin_chat("one")
        self.chat_id = first.answer.chat_id
        self._end(first.answer.id, "first answer")
        second = self.chats.begin_turn(self.chat_id, "two")
        self._end(second.answer.id, "second answer")
        other = self.chats.begin_answer(second.user.id)
        self._end(other.id, "another answer")
        self.first, self.second, self.other = first, second, other

    def _end(self, number: int, text: str) -> None:
        self.chats.finish_answer(number, MessageState.COMPLETE, text=text)

    def shown(self) -> list[str]:
        return [message.text for message in self.chats.path(self.chat_id)]

    def rows(self) -> list[tuple[object, ...]]:
        return list(self.database.rows("SELECT * FROM messages ORDER BY id"))


@pytest.fixture
def kept() -> Kept:
    return Kept()


def test_a_branch_goes_with_all_that_hangs_on_it(kept: Kept) -> None:
    taken = kept.branches.take_out(kept.second.user.id)
    assert taken.count == 3
    assert kept.shown() == ["one", "first answer"]
    assert len(kept.rows()) == 2


def test_what_is_put_back_is_as_it_was(kept: Kept) -> None:
    before = kept.rows()
    path = kept.shown()
    kept.branches.put_back(kept.branches.take_out(kept.second.user.id))
    assert kept.shown() == path
    without_shown = [(*row[:6], *row[7:]) for row in kept.rows()]
    assert without_shown == [(*row[:6], *row[7:]) for row in before]


def test_the_answer_beside_it_is_shown_where_one_is_taken_out(kept: Kept) -> None:
    kept.branches.take_out(kept.other.id)
    assert kept.shown()[-1] == "second answer"
    kept.branches.take_out(kept.second.answer.id)
    assert kept.shown() == ["one", "first answer", "two"]


def test_a_branch_that_is_not_shown_goes_without_changing_what_is(kept: Kept) -> None:
    kept.branches.take_out(kept.second.answer.id)
    assert kept.shown()[-1] == "another answer"


def test_a_chat_can_be_emptied_and_written_in_again(kept: Kept) -> None:
    taken = kept.branches.take_out(kept.first.user.id)
    assert kept.shown() == []
    kept.chats.begin_turn(kept.chat_id, "anew")
    assert kept.shown()[0] == "anew"
    kept.branches.put_back(taken)
    assert kept.shown()[-1] == "another answer"


def test_what_is_being_written_is_not_taken_out(kept: Kept) -> None:
    kept.chats.begin_answer(kept.second.user.id)
    with pytest.raises(Invariant):
        kept.branches.take_out(kept.first.user.id)
    assert len(kept.rows()) == 6


def test_what_was_taken_out_is_not_found_any_more_and_again_once_it_is_back(kept: Kept) -> None:
    search = Search(kept.database)
    assert search.find("another").hits
    taken = kept.branches.take_out(kept.other.id)
    assert not search.find("another").hits
    kept.branches.put_back(taken)
    assert search.find("another").hits


def test_a_copy_is_a_chat_of_its_own_with_ids_of_its_own(kept: Kept) -> None:
    def rewrite(details: Details, ids: Mapping[int, int]) -> Details:
        return {**details, "known": sorted(ids)}

    number = kept.branches.copy(kept.second.answer.id, "Copied", rewrite)
    path = kept.chats.path(number)
    assert [message.text for message in path] == ["one", "first answer", "two", "second answer"]
    assert kept.chats.chat(number).title == "Copied"
    assert path[2].details["known"] == [kept.first.user.id, kept.first.answer.id]
    kept.branches.take_out(path[0].id)
    assert kept.shown()[0] == "one"


def test_an_answer_that_is_being_written_is_cut_off_in_the_copy(kept: Kept) -> None:
    live = kept.chats.begin_answer(kept.second.user.id)
    number = kept.branches.copy(live.id, "", lambda details, ids: details)
    assert kept.chats.path(number)[-1].state is MessageState.INTERRUPTED
    assert kept.chats.message(live.id).state is MessageState.STREAMING


def test_other_words_stand_beside_the_answer(kept: Kept) -> None:
    number = kept.branches.reword(kept.second.answer.id, "mine", {"reworded": True})
    made = kept.chats.message(number)
    assert (made.role, made.state) == (Role.ASSISTANT, MessageState.COMPLETE)
    assert kept.shown()[-1] == "mine"
    assert kept.chats.branches(kept.chat_id)[kept.second.user.id][-1] == number
    with pytest.raises(Invariant):
        kept.branches.reword(kept.second.user.id, "not an answer", {})


def test_a_note_is_added_to_what_is_kept_with_a_message(kept: Kept) -> None:
    kept.branches.note(kept.other.id, {"evidence": {"items": []}})
    kept.branches.note(kept.other.id, {"rating": 1})
    assert kept.chats.message(kept.other.id).details == {"evidence": {"items": []}, "rating": 1}
    kept.branches.note(999, {"lost": True})  # erased meanwhile
