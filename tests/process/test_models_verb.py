"""`desktop-slm models info` and `verify` for files on this computer, as a script calls them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.fakes.model_files import write_model
from tests.process.cli_runs import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


def test_info_says_what_a_file_says(terminal: Terminal, tmp_path: Path) -> None:
    path = write_model(tmp_path / "a-Q4_0.gguf", texts={"general.license": "mit"})
    told = terminal.run("models", "info", path, "--json")
    assert told.status == 0
    assert told.json["path"] == str(path)
    assert (told.json["facts"]["license"], told.json["facts"]["kind"]) == ("mit", "text")
    # It has a header and no model, which the engine's dry run says.
    assert "could not" in told.json["here"]["problem"]
    assert "license: mit" in terminal.run("models", "info", path).output


def test_verify_notes_the_first_time_and_compares_the_second(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = write_model(tmp_path / "a.gguf")
    first, second = (terminal.run("models", "verify", path, "--json").json for _ in range(2))
    assert first["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (first["compared"], second["compared"]) == (False, True)
    path.write_bytes(path.read_bytes() + b"!")
    changed = terminal.run("models", "verify", path)
    assert (changed.status, changed.output) == (1, "")
    assert "fingerprint differs" in changed.errors


@pytest.mark.parametrize("action", ["info", "verify"])
def test_what_is_no_model_gets_one_sentence(
    terminal: Terminal, tmp_path: Path, action: str
) -> None:
    (tmp_path / "text.gguf").write_text("some text that is longer than a header")
    for wanted, words in (
        (tmp_path / "text.gguf", "not a GGUF"),
        (tmp_path / "none.gguf", "not found"),
        ("no-such-id", "no model"),
    ):
        told = terminal.run("models", action, wanted)
        assert told.status == 1
        assert words in told.errors
        assert told.errors.count("\n") == 1


def test_a_repository_is_asked_for_only_by_its_name(terminal: Terminal) -> None:
    told = terminal.run("models", "info", "owner/name", "--offline")
    assert told.status == 1
    assert "offline" in told.errors
