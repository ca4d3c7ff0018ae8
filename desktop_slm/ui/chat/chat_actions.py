"""What is done to a stored chat; each returns the chat as it then is. Runs in the storage lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop_slm.errors import Invariant

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.storage.chats.branches import Branches, TakenOut
    from desktop_slm.storage.chats.conversations import Conversations
    from desktop_slm.storage.chats.messages import Chat, Details, Message
    from desktop_slm.storage.chats.ratings import Ratings
    from desktop_slm.storage.chats.waiting import WaitingMessage
    from desktop_slm.ui.chat.answering.answering import Answering, AnsweringReader
    from desktop_slm.ui.chat.writing.pending import Pending
    from desktop_slm.ui.core import Data


@dataclass(frozen=True, slots=True)
class StoredChat:
    """A chat with the branch that is shown; `draft` is what was typed and not sent."""

    chat: Chat
    path: tuple[Message, ...]
    branches: Mapping[int | None, tuple[int, ...]]
    draft: str = ""
    waiting: tuple[WaitingMessage, ...] = ()  # only where the chat was opened
    is_other_branch: bool = False  # than was shown before
    details: Details = field(default_factory=dict)
    answering: Answering | None = None  # once `resolved`

    def resolved(self, reader: AnsweringReader) -> StoredChat:
        """Returns the chat with the assistant that answers in it."""
        return replace(self, answering=reader.of(self.details))


def read(conversations: Conversations, chat_id: int) -> StoredChat:
    """Reads a chat."""
    return StoredChat(
        chat=conversations.chat(chat_id),
        path=conversations.path(chat_id),
        branches=conversations.branches(chat_id),
        draft=conversations.draft(chat_id),
        details=conversations.details(chat_id),
    )


def read_at(conversations: Conversations, chat_id: int, message_id: int) -> StoredChat:
    """Reads a chat on the branch of a message, which is shown from now on."""
    stored = read(conversations, chat_id)
    if any(message.id == message_id for message in stored.path):
        return stored
    conversations.show(message_id)
    return replace(read(conversations, chat_id), is_other_branch=True)


def send(
    conversations: Conversations,
    chat_id: int | None,
    text: str,
    attachments: Sequence[Attachment],
    chat_details: Details | None = None,
    folder_id: int | None = None,
    waited_as: int | None = None,
) -> StoredChat:
    """Stores what a person wrote, with an empty answer behind it.

    A new chat gets a title, and `chat_details` to begin with; it is put into that folder. What
    waited in a chat waits no longer.
    """
    from desktop_slm.assistants.attachments import details_of
    from desktop_slm.assistants.titles import title_of

    details = details_of(attachments)
    if chat_id is not None:
        conversations.begin_turn(chat_id, text, user_details=details, waited_as=waited_as)
        return read(conversations, chat_id)
    turn = conversations.begin_chat(
        text, user_details=details, chat_details=chat_details, folder_id=folder_id
    )
    names = [each.name for each in attachments]
    title = next((found for found in map(title_of, [text, *names]) if found), "")
    conversations.propose_title(turn.answer.chat_id, title)
    return read(conversations, turn.answer.chat_id)


def keep_waiting(data: Data, chat_id: int, messages: Sequence[Pending]) -> None:
    """Keeps what waits in a chat, with what goes along."""
    from desktop_slm.assistants.attachments import details_of
    from desktop_slm.storage.chats.waiting import WaitingMessage

    data.conversations.keep_waiting(
        chat_id,
        [WaitingMessage(each.number, each.text, details_of(each.attachments)) for each in messages],
    )


def set_details(conversations: Conversations, chat_id: int, details: Details) -> StoredChat:
    """Keeps what goes for the whole chat."""
    conversations.set_details(chat_id, details)
    return read(conversations, chat_id)


def rate(conversations: Conversations, ratings: Ratings, answer_id: int, rating: int) -> StoredChat:
    """Keeps what a person thinks of an answer."""
    ratings.rate(answer_id, rating)
    return read(conversations, conversations.message(answer_id).chat_id)


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


def with_room(conversations: Conversations, answer_id: int) -> StoredChat:
    """Lets an answer that ran out of room go on behind its text, or a failed one begin anew."""
    from desktop_slm.storage.chats.messages import MessageState

    if conversations.message(answer_id).state is MessageState.COMPLETE:
        return go_on(conversations, answer_id)
    return try_again(conversations, answer_id)


def show(conversations: Conversations, message_id: int) -> StoredChat:
    """Goes to another branch."""
    conversations.show(message_id)
    return read(conversations, conversations.message(message_id).chat_id)


def answer(conversations: Conversations, question_id: int) -> StoredChat:
    """Begins an answer to a message that has none, or another one."""
    answer = conversations.begin_answer(question_id)
    return read(conversations, answer.chat_id)


def take_out(
    conversations: Conversations, branches: Branches, message_id: int
) -> tuple[StoredChat, TakenOut]:
    """Erases a message with all that hangs on it."""
    taken = branches.take_out(message_id)
    return read(conversations, taken.chat_id), taken


def put_back(conversations: Conversations, branches: Branches, taken: TakenOut) -> StoredChat:
    """Undoes `take_out`."""
    branches.put_back(taken)
    return read(conversations, taken.chat_id)


def fork(conversations: Conversations, branches: Branches, message_id: int) -> StoredChat:
    """Makes a chat of all down to a message; it gets the title of the other one."""
    from desktop_slm.assistants.chat_prompt import remapped

    origin = conversations.chat(conversations.message(message_id).chat_id)
    return read(conversations, branches.copy(message_id, origin.title, remapped))


def reword(
    conversations: Conversations, branches: Branches, answer_id: int, text: str
) -> StoredChat:
    """Keeps a person's wording of an answer, as a branch."""
    from desktop_slm.assistants.chat import REWORDED

    before = conversations.message(answer_id)
    kept = ("model", "model_name", "practice", "sent_from", "earlier_note")
    details = {name: before.details[name] for name in kept if name in before.details}
    number = branches.reword(answer_id, text, {**details, REWORDED: True})
    return read(conversations, conversations.message(number).chat_id)
