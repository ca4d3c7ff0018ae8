"""Models on this computer: found, named, added in place, told apart from files that are none."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import (
    FileMissing,
    FolderGiven,
    NameEmpty,
    NotGguf,
    UnknownModel,
)
from desktop_slm.models.library import (
    PRACTICE_BYTES,
    PRACTICE_FILE,
    PRACTICE_SHA256,
    Library,
    Place,
)

NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


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


def test_the_practice_model_is_known_under_any_name(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "models"
    copy = _model(folder, "work-horse.gguf")
    other = _model(folder, "other.gguf")
    os.truncate(copy, PRACTICE_BYTES)
    os.truncate(other, PRACTICE_BYTES - 1)
    practice = {model.path: model.is_practice for model in library.models()}
    assert practice[copy] and not practice[other]


def test_all_files_of_a_divided_model_count(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "models"
    files = [_model(folder, f"big-Q4_0-0000{part}-of-00002.gguf") for part in (1, 2)]
    model = library.models()[0]
    assert (model.name, model.format) == ("big", "Q4_0")
    assert model.size_bytes == sum(file.stat().st_size for file in files)


def test_a_hidden_folder_holds_no_models(library: Library, tmp_path: Path) -> None:
    _model(tmp_path / "data" / "models" / ".trash" / "x", "gone.gguf")
    assert [model.id for model in library.models()] == ["practice"]


# Names


def test_a_model_gets_another_name_and_its_file_keeps_its_own(
    library: Library, tmp_path: Path
) -> None:
    path = _model(tmp_path / "data" / "models", "Qwen3-4B-Q4_K_M.gguf")
    library.rename(library.models()[0], "  For\nletters ")
    model = library.models()[0]
    assert (model.name, model.id, model.path) == ("For letters", "qwen3-4b-q4-k-m", path)
    library.rename(model, "")
    assert library.models()[0].name == "Qwen3 4B"


@pytest.mark.parametrize("name", ["…", "---", "\u200b\u200b."])
def test_a_name_without_a_letter_is_refused(library: Library, tmp_path: Path, name: str) -> None:
    _model(tmp_path / "data" / "models", "a.gguf")
    with pytest.raises(NameEmpty):
        library.rename(library.models()[0], name)
    assert library.models()[0].name == "a"


def test_a_name_follows_the_same_bytes_wherever_they_come_again(
    library: Library, tmp_path: Path
) -> None:
    path = _model(tmp_path / "one", "a.gguf")
    library.rename(library.add_in_place(path), "Mine", sha256="ab" * 32)
    library.drop(path)
    other = library.add_in_place(_model(tmp_path / "two", "b.gguf"))
    library.recall(other, "cd" * 32)
    assert library.find("b").name == "b"
    library.recall(other, "ab" * 32)
    assert library.find("b").name == "Mine"
    library.rename(library.find("b"), "Own")
    library.recall(other, "ab" * 32)
    assert library.find("b").name == "Own"


def test_another_app_s_blob_is_called_what_that_app_calls_it(
    library: Library, tmp_path: Path
) -> None:
    model = library.add_in_place(_model(tmp_path / "blobs", "sha256-0123"), "llama3.2:3b")
    assert (model.name, model.id) == ("llama3.2:3b", "llama3-2-3b")
    assert library.find("llama3-2-3b").path == model.path


# Use, and what is gone


def test_the_last_use_is_noted_and_makes_no_other_model(library: Library, tmp_path: Path) -> None:
    path = _model(tmp_path / "data" / "models", "a.gguf")
    before = library.models()[0]
    assert before.used_at is None
    library.note_use(path, NOW)
    library.note_use(tmp_path / "never-listed.gguf", NOW)
    assert library.models()[0].used_at == NOW
    assert library.models()[0] == before
    assert library.vanished() == ()


def test_a_model_that_was_used_and_is_gone_is_missed(library: Library, tmp_path: Path) -> None:
    used = _model(tmp_path / "data" / "models", "used.gguf")
    placed = _model(tmp_path / "elsewhere", "placed.gguf")
    library.note_use(used, NOW)
    library.add_in_place(placed)
    for path in (used, placed):
        path.unlink()
    assert [(each.name, each.is_in_place) for each in library.vanished()] == [
        ("placed", True),
        ("used", False),
    ]
    moved = _model(tmp_path / "other disk", "placed.gguf")
    library.found_again(placed, moved)
    library.drop(used)
    assert library.vanished() == ()
    assert library.find("placed").path == moved


def test_what_was_taken_off_the_list_is_not_missed(library: Library, tmp_path: Path) -> None:
    path = _model(tmp_path / "elsewhere", "mine.gguf")
    model = library.add_in_place(path)
    library.rename(model, "Mine")
    library.forget(model)
    path.unlink()
    assert library.vanished() == ()


def test_a_file_that_came_into_the_folder_is_listed_once(library: Library, tmp_path: Path) -> None:
    path = _model(tmp_path / "data" / "models", "a.gguf")
    library.add_in_place(path)
    assert [model.id for model in library.models()] == ["a", "practice"]


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
