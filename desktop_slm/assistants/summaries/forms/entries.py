"""Entries of the listing forms: the JSON that is asked for, and what an answer holds of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from desktop_slm.assistants.summaries.forms.form import Form

# Characters: an entry is a sentence, a name or a date is short. They also bound the answer.
_LONG, _SHORT = 200, 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact, action, event or question; fields that a form lacks are empty.

    `when` is as the document writes it; `head` is the question.
    """

    text: str
    head: str = ""
    who: str = ""
    when: str = ""

    @property
    def label(self) -> str:
        """What it is listed under: the question, the date, or who and when."""
        return self.head or " · ".join(part for part in (self.who, self.when) if part)

    @property
    def statement(self) -> str:
        """What the entry claims, as one text that can be looked for in the document."""
        named = f"{self.who}: {self.text}" if self.who else self.text
        return f"{self.when}: {named}" if self.when else named


# Of each form: the list's name, and its fields with the field of `Entry` that each fills.
_FIELDS: dict[Form, tuple[str, dict[str, str]]] = {
    Form.FACTS: ("facts", {"fact": "text"}),
    Form.ACTIONS: ("actions", {"action": "text", "who": "who", "when": "when"}),
    Form.TIMELINE: ("events", {"date": "when", "event": "text"}),
    Form.QUESTIONS: ("questions", {"question": "head", "answer": "text"}),
}


def schema(form: Form, most: int) -> str:
    """Returns the JSON schema of an answer with at most so many entries."""
    name, fields = _FIELDS[form]
    entry = {
        "type": "object",
        "properties": {
            field: {"type": "string", "maxLength": _SHORT if target in ("who", "when") else _LONG}
            for field, target in fields.items()
        },
        "required": list(fields),
        "additionalProperties": False,
    }
    return json.dumps(
        {
            "type": "object",
            "properties": {name: {"type": "array", "items": entry, "maxItems": most}},
            "required": [name],
            "additionalProperties": False,
        }
    )


def parse(form: Form, answer: str) -> tuple[Entry, ...] | None:
    """Returns the entries of an answer, or None where it is no such JSON."""
    name, fields = _FIELDS[form]
    try:
        listed = json.loads(answer)[name]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(listed, list):
        return None
    entries = [_entry(each, fields) for each in listed]
    return tuple(entry for entry in entries if any(map(str.isalnum, entry.text)))


def _entry(given: Any, fields: dict[str, str]) -> Entry:
    values = given if isinstance(given, dict) else {}
    return Entry(
        **{target: " ".join(str(values.get(field, "")).split()) for field, target in fields.items()}
        | ({} if "text" in fields.values() else {"text": ""})
    )
