"""What is asked of a passage and of findings, and what an answer about a passage holds."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop_slm.assistants.prompts import instruction
from desktop_slm.assistants.summaries.language import LANGUAGES, detect
from desktop_slm.assistants.summaries.notes import NoteTask
from desktop_slm.assistants.summaries.sizes import Size, Sizes

_LONGEST_FINDING = 240  # characters; it also bounds the answer
_TOKENS_A_FINDING, _TOKENS_OF_JSON = 75, 24
_FINDINGS = 4
# A passage's findings, findings joined on the way, the answer.
SIZES = Sizes(
    note=Size(_FINDINGS, _FINDINGS * _TOKENS_A_FINDING + _TOKENS_OF_JSON),
    join=Size(8, 320),
    final=Size(5, 240),
)


@dataclass(frozen=True, slots=True)
class AskInstructions:
    """Writes the tasks of one question. The question is the person's; texts are data."""

    question: str

    def read(self) -> NoteTask:
        """Returns what is asked of a passage."""
        text = instruction("ask_passage").format(question=self._one_line(), amount=_FINDINGS)
        return NoteTask(text, SIZES.note.tokens, _SCHEMA, _is_usable)

    def join(self, size: Size) -> NoteTask:
        """Returns what is asked of findings."""
        text = instruction("ask_join").format(
            question=self._one_line(),
            language=LANGUAGES.get(detect(self.question), "the language of the question"),
            amount=size.sentences,
        )
        return NoteTask(text, size.tokens)

    def _one_line(self) -> str:
        return " ".join(self.question.split())


def findings_of(answer: str) -> tuple[str, ...] | None:
    """Returns the findings in an answer, none for a passage without; None where it is no JSON."""
    try:
        found = json.loads(answer)
        is_relevant, findings = found["relevant"], found["findings"]
    except (ValueError, KeyError, TypeError):
        return None
    if type(is_relevant) is not bool or not isinstance(findings, list):
        return None
    if not is_relevant:
        return ()
    texts = (" ".join(str(each).split()) for each in findings)
    return tuple(dict.fromkeys(text for text in texts if any(map(str.isalnum, text))))


def _is_usable(answer: str) -> bool:
    return findings_of(answer) is not None


_SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {
            "relevant": {"type": "boolean"},
            "findings": {
                "type": "array",
                "items": {"type": "string", "maxLength": _LONGEST_FINDING},
                "maxItems": _FINDINGS,
            },
        },
        "required": ["relevant", "findings"],
        "additionalProperties": False,
    }
)
