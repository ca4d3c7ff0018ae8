"""A policy of a test's: the file of the program is another one within the test's process alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_slm import policy


def set_policy(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> Path:
    """Puts a policy in force until the test ends; returns its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "policy.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
    monkeypatch.setattr(policy, "place", lambda: path)
    if os.name == "posix":
        monkeypatch.setattr(policy, "_ADMINISTRATOR", os.getuid())
    monkeypatch.setattr(policy, "current", _fresh())
    return path


def _fresh() -> object:
    """Returns what reads the policy anew, with a memory that goes with the test."""
    from functools import cache

    return cache(lambda: policy.load(policy.place()))
