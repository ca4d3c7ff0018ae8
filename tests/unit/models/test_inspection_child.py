"""What the child says of files: kinds, figures, and every bad file in the check's own words."""

from __future__ import annotations

import struct
from pathlib import Path

import gguf
import pytest

from desktop_slm.errors import BrokenModel, ModelError, TruncatedModel, UnsupportedModel
from desktop_slm.models import inspection_child
from desktop_slm.models.facts import MOST_CHARACTERS, FileKind
from desktop_slm.models.inspection_child import facts_of
from desktop_slm.models.quantization import QUANTIZATIONS
from tests.fakes.model_files import (
    write_adapter,
    write_embedding,
    write_model,
    write_projector,
)
from tests.unit.gguf.test_header import HOSTILE


def test_a_model_tells_what_it_is(tiny_llama: Path) -> None:
    facts = facts_of(tiny_llama)
    assert (facts.kind, facts.name) == (FileKind.TEXT, "Tiny random llama")
    assert (facts.architecture, facts.context_tokens) == ("llama", 2048)
    assert (facts.quantization, facts.has_template) == ("F32", True)
    assert facts.parameters > 10_000
    assert facts.parts == 1


def test_the_starter_model_tells_its_license(starter: Path) -> None:
    facts = facts_of(starter)
    assert (facts.license, facts.quantization) == ("apache-2.0", "Q4_1")
    assert facts.size_label == "135M"


@pytest.mark.parametrize(
    ("write", "kind"),
    [
        (write_model, FileKind.TEXT),
        (write_adapter, FileKind.ADAPTER),
        (write_projector, FileKind.PROJECTOR),
        (write_embedding, FileKind.EMBEDDING),
    ],
)
def test_kinds_are_told_apart(tmp_path: Path, write: object, kind: FileKind) -> None:
    assert callable(write)
    assert facts_of(write(tmp_path / "a.gguf")).kind is kind


def test_a_divided_model_says_into_how_many(tmp_path: Path) -> None:
    for count, parts in ((3, 3), (0, 1), (4_000_000_000, 1)):
        path = write_model(tmp_path / f"{count}.gguf", numbers={"split.count": count})
        assert facts_of(path).parts == parts


def test_without_a_stated_quantization_the_tensors_tell(tmp_path: Path) -> None:
    for stated in ({}, {"general.file_type": 999}):
        path = write_model(tmp_path / "a.gguf", numbers=stated)
        assert facts_of(path).quantization == "F32"


def test_a_long_text_is_cut(tmp_path: Path) -> None:
    path = write_model(tmp_path / "a.gguf", texts={"general.name": "x" * 50_000})
    assert len(facts_of(path).name) == MOST_CHARACTERS


def test_a_file_cut_anywhere_is_said_to_be_truncated(tiny_llama: Path, tmp_path: Path) -> None:
    whole = tiny_llama.read_bytes()
    cut = tmp_path / "cut.gguf"
    for size in (30, 4000, len(whole) // 2, len(whole) - 1):
        cut.write_bytes(whole[:size])
        with pytest.raises(TruncatedModel) as caught:
            facts_of(cut)
    assert caught.value.fields["missing_bytes"] == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_headers_are_refused_in_our_words(tmp_path: Path, name: str) -> None:
    make, error = HOSTILE[name]
    path = tmp_path / "hostile.gguf"
    path.write_bytes(make())
    with pytest.raises(error) as caught:
        facts_of(path)
    assert "hostile.gguf" in str(caught.value)


def test_a_file_of_another_architecture_is_named(tmp_path: Path) -> None:
    path = write_model(tmp_path / "a.gguf", architecture="newest")
    with pytest.raises(UnsupportedModel, match="newest"):
        facts_of(path)


def test_only_the_beginning_of_a_large_file_is_mapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_model(tmp_path / "a.gguf")
    with path.open("ab") as file:
        file.truncate(path.stat().st_size + (1 << 20))
    monkeypatch.setattr(inspection_child, "_HEADER_BYTES", 4096)
    assert facts_of(path).kind is FileKind.TEXT


def test_a_header_that_does_not_end_is_no_truncated_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = struct.pack("<Q", 1) + b"k" + struct.pack("<IQ", 8, 8192) + bytes(8192)
    path = tmp_path / "a.gguf"
    path.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + key + bytes(4096))
    monkeypatch.setattr(inspection_child, "_HEADER_BYTES", 4096)
    with pytest.raises(BrokenModel, match="endless"):
        facts_of(path)


def test_a_header_for_which_there_is_no_memory_is_refused(
    tiny_llama: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhaust(path: Path) -> None:
        raise MemoryError

    monkeypatch.setattr(inspection_child, "_read", exhaust)
    with pytest.raises(ModelError, match="too much memory"):
        facts_of(tiny_llama)


def test_the_names_of_quantizations_are_the_gguf_package_s() -> None:
    theirs = {
        each.value: each.name.removeprefix("MOSTLY_").removeprefix("ALL_")
        for each in gguf.LlamaFileType
        if each is not gguf.LlamaFileType.GUESSED
    }
    assert theirs == QUANTIZATIONS
