"""The eyes and the book-keeping of the smoke tests, without any package."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.packaging import load

pytest.importorskip("tesserocr")
screen, account = load("smoke_screen"), load("smoke_account")


def word(text: str, left: int, top: int) -> tuple[str, tuple[int, int, int, int]]:
    return text, (left, top, left + 40, top + 20)


SEEN = [
    word("Get", 0, 0),
    word("Look", 200, 0),
    word("around", 250, 2),
    word("model.", 300, 0),
    word("Import", 0, 300),
]


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        (["Get"], (20, 10)),
        (["Look", "around", "model"], (270, 10)),
        (["around", "Import"], None),
        (["get"], None),  # a word in a sentence is no button
        (["model", "Import"], None),  # the next word, and another line
    ],
)
def test_words_are_found_where_they_stand_in_one_line(
    wanted: list[str], place: tuple[int, int] | None
) -> None:
    assert screen._place(SEEN, wanted) == place


def test_a_file_that_is_no_data_and_was_not_given_is_strange(tmp_path: Path) -> None:
    for name in (".local/share/desktop-slm/desktop-slm.db", "lease.txt", ".local/bin/left-over"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    person = account.Account(None, ":0", tmp_path)

    assert person.strange_files() == {".local/bin/left-over"}
    assert person.data_files() == {".local/share/desktop-slm/desktop-slm.db"}
