"""An assistant as plain named values, the form of its file and of its row; read back strictly.

Every value that comes in is checked here and nowhere else: its type, its length, what it may be.
Unknown names are left out, so that files of later versions with more in them can be read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.assistants.personas.assistant import (
    ICONS,
    USUAL_SAMPLING,
    Assistant,
    Example,
    tidy,
    tidy_line,
)
from desktop_slm.engine.protocol import Sampling

FORM = 1
MOST_NAME = 60
MOST_LINE = 200
MOST_NOTE = 600
MOST_INSTRUCTIONS = 8_000
MOST_EXAMPLES = 8
MOST_EXAMPLE = 4_000
MOST_DOCUMENTS = 10
MOST_DOCUMENT_TEXT = 500_000  # of all documents together
# What a file may set of how words are chosen, from and to.
_RANGES: Mapping[str, tuple[float, float]] = {
    "temperature": (0.0, 2.0),
    "top_p": (0.01, 1.0),
    "min_p": (0.0, 1.0),
    "repeat_penalty": (1.0, 2.0),
    "top_k": (0, 1000),
}


class Unfit(ValueError):
    """The values are no assistant; the message says why, in words for a person."""


class NewerForm(ValueError):
    """The values are of a form that this version does not know."""


def to_fields(assistant: Assistant) -> dict[str, Any]:
    """Returns the values that others get: what is the usual is left out, and so is the adapter,
    which is a file of this computer."""
    values: dict[str, Any] = {"form": FORM, "name": assistant.name, "icon": assistant.icon}
    for name in ("about", "instructions", "note", "model"):
        if text := getattr(assistant, name):
            values[name] = text
    sampling = {
        name: getattr(assistant.sampling, name)
        for name in _RANGES
        if getattr(assistant.sampling, name) != getattr(USUAL_SAMPLING, name)
    }
    if sampling:
        values["sampling"] = sampling
    if assistant.examples:
        values["example"] = [
            {"question": each.question, "answer": each.answer} for each in assistant.examples
        ]
    if assistant.documents:
        values["document"] = [
            {"name": each.name, "text": each.text, "pages": each.pages}
            for each in assistant.documents
        ]
    return values


def from_fields(values: Mapping[str, Any]) -> Assistant:
    """Returns the assistant. Raises Unfit, NewerForm."""
    form = values.get("form")
    if type(form) is not int or form < 1:
        raise Unfit("it does not begin as such a file does")
    if form > FORM:
        raise NewerForm
    name = tidy_line(_text(values, "name", MOST_NAME))
    if not name:
        raise Unfit("it has no name")
    icon = _text(values, "icon", MOST_NAME)
    return Assistant(
        name=name,
        about=tidy_line(_text(values, "about", MOST_LINE)),
        icon=icon if icon in ICONS else ICONS[0],
        instructions=tidy(_text(values, "instructions", MOST_INSTRUCTIONS)),
        note=tidy_line(_text(values, "note", MOST_NOTE)),
        model=tidy_line(_text(values, "model", MOST_LINE)),
        sampling=_sampling(values.get("sampling", {})),
        examples=_examples(_tables(values, "example", MOST_EXAMPLES)),
        documents=_documents(_tables(values, "document", MOST_DOCUMENTS)),
    )


def to_row(assistant: Assistant) -> dict[str, Any]:
    """Returns the values that are stored on this computer."""
    values = to_fields(assistant)
    return {**values, "adapter": assistant.adapter} if assistant.adapter else values


def from_row(values: Mapping[str, Any]) -> Assistant:
    """Returns a stored assistant. Raises Unfit, NewerForm."""
    return replace(from_fields(values), adapter=str(values.get("adapter", "")))


def _text(values: Mapping[str, Any], name: str, most: int) -> str:
    text = values.get(name, "")
    if not isinstance(text, str):
        raise Unfit(f"“{name}” is not a text")
    if len(text) > most:
        raise Unfit(f"“{name}” is longer than {most:,} characters")
    return text


def _tables(values: Mapping[str, Any], name: str, most: int) -> Sequence[Mapping[str, Any]]:
    tables = values.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise Unfit(f"“{name}” is not a list")
    if len(tables) > most:
        raise Unfit(f"it has more than {most} of “{name}”")
    return tables


def _sampling(values: object) -> Sampling:
    if not isinstance(values, dict):
        raise Unfit("“sampling” is not a table")
    chosen: dict[str, Any] = {}
    for name, (least, most) in _RANGES.items():
        value = values.get(name)
        if value is None:
            continue
        if type(value) not in (int, float) or not least <= value <= most:
            raise Unfit(f"“{name}” is not between {least:g} and {most:g}")
        chosen[name] = int(value) if name == "top_k" else float(value)
    return replace(USUAL_SAMPLING, **chosen)


def _examples(tables: Sequence[Mapping[str, Any]]) -> tuple[Example, ...]:
    found = (
        Example(
            tidy(_text(each, "question", MOST_EXAMPLE)), tidy(_text(each, "answer", MOST_EXAMPLE))
        )
        for each in tables
    )
    return tuple(each for each in found if each.question and each.answer)


def _documents(tables: Sequence[Mapping[str, Any]]) -> tuple[Attachment, ...]:
    found = []
    for each in tables:
        pages = each.get("pages", 0)
        found.append(
            Attachment(
                name=tidy_line(_text(each, "name", MOST_LINE)) or "text",
                text=tidy(_text(each, "text", MOST_DOCUMENT_TEXT)),
                pages=pages if type(pages) is int and 0 <= pages < 1_000_000 else 0,
            )
        )
    if sum(len(each.text) for each in found) > MOST_DOCUMENT_TEXT:
        raise Unfit(f"its documents have more than {MOST_DOCUMENT_TEXT:,} characters")
    return tuple(found)
