"""What words on the command line mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.cli.parser import parse


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "lease.pdf"
    path.touch()
    return str(path)


def test_nothing_means_the_window() -> None:
    arguments = parse([])
    assert (arguments.verb, arguments.files, arguments.offline) == (None, [], False)


def test_files_mean_the_window_with_them(file: str) -> None:
    assert parse([file, file]).files == [file, file]
    arguments = parse(["--data-dir", "data", "--offline", file])
    assert (arguments.verb, arguments.files) == (None, [file])
    assert (arguments.data_dir, arguments.offline) == ("data", True)


@pytest.mark.parametrize(
    "words", [["--data-dir", "d", "chat", "Hi"], ["chat", "Hi", "--data-dir", "d"]]
)
def test_shared_options_stand_before_or_after_the_verb(words: list[str]) -> None:
    arguments = parse(words)
    assert (arguments.verb, arguments.prompt, arguments.data_dir) == ("chat", "Hi", "d")


def test_a_verb_is_no_file_even_where_one_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("chat").touch()
    assert parse(["chat", "Hello"]).verb == "chat"


@pytest.mark.parametrize(
    "words", [["no such file"], ["chat", "--max-tokens", "0"], ["read"], ["--nonsense"]]
)
def test_what_is_not_understood_ends_with_status_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(words)
    assert ended.value.code == 2
