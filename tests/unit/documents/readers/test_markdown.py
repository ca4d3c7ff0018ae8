from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.documents.document import BlockKind
from tests.fakes.reading import blocks, read_here


def _text(folder: Path, text: str) -> str:
    return read_here(folder, text, "a.md").pages[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* **c** `d` [e](http://f) ![g](h)\ni  \nj", "a b c d e g i\nj"),
        ("- a\n  - b\n- c\n", "- a\n  - b\n- c"),
        ("3. a\n4. b\n", "3. a\n4. b"),
        ("| a | b |\n|---|---|\n| c | *d* |\n", "| a | b |\n| c | d |"),
        ("```py\nx = 1\n  y\n```\n", "x = 1\n  y"),
        ("> quoted\n> text\n", "quoted text"),
        ("a\n\n<div>b <b>c</b></div>\n\nd", "a\n\nb c\n\nd"),
        ("text[^1]\n\n[^1]: http://note\n", "text[^1]\n\n[^1]: http://note"),
        ("2 \\* 3 &amp; 4", "2 * 3 & 4"),
    ],
)
def test_marks_are_taken_off(tmp_path: Path, text: str, expected: str) -> None:
    assert _text(tmp_path, text) == expected


def test_headings_make_sections(tmp_path: Path) -> None:
    document = read_here(tmp_path, "# T\n\nintro\n\nOne *x*\n---\n\n### a\n\n## Two\n", "a.md")
    assert [page.label for page in document.pages] == ["T", "One x", "Two"]
    assert [(found.level, found.title) for found in document.headings] == [
        (1, "T"),
        (2, "One x"),
        (3, "a"),
        (2, "Two"),
    ]


def test_front_matter_is_what_it_says(tmp_path: Path) -> None:
    text = '---\ntitle: "The title"\nauthor: Ann\nlang: de\ntags: [x]\n---\n# H\n'
    document = read_here(tmp_path, text, "a.md")
    assert (document.title, document.author, document.language) == ("The title", "Ann", "de")
    assert document.pages[0].text == "H"


def test_code_is_marked(tmp_path: Path) -> None:
    document = read_here(tmp_path, "a\n\n    code\n", "a.md")
    assert blocks(document, BlockKind.CODE) == ["code"]


@pytest.mark.parametrize("text", [">" * 5_000 + "x", "[" * 20_000 + "x", "*" * 20_000 + "x"])
def test_towers_end_in_text(tmp_path: Path, text: str) -> None:
    assert _text(tmp_path, f"before\n\n{text}\n\nafter").endswith("after")
