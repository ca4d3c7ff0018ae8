from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from desktop_slm.errors import FolderUnwritable
from desktop_slm.storage.instance import WindowInstance
from desktop_slm.storage.locks import FileLock, is_held
from desktop_slm.storage.sessions import Sessions


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "a"), FileLock(tmp_path / "a")
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release(remove=True)
    assert not (tmp_path / "a").exists()


def test_asking_does_not_take_the_lock(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "a")
    lock = FileLock(tmp_path / "a")
    assert lock.acquire()
    assert is_held(tmp_path / "a")
    lock.release()
    assert not is_held(tmp_path / "a")


def test_the_lock_of_a_removed_file_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process tidies up between opening the file and locking it."""
    path = tmp_path / "a"
    opened: list[int] = []

    def open_and_lose(*arguments: object) -> int:
        handle = real_open(*arguments)  # type: ignore[arg-type]
        if not opened:
            path.unlink()
        opened.append(handle)
        return handle

    real_open = os.open
    monkeypatch.setattr(os, "open", open_and_lose)
    lock = FileLock(path)
    assert lock.acquire()
    monkeypatch.undo()
    assert len(opened) == 2 and is_held(path)
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="flock is POSIX")
def test_where_there_are_no_locks_everybody_is_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int, kind: int) -> None:
        raise OSError(errno.ENOTSUP, "not here")

    monkeypatch.setattr("fcntl.flock", refuse)
    lock = FileLock(tmp_path / "a")
    assert lock.acquire()
    assert not is_held(tmp_path / "a")
    lock.release()


def test_one_window_per_folder(tmp_path: Path) -> None:
    first, second = WindowInstance(tmp_path / "data"), WindowInstance(tmp_path / "data")
    assert not first.is_taken()
    assert first.take()
    assert second.is_taken() and not second.take()
    first.release()
    assert second.take()
    second.release()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnwritable):
        WindowInstance(tmp_path / "file" / "data").take()


def test_sessions_know_each_other(tmp_path: Path) -> None:
    one, two = Sessions(tmp_path / "s"), Sessions(tmp_path / "s")
    assert not one.were_there()
    assert not one.begin()
    assert not two.begin()
    assert one.is_alive(two.id) and two.is_alive(one.id) and one.is_alive(one.id)
    assert not one.is_alive("0123")
    two.end()
    assert not one.is_alive(two.id)
    one.end()
    assert list((tmp_path / "s").iterdir()) == []


def test_a_session_that_ended_badly_is_told_once(tmp_path: Path) -> None:
    bad = Sessions(tmp_path)
    bad.begin()
    bad.end(properly=False)
    after, later = Sessions(tmp_path), Sessions(tmp_path)
    assert after.begin()
    assert not later.begin()
    after.end()
    later.end()


def test_a_folder_without_locks_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "s").touch()  # a file where the folder should be
    session = Sessions(tmp_path / "s")
    assert not session.begin()
    assert session.is_alive(session.id)
    assert not session.is_alive("other")
    session.end()
