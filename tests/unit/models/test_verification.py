"""Fingerprints: noted once, compared from then on; the practice model's is known."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import DiskFull, FileDiffers, FileMissing, FolderUnwritable
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.library import (
    PRACTICE_FILE,
    PRACTICE_SHA256,
    InstalledModel,
    Library,
)
from desktop_slm.models.verification import Verifications

NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


@pytest.fixture
def found(tmp_path: Path) -> paths.Paths:
    return replace(paths.find(tmp_path / "data"), starter=tmp_path / "starter")


@pytest.fixture
def verifications(found: paths.Paths) -> Verifications:
    return Verifications(found, lambda: NOW)


def _model(found: paths.Paths, name: str = "a.gguf", content: bytes = b"GGUF 1") -> InstalledModel:
    found.models.mkdir(parents=True, exist_ok=True)
    (found.models / name).write_bytes(content)
    return Library(found).models()[0]


def test_the_first_time_the_fingerprint_is_noted(
    found: paths.Paths, verifications: Verifications
) -> None:
    model = _model(found)
    assert verifications.last(model) is None
    verified = verifications.verify(model)
    assert verified.sha256 == hashlib.sha256(b"GGUF 1").hexdigest()
    assert not verified.is_compared
    assert Verifications(found, lambda: NOW).last(model) == verified


def test_the_second_time_it_is_compared(found: paths.Paths, verifications: Verifications) -> None:
    model = _model(found)
    verifications.verify(model)
    assert verifications.verify(model).is_compared


def test_a_changed_file_is_said_to_differ_and_the_note_stays(
    found: paths.Paths, verifications: Verifications
) -> None:
    model = _model(found)
    noted = verifications.verify(model)
    times = (model.path.stat().st_atime_ns, model.path.stat().st_mtime_ns)
    model.path.write_bytes(b"GGUF 2")
    os.utime(model.path, ns=times)  # the change hides behind the same size and time
    with pytest.raises(FileDiffers) as caught:
        verifications.verify(model)
    assert noted.sha256 in caught.value.details
    verifications.forget(model)
    assert not verifications.verify(model).is_compared


def test_a_file_touched_since_counts_as_not_verified(
    found: paths.Paths, verifications: Verifications
) -> None:
    model = _model(found)
    verifications.verify(model)
    os.utime(model.path, ns=(1, 1))
    assert verifications.last(model) is None


def test_all_files_of_a_divided_model_are_read(
    found: paths.Paths, verifications: Verifications
) -> None:
    found.models.mkdir(parents=True)
    (found.models / "big-00002-of-00002.gguf").write_bytes(b"GGUF second")
    model = _model(found, "big-00001-of-00002.gguf", b"GGUF first")
    shares: list[float] = []
    verified = verifications.verify(model, shares.append)
    parts = [hashlib.sha256(text).hexdigest() for text in (b"GGUF first", b"GGUF second")]
    assert verified.sha256.split() == parts
    assert shares[-1] == 1.0


def test_the_practice_model_is_compared_with_what_is_known(
    found: paths.Paths, verifications: Verifications
) -> None:
    found.starter.mkdir()
    (found.starter / PRACTICE_FILE).write_bytes(b"GGUF something else")
    (model,) = Library(found).models()
    with pytest.raises(FileDiffers) as caught:
        verifications.verify(model)
    assert PRACTICE_SHA256 in caught.value.details


def test_the_real_practice_model_is_as_it_has_to_be(
    tmp_path: Path, starter: Path, verifications: Verifications
) -> None:
    real = replace(paths.find(tmp_path / "data"), starter=starter.parent)
    (model,) = Library(real).models()
    assert verifications.verify(model).is_compared


def test_verifying_ends_when_asked(found: paths.Paths, verifications: Verifications) -> None:
    class Enough(Exception):
        pass

    def stop(share: float) -> None:
        raise Enough

    model = _model(found)
    with pytest.raises(Enough):
        verifications.verify(model, stop)
    assert verifications.last(model) is None


def test_a_vanished_file_is_missing(found: paths.Paths, verifications: Verifications) -> None:
    model = _model(found)
    model.path.unlink()
    with pytest.raises(FileMissing):
        verifications.verify(model)


@pytest.mark.parametrize("damage", ["{", "[]", '{"x": 3}', "[" * 100_000, '{"x": {"at": "no"}}'])
def test_a_damaged_note_is_no_note(
    found: paths.Paths, verifications: Verifications, damage: str
) -> None:
    found.data.mkdir(parents=True)
    (found.data / "verified.json").write_text(damage)
    model = _model(found)
    assert verifications.last(model) is None
    assert verifications.verify(model).sha256


def test_what_cannot_be_written_has_its_own_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("in the way")
    with pytest.raises(FolderUnwritable):
        JsonFile(tmp_path / "a file" / "list.json").store({})

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_slm.files.replace_content", full)
    with pytest.raises(DiskFull):
        JsonFile(tmp_path / "list.json").store({})


def test_a_change_since_the_last_time_is_noticed_before_anything_is_read(
    found: paths.Paths, verifications: Verifications
) -> None:
    model = _model(found)
    assert verifications.changed_since(model) is None
    verified = verifications.verify(model)
    assert verifications.changed_since(model) is None
    model.path.write_bytes(b"GGUF longer than before")
    assert verifications.changed_since(model) == verified


def test_what_another_app_claims_is_compared_and_a_wrong_claim_is_told(
    found: paths.Paths, verifications: Verifications
) -> None:
    model = _model(found)
    verifications.expect(model, "0" * 64)
    assert verifications.last(model) is None
    with pytest.raises(FileDiffers):
        verifications.verify(model)
    verifications.forget(model)
    verifications.expect(model, hashlib.sha256(b"GGUF 1").hexdigest())
    assert verifications.verify(model).is_compared
    verifications.expect(model, "0" * 64)  # what was read counts more
    assert verifications.verify(model).is_compared


def test_another_file_with_the_same_bytes_is_known_and_a_second_way_to_one_is_none(
    found: paths.Paths, verifications: Verifications
) -> None:
    for name in ("a.gguf", "b.gguf"):
        _model(found, name)
    (found.models / "c.gguf").symlink_to(found.models / "a.gguf")
    models = Library(found).models()
    a, b, c = models
    verifications.verify(a)
    verifications.verify(c)
    assert verifications.same_as(a, models) is None
    verifications.verify(b)
    assert verifications.same_as(a, models) == b
    (found.models / "b.gguf").write_bytes(b"GGUF changed")
    assert verifications.same_as(a, models) is None
