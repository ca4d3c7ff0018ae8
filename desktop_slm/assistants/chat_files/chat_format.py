"""The formats in which a chat leaves the app."""

from __future__ import annotations

from enum import StrEnum


class ChatFormat(StrEnum):
    """A format, by the ending of its files."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
