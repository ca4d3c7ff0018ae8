"""The instructions of a digest's steps: those of a summary, but the notes are of many documents."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.assistants.summaries.instructions import Instructions


@dataclass(frozen=True, slots=True)
class DigestInstructions(Instructions):
    """Writes the tasks of one digest."""

    @property
    def join_name(self) -> str:
        """The prompt that joins."""
        return "digest"

    @property
    def notes_language(self) -> str:
        """The language in which notes are joined where none was asked for."""
        return "the language of the summaries"
