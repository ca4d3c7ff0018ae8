"""Titles from first words: short, on one line, without marks."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.titles import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("What is the capital?", "What is the capital?"),
        ("\n\n  ## Plan for *Oslo* **\nmore", "Plan for *Oslo"),
        ("---\nThe words", "The words"),
        ("Hello, ", "Hello"),
        ("   \n---\n", ""),
        ("word " * 40, "word word word word word word word word word…"),
        ("x" * 80, "x" * 48 + "…"),
        ("日本語の質問です", "日本語の質問です"),
    ],
)
def test_a_title_is_the_first_line_with_words(text: str, title: str) -> None:
    assert title_of(text) == title
