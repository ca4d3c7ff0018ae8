"""The list of downloads, the record of connections, and which models a repository has."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm.errors import RepoGated
from desktop_slm.models.download_list import DownloadList, State
from desktop_slm.models.remote import RemoteFile, Repository
from desktop_slm.models.wanted import Wanted, models_of

_AT = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)


def _wanted(letter: str = "a") -> Wanted:
    return Wanted("a/b", "main", (RemoteFile("m.gguf", 5, letter * 64),), "mit", True)


def _list(tmp_path: Path) -> DownloadList:
    return DownloadList(tmp_path / "downloads.json", lambda: _AT)


def test_the_list_survives_and_keeps_order_state_and_error(tmp_path: Path) -> None:
    _list(tmp_path).put(_wanted("a"), State.RUNNING)
    _list(tmp_path).put(_wanted("b"), State.PAUSED)
    _list(tmp_path).put(_wanted("a"), State.FAILED, RepoGated(repo="a/b"))
    found = _list(tmp_path).load()
    assert [(each.wanted, each.state) for each in found] == [
        (_wanted("a"), State.FAILED),
        (_wanted("b"), State.PAUSED),
    ]
    assert str(found[0].error) == str(RepoGated(repo="a/b"))
    _list(tmp_path).remove("a" * 64)
    assert [each.key for each in _list(tmp_path).load()] == ["b" * 64]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry.pop("wanted"),
        lambda entry: entry.update(state="flying"),
        lambda entry: entry["wanted"].update(files=[]),
        lambda entry: entry["wanted"]["files"][0].update(sha256="../../x"),
        lambda entry: entry["wanted"]["files"][0].update(more=1),
        lambda entry: entry.update(added_at=5),
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out(
    tmp_path: Path, spoil: Callable[[dict[str, object]], object]
) -> None:
    stored = _list(tmp_path)
    stored.put(_wanted("a"), State.PAUSED)
    stored.put(_wanted("b"), State.PAUSED)
    path = tmp_path / "downloads.json"
    content = json.loads(path.read_text())
    spoil(content["downloads"][0])
    path.write_text(json.dumps(content))
    assert [each.key for each in _list(tmp_path).load()] == ["b" * 64]


def test_an_error_that_nobody_could_say_is_left_out(tmp_path: Path) -> None:
    _list(tmp_path).put(_wanted(), State.FAILED, RepoGated(repo="a/b"))
    path = tmp_path / "downloads.json"
    path.write_text(path.read_text().replace('"repo": "a/b"\n      }', '"x": "a/b"\n      }'))
    content = json.loads(path.read_text())
    content["downloads"][0]["error"]["fields"] = {}
    path.write_text(json.dumps(content))
    assert _list(tmp_path).load()[0].error is None


def test_the_models_of_a_repository_are_whole_and_none_is_a_projector() -> None:
    def file(name: str, size: int = 1) -> RemoteFile:
        return RemoteFile(name, size, "a" * 64)

    repository = Repository(
        "a/b",
        "main",
        "mit",
        False,
        (
            file("big-Q8_0.gguf", 8),
            file("mmproj-F16.gguf"),
            file("Q4/x-00002-of-00002.gguf", 2),
            file("Q4/x-00001-of-00002.gguf", 2),
            file("lost-00001-of-00003.gguf", 1),
            file("small-Q4_0.gguf", 3),
        ),
    )
    found = [[each.file for each in files] for files in models_of(repository)]
    assert found == [
        ["small-Q4_0.gguf"],
        ["Q4/x-00001-of-00002.gguf", "Q4/x-00002-of-00002.gguf"],
        ["big-Q8_0.gguf"],
    ]
