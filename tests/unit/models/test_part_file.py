"""What comes in: hashed on the way, kept when it is cut off, moved when it is whole."""

from __future__ import annotations

import errno
import hashlib
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.errors import DownloadedElsewhere, FolderUnwritable
from desktop_slm.models.part_file import PartFile, is_full

_DATA = bytes(range(256)) * 5000


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    return tmp_path / "folder" / ".x.part"


def _take_up(part: PartFile) -> int:
    part.take_up(lambda size: None)
    return part.received


def test_bytes_in_pieces_have_the_digest_of_the_whole(staging: Path) -> None:
    with PartFile(staging, len(_DATA)) as part:
        for start in range(0, len(_DATA), 7001):
            part.write(_DATA[start : start + 7001])
        assert part.finish() == hashlib.sha256(_DATA).hexdigest()
        part.commit(staging.with_name("m.gguf"))
    assert [path.name for path in staging.parent.iterdir()] == ["m.gguf"]


def test_what_came_is_taken_up_again_with_its_hash(staging: Path) -> None:
    with PartFile(staging, len(_DATA)) as part:
        part.write(_DATA[:777_777])
    with PartFile(staging, len(_DATA)) as part:
        assert _take_up(part) == 777_777
        part.write(_DATA[777_777:])
        assert part.finish() == hashlib.sha256(_DATA).hexdigest()


def test_a_part_that_is_longer_than_the_file_is_thrown_away(staging: Path) -> None:
    with PartFile(staging, len(_DATA)) as part:
        part.write(_DATA)
    with PartFile(staging, len(_DATA) - 1) as part:
        assert _take_up(part) == 0
    assert not staging.exists()


def test_nothing_that_came_leaves_nothing(staging: Path) -> None:
    with PartFile(staging, 10):
        assert staging.exists()
    assert not staging.exists()


def test_a_full_disk_counts_what_was_written(
    staging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with PartFile(staging, len(_DATA)) as part:
        part._file = _Full(part._file, room=100_000)  # type: ignore[assignment]
        with pytest.raises(OSError, match="No space") as caught:
            part.write(_DATA)
        assert is_full(caught.value) and part.received == 100_000
        assert part.finish() == hashlib.sha256(_DATA[:100_000]).hexdigest()


class _Full:
    """A file on a disk with so much room."""

    def __init__(self, file: Any, room: int) -> None:
        self._file = file
        self._room = room

    def write(self, data: memoryview) -> int:
        if self._room == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = int(self._file.write(data[: min(self._room, 30_000)]))
        self._room -= written
        return written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@pytest.mark.skipif(sys.platform == "win32", reason="locks are of another kind there")
def test_a_second_writer_is_refused(staging: Path) -> None:
    with PartFile(staging, 10) as part:
        part.write(b"x")
        with pytest.raises(DownloadedElsewhere):
            PartFile(staging, 10)
    assert staging.read_bytes() == b"x"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"")
    with pytest.raises(FolderUnwritable):
        PartFile(tmp_path / "folder" / ".x.part", 10)
