"""Which forms a summary can have."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """What a summary consists of; the first two are written, the others listed entry by entry."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    FACTS = "facts"
    ACTIONS = "actions"
    TIMELINE = "timeline"
    QUESTIONS = "questions"

    @property
    def is_listing(self) -> bool:
        """Whether entries come through a JSON schema and are merged without a model."""
        return self not in (Form.PARAGRAPH, Form.BULLETS)
