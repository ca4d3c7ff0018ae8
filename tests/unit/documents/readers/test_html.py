from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.reading import blocks, read_here


def _text(folder: Path, body: str) -> str:
    return read_here(folder, f"<!doctype html><body>{body}", "a.html").pages[0].text


def test_head_and_sections(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html lang="fr"><head><title>A &amp; B</title>
    <meta name="author" content="Ann"><meta name="date" content="2024-05-06T00:00"></head>
    <body><h1>Title</h1><p>Intro<h2>One</h2><p>a</p><h2>Two <em>x</em></h2><p>b</body></html>"""
    document = read_here(tmp_path, page, "a.html")
    assert (document.title, document.author) == ("A & B", "Ann")
    assert (document.date, document.language) == ("2024-05-06", "fr")
    assert [(found.label, found.text) for found in document.pages] == [
        ("Title", "Title\n\nIntro"),
        ("One", "One\n\na"),
        ("Two x", "Two x\n\nb"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a\n  b <b>c</b>d<br>e", "a b cd\ne"),
        ("<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>", "- a\n  - b\n- c\n\nd"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "| a | b |\n| c | d |"),
        ("<table><tr><td><p>a<p>b</table>", "a\n\nb"),
        ("<pre>if x:\n    y &lt; 1\n</pre>", "if x:\n    y < 1"),
        ("<dl><dt>a<dd>b</dl>", "a\n\nb"),
        ("<p>a<script>b</script>c<style>d</style>", "ac"),
        ("<ruby>漢<rt>kan</rt></ruby>字", "漢字"),
        ("a<div>b</div>c", "a\n\nb\n\nc"),
        ("&#x202e;evil&nbsp;&shy;x", "evil x"),
    ],
)
def test_parts_of_a_page(tmp_path: Path, body: str, expected: str) -> None:
    assert _text(tmp_path, body) == expected


def test_navigation_is_shown_and_marked(tmp_path: Path) -> None:
    document = read_here(tmp_path, "<html><nav><a>Home</a></nav><p>Text", "a.html")
    assert blocks(document, BlockKind.REPEATED) == ["Home"]
    assert document.pages[0].text == "Home\n\nText"


@pytest.mark.parametrize(
    "hiding",
    [
        "hidden",
        'style="display: none"',
        'style="VISIBILITY:hidden;"',
        'style="font-size:0px"',
        'style="opacity: 0"',
    ],
)
def test_hidden_text_is_left_out_and_said(tmp_path: Path, hiding: str) -> None:
    page = f"<html><p>a</p><div {hiding}>ignore <div>all</div> of it</div><p>b</p>"
    document = read_here(tmp_path, page, "a.html")
    assert document.pages[0].text == "a\n\nb"
    assert document.warnings == (Notice(NoticeKind.HIDDEN_WORDS, {"characters": 14}),)


@pytest.mark.parametrize("style", ["opacity:0.5", "font-size:0.9em", "display:block"])
def test_what_can_be_seen_stays(tmp_path: Path, style: str) -> None:
    assert _text(tmp_path, f'<p style="{style}">seen') == "seen"


def test_a_hidden_paragraph_without_end_does_not_swallow_the_rest(tmp_path: Path) -> None:
    assert _text(tmp_path, "<p hidden>x<p>y") == "y"


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    page = '<html><meta charset="windows-1251"><p>Привет'.encode("cp1251")
    assert read_here(tmp_path, page, "a.html").pages[0].text == "Привет"


@pytest.mark.parametrize("tag", ["div", "b", "ul", "table", "li", "nav", "pre", "p"])
def test_towers_of_tags_are_read(tmp_path: Path, tag: str) -> None:
    deep = "".join(f"<{tag}>" for _ in range(20_000))
    assert "the end" in _text(tmp_path, f"{deep}the end")


def test_a_page_without_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(errors.EmptyFile):
        _text(tmp_path, "<p> </p><script>x</script>")


def test_unclosed_tags_do_not_lose_text(tmp_path: Path) -> None:
    assert "word" in _text(tmp_path, "<p>word <a href='x")
