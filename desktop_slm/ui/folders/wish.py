"""What a person can ask of a folder as a whole."""

from __future__ import annotations

from enum import Enum


class FolderWish(Enum):
    """What its menu offers, beside its name."""

    NEW_CHAT = "new chat"
    ASK = "ask about its documents"
    EXPORT = "export"
    KEEP_FOR = "keep for"
    DELETE = "delete"
