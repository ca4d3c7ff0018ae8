"""Reading a stranger's file: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_slm import files
from desktop_slm.errors import FileUnreadable


def test_a_file_at_its_limit_is_read_whole_and_one_byte_more_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(b"12345")
    assert files.content_up_to(path, 5) == b"12345"
    assert files.content_up_to(path, 4) is None


@pytest.mark.parametrize("name", ["gone", "."])
def test_what_is_no_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnreadable):
        files.content_up_to(tmp_path / name, 5)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileUnreadable):
        files.content_up_to(tmp_path / "pipe", 5)
