from __future__ import annotations

import struct
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.source import open_source
from tests.fakes.documents import zipped


def _archive(folder: Path, data: bytes) -> Archive:
    (folder / "a.zip").write_bytes(data)
    return Archive(open_source(str(folder / "a.zip"), ReadLimits()).data, "a.zip")


def test_members_are_read_by_name(tmp_path: Path) -> None:
    archive = _archive(tmp_path, zipped({"../a/../b": "words"}))
    assert archive.read("../a/../b") == b"words"
    assert archive.read("none") == b""
    assert "none" not in archive


def test_a_bomb_is_refused_by_what_comes_out_of_it(tmp_path: Path) -> None:
    data = bytearray(zipped({"a": "0" * 20_000_000}))
    # Both headers say that the member is small.
    for place in (data.find(b"PK\x03\x04") + 22, data.find(b"PK\x01\x02") + 24):
        assert struct.unpack_from("<I", data, place) == (20_000_000,)
    with pytest.raises(errors.FileTooLarge):
        _archive(tmp_path, bytes(data)).read("a")


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.FileTooLarge):
        _archive(tmp_path, zipped({str(number): "" for number in range(10_001)}))


def test_an_encrypted_member_asks_for_the_password(tmp_path: Path) -> None:
    data = bytearray(zipped({"a": "words"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(errors.PasswordNeeded):
        _archive(tmp_path, bytes(data)).read("a")


def test_a_broken_member_is_damage_of_a_part(tmp_path: Path) -> None:
    data = bytearray(zipped({"a": "words that are compressed " * 50}))
    data[40] ^= 0xFF
    with pytest.raises(PartDamaged):
        _archive(tmp_path, bytes(data)).read("a")


def test_what_is_no_archive_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(errors.DamagedFile):
        _archive(tmp_path, b"PK\x03\x04 and nothing else")
