"""What a chat shows, as a value: the branch, its siblings, what is being written, what failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.messages import Message
    from desktop_slm.ui.chat.live_answer import LiveAnswer


@dataclass(frozen=True)
class ChatState:
    """The shown branch from first to last; `is_limited`: the model could have more room."""

    path: tuple[Message, ...] = ()
    branches: Mapping[int | None, tuple[int, ...]] = field(default_factory=dict)
    live: LiveAnswer | None = None
    errors: Mapping[int, DesktopSlmError] = field(default_factory=dict)
    is_limited: bool = False

    @cached_property
    def first_sent(self) -> int:
        """The place in the path of the first message that goes to the model."""
        from desktop_slm.assistants.chat_prompt import first_sent

        wanted = first_sent(self.path)
        return next((at for at, each in enumerate(self.path) if each.id == wanted), 0)

    @property
    def questions(self) -> tuple[Message, ...]:
        """The person's messages of the shown branch."""
        from desktop_slm.storage.messages import Role

        return tuple(each for each in self.path if each.role is Role.USER)
