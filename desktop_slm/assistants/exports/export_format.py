"""The formats of an export."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class ExportFormat(StrEnum):
    """A format; its value is the ending of the file's name."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    TEXT = "txt"

    @classmethod
    def of(cls, path: Path) -> ExportFormat | None:
        """Returns the format that a file's name asks for, None for any other name."""
        ending = path.suffix.lower().removeprefix(".")
        ending = {"markdown": "md", "htm": "html", "text": "txt"}.get(ending, ending)
        return cls(ending) if ending in set(cls) else None
