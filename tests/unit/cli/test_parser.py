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


def test_summarize_asks_for_a_paragraph_of_all_pages_unless_told() -> None:
    plain = parse(["summarize", "a.pdf"])
    assert (plain.form, plain.length, plain.words) == ("paragraph", "standard", 0)
    assert (plain.language, plain.focus, plain.pages) == ("", "", "")
    assert not (plain.resume or plain.reproducible or plain.ocr)
    words = ["--form", "actions", "--words", "200", "--language", "German", "--pages", "1, 3-4"]
    asked = parse(["summarize", *words, "--focus", "the tenant", "--resume", "a.pdf", "b"])
    assert (asked.form, asked.words, asked.language) == ("actions", 200, "de")
    assert (asked.pages, asked.focus, asked.files) == ("1,3-4", "the tenant", ["a.pdf", "b"])
    assert asked.resume


def test_models_to_try_are_named_with_commas() -> None:
    arguments = parse(["models", "try", "a.pdf", "--models", "one, two,", "--pages", "1-3,5"])
    assert (arguments.models, arguments.pages) == (["one", "two"], "1-3,5")
    for words in (["--models", ","], ["--models", "one", "--pages", "x"], []):
        with pytest.raises(SystemExit):
            parse(["models", "try", "a.pdf", *words])
