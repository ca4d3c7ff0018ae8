"""Texts that go with a message: what a document says, or a long paste; stored in its details.

To the model an attachment is a person's text like any other: it reaches the prompt as a literal
segment, so whatever it says cannot become a control token.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_slm.documents.document import Document
    from desktop_slm.storage.messages import Details, Message

_KEY = "attachments"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text with its name; `pages` is 0 for a paste, `unread_pages` are those without text."""

    name: str
    text: str
    pages: int = 0
    unread_pages: int = 0

    @classmethod
    def of_document(cls, document: Document) -> Attachment:
        """Returns all that was read of a document."""
        return cls(
            name=document.name,
            text="\n\n".join(page.text for page in document.pages),
            pages=document.page_count,
            unread_pages=len(document.skipped),
        )


def details_of(attachments: Sequence[Attachment]) -> Details:
    """Returns the attachments as they are stored with a message."""
    return {_KEY: [asdict(each) for each in attachments]} if attachments else {}


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """Returns the attachments that were stored with a message."""
    names = {item.name for item in fields(Attachment)}
    stored: Sequence[dict[str, Any]] = message.details.get(_KEY, ())
    return tuple(
        Attachment(**{name: value for name, value in each.items() if name in names})
        for each in stored
    )


def full_text(text: str, attachments: Sequence[Attachment]) -> str:
    """Returns what the model reads: every attachment under its name, then the words."""
    parts = [f"{each.name}:\n\n{each.text.strip()}" for each in attachments]
    return "\n\n".join([*parts, text] if text.strip() else parts)
