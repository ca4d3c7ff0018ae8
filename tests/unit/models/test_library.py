"""Models on this computer: found, named, added in place, told apart from files that are none."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import (
    FileMissing,
    FolderGiven,
    Invariant,
    ModelUndeletable,
    NotGguf,
    UnknownModel,
)
from desktop_slm.models.library import PRACTICE_FILE, PRACTICE_SHA256, Library, Place


@pytest.fixture
def library(tmp_path: Path) -> Library:
    starter = tmp_path / "starter"
    starter.mkdir()
    (starter / PRACTICE_FILE).write_bytes(b"GGUF practice")
    return Library(replace(paths.find(tmp_path / "data"), starter=starter))


def _model(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(b"GGUF and so on")
    return path


def test_the_practice_model_is_there_and_marked(library: Library) -> None:
    (model,) = library.models()
    assert (model.id, model.name, model.is_practice) == ("practice", "Practice model", True)


def test_files_in_the_folder_are_named_after_their_parts(library: Library, tmp_path: Path) -> None:
    _model(tmp_path / "data" / "models" / "sub", "Qwen3-4B-Instruct-Q4_K_M.gguf")
    model = library.models()[0]
    assert (model.id, model.name) == ("qwen3-4b-instruct-q4-k-m", "Qwen3 4B Instruct")
    assert (model.format, model.place) == ("Q4_K_M", Place.FOLDER)


def test_of_a_divided_model_the_first_file_stands_for_all(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "models"
    for part in ("00001", "00002"):
        _model(folder, f"big-{part}-of-00002.gguf")
    _model(folder, "mmproj-model.gguf")
    assert [model.path.name for model in library.models()[:-1]] == ["big-00001-of-00002.gguf"]


def test_two_files_of_one_name_get_two_ids(library: Library, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        _model(tmp_path / "data" / "models" / folder, "same.gguf")
    assert [model.id for model in library.models()] == ["same", "same-2", "practice"]


def test_a_file_can_be_used_in_place_and_forgotten(library: Library, tmp_path: Path) -> None:
    path = _model(tmp_path / "elsewhere", "other.gguf")
    model = library.add_in_place(path)
    library.add_in_place(path)
    assert [m.id for m in library.models()] == ["other", "practice"]
    library.forget(model)
    assert path.exists()
    assert [m.id for m in library.models()] == ["practice"]


def test_a_file_that_vanished_is_not_listed(library: Library, tmp_path: Path) -> None:
    path = _model(tmp_path / "elsewhere", "other.gguf")
    library.add_in_place(path)
    path.unlink()
    assert [m.id for m in library.models()] == ["practice"]


def test_a_model_is_found_by_id_or_path(library: Library, tmp_path: Path) -> None:
    path = _model(tmp_path / "elsewhere", "other.gguf")
    assert library.find("practice").is_practice
    assert library.find(str(path)).path == path


def test_what_is_no_model_has_its_own_error(library: Library, tmp_path: Path) -> None:
    text = tmp_path / "text.gguf"
    text.write_text("hello")
    with pytest.raises(UnknownModel):
        library.find("no-such-model")
    with pytest.raises(FileMissing):
        library.find("missing.gguf")
    with pytest.raises(FolderGiven):
        library.find(str(tmp_path))
    with pytest.raises(NotGguf):
        library.find(str(text))


def test_a_damaged_list_is_an_empty_list(library: Library, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "models.json").write_text('{"in_place": 3')
    assert len(library.models()) == 1


def test_work_comes_before_practice_where_nothing_is_chosen(
    library: Library, tmp_path: Path
) -> None:
    assert library.choose("") == library.models()[0]
    _model(tmp_path / "data" / "models", "real.gguf")
    chosen = library.choose("gone")
    assert chosen is not None
    assert chosen.id == "real"


def test_the_practice_model_s_fingerprint_is_the_one_that_dev_py_pins() -> None:
    source = (Path(__file__).resolve().parents[3] / "dev.py").read_text(encoding="utf-8")
    assert f'STARTER_SHA256 = "{PRACTICE_SHA256}"' in source
    assert f'STARTER_FILE = "{PRACTICE_FILE}"' in source


def test_a_model_found_by_its_path_is_the_one_of_the_list(library: Library, tmp_path: Path) -> None:
    link = tmp_path / "link.gguf"
    link.symlink_to(tmp_path / "starter" / PRACTICE_FILE)
    assert library.find(str(link)).is_practice


def test_all_files_of_a_divided_model_count_and_are_deleted(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "models"
    files = [_model(folder, f"big-Q4_0-0000{part}-of-00002.gguf") for part in (1, 2)]
    model = library.models()[0]
    assert (model.name, model.format) == ("big", "Q4_0")
    assert model.size_bytes == sum(file.stat().st_size for file in files)
    library.delete(model)
    assert not any(file.exists() for file in files)
    assert [m.id for m in library.models()] == ["practice"]


def test_a_file_of_the_person_s_is_never_deleted(library: Library, tmp_path: Path) -> None:
    model = library.add_in_place(_model(tmp_path / "elsewhere", "mine.gguf"))
    with pytest.raises(Invariant):
        library.delete(model)
    with pytest.raises(Invariant):
        library.delete(library.find("practice"))
    assert model.path.exists()


def test_a_file_that_the_system_holds_is_said_to_be_still_there(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _model(tmp_path / "data" / "models", "held.gguf")

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ModelUndeletable, match="Permission denied"):
        library.delete(library.models()[0])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among files")
def test_a_pipe_is_no_model_and_keeps_nobody_waiting(library: Library, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.gguf"
    os.mkfifo(pipe)
    with pytest.raises(FileMissing):
        library.add_in_place(pipe)


def test_the_practice_model_in_another_format_is_no_model_for_work_either(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "models"
    _model(folder, "SmolLM2-135M-Instruct-Q8_0.gguf")
    _model(folder, "Zephyr-Q8_0.gguf")
    assert [(model.format, model.is_practice) for model in library.models()] == [
        ("Q8_0", False),
        ("Q8_0", True),
        ("Q4_1", True),
    ]
    chosen = library.choose("")
    assert chosen is not None and chosen.name == "Zephyr"
