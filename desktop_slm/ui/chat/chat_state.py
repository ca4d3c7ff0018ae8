"""What a chat shows, as a value: the branch, its siblings, what is being written, what failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.chat.answers.live_answer import LiveAnswer


class Check(Enum):
    """How far the check of an answer against the documents is, where it is not done."""

    NONE = auto()
    GOING_ON = auto()
    FAILED = auto()


@dataclass(frozen=True)
class ChatState:
    """The shown branch from first to last; `is_limited`: the model could have more room.

    `has_own_documents` says that the assistant brings documents.
    """

    path: tuple[Message, ...] = ()
    branches: Mapping[int | None, tuple[int, ...]] = field(default_factory=dict)
    live: LiveAnswer | None = None
    errors: Mapping[int, DesktopSlmError] = field(default_factory=dict)
    is_limited: bool = False
    has_own_documents: bool = False
    checks: Mapping[int, Check] = field(default_factory=dict)

    @cached_property
    def from_memory(self) -> int | None:
        """The first answer for which there was no document, where that is to be said of it."""
        from desktop_slm.assistants.chat_evidence import from_memory

        return None if self.has_own_documents else from_memory(self.path)

    @cached_property
    def documents(self) -> Mapping[tuple[int, int], Attachment]:
        """What was attached, by message and number."""
        from desktop_slm.assistants.attachments import attachments_of

        return {
            (message.id, number): each
            for message in self.questions
            for number, each in enumerate(attachments_of(message))
        }

    @cached_property
    def first_sent(self) -> int:
        """The place in the path of the first message that goes to the model."""
        from desktop_slm.assistants.chat_prompt import first_sent

        wanted = first_sent(self.path)
        return next((at for at, each in enumerate(self.path) if each.id == wanted), 0)

    @cached_property
    def earlier_note(self) -> str:
        """The summary that goes to the model in place of what stands before `first_sent`."""
        from desktop_slm.assistants.chat_prompt import earlier_note

        return earlier_note(self.path)

    @property
    def questions(self) -> tuple[Message, ...]:
        """The person's messages of the shown branch."""
        from desktop_slm.storage.chats.messages import Role

        return tuple(each for each in self.path if each.role is Role.USER)
