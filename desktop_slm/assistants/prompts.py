"""The instructions that go to the models, kept as text files in `resources/prompts`."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def instruction(name: str) -> str:
    """Returns the instruction in `resources/prompts/<name>.txt`."""
    folder = resources.files("desktop_slm.resources") / "prompts"
    return (folder / f"{name}.txt").read_text(encoding="utf-8").strip()
