"""Removed models come back until they are erased."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import Invariant, ModelThere, ModelUndeletable, TrashGone
from desktop_slm.models.library import PRACTICE_FILE, Library
from desktop_slm.models.trash import Trash


@pytest.fixture
def found(tmp_path: Path) -> paths.Paths:
    starter = tmp_path / "starter"
    starter.mkdir()
    (starter / PRACTICE_FILE).write_bytes(b"GGUF practice")
    return replace(paths.find(tmp_path / "data"), starter=starter)


@pytest.fixture
def library(found: paths.Paths) -> Library:
    return Library(found)


@pytest.fixture
def trash(found: paths.Paths, library: Library) -> Trash:
    return Trash(found, library)


def _model(folder: Path, name: str = "a.gguf") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"GGUF " + name.encode())
    return folder / name


def _divided(folder: Path) -> list[Path]:
    return [_model(folder, f"big-0000{part}-of-00002.gguf") for part in (1, 2)]


def test_a_removed_model_is_off_the_list_and_comes_back_whole(
    found: paths.Paths, library: Library, trash: Trash
) -> None:
    files = _divided(found.models / "owner" / "repo")
    library.rename(library.models()[0], "Mine")
    before = library.models()
    trashed = trash.put(before[0])
    assert [model.id for model in library.models()] == ["practice"]
    assert library.vanished() == ()  # it was removed and has not vanished
    assert not (found.models / "owner").exists()
    trash.restore(trashed)
    assert library.models() == before
    assert [file.read_bytes() for file in files] == [b"GGUF " + f.name.encode() for f in files]
    assert [path.name for path in found.models.iterdir()] == ["owner"]


def test_an_erased_model_is_gone_with_all_that_was_noted(
    found: paths.Paths, library: Library, trash: Trash
) -> None:
    _divided(found.models)
    library.rename(library.models()[0], "Mine")
    trashed = trash.put(library.models()[0])
    trash.erase(trashed)
    assert list(found.models.iterdir()) == []
    assert library.vanished() == ()
    with pytest.raises(TrashGone):
        trash.restore(trashed)
    _divided(found.models)
    assert library.models()[0].name == "big"


def test_all_that_was_removed_is_erased_even_what_a_kill_left(
    found: paths.Paths, library: Library, trash: Trash
) -> None:
    _model(found.models)
    trash.put(library.models()[0])
    files = _divided(found.models)
    trashed = trash.put(library.models()[0])
    (trashed.folder / files[1].name).rename(files[1])  # killed between the two files
    Trash(found, Library(found)).erase_all()
    assert list(found.models.iterdir()) == []


def test_a_model_that_was_got_anew_stays_when_the_old_one_is_erased(
    found: paths.Paths, library: Library, trash: Trash
) -> None:
    _divided(found.models)
    trashed = trash.put(library.models()[0])
    files = _divided(found.models)
    with pytest.raises(ModelThere):
        trash.restore(trashed)
    trash.erase_all()
    assert all(file.is_file() for file in files)


def test_files_of_the_person_s_and_the_practice_model_are_never_removed(
    library: Library, trash: Trash, tmp_path: Path
) -> None:
    path = _model(tmp_path / "elsewhere")
    for model in (library.add_in_place(path), library.find("practice")):
        with pytest.raises(Invariant):
            trash.put(model)
        assert model.path.exists()


def test_a_file_that_the_system_holds_stays_with_its_parts(
    found: paths.Paths, library: Library, trash: Trash, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _divided(found.models)
    real = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == files[1]:
            raise PermissionError(13, "Permission denied")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ModelUndeletable, match="Permission denied"):
        trash.put(library.models()[0])
    assert all(file.is_file() for file in files)
    assert not list((found.models / ".trash").iterdir())
