"""An assistant as a value: what it is called, what it is told, and with what it answers.

Texts of an assistant may come from a stranger's file. What is kept is what can be shown: `tidy`
takes out every character that nobody sees, so that no instruction hides behind the others.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.engine.protocol import Sampling
from desktop_slm.engine.text_engine import Model
from desktop_slm.storage.chats.messages import Details

# Small models stray soon: near to their likeliest word they are wrong less often.
USUAL_SAMPLING = Sampling(temperature=0.2, top_p=0.9)
GENERAL = "general"
ICONS = (
    *("sparkles", "message-square", "pen-line", "languages", "lightbulb", "scale"),
    *("stethoscope", "chart-line", "graduation-cap", "code", "clipboard-list"),
    *("book-open", "file-text", "list-checks", "search", "user", "star", "globe"),
)
_OWN = "own "
# Joiners make emoji and some scripts' letters; all other format characters are unseen.
_KEPT_UNSEEN = "\u200c\u200d\ufe0e\ufe0f"
# Unseen, though Unicode calls them letters or marks: fillers and selectors of variants.
_UNSEEN_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]"
)
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the answer that the assistant would give."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Assistant:
    """Who answers. An empty `model` leaves the choice to the person, `adapter` is a file's path.

    `note` says honestly what a small model can and cannot do here; `key` is the name of a shipped
    one, or tells the row of the person's own.
    """

    name: str = ""
    about: str = ""
    icon: str = ICONS[0]
    instructions: str = ""
    note: str = ""
    model: str = ""
    sampling: Sampling = USUAL_SAMPLING
    examples: tuple[Example, ...] = ()
    documents: tuple[Attachment, ...] = ()
    adapter: str = ""
    key: str = ""

    @property
    def own_id(self) -> int | None:
        """The id of the person's own assistant; None for one that came with the app."""
        return int(self.key.removeprefix(_OWN)) if self.key.startswith(_OWN) else None

    def owned(self, number: int) -> Assistant:
        """Returns it as the person's own with that id."""
        return replace(self, key=own_key(number))

    def run(self, model: Model) -> Model:
        """Returns the model as it is loaded for this assistant."""
        return replace(model, adapters=(Path(self.adapter),)) if self.adapter else model

    @property
    def adapters(self) -> tuple[tuple[int, float], ...]:
        """Which of the loaded adapters work on its answers, and how strongly."""
        return ((0, 1.0),) if self.adapter else ()

    def signature(self) -> Details:
        """Returns what an answer keeps of the assistant that wrote it."""
        said = {"key": self.key, "name": self.name, "note": self.note} if self.name else {}
        return {**said, "documents": len(self.documents)} if said and self.documents else said


PLAIN = Assistant()


def own_key(number: int) -> str:
    """Returns the key of the person's own assistant with that id."""
    return f"{_OWN}{number}"


def own_number(key: str) -> int | None:
    """Returns the id in the key of an own assistant, None for every other key."""
    number = key.removeprefix(_OWN)
    return int(number) if key.startswith(_OWN) and number.isdecimal() and len(number) < 19 else None


def tidy(text: str) -> str:
    """Returns the text without anything unseen, and with at most two empty lines in a row."""
    text = _UNSEEN_LETTERS.sub("", _LINE_ENDS.sub("\n", text))
    seen = "".join(letter for letter in text if _is_seen(letter))
    lines = "\n".join(line.rstrip() for line in seen.split("\n"))
    return re.sub(r"\n{4,}", "\n\n\n", lines).strip("\n")


def tidy_line(text: str) -> str:
    """Returns the text tidied, on one line."""
    return " ".join(tidy(text).split())


def _is_seen(letter: str) -> bool:
    if letter in "\n\t" or letter in _KEPT_UNSEEN:
        return True
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
