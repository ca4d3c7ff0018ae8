"""The places of the window that one can go to."""

from __future__ import annotations

from enum import Enum


class Place(Enum):
    """One page of the window."""

    CHAT = "chat"
    SUMMARY = "summary"
    MODELS = "models"
    SETTINGS = "settings"
    ASSISTANTS = "assistants"
    TEMPORARY = "temporary chat"
    FIRST_RUN = "first run"
