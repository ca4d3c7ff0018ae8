"""What is done to a stored chat; each returns the chat as it then is. Runs in the storage lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_slm.errors import Invariant

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.storage.conversations import Conversations
    from desktop_slm.storage.messages import Chat, Message


@dataclass(frozen=True, slots=True)
class StoredChat:
    """A chat with the branch that is shown; `draft` is what was typed and not sent."""

    chat: Chat
    path: tuple[Message, ...]
    branches: Mapping[int | None, tuple[int, ...]]
    draft: str = ""


def read(conversations: Conversations, chat_id: int) -> StoredChat:
    """Reads a chat."""
    return StoredChat(
        chat=conversations.chat(chat_id),
        path=conversations.path(chat_id),
        branches=conversations.branches(chat_id),
        draft=conversations.draft(chat_id),
    )


def send(
    conversations: Conversations,
    chat_id: int | None,
    text: str,
    attachments: Sequence[Attachment],
) -> StoredChat:
    """Stores what a person wrote, with an empty answer behind it; a new chat gets a title."""
    from desktop_slm.assistants.attachments import details_of
    from desktop_slm.assistants.titles import title_of

    details = details_of(attachments)
    if chat_id is not None:
        conversations.begin_turn(chat_id, text, user_details=details)
        return read(conversations, chat_id)
    turn = conversations.begin_chat(text, user_details=details)
    names = [each.name for each in attachments]
    title = next((found for found in map(title_of, [text, *names]) if found), "")
    conversations.propose_title(turn.answer.chat_id, title)
    return read(conversations, turn.answer.chat_id)


def edit(conversations: Conversations, message_id: int, text: str) -> StoredChat:
    """Stores another wording, as a branch, with an empty answer."""
    turn = conversations.begin_edit(message_id, text)
    return read(conversations, turn.answer.chat_id)


def answer_again(conversations: Conversations, answer_id: int) -> StoredChat:
    """Begins another answer beside one."""
    before = conversations.message(answer_id)
    if before.parent_id is None:
        raise Invariant(details="an answer to nothing")
    conversations.begin_answer(before.parent_id)
    return read(conversations, before.chat_id)


def go_on(conversations: Conversations, answer_id: int) -> StoredChat:
    """Lets an answer go on behind its text."""
    answer = conversations.resume_answer(answer_id)
    return read(conversations, answer.chat_id)


def try_again(conversations: Conversations, answer_id: int) -> StoredChat:
    """Begins anew where an answer failed: in its place where it has no text, else beside it."""
    if conversations.message(answer_id).text:
        return answer_again(conversations, answer_id)
    return go_on(conversations, answer_id)


def show(conversations: Conversations, message_id: int) -> StoredChat:
    """Goes to another branch."""
    conversations.show(message_id)
    return read(conversations, conversations.message(message_id).chat_id)
