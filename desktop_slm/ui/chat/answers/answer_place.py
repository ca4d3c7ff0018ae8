"""What the rest of its chat says about an answer, as a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_slm.ui.chat.chat_state import Check

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.errors import DesktopSlmError


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """What an answer's surroundings say about it; `documents` are by message and number."""

    siblings: Sequence[int] = ()
    error: DesktopSlmError | None = None
    is_last: bool = True
    is_sent: bool = True
    has_older: bool = False
    is_limited: bool = False
    is_from_memory: bool = False
    check: Check = Check.NONE
    documents: Mapping[tuple[int, int], Attachment] = field(default_factory=dict)
