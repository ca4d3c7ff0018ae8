"""Notes that were written before, by the hash of all that decides them."""

from __future__ import annotations

from typing import Protocol

from desktop_slm.engine.protocol import Usage
from desktop_slm.storage.steps import Step, Steps


class StepStore(Protocol):
    """Where notes are kept: the database, or nowhere."""

    def find(self, key: str) -> str | None:
        """Returns the note, or None."""

    def keep(self, key: str, text: str, usage: Usage) -> None:
        """Keeps a note."""


class StoredSteps:
    """The steps of one version of a summary, in the database."""

    def __init__(self, steps: Steps, version_id: int) -> None:
        self._steps = steps
        self._version_id = version_id

    def find(self, key: str) -> str | None:
        """Returns the note, or None."""
        step = self._steps.find(self._version_id, [key]).get(key)
        return step.text if step else None

    def keep(self, key: str, text: str, usage: Usage) -> None:
        """Keeps a note."""
        step = Step(text, usage.prompt_tokens, usage.new_tokens)
        self._steps.keep(self._version_id, key, step)
