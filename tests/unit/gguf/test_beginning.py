"""The first keys tell what the whole header would; where they do not, more is asked for."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from desktop_slm.errors import BrokenModel, NotGguf
from desktop_slm.gguf import beginning
from desktop_slm.gguf import header as gguf
from desktop_slm.gguf.tables import ARCHITECTURES, OTHER_ARCHITECTURES
from desktop_slm.models import shape
from tests.fakes.hub_content import header_of_keys
from tests.fakes.remote_models import Kind, header


def _keys_before_the_tokenizer(data: bytes) -> int:
    return data.index(b"tokenizer.ggml.model")


def test_the_start_of_a_real_model_tells_the_shape_of_the_whole(starter: Path) -> None:
    data = starter.read_bytes()[: 64 << 10]
    found = beginning.read(data, "m.gguf")
    whole = gguf.read(starter)
    assert found.is_enough and not found.has_all_keys
    assert found.header.architecture == whole.architecture
    assert shape.of_header(found.header) == shape.of_header(whole)
    assert found.header.context_length == whole.context_length


def test_enough_is_known_as_soon_as_the_tokenizer_begins() -> None:
    data = header(Kind())
    place = _keys_before_the_tokenizer(data)
    assert not beginning.read(data[:place], "m").is_enough
    assert beginning.read(data[: place + 20], "m").is_enough


def test_every_cut_is_more_to_come_and_never_a_fault() -> None:
    data = header(Kind(vocabulary=10))
    for size in range(24, len(data)):
        found = beginning.read(data[:size], "m")
        assert found.header.number("block_count") in (0, 36)


@pytest.mark.parametrize("missing", ["block_count", "context_length", "embedding_length"])
def test_without_a_figure_that_memory_needs_the_whole_header_is_wanted(missing: str) -> None:
    figures = {name: value for name, value in Kind().figures.items() if name != missing}
    data = header(Kind(figures=figures, vocabulary=2000))
    assert not beginning.read(data[:10_000], "m").is_enough
    found = beginning.read(data, "m")
    assert found.is_enough and found.has_all_keys and not found.has_figures


def test_an_architecture_that_is_not_run_is_enough_by_itself() -> None:
    data = header_of_keys({"general.architecture": "brandnew", "brandnew.block_count": 1 << 30})
    assert beginning.read(data[:72], "m").is_enough


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotGguf),
        (b"GGUF", NotGguf),
        (b"PK\x03\x04" + bytes(100), NotGguf),
        (b"GGUF" + struct.pack("<IQQ", 1, 0, 0), BrokenModel),
        (b"GGUF" + struct.pack("<IQQ", 3, 1 << 40, 0), BrokenModel),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 0), BrokenModel),
        (header_of_keys({"general.architecture": 7}), BrokenModel),
        (
            header_of_keys({"general.architecture": "llama", "llama.context_length": 1 << 25}),
            BrokenModel,
        ),
    ],
)
def test_what_no_honest_file_says_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        beginning.read(data, "m")


def test_no_architecture_is_in_both_tables() -> None:
    assert not ARCHITECTURES & set(OTHER_ARCHITECTURES)
