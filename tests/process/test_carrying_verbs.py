"""`desktop-slm models export`, `import` and `remove`, as a script calls them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.fakes.model_files import write_adapter, write_model
from tests.process.cli_runs import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


def test_a_model_goes_to_another_computer_and_is_verified_there(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = write_model(tmp_path / "data" / "models" / "a-Q4_0.gguf")
    stick = tmp_path / "stick"
    told = terminal.run("models", "export", stick, "--json")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert told.json["models"][0]["files"] == [
        {"file": "a-Q4_0.gguf", "size_bytes": path.stat().st_size, "sha256": sha256}
    ]
    there = Terminal(tmp_path / "there")
    added = there.run("models", "import", stick, "--json").json
    assert added == [
        {
            "id": "a-q4-0",
            "name": "a",
            "path": str(tmp_path / "there" / "models" / "a-Q4_0.gguf"),
            "new": True,
        }
    ]
    (listed,) = [m for m in there.run("models", "list", "--json").json if not m["practice"]]
    assert (listed["file"], listed["sha256"]) == ("verified", sha256)
    again = there.run("models", "import", stick)
    assert (again.status, again.output) == (0, "")
    assert "is the same file as “a”, which is on the list already" in again.errors


def test_a_damaged_file_is_not_imported(terminal: Terminal, tmp_path: Path) -> None:
    write_model(tmp_path / "data" / "models" / "a.gguf")
    stick = tmp_path / "stick"
    assert terminal.run("models", "export", stick, "a").status == 0
    with (stick / "a.gguf").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"X")
    there = Terminal(tmp_path / "there")
    told = there.run("models", "import", stick, "--move")
    assert (told.status, told.output) == (1, "")
    assert "has to be" in told.errors
    assert (stick / "a.gguf").exists()


def test_a_folder_of_files_is_used_where_it_lies_and_what_is_none_is_said(
    terminal: Terminal, tmp_path: Path
) -> None:
    write_model(tmp_path / "mine" / "a.gguf")
    write_adapter(tmp_path / "mine" / "b.gguf")
    told = terminal.run("models", "import", tmp_path / "mine")
    assert told.status == 1
    assert told.output == "a\ta\n"
    assert "“b.gguf” is an adapter" in told.errors
    listed = terminal.run("models", "list", "--json").json
    assert [m["place"] for m in listed if not m["practice"]] == ["in place"]


def test_remove_erases_what_is_in_the_folder_and_spares_what_is_not(
    terminal: Terminal, tmp_path: Path
) -> None:
    inside = write_model(tmp_path / "data" / "models" / "inside.gguf")
    outside = write_model(tmp_path / "outside.gguf", texts={"general.name": "other"})
    assert terminal.run("models", "import", outside).status == 0
    told = terminal.run("models", "remove", "inside", "outside", "--json")
    assert [each["erased"] for each in told.json] == [True, False]
    assert (inside.exists(), outside.exists()) == (False, True)
    assert [m["id"] for m in terminal.run("models", "list", "--json").json] in ([], ["practice"])
    told = terminal.run("models", "remove", "practice")
    assert told.status == 1
    assert "There is no model “practice”" in told.errors


def test_what_vanished_and_what_changed_is_said(terminal: Terminal, tmp_path: Path) -> None:
    path = write_model(tmp_path / "outside.gguf")
    assert terminal.run("models", "import", path).status == 0
    assert terminal.run("models", "verify", "outside").status == 0
    write_model(path, texts={"general.name": "other"})
    assert "CHANGED since it was verified" in terminal.run("models", "list").output
    path.unlink()
    assert f"no longer at {path}" in terminal.run("models", "list").errors
