"""A model in several files: seen as one, loaded whole, and said to be incomplete where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import FileMissing, TruncatedModel
from desktop_slm.models.inspection import Inspection
from tests.fakes.tiny_models import make_llama


@pytest.fixture
def first(tmp_path: Path) -> Path:
    make_llama(tmp_path / "big.gguf", tensors_a_file=8)
    return tmp_path / "big-00001-of-00003.gguf"


def test_the_header_tells_how_many_files_there_are(first: Path) -> None:
    facts = Inspection().facts(first)
    assert (facts.parts, facts.has_template) == (3, True)


def test_the_engine_may_read_every_file(first: Path) -> None:
    engine = Engine()
    try:
        assert engine.load(Model(first)).parameters > 100_000
    finally:
        engine.unload()


@pytest.mark.parametrize("part", [1, 2, 3])
def test_every_file_is_checked(first: Path, part: int) -> None:
    damaged = first.with_name(f"big-0000{part}-of-00003.gguf")
    damaged.write_bytes(damaged.read_bytes()[:-500])
    with pytest.raises(TruncatedModel, match=damaged.name):
        Engine().load(Model(first))


def test_a_missing_file_is_named(first: Path) -> None:
    first.with_name("big-00002-of-00003.gguf").unlink()
    with pytest.raises(FileMissing, match="big-00002-of-00003"):
        Engine().load(Model(first))
