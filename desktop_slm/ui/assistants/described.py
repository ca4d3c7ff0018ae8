"""An assistant in plain words: everything that it is told and holds, to be read before it is used.

Very long lines are broken for the eye: a box takes seconds over a line of a megabyte.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_slm.ui.assistants import freedom

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_slm.assistants.personas.assistant import Assistant

_MOST_LINE = 1_000


def everything(assistant: Assistant, models: Collection[str]) -> str:
    """Returns all of it; `models` are the ids of those on this computer."""
    tr = QCoreApplication.translate
    parts = [
        (tr("Described", "Name"), assistant.name),
        (tr("Described", "What it is for"), assistant.about),
        (tr("Described", "What it is told"), assistant.instructions),
        (tr("Described", "What it can and cannot do"), assistant.note),
        (tr("Described", "Model"), _model(assistant, models)),
        (tr("Described", "How freely it writes"), freedom.words(assistant.sampling)),
    ]
    for number, example in enumerate(assistant.examples, 1):
        parts += [
            (tr("Described", "Example {number}, question").format(number=number), example.question),
            (tr("Described", "Example {number}, answer").format(number=number), example.answer),
        ]
    for document in assistant.documents:
        name = tr("Described", "Document that it always has: {name}").format(name=document.name)
        parts.append((name, document.text))
    if assistant.adapter:
        parts.append((tr("Described", "Adapter"), assistant.adapter))
    shown = (f"{name.upper()}\n{_broken(text)}" for name, text in parts if text)
    return "\n\n".join(shown)


def _model(assistant: Assistant, models: Collection[str]) -> str:
    tr = QCoreApplication.translate
    if not assistant.model:
        return tr("Described", "The one that you have chosen")
    if assistant.model in models:
        return assistant.model
    words = tr("Described", "{model}. It is not on this computer: the one you have chosen answers.")
    return words.format(model=assistant.model)


def _broken(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        short = len(line) <= _MOST_LINE
        lines += [line] if short else textwrap.wrap(line, _MOST_LINE, drop_whitespace=False)
    return "\n".join(lines)
