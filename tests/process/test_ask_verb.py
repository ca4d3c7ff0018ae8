"""`desktop-slm ask` and `summarize --digest` in a process of their own, with a tiny model."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.sets import LOWERED, RENT, SOUP
from tests.process.cli_runs import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in (("lease.md", RENT), ("addendum.txt", LOWERED), ("menu.txt", SOUP)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def test_json_says_which_files_were_read_how_and_what_failed(
    terminal: Terminal, tiny_llama: Path, papers: Path
) -> None:
    words = ("ask", "How many rents are there?", papers, "--json", "--model", tiny_llama)
    ran = terminal.run(*words, "--key-file", papers.parent / "key")
    assert ran.status == 1  # one file could not be read
    answer = ran.json
    names = ["addendum.txt", "lease.md", "menu.txt"]
    assert [Path(each["file"]).name for each in answer["documents"]] == names
    assert [Path(each["file"]).name for each in answer["failed"]] == ["empty.txt"]
    assert (answer["approach"], answer["why"]) == ("whole", "the question asks for a number")
    assert answer["count"] == len(answer["answer"])
    assert not answer["vectors"]
    for each in answer["documents"]:
        assert each["whole"] == (each["passages_read"] == each["passages"] == 1)
        for finding in each["findings"]:
            assert finding.keys() == {"text", "label", "support", "evidence", "unknown"}
            assert all(place["file"] == each["file"] for place in finding["evidence"])


def test_the_text_says_what_was_read(terminal: Terminal, tiny_llama: Path, papers: Path) -> None:
    (papers / "empty.txt").unlink()
    ran = terminal.run("ask", "What is the rent?", papers, "--passages", "--model", tiny_llama)
    assert ran.status == 0
    assert "menu.txt, where no passage fits the question" in ran.output


def test_whole_and_passages_exclude_each_other(terminal: Terminal, papers: Path) -> None:
    assert terminal.run("ask", "What?", papers, "--whole", "--passages").status == 2


def test_a_question_without_words_is_refused(
    terminal: Terminal, tiny_llama: Path, papers: Path
) -> None:
    ran = terminal.run("ask", "?!", papers / "lease.md", "--model", tiny_llama)
    assert ran.status == 1
    assert "mistake of its own" not in ran.errors


def test_a_digest_names_file_and_page_and_can_be_verified(
    terminal: Terminal, tiny_llama: Path, papers: Path
) -> None:
    words = ("summarize", "--digest", "--length", "brief", "--model", tiny_llama)
    ran = terminal.run(*words, papers, "--json")
    assert ran.status == 1
    digest = ran.json["digest"]
    assert digest["title"] == "addendum, lease, menu"
    assert [Path(each["file"]).name for each in digest["coverage"]][:3] == [
        "addendum.txt",
        "lease.md",
        "menu.txt",
    ]
    assert digest["coverage"][3]["file"] == "empty.txt"
    assert len(ran.json["documents"]) == 3
    files = set(digest["files"])
    for item in digest["summary"]:
        assert all(place["file"] in files for place in item["evidence"])
    export = papers.parent / "digest.md"
    (papers / "empty.txt").unlink()
    assert terminal.run(*words, papers, "--output", export).status == 0
    names = [papers / name for name in ("menu.txt", "lease.md", "addendum.txt")]
    assert terminal.run("verify", export, *names).status == 0
    names[0].write_text(SOUP.replace("Monday", "Sunday"), encoding="utf-8")
    assert terminal.run("verify", export, *names).status == 1


def test_one_document_is_no_digest(terminal: Terminal, tiny_llama: Path, papers: Path) -> None:
    ran = terminal.run("summarize", "--digest", papers / "lease.md", "--model", tiny_llama)
    assert ran.status == 1
    assert "at least two documents" in ran.errors
