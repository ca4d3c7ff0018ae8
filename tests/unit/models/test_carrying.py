"""Models leave for a computer without network and arrive there as they were."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_slm import paths
from desktop_slm.errors import (
    CarriedDiffers,
    FileMissing,
    NoRoomForModel,
    NotCarried,
    NothingToCarry,
)
from desktop_slm.models import carrying, copying
from desktop_slm.models.adding import Adding, Way
from desktop_slm.models.library import PRACTICE_FILE, Library
from desktop_slm.models.verification import Verifications
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.model_files import write_model

NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


class Computer:
    """A data folder with what works on it."""

    def __init__(self, root: Path) -> None:
        self.paths = replace(paths.find(root / "data"), starter=root / "starter")
        self.library = Library(self.paths)
        self.verifications = Verifications(self.paths, lambda: NOW)
        self.adding = Adding(self.library, DirectInspection(), self.verifications)


@pytest.fixture
def here(tmp_path: Path) -> Computer:
    here = Computer(tmp_path / "here")
    write_model(here.paths.models / "a-Q4_0.gguf")
    write_model(here.paths.models / "big-00001-of-00002.gguf", numbers={"split.count": 2})
    write_model(here.paths.models / "big-00002-of-00002.gguf", numbers={"split.no": 1})
    write_model(here.paths.starter / PRACTICE_FILE)
    return here


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def _list(stick: Path) -> Any:
    return json.loads((stick / carrying.LIST_NAME).read_text())


def test_what_leaves_arrives_verified_and_with_its_names(
    here: Computer, stick: Path, tmp_path: Path
) -> None:
    here.library.rename(here.library.find("a-q4-0"), "For letters")
    carrying.export(here.library.models(), stick, here.verifications)
    there = Computer(tmp_path / "there")
    for given in carrying.given_in(stick):
        there.adding.add(given, Way.COPY)
    assert [model.name for model in there.library.models()] == ["big", "For letters"]
    for model in there.library.models():
        verified = there.verifications.last(model)
        assert verified is not None
        assert verified.is_compared
    assert (stick / "a-Q4_0.gguf").exists()


def test_the_list_names_every_file_with_its_size_and_fingerprint(
    here: Computer, stick: Path
) -> None:
    carrying.export(here.library.models(), stick, here.verifications)
    files = [file for model in _list(stick)["models"] for file in model["files"]]
    assert sorted(file["file"] for file in files) == [
        "a-Q4_0.gguf",
        "big-00001-of-00002.gguf",
        "big-00002-of-00002.gguf",
    ]
    for file in files:
        content = (stick / file["file"]).read_bytes()
        assert file["size_bytes"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_second_time_only_what_is_new_is_written(here: Computer, stick: Path) -> None:
    carrying.export([here.library.find("a-q4-0")], stick, here.verifications)
    before = (stick / "a-Q4_0.gguf").stat()
    shares: list[float] = []
    listed = carrying.export(
        here.library.models(), stick, here.verifications, lambda told: shares.append(told.share)
    )
    assert [each.name for each in listed] == ["a", "big"]
    assert (stick / "a-Q4_0.gguf").stat().st_ino == before.st_ino
    assert shares[-1] == 1.0
    assert len(list(stick.iterdir())) == 4


def test_a_file_that_was_damaged_on_the_way_is_refused(
    here: Computer, stick: Path, tmp_path: Path
) -> None:
    carrying.export([here.library.find("a-q4-0")], stick, here.verifications)
    content = bytearray((stick / "a-Q4_0.gguf").read_bytes())
    content[-1] ^= 1
    (stick / "a-Q4_0.gguf").write_bytes(content)
    there = Computer(tmp_path / "there")
    for way in Way:
        with pytest.raises(CarriedDiffers):
            there.adding.add(carrying.given_in(stick)[0], way)
    assert there.library.models() == ()


def test_one_file_of_the_folder_is_compared_too(here: Computer, stick: Path) -> None:
    carrying.export(here.library.models(), stick, here.verifications)
    (given,) = carrying.given_in(stick / "a-Q4_0.gguf")
    content = (stick / "a-Q4_0.gguf").read_bytes()
    assert given.fingerprints == {"a-Q4_0.gguf": hashlib.sha256(content).hexdigest()}
    assert [len(given.parts) for given in carrying.given_in(stick)] == [1, 2]


def test_a_source_that_changed_since_it_was_verified_is_written_as_it_is(
    here: Computer, stick: Path
) -> None:
    model = here.library.find("a-q4-0")
    here.verifications.verify(model)
    write_model(model.path, texts={"general.name": "new"})
    (carried,) = carrying.export([here.library.find("a-q4-0")], stick, here.verifications)
    assert carried.files[0][2] == hashlib.sha256(model.path.read_bytes()).hexdigest()


def test_a_folder_without_a_list_gives_its_model_files(tmp_path: Path) -> None:
    write_model(tmp_path / "x" / "sub" / "a.gguf")
    write_model(tmp_path / "x" / "big-00001-of-00002.gguf")
    write_model(tmp_path / "x" / "big-00002-of-00002.gguf")
    write_model(tmp_path / "x" / "mmproj-a.gguf")
    write_model(tmp_path / "x" / ".hidden" / "b.gguf")
    (tmp_path / "x" / "letter.txt").write_text("x")
    names = [given.path.name for given in carrying.given_in(tmp_path / "x")]
    assert names == ["big-00001-of-00002.gguf", "a.gguf"]
    assert not carrying.is_export(tmp_path / "x")


def test_nothing_to_take_or_to_bring_is_said(here: Computer, stick: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingToCarry):
        carrying.export([here.library.find("practice")], stick, here.verifications)
    assert not stick.exists()
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotCarried):
        carrying.given_in(tmp_path / "empty")
    with pytest.raises(FileMissing):
        carrying.given_in(tmp_path / "none")


def test_room_is_checked_first_and_a_stop_leaves_no_half_model(
    here: Computer, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(progress: copying.Progress) -> None:
        if progress.share > 0.9:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(copying, "free_bytes", lambda folder: 10)
        with pytest.raises(NoRoomForModel):
            carrying.export(here.library.models(), stick, here.verifications)
    with pytest.raises(KeyboardInterrupt):
        carrying.export(here.library.models(), stick, here.verifications, stop)
    assert sorted(path.name for path in stick.iterdir()) == ["a-Q4_0.gguf", carrying.LIST_NAME]
    assert [model["name"] for model in _list(stick)["models"]] == ["a"]


@pytest.mark.parametrize(
    "file",
    [
        "../a.gguf",
        "/etc/a.gguf",
        "a/../../b.gguf",
        "C:\\a.gguf",
        "a.txt",
        "a\n.gguf",
        "x/" * 9 + "a.gguf",
        "",
        7,
    ],
)
def test_a_name_that_leads_elsewhere_is_left_out(tmp_path: Path, file: object) -> None:
    write_model(tmp_path / "stick" / "good.gguf")
    write_model(tmp_path / "a.gguf")
    entry = {"file": file, "size_bytes": 1, "sha256": "0" * 64}
    text = json.dumps({"format": 1, "models": [{"name": "x", "files": [entry]}]})
    (tmp_path / "stick" / carrying.LIST_NAME).write_text(text)
    assert not carrying.is_export(tmp_path / "stick")
    assert [given.name for given in carrying.given_in(tmp_path / "stick")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"models": 3}',
        '{"format": 2, "models": []}',
        "[" * 100_000,
        "x" * 2_000_000,
        '{"format": 1, "models": [{"name": "x", "files": [{"file": "a.gguf"}]}, 3, null]}',
        '{"format": 1, "models": [{"name": "x", "files": []}]}',
    ],
)
def test_a_list_that_is_none_is_as_if_there_were_none(tmp_path: Path, text: str) -> None:
    write_model(tmp_path / "good.gguf")
    (tmp_path / carrying.LIST_NAME).write_text(text)
    assert [given.path.name for given in carrying.given_in(tmp_path)] == ["good.gguf"]


def test_a_name_from_a_list_is_one_bearable_line(here: Computer, stick: Path) -> None:
    carrying.export([here.library.find("a-q4-0")], stick, here.verifications)
    stored = _list(stick)
    stored["models"][0]["name"] = "<b>\n\x1b[31m" + "x" * 500
    (stick / carrying.LIST_NAME).write_text(json.dumps(stored))
    (given,) = carrying.given_in(stick)
    assert given.name.isprintable()
    assert len(given.name) <= 80
