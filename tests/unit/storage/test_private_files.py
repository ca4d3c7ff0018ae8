from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from desktop_slm.errors import DiskFull, FolderUnwritable
from desktop_slm.storage.private_files import (
    make_private_file,
    make_private_folder,
    write_private,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_replaced_whole_and_for_this_account_alone(tmp_path: Path) -> None:
    write_private(tmp_path / "a", b"old")
    write_private(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a"]
    assert os.name != "posix" or mode(tmp_path / "a") == 0o600


def test_a_write_that_fails_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_private(tmp_path / "a", b"old")

    def fail(handle: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DiskFull):
        write_private(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_new_folder_is_private_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "new" / "data")
    assert mode(tmp_path / "new" / "data") == 0o700
    (tmp_path / "old").mkdir()
    (tmp_path / "old").chmod(0o755)
    make_private_folder(tmp_path / "old")
    assert mode(tmp_path / "old") == 0o755


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_file_that_others_may_read_is_made_private(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"kept")
    (tmp_path / "a").chmod(0o666)
    make_private_file(tmp_path / "a")
    assert (mode(tmp_path / "a"), (tmp_path / "a").read_bytes()) == (0o600, b"kept")


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnwritable):
        make_private_folder(tmp_path / "file" / "data")
