"""What a summary missed of a person's wishes, measured, after one attempt to repair it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Wish(StrEnum):
    """What was missed."""

    WORDS = "words"
    LANGUAGE = "language"
    FOCUS = "focus"
    NOTHING_FOUND = "nothing found"
    ROOM = "room"
    JOINING = "joining"


_SENTENCES = {
    Wish.WORDS: "About {wanted} words were asked for, and the summary has {found}.",
    Wish.LANGUAGE: "It was asked for in {wanted}, and the model did not write it so.",
    Wish.FOCUS: "No sentence of the summary names what was asked for: {wanted}.",
    Wish.NOTHING_FOUND: "The model found nothing in the document on what was asked for: {wanted}.",
    Wish.ROOM: "For about {wanted} words, {found} entries were left out.",
    Wish.JOINING: "{found} parts could not be joined; their notes stand one after the other.",
}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A wish, what was wanted and what came of it."""

    wish: Wish
    wanted: str = ""
    found: str = ""

    @property
    def template(self) -> str:
        """The sentence in English with its fields, for whoever translates it."""
        return _SENTENCES[self.wish]

    def __str__(self) -> str:
        return self.template.format(wanted=self.wanted, found=self.found)
