"""What a search finds, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from desktop_slm.storage.finding.search_text import Snippet

NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)  # of what has none: the draft of a new chat


class HitKind(Enum):
    """What a hit lies in."""

    CHAT = "chat"  # its title
    MESSAGE = "message"
    SUMMARY = "summary"  # its title or a sentence
    DOCUMENT = "document"  # of a summary: its name or a page
    QUESTION = "question"  # that documents were asked, or its answer
    DRAFT = "draft"  # what was typed and not sent


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where all words were found; `id` is the chat's or the summary's to be opened.

    Where the title is what fits, the snippet is empty. A question has the summaries whose documents
    were asked; the draft of a new chat has the id 0, and the folder that the chat will be in.
    """

    kind: HitKind
    id: int
    title: Snippet
    snippet: Snippet
    moment: datetime
    message_id: int | None = None
    page: int | None = None
    is_archived: bool = False
    folder: str = ""  # the name of the folder that it lies in
    document: int = 0  # which of a summary's, from 0
    question_id: int | None = None
    summaries: tuple[int, ...] = ()
    folder_id: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; not all of it where older rows still wait to come into the index."""

    hits: tuple[Hit, ...] = ()
    is_prepared: bool = True
