"""Texts that go with a message: what a document says, or a long paste; stored in its details.

To the model an attachment is a person's text like any other: it reaches the prompt as a literal
segment, so whatever it says cannot become a control token.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_slm.documents.document import Document
    from desktop_slm.storage.chats.messages import Details, Message

ATTACHMENTS = "attachments"  # in a message's details
_KINDS = {"name": str, "text": str, "pages": int, "unread_pages": int, "format": str}
_GAP = "\n\n"  # between two pages


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text with its name; `pages` is 0 for a paste, `unread_pages` are those without text.

    `starts` says where the page of each number begins in the text, `format` what kind of file it
    was; both are empty for a paste, and for what an earlier version stored.
    """

    name: str
    text: str
    pages: int = 0
    unread_pages: int = 0
    format: str = ""
    starts: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of_document(cls, document: Document) -> Attachment:
        """Returns all that was read of a document."""
        return cls(
            name=document.name,
            text=_GAP.join(page.text for page in document.pages),
            pages=document.page_count,
            unread_pages=len(document.skipped),
            format=document.format.value,
            starts=_starts(document),
        )

    @property
    def page_texts(self) -> tuple[tuple[int, str], ...]:
        """The number and the text of each page; a text without pages is one."""
        starts = self.starts or ((1, 0),)
        ends = [start - len(_GAP) for _, start in starts[1:]] + [len(self.text)]
        return tuple(
            (number, self.text[start:end])
            for (number, start), end in zip(starts, ends, strict=True)
        )


def _starts(document: Document) -> tuple[tuple[int, int], ...]:
    found, at = [], 0
    for page in document.pages:
        found.append((page.number, at))
        at += len(page.text) + len(_GAP)
    return tuple(found)


def details_of(attachments: Sequence[Attachment]) -> Details:
    """Returns the attachments as they are stored with a message."""
    return {ATTACHMENTS: [asdict(each) for each in attachments]} if attachments else {}


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """Returns the attachments that were stored with a message."""
    return attachments_in(message.details)


def attachments_in(details: Details) -> tuple[Attachment, ...]:
    """Returns what `details_of` was given."""
    stored = details.get(ATTACHMENTS)
    return tuple(map(_attachment, stored)) if isinstance(stored, list | tuple) else ()


def _attachment(stored: object) -> Attachment:
    """Returns what was stored; a stranger's file may have brought anything."""
    said = stored if isinstance(stored, Mapping) else {}
    known: dict[str, Any] = {
        item.name: said[item.name]
        for item in fields(Attachment)
        if isinstance(said.get(item.name), _KINDS.get(item.name, (list, tuple)))
    }
    starts = _pairs(known.pop("starts", ()))
    return Attachment(**{"name": "", "text": "", **known}, starts=starts)


def _pairs(value: object) -> tuple[tuple[int, int], ...]:
    """Returns pairs of numbers as JSON gives them; nothing where a stranger's file has others."""
    try:
        return tuple((int(number), int(start)) for number, start in value)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return ()


def has_attachments(message: Message) -> bool:
    """Whether anything went with a message; cheap."""
    return bool(message.details.get(ATTACHMENTS))


def full_text(text: str, attachments: Sequence[Attachment]) -> str:
    """Returns what the model reads: every attachment under its name, then the words."""
    parts = [f"{each.name}:\n\n{each.text.strip()}" for each in attachments]
    return "\n\n".join([*parts, text] if text.strip() else parts)
