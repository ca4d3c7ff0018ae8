"""Takes chats out of the database as they go into files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop_slm.assistants.chat_files.chat_file import APP, ChatFile, FileMessage
from desktop_slm.assistants.chat_files.importing import IMPORTED_FROM
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.imported_chats import ImportedChats
from desktop_slm.storage.chats.messages import Chat, Message, MessageState

_PAGE = 200


def all_chats(conversations: Conversations, chats: ImportedChats) -> Iterator[ChatFile]:
    """Yields every chat that is not deleted, the archived ones too; last changed first."""
    after: Chat | None = None
    while page := conversations.recent(_PAGE, after, with_archived=True):
        for chat in page:
            yield chat_file(conversations, chats, chat.id)
        after = page[-1]


def chat_file(conversations: Conversations, chats: ImportedChats, chat_id: int) -> ChatFile:
    """Returns one chat with all its branches."""
    chat = conversations.chat(chat_id)
    app = conversations.details(chat_id).get(IMPORTED_FROM, APP)
    messages = tuple(_message(message) for message in chats.messages(chat_id))
    return ChatFile(chat.title, chat.created, messages, chat.leaf_id, str(app))


def _message(message: Message) -> FileMessage:
    # An answer that is being written is, in the file, one that was cut off here.
    is_streaming = message.state is MessageState.STREAMING
    state = MessageState.INTERRUPTED if is_streaming else message.state
    return FileMessage(
        message.id,
        message.parent_id,
        message.role.value,
        message.text,
        message.created,
        state.value,
        message.thinking,
        _plain(message.details),
    )


def _plain(details: Any) -> dict[str, Any]:
    return {str(key): value for key, value in details.items() if value not in ("", None)}
