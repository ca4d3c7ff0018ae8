"""Makes the view of a message, and tells it what its chat says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_slm.storage.chats.messages import Role
from desktop_slm.ui.chat.answers.answer_place import AnswerPlace
from desktop_slm.ui.chat.answers.answer_view import AnswerView
from desktop_slm.ui.chat.chat_state import Check
from desktop_slm.ui.chat.question_view import QuestionView

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.chat.chat_state import ChatState
    from desktop_slm.ui.theme import Theme


def make_view(theme: Theme, message: Message, parent: QWidget) -> QuestionView | AnswerView:
    """Returns the view for a message's role."""
    if message.role is Role.USER:
        return QuestionView(theme, message, parent=parent)
    return AnswerView(theme, message, parent=parent)


def show_surroundings(view: QuestionView | AnswerView, state: ChatState, at: int) -> None:
    """Shows a message at its place in the chat."""
    message = state.path[at]
    first_sent = state.first_sent
    siblings = state.branches.get(message.parent_id, ())
    if isinstance(view, QuestionView):
        begins_sent = 0 < first_sent == at
        view.show_place(
            siblings,
            is_sent=at >= first_sent,
            begins_sent=begins_sent,
            earlier=state.earlier_note if begins_sent else "",
            is_answered=at < len(state.path) - 1,
        )
        return
    if state.live is not None and state.live.answer.id == message.id:
        if not view.is_live:
            view.follow(state.live)
        return
    view.show_message(
        message,
        AnswerPlace(
            siblings=siblings,
            error=state.errors.get(message.id),
            is_last=at == len(state.path) - 1,
            is_sent=at >= first_sent,
            has_older=at - first_sent >= 2,
            is_limited=state.is_limited,
            is_from_memory=message.id == state.from_memory,
            check=state.checks.get(message.id, Check.NONE),
            documents=state.documents,
        ),
    )
