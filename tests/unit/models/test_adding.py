"""Files of the person's: only what writes gets onto the list, everything else gets its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import (
    AdapterGiven,
    EmbeddingGiven,
    LaterPartGiven,
    ModelError,
    PartMissing,
    ProjectorGiven,
)
from desktop_slm.models.adding import add_in_place
from desktop_slm.models.library import Library
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.model_files import (
    write_adapter,
    write_embedding,
    write_model,
    write_projector,
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(replace(paths.find(tmp_path / "data"), starter=tmp_path / "none"))


def test_a_model_is_added_where_it_lies(library: Library, tmp_path: Path) -> None:
    path = write_model(tmp_path / "elsewhere" / "good-Q4_0.gguf")
    assert add_in_place(library, DirectInspection(), path).path == path
    assert [model.path for model in library.models()] == [path]


@pytest.mark.parametrize(
    ("write", "error"),
    [
        (write_adapter, AdapterGiven),
        (write_projector, ProjectorGiven),
        (write_embedding, EmbeddingGiven),
    ],
)
def test_what_does_not_write_is_refused_and_not_listed(
    library: Library, tmp_path: Path, write: Callable[[Path], Path], error: type[ModelError]
) -> None:
    with pytest.raises(error, match=r"part\.gguf"):
        add_in_place(library, DirectInspection(), write(tmp_path / "part.gguf"))
    assert library.models() == ()


def test_of_a_divided_model_the_first_file_is_asked_for(library: Library, tmp_path: Path) -> None:
    path = write_model(tmp_path / "big-00002-of-00003.gguf")
    with pytest.raises(LaterPartGiven, match="part 2 of 3"):
        add_in_place(library, DirectInspection(), path)


def test_missing_parts_are_counted(library: Library, tmp_path: Path) -> None:
    first = write_model(tmp_path / "big-00001-of-00003.gguf", numbers={"split.count": 3})
    write_model(tmp_path / "big-00003-of-00003.gguf")
    with pytest.raises(PartMissing, match="3 files that make up a model, and 1"):
        add_in_place(library, DirectInspection(), first)
    write_model(tmp_path / "big-00002-of-00003.gguf")
    assert add_in_place(library, DirectInspection(), first).name == "big"


def test_a_renamed_part_does_not_pass_for_a_whole_model(library: Library, tmp_path: Path) -> None:
    path = write_model(tmp_path / "renamed.gguf", numbers={"split.count": 3})
    with pytest.raises(PartMissing):
        add_in_place(library, DirectInspection(), path)
