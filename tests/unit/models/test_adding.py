"""Files of the person's: only what writes gets onto the list, everything else gets its sentence."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import (
    AdapterGiven,
    CarriedDiffers,
    EmbeddingGiven,
    LaterPartGiven,
    LinkRefused,
    ModelError,
    NoRoomForModel,
    PartMissing,
    ProjectorGiven,
    SameModelThere,
)
from desktop_slm.gguf.parts import parts_of
from desktop_slm.models import copying
from desktop_slm.models.adding import Adding, Given, Way
from desktop_slm.models.copying import Progress
from desktop_slm.models.library import Library, Place
from desktop_slm.models.verification import Verifications
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.model_files import (
    write_adapter,
    write_embedding,
    write_model,
    write_projector,
)

NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


@pytest.fixture
def found(tmp_path: Path) -> paths.Paths:
    return replace(paths.find(tmp_path / "data"), starter=tmp_path / "none")


@pytest.fixture
def library(found: paths.Paths) -> Library:
    return Library(found)


@pytest.fixture
def verifications(found: paths.Paths) -> Verifications:
    return Verifications(found, lambda: NOW)


@pytest.fixture
def adding(library: Library, verifications: Verifications) -> Adding:
    return Adding(library, DirectInspection(), verifications)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _divided(folder: Path) -> tuple[Path, ...]:
    first = folder / "big-00001-of-00002.gguf"
    write_model(first, numbers={"split.count": 2})
    write_model(folder / "big-00002-of-00002.gguf", numbers={"split.no": 1, "split.count": 2})
    return parts_of(first)


def test_a_model_is_added_where_it_lies(adding: Adding, library: Library, tmp_path: Path) -> None:
    path = write_model(tmp_path / "elsewhere" / "good-Q4_0.gguf")
    added = adding.add(Given(path))
    assert (added.model.path, added.is_new) == (path, True)
    assert [model.path for model in library.models()] == [path]
    assert not adding.add(Given(path)).is_new


@pytest.mark.parametrize(
    ("write", "error"),
    [
        (write_adapter, AdapterGiven),
        (write_projector, ProjectorGiven),
        (write_embedding, EmbeddingGiven),
    ],
)
def test_what_does_not_write_is_refused_and_not_listed(
    adding: Adding,
    library: Library,
    tmp_path: Path,
    write: Callable[[Path], Path],
    error: type[ModelError],
) -> None:
    for way in Way:
        with pytest.raises(error, match=r"part\.gguf"):
            adding.add(Given(write(tmp_path / "part.gguf")), way)
    assert library.models() == ()


def test_of_a_divided_model_the_first_file_is_asked_for(adding: Adding, tmp_path: Path) -> None:
    path = write_model(tmp_path / "big-00002-of-00003.gguf")
    with pytest.raises(LaterPartGiven, match="part 2 of 3"):
        adding.add(Given(path))


def test_missing_parts_are_counted(adding: Adding, tmp_path: Path) -> None:
    first = write_model(tmp_path / "big-00001-of-00003.gguf", numbers={"split.count": 3})
    write_model(tmp_path / "big-00003-of-00003.gguf")
    with pytest.raises(PartMissing, match="3 files that make up a model, and 1"):
        adding.add(Given(first))
    write_model(tmp_path / "big-00002-of-00003.gguf")
    assert adding.add(Given(first)).model.name == "big"


def test_a_renamed_part_does_not_pass_for_a_whole_model(adding: Adding, tmp_path: Path) -> None:
    path = write_model(tmp_path / "renamed.gguf", numbers={"split.count": 3})
    with pytest.raises(PartMissing):
        adding.add(Given(path))


# Copied, moved, linked


def test_a_copy_lies_in_the_models_folder_and_its_fingerprint_is_known(
    adding: Adding, library: Library, verifications: Verifications, tmp_path: Path
) -> None:
    path = write_model(tmp_path / "elsewhere" / "a.gguf")
    model = adding.add(Given(path), Way.COPY).model
    assert (model.path, model.place) == (library.folder / "a.gguf", Place.FOLDER)
    assert path.read_bytes() == model.path.read_bytes()
    verified = verifications.last(model)
    assert verified is not None
    assert (verified.sha256, verified.is_compared) == (_hash(path), False)


@pytest.mark.parametrize("same_disk", [True, False])
def test_a_divided_model_moves_whole(
    adding: Adding,
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    same_disk: bool,
) -> None:
    monkeypatch.setattr(copying, "is_same_disk", lambda one, other: same_disk)
    parts = _divided(tmp_path / "elsewhere")
    model = adding.add(Given(parts[0]), Way.MOVE).model
    assert [path.parent for path in parts_of(model.path)] == [library.folder] * 2
    assert all(path.is_file() for path in parts_of(model.path))
    assert not any(path.exists() for path in parts)


def test_a_copy_that_is_stopped_leaves_the_original_and_no_part(
    adding: Adding, library: Library, tmp_path: Path
) -> None:
    parts = _divided(tmp_path / "elsewhere")

    def stop(progress: Progress) -> None:
        if progress.share > 0.8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        adding.add(Given(parts[0]), Way.COPY, stop)
    assert all(path.is_file() for path in parts)
    assert library.models() == ()
    assert not list(library.folder.rglob("*"))


def test_a_link_costs_no_room_and_outlives_the_original_s_name(
    adding: Adding, library: Library, tmp_path: Path
) -> None:
    path = write_model(tmp_path / "elsewhere" / "a.gguf")
    model = adding.add(Given(path), Way.LINK).model
    assert model.path.parent == library.folder
    assert model.path.samefile(path)
    path.unlink()
    assert model.path.is_file()


def test_where_no_hard_link_can_be_a_symbolic_one_is_made(
    adding: Adding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    path = write_model(tmp_path / "elsewhere" / "a.gguf")
    model = adding.add(Given(path), Way.LINK).model
    assert model.path.is_symlink()
    assert model.path.resolve() == path.resolve()
    monkeypatch.setattr(os, "symlink", refuse)
    other = write_model(tmp_path / "elsewhere" / "b.gguf", texts={"general.name": "other one"})
    with pytest.raises(LinkRefused, match="cross-device"):
        adding.add(Given(other), Way.LINK)


def test_another_file_of_the_same_name_is_not_written_over(
    adding: Adding, library: Library, tmp_path: Path
) -> None:
    first = write_model(tmp_path / "one" / "a.gguf", texts={"general.name": "first"})
    second = write_model(tmp_path / "two" / "a.gguf", texts={"general.name": "second"})
    paths_ = [adding.add(Given(path), Way.COPY).model.path for path in (first, second)]
    assert paths_ == [library.folder / "a.gguf", library.folder / "a 2" / "a.gguf"]
    assert [path.read_bytes() for path in paths_] == [first.read_bytes(), second.read_bytes()]


def test_without_room_nothing_is_copied(
    adding: Adding, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "free_bytes", lambda folder: 1000)
    path = write_model(tmp_path / "a.gguf")
    with pytest.raises(NoRoomForModel):
        adding.add(Given(path), Way.COPY)
    assert library.models() == ()
    assert adding.add(Given(path), Way.LINK).is_new


def test_a_model_in_use_where_it_lies_can_be_copied_later(
    adding: Adding, library: Library, tmp_path: Path
) -> None:
    path = write_model(tmp_path / "elsewhere" / "a.gguf")
    adding.add(Given(path))
    adding.add(Given(path), Way.COPY)
    assert [(model.id, model.place) for model in library.models()] == [("a", Place.FOLDER)]
    assert path.exists()


@pytest.mark.parametrize("is_verified", [True, False])
def test_the_same_bytes_under_another_name_are_noticed(
    adding: Adding,
    library: Library,
    verifications: Verifications,
    tmp_path: Path,
    is_verified: bool,
) -> None:
    path = write_model(tmp_path / "one" / "a.gguf")
    model = adding.add(Given(path)).model
    if is_verified:
        verifications.verify(model)
    again = write_model(tmp_path / "two" / "other name.gguf")
    for way in Way:
        with pytest.raises(SameModelThere, match=r"“other name\.gguf” is the same file as “a”"):
            adding.add(Given(again), way)
    assert again.exists()
    assert [model.id for model in library.models()] == ["a"]


def test_a_file_of_the_same_size_is_another_model(
    adding: Adding, library: Library, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        path = write_model(tmp_path / f"{name}.gguf", texts={"general.name": name})
        adding.add(Given(path))
    sizes = {model.size_bytes for model in library.models()}
    assert (len(sizes), len(library.models())) == (1, 2)


# What a list says


@pytest.mark.parametrize("way", list(Way))
def test_a_file_is_compared_with_what_its_list_says(
    adding: Adding, verifications: Verifications, tmp_path: Path, way: Way
) -> None:
    path = write_model(tmp_path / "elsewhere" / "a.gguf")
    wrong = Given(path, "Mine", {"a.gguf": "0" * 64})
    with pytest.raises(CarriedDiffers, match="has to be 0000"):
        adding.add(wrong, way)
    assert path.exists()
    assert adding.library.models() == ()
    sha256 = _hash(path)
    model = adding.add(Given(path, "Mine", {"a.gguf": sha256}), way).model
    assert model.name == "Mine"
    verified = verifications.last(model)
    assert verified is not None
    assert (verified.sha256, verified.is_compared) == (sha256, True)


def test_a_link_is_moved_by_its_content_and_what_it_points_to_stays(
    adding: Adding, tmp_path: Path
) -> None:
    blob = write_model(tmp_path / "blobs" / "0123")
    link = tmp_path / "snapshots" / "a.gguf"
    link.parent.mkdir()
    link.symlink_to(os.path.relpath(blob, link.parent))
    model = adding.add(Given(link), Way.MOVE).model
    assert not model.path.is_symlink()
    assert model.path.read_bytes() == blob.read_bytes()
    assert not link.is_symlink()


def test_one_other_byte_in_the_middle_makes_another_model(
    adding: Adding, library: Library, tmp_path: Path
) -> None:
    first = write_model(tmp_path / "one.gguf")
    first.write_bytes(first.read_bytes() + bytes(3 << 20))
    content = bytearray(first.read_bytes())
    content[150_000] = 1  # between two samples
    second = tmp_path / "two.gguf"
    second.write_bytes(content)
    for path in (first, second):
        adding.add(Given(path))
    assert [model.id for model in library.models()] == ["one", "two"]
