"""Scenes of a conversation: sources of an answer, what waits, what does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_slm.assistants.attachments import Attachment, details_of
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.chat.room.earlier_note import EarlierNote
from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.choice_dialog import ChoiceDialog
from tests.screenshots import content
from tests.screenshots.stage import Stage

_USUAL, _SMALL = (1280, 800), (911, 512)
_PAGES = (
    "1. The rent is 940 euros a month and is due on the third working day.",
    "7. A room may be sublet only with the written consent of the landlord. Consent may not be "
    "refused without a reason.\n8. The notice period is three months.",
)
_LEASE = Attachment(
    "lease.pdf", "\n\n".join(_PAGES), 2, format="pdf", starts=((1, 0), (2, len(_PAGES[0]) + 2))
)
_ANSWER = (
    "A room may be sublet **only with the written consent** of the landlord.\n\n"
    "- Consent may not be refused without a reason.\n"
    "- The notice period is six months.\n"
    "- Cellars are cleaned every spring by volunteers."
)
_DETAILS = {
    "model_name": "Qwen3 4B Instruct",
    "model_sha256": "3605803b982cb64aead44f6c1b2ae36e3acdb41d8e46c8a94c6533bc4c67e597",
    "sampling": {"temperature": 0.2, "top_p": 0.9, "seed": 1_204_663_171},
    "stop_reason": "finished",
    "prompt_tokens": 212,
    "cached_tokens": 180,
    "new_tokens": 118,
    "first_token_s": 0.6,
    "tokens_per_s": 21.4,
    "seconds": 6.1,
}


def _open(stage: Stage, size: tuple[int, int], zoom_percent: int = 100) -> None:
    stage.set_up(size, zoom_percent)
    chats = stage.open_data().conversations
    turn = chats.begin_chat("Can I sublet a room?", user_details=details_of([_LEASE]))
    chats.finish_answer(turn.answer.id, MessageState.COMPLETE, text=_ANSWER, details=_DETAILS)
    chats.rename(turn.answer.chat_id, "Lease questions")
    stage.window.pages.history_changed.emit()
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, turn.answer.chat_id))
    stage.wait(lambda: bool(stage.window.findChildren(Chip)))
    stage.settle(0.3)


def _type(stage: Stage, text: str) -> None:
    box = stage.window.findChild(Composer)
    assert box is not None
    box.edit.setFocus()
    QTest.keyClicks(box.edit, text)
    QTest.keyClick(box.edit, Qt.Key.Key_Return)


def _press(stage: Stage, words: str) -> None:
    found = [each for each in stage.window.findChildren(Button) if each.accessibleName() == words]
    found[-1].click()
    stage.settle(0.3)


def answer_sources(stage: Stage, size: tuple[int, int] = _USUAL, zoom_percent: int = 100) -> None:
    """An answer with its sources, a sentence found in part and one not found."""
    _open(stage, size, zoom_percent)


def answer_sources_small(stage: Stage) -> None:
    """The same in the smallest window."""
    _open(stage, _SMALL)


def answer_sources_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    _open(stage, _USUAL, 200)


def answer_passage(stage: Stage) -> None:
    """The passage behind a chip."""
    _open(stage, _USUAL)
    stage.window.findChildren(Chip)[0].click()


def answer_figures(stage: Stage) -> None:
    """The details of an answer."""
    _open(stage, _USUAL)
    _press(stage, "Details")


def messages_waiting(stage: Stage, size: tuple[int, int] = _USUAL) -> None:
    """Two messages that wait for an answer."""
    stage.engine.script = content.answer
    _open(stage, size)
    stage.hold_answers()
    _type(stage, content.SECOND_QUESTION)
    stage.wait(lambda: bool(stage.engine.requests))
    _type(stage, "And who pays for the repairs of the shared kitchen while the room is sublet?")
    _type(stage, "Thank you!")
    stage.settle(0.3)


def messages_waiting_small(stage: Stage) -> None:
    """The same in the smallest window."""
    messages_waiting(stage, _SMALL)


def chat_too_long(stage: Stage, size: tuple[int, int] = _USUAL, zoom_percent: int = 100) -> None:
    """What is asked where a turn does not fit."""
    stage.engine.context, stage.engine.trained_context = 220, 32_768
    stage.engine.script = content.answer
    _open(stage, size, zoom_percent)
    assert stage.core.model is not None
    stage.core.engine.load(stage.core.engine_model(stage.core.model))
    _type(stage, "A long question. " * 40)
    stage.wait(lambda: isinstance(QApplication.activeModalWidget(), ChoiceDialog))


def chat_too_long_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    chat_too_long(stage, _USUAL, 200)


def chat_summarized(stage: Stage) -> None:
    """The summary that goes in place of earlier messages, opened."""
    stage.engine.script = content.answer
    _open(stage, _USUAL)
    chats = stage.open_data().conversations
    chat = chats.recent()[0]
    turn = chats.begin_turn(chat.id, content.QUESTION)
    chats.finish_answer(
        turn.answer.id,
        MessageState.COMPLETE,
        text=content.SECOND_ANSWER,
        details={
            **_DETAILS,
            "sent_from": turn.user.id,
            "earlier_note": "The person wants to sublet one room of a rented flat and asked what "
            "the lease says. It allows this with the landlord’s written consent.",
        },
    )
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, chat.id))
    stage.wait(lambda: stage.window.findChild(EarlierNote) is not None)
    _press(stage, "Summary of the messages above, sent in their place")


ALL = (
    *(answer_sources, answer_sources_small, answer_sources_zoomed, answer_passage, answer_figures),
    *(messages_waiting, messages_waiting_small),
    *(chat_too_long, chat_too_long_zoomed, chat_summarized),
)
