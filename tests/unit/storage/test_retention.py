"""What is older than the organisation lets it become is erased when the data is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.erasure.retention import erase_old
from desktop_slm.storage.summaries import Summaries
from tests.fakes.policies import set_policy
from tests.unit.storage.conftest import HandClock


def test_without_a_policy_everything_stays(
    database: Database, conversations: Conversations, clock: HandClock
) -> None:
    conversations.create("old")
    clock.move(days=3650)
    assert erase_old(database, clock) == 0
    assert len(conversations.recent()) == 1


def test_what_was_not_changed_for_so_long_is_erased_and_the_rest_stays(
    database: Database,
    conversations: Conversations,
    summaries: Summaries,
    clock: HandClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", "keep_days = 30")
    old, put_away = conversations.create("old"), conversations.create("put away")
    conversations.archive(put_away.id, archived=True)
    summaries.create("old summary")
    clock.move(days=29)
    young = conversations.create("young")
    assert erase_old(database, clock) == 0
    clock.move(days=1.5)
    assert erase_old(database, clock) == 3
    assert [chat.id for chat in conversations.recent(with_archived=True)] == [young.id]
    assert summaries.recent() == ()
    conversations.restore(old.id)  # a deletion that can be undone it is not
    assert [chat.id for chat in conversations.recent()] == [young.id]
