"""A chat's title: from the first words that a person wrote, and from a model that read the turn."""

from __future__ import annotations

import re

from desktop_slm.assistants import prompts
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.engine.protocol import GREEDY, Priority, Request, StopReason
from desktop_slm.engine.templating import Templating, Turn
from desktop_slm.engine.text_engine import TextEngine

_MOST_CHARACTERS = 48
_MARKS = re.compile(r"^[\s#>*`_~\-+=|]+|[\s*`_~#]+$")
_SPACES = re.compile(r"\s+")
# What small models write around a title all the same.
_LABEL = re.compile(r"^(?:title|titel|titre|título|titolo)\s*:\s*", re.IGNORECASE)
_QUOTES = "\"'“”„‟‘’‚«»‹›「」『』"
_READ_CHARACTERS = 1500  # of question and of answer: what a chat is about stands at its beginning
_MOST_TOKENS = 32
_MOST_WORDS = 12


def title_of(text: str) -> str:
    """Returns the first line with words in it, cut between two words, or ""."""
    for line in text.splitlines():
        words = _SPACES.sub(" ", _MARKS.sub("", line))
        if any(letter.isalnum() for letter in words):
            return _cut(words)
    return ""


class ModelTitles:
    """Has the model that is loaded title a first turn; it never loads one. Blocks."""

    def __init__(self, engine: TextEngine, templating: Templating) -> None:
        self._engine = engine
        self._templating = templating

    def make(self, question: str, answer: str, cancellation: Cancellation) -> str:
        """Returns a title, "" where the model writes none that can be used.

        Asked as background work, which has a context of its own: the chat goes on where it was.
        """
        facts = self._engine.facts
        if facts is None:
            return ""
        told = f"Person: {question[:_READ_CHARACTERS]}\n\nAssistant: {answer[:_READ_CHARACTERS]}"
        turns = [Turn("system", prompts.instruction("chat_title")), Turn("user", told)]
        prompt = self._templating.prompt(facts, turns, {"enable_thinking": False})
        request = Request(
            prompt=prompt.segments,
            sampling=GREEDY,
            max_tokens=_MOST_TOKENS,
            priority=Priority.BATCH,
            streaming=False,
        )
        cancellation.check()
        stream = self._engine.generate(request)
        cancellation.when_cancelled(stream.cancel)
        end = stream.result()
        return _usable(end.text) if end.stop_reason is StopReason.FINISHED else ""


def _usable(text: str) -> str:
    """Returns what a model wrote as a title; "" where it wrote something else."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if len(lines) != 1:
        return ""  # an answer, or a list to choose from
    words = _LABEL.sub("", _MARKS.sub("", lines[0]).strip(_QUOTES)).strip(_QUOTES).strip()
    return title_of(words.rstrip(".")) if len(words.split()) <= _MOST_WORDS else ""


def _cut(words: str) -> str:
    if len(words) <= _MOST_CHARACTERS:
        return words.rstrip(" ,;:.")
    start, space, _ = words[: _MOST_CHARACTERS + 1].rpartition(" ")
    kept = start if space and len(start) > _MOST_CHARACTERS // 2 else words[:_MOST_CHARACTERS]
    return f"{kept.rstrip(' ,;:.')}…"
