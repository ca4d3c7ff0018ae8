"""Chats with answers that were checked against a file, and one without any file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from desktop_slm.assistants.chat_evidence import CheckedAnswer, Source, item_of
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.evidence import Evidence, Finding, Support

MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
ANSWER = """The rent is **900 euros** a month. It is due on the *third*, see [lease](https://x.y/a).

- Pets are welcome!

```
The rent is 900 euros a month.
```
"""
SENTENCES = (
    "The rent is 900 euros a month.",
    "It is due on the third, see lease.",
    "Pets are welcome!",
)
QUOTES = ("The rent amounts to 900 euros.", "Due on the third.")
LEASE = {"name": "lease <1>.pdf", "text": "…", "pages": 14, "format": "pdf", "starts": [[1, 0]]}


def checked_details(message_id: int = 1) -> dict[str, Any]:
    """Returns what an answer keeps of a check against the file of a message."""
    found = [
        Finding(Support.FULL, (Evidence(3, 0, 9, QUOTES[0], 1.0), Evidence(7, 2, 5, "900", 0.5))),
        Finding(Support.PARTIAL, (Evidence(4, 0, 9, QUOTES[1], 0.6),), ("third",)),
        Finding(Support.NONE),
    ]
    items = tuple(map(item_of, SENTENCES, found))
    sources = (Source(message_id, 0, "lease <1>.pdf"),)
    return dict(CheckedAnswer(items, sources, has_unchecked=True).to_details())


def lease_chat(answer: str = ANSWER, details: Mapping[str, Any] | None = None) -> ChatFile:
    kept = checked_details() if details is None else details
    asked = FileMessage(1, None, "user", "Hm?", MOMENT, details={"attachments": [LEASE]})
    return ChatFile(
        "Lease", MOMENT, (asked, FileMessage(2, 1, "assistant", answer, MOMENT, details=kept)), 2
    )


def plain_chat() -> ChatFile:
    messages = (
        FileMessage(1, None, "user", "Hm?", MOMENT),
        FileMessage(2, 1, "assistant", "Yes, I think so.", MOMENT),
        FileMessage(3, 2, "user", "Sure?", MOMENT),
        FileMessage(4, 3, "assistant", "I am.", MOMENT),
    )
    return ChatFile("Talk", MOMENT, messages, 4)
