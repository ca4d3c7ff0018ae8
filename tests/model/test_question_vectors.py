"""Vectors for questions from a real embedding model of a few layers, in an engine of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_slm.assistants.asking.vectors import ModelVectors, installed
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Place

pytestmark = pytest.mark.model


def _installed(path: Path, size: int) -> InstalledModel:
    return InstalledModel(path.name, path.name, path, size, "", Place.FOLDER)


def test_only_an_embedding_model_is_asked_for_vectors(
    tiny_llama: Path, kinds_folder: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.gguf"
    shutil.copy(tiny_llama, broken)
    broken.write_bytes(broken.read_bytes()[:100])
    text, vectors = _installed(tiny_llama, 1), _installed(kinds_folder / "bert.gguf", 2)
    inspection = Inspection()
    assert installed([_installed(broken, 0), text], inspection) is None
    assert installed([text, vectors], inspection) == vectors


def test_a_text_that_is_too_long_has_the_vector_of_its_beginning(
    kinds_folder: Path,
) -> None:
    with ModelVectors(_installed(kinds_folder / "bert.gguf", 2)) as vectors:
        short, long = vectors.of(["lamp anchor", "lamp anchor rope mast " * 4000])
    assert len(short) == len(long) > 0
    assert sum(value * value for value in long) == pytest.approx(1.0, abs=1e-3)
