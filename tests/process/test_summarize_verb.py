"""`desktop-slm summarize` in a process of its own, with a random model of a few layers."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from tests.process.cli_runs import Terminal

# The database's log holds the schema by then.
_DOCUMENT_BYTES = 100_000


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


def _write(path: Path, sections: int) -> Path:
    parts = [
        f"# Store {n}\n\nStore {n} opened in {1900 + n} with {n + 3} clerks. "
        + "It sold lamps. " * 20
        for n in range(1, sections + 1)
    ]
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path


def test_json_says_all_that_was_asked_read_and_found(
    terminal: Terminal, tiny_llama: Path, tmp_path: Path
) -> None:
    path = _write(tmp_path / "stores.md", 6)
    words = ("summarize", "--json", "--model", tiny_llama, "--pages", "2-4", "--words", "40")
    (made,) = terminal.run(*words, "--language", "en", "--reproducible", path).json
    assert made["coverage"] == "The model read 3 of 6 pages."
    assert made["pages_skipped"] == [{"page": n, "why": "not asked for"} for n in (1, 5, 6)]
    for item in made["summary"]:
        assert item.keys() == {"text", "label", "support", "evidence", "unknown"}
        assert item["support"] in ("full", "partial", "none")
        for found in item["evidence"]:
            assert found.keys() == {"file", "page", "start", "end", "quote", "score"}
            assert found["file"] == str(path)
    receipt = made["receipt"]
    assert receipt["documents"][0]["sha256"] == made["sha256"]
    assert receipt["documents"][0]["pages_read"] == [2, 3, 4]
    settings = receipt["settings"]
    assert (settings["words"], settings["language"], settings["reproducible"]) == (40, "en", True)
    assert receipt["plan"] == made["plan"]
    assert receipt["tokens_read"] > 0
    assert "llama-cpp-python" in receipt["engine_build"]


def test_a_folder_is_walked_and_what_cannot_be_read_is_named(
    terminal: Terminal, tiny_llama: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    (folder / "b").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    _write(folder / "b" / "second.md", 1)
    _write(folder / "a.md", 1)
    _write(folder / ".hidden" / "no.md", 1)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 no more")
    words = ("summarize", "--json", "--length", "brief", "--model", tiny_llama, folder)
    ran = terminal.run(*words)
    assert [Path(made["file"]).name for made in ran.json] == ["a.md", "second.md"]
    assert ran.status == 1
    assert "broken.pdf" in ran.errors


def test_a_summary_that_was_killed_is_gone_on_with(
    terminal: Terminal, tiny_llama: Path, tmp_path: Path
) -> None:
    path, key = _write(tmp_path / "stores.md", 12), tmp_path / "key"
    words = ("summarize", "--json", "--model", tiny_llama, "--key-file", key, "--reproducible")
    log = terminal.folder / "desktop-slm.db-wal"
    with subprocess.Popen(
        terminal.command(*words, path), stdout=subprocess.DEVNULL, env=terminal.environment()
    ) as process:
        kept = None
        while process.poll() is None:
            size = log.stat().st_size if log.exists() else 0
            if kept is not None and size > kept:
                process.kill()  # the document and a first note are stored
            if size > _DOCUMENT_BYTES:
                kept = kept or size
    assert process.returncode == -signal.SIGKILL
    (made,) = terminal.run(*words, "--resume", path).json
    (again,) = terminal.run(*words, path).json
    assert [item["text"] for item in made["summary"]] == [i["text"] for i in again["summary"]]
    assert made["passages_read"] == made["passages_total"] > 1
    assert made["seconds"] > again["seconds"]  # which found every step


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--pages", "9-3"], "first page"),
        (["--language", "klingon"], "known are en, de"),
        (["--form", "poem"], "poem"),
        (["--words", "0"], "1 or more"),
        (["--words", "9", "--length", "brief"], "not allowed with"),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage(
    terminal: Terminal, tmp_path: Path, words: list[str], part: str
) -> None:
    ran = terminal.run("summarize", *words, tmp_path / "a.md")
    assert ran.status == 2
    assert part in ran.errors
