"""Notes that were written before, by the hash of all that decides them."""

from __future__ import annotations

from typing import Protocol

from desktop_slm.engine.protocol import Usage
from desktop_slm.storage.steps import Step, Steps

_CACHED, _ALLOWED = "cached_tokens", "allowed_tokens"


class StepStore(Protocol):
    """Where notes are kept: the database, or nowhere."""

    def find(self, key: str) -> Step | None:
        """Returns the note with what it took, or None."""

    def keep(self, key: str, step: Step) -> None:
        """Keeps a note; where the key is there already, that one stays."""


class StoredSteps:
    """The steps of one version of a summary, in the database."""

    def __init__(self, steps: Steps, version_id: int) -> None:
        self._steps = steps
        self._version_id = version_id

    def find(self, key: str) -> Step | None:
        """Returns the note with what it took, or None."""
        return self._steps.find(self._version_id, [key]).get(key)

    def keep(self, key: str, step: Step) -> None:
        """Keeps a note."""
        self._steps.keep(self._version_id, key, step)


def step_of(text: str, usage: Usage, allowed_tokens: int) -> Step:
    """Returns a note as it is kept, with what it took."""
    details = {_CACHED: usage.cached_tokens, _ALLOWED: allowed_tokens}
    return Step(text, usage.prompt_tokens, usage.new_tokens, details)


def read_tokens(step: Step) -> int:
    """Returns the tokens that were read for a note; an instruction in memory is not read again."""
    return max(step.prompt_tokens - int(step.details.get(_CACHED, 0)), 0)
