"""The instructions of a summary's steps, put together from what a person wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm.assistants.prompts import instruction
from desktop_slm.assistants.summaries.forms import entries
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.language import LANGUAGES
from desktop_slm.assistants.summaries.notes import NoteTask
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.sizes import Size

# What a model answers where a passage has nothing on what a person wants to know.
_NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Instructions:
    """Writes the tasks of one summary."""

    options: SummaryOptions

    def read(self, size: Size) -> NoteTask:
        """Returns what is asked of a passage."""
        form = self.options.form
        if not form.is_listing:
            return self._written("map", "the language of the passage", size)
        text = instruction(form.value).format(
            language=self._language("the language of the passage"),
            amount=f"at most {size.sentences}",
            focus=self._focus("focus_entries"),
        )
        return NoteTask(
            text,
            size.tokens,
            entries.schema(form, size.sentences),
            lambda answer: entries.parse(form, answer) is not None,
        )

    def join(self, size: Size) -> NoteTask:
        """Returns what is asked of notes that are joined."""
        return self._written(self.join_name, self.notes_language, size)

    @property
    def join_name(self) -> str:
        """The prompt that joins."""
        return "reduce"

    @property
    def notes_language(self) -> str:
        """The language in which notes are joined where none was asked for."""
        return "the language of the notes"

    def repair(self, wishes: Sequence[str], size: Size) -> NoteTask:
        """Returns what is asked of a text in which wishes were missed."""
        return NoteTask(instruction("repair").format(wishes=" and ".join(wishes)), size.tokens)

    def amount(self, size: Size) -> str:
        """Returns how much is asked for, in words."""
        if self.options.form is Form.BULLETS:
            count = f"as {size.sentences} bullet points, each on a line that begins with “- ”"
            return f"{count}, in about {size.words} words in all" if size.words else count
        if size.words:
            return f"in about {size.words} words"
        return f"in {size.sentences} short sentences"

    def _written(self, name: str, own_language: str, size: Size) -> NoteTask:
        text = instruction(name).format(
            language=self._language(own_language),
            amount=self.amount(size),
            focus=self._focus("focus_text"),
        )
        return NoteTask(text, size.tokens)

    def _language(self, own: str) -> str:
        return LANGUAGES.get(self.options.language, own)

    def _focus(self, name: str) -> str:
        wanted = " ".join(self.options.focus.split())
        return f"{instruction(name).format(focus=wanted)} " if wanted else ""


def says_nothing(note: str) -> bool:
    """Whether a note only says that a passage has nothing on what was asked for."""
    return note.strip(" .\"'*“”\n").casefold() == _NOTHING
