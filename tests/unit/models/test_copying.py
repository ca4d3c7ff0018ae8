"""Copies that are whole or not there."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from desktop_slm.errors import (
    CarriedDiffers,
    CopyDiffers,
    CopyFailed,
    DesktopSlmError,
    FileTooBigForDisk,
    ModelsFolderUnwritable,
    NoRoomForModel,
    SourceChanged,
)
from desktop_slm.models import copying
from desktop_slm.models.copying import Meter, Progress

CONTENT = bytes(range(256)) * 40_000  # 10 MB: more than two pieces


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "from" / "a.gguf"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    os.utime(path, ns=(5_000_000_000, 5_000_000_000))
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "to" / "deep" / "a.gguf"


def _silent() -> Meter:
    return Meter(1, lambda progress: None)


def _left(target: Path) -> list[Path]:
    return list(target.parent.iterdir()) if target.parent.is_dir() else []


def test_a_copy_has_the_bytes_and_the_time_of_its_original(source: Path, target: Path) -> None:
    found = copying.copy(source, target, _silent())
    assert found == hashlib.sha256(CONTENT).hexdigest()
    assert target.read_bytes() == CONTENT
    assert target.stat().st_mtime_ns == 5_000_000_000
    assert _left(target) == [target]


def test_progress_counts_every_byte_twice_and_ends_at_the_whole(source: Path, target: Path) -> None:
    told: list[Progress] = []
    copying.copy(source, target, Meter(copying.READINGS * len(CONTENT), told.append))
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert (told[0].share, told[-1].share) == (0.0, 1.0)
    assert told[-1].done == 2 * len(CONTENT)
    assert told[-1].name == "a.gguf"


def test_a_copy_that_is_stopped_leaves_nothing(source: Path, target: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.done > len(CONTENT) // 2:
            raise Stopped

    with pytest.raises(Stopped):
        copying.copy(source, target, Meter(2 * len(CONTENT), stop))
    assert _left(target) == []
    assert source.read_bytes() == CONTENT


def test_a_copy_of_another_fingerprint_is_not_kept(source: Path, target: Path) -> None:
    with pytest.raises(CarriedDiffers):
        copying.copy(source, target, _silent(), wanted="0" * 64)
    assert _left(target) == []


def test_what_the_disk_gives_back_differently_is_not_kept(source: Path, target: Path) -> None:
    def spoil(progress: Progress) -> None:
        staging = copying.staging_of(target)
        if progress.done == len(CONTENT):
            with staging.open("r+b") as file:
                file.write(b"X")

    with pytest.raises(CopyDiffers):
        copying.copy(source, target, Meter(2 * len(CONTENT), spoil))
    assert _left(target) == []


def test_an_original_that_changes_meanwhile_is_not_copied(source: Path, target: Path) -> None:
    def change(progress: Progress) -> None:
        if progress.done == len(CONTENT):
            os.utime(source, ns=(6_000_000_000, 6_000_000_000))

    with pytest.raises(SourceChanged):
        copying.copy(source, target, Meter(2 * len(CONTENT), change))
    assert _left(target) == []


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NoRoomForModel),
        (errno.EFBIG, FileTooBigForDisk),
        (errno.EROFS, ModelsFolderUnwritable),
        (errno.EIO, CopyFailed),
    ],
)
def test_the_system_s_refusals_have_their_own_sentences(
    source: Path,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: type[DesktopSlmError],
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind) as caught:
        copying.copy(source, target, _silent())
    assert "{" not in str(caught.value)
    assert _left(target) == []
    assert source.read_bytes() == CONTENT


def test_room_is_asked_for_before_anything_is_written(tmp_path: Path) -> None:
    copying.require_room(tmp_path / "not" / "there", 1)
    with pytest.raises(NoRoomForModel):
        copying.require_room(tmp_path / "not" / "there", 1 << 60)


def test_only_old_staging_files_are_swept(tmp_path: Path) -> None:
    model = tmp_path / "sub" / "a.gguf"
    model.parent.mkdir()
    model.write_bytes(b"x")
    staging = copying.staging_of(model)
    staging.write_bytes(b"half")
    copying.sweep(tmp_path)
    assert staging.exists()
    copying.sweep(tmp_path, now_s=lambda: staging.stat().st_mtime + 90_000)
    assert [path.name for path in model.parent.iterdir()] == ["a.gguf"]
