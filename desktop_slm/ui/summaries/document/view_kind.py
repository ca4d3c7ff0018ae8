"""The two ways in which a document is shown."""

from __future__ import annotations

from enum import Enum


class ViewKind(Enum):
    """Pictures of its pages, or its words laid out anew."""

    PICTURES = "pictures"
    TEXT = "text"
