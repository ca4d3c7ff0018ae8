"""The assistants that come with the app: files of `resources/assistants`, each in two languages.

A file has its English values and a table for every other language; `in_language` lays one over
the other.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources

from desktop_slm.assistants.personas.assistant import GENERAL, Assistant
from desktop_slm.assistants.personas.fields import from_fields

KEYS = (
    *(GENERAL, "writer", "editor", "explain", "contract"),
    *("medical", "finance", "study", "code", "minutes"),
)
LANGUAGES = ("en", "de")


def text(name: str) -> str:
    """Returns one of the files."""
    folder = resources.files("desktop_slm.resources") / "assistants"
    return (folder / f"{name}.toml").read_text(encoding="utf-8")


@cache
def in_language(key: str, language: str = "en") -> Assistant:
    """Returns one of them, in English where the language is not there. Reads a file once."""
    values = tomllib.loads(text(key))
    return replace(from_fields({**values, **values.get(language, {})}), key=key)


def all_in(language: str = "en") -> tuple[Assistant, ...]:
    """Returns all, in the order in which they are offered."""
    return tuple(in_language(key, language) for key in KEYS)


def general(language: str = "en") -> Assistant:
    """Returns the one that answers where no other was chosen."""
    return in_language(GENERAL, language)
