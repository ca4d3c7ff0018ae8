"""Answers that have ended: kept for who reads at that moment, and not for the whole day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_slm.storage.chats.messages import Message, MessageState, Role
from desktop_slm.ui.chat.answers.live_answers import LiveAnswers

STREAMING = Message(
    1, 1, None, Role.ASSISTANT, MessageState.STREAMING, datetime(2026, 11, 21, tzinfo=UTC), ""
)


def test_the_last_ends_are_kept_for_a_branch_that_was_read_meanwhile(qtbot: QtBot) -> None:
    parent = QObject()
    answers = LiveAnswers(cast(Any, None), parent)
    for number in range(1, 201):
        ended = replace(STREAMING, id=number, state=MessageState.COMPLETE, text=f"text {number}")
        answers._on_ended(cast(Any, QObject()), ended)
    assert [each.text for each in answers.newest((replace(STREAMING, id=200),))] == ["text 200"]
    assert len(answers.ends) < 20
