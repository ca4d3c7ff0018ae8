"""Names from the network become paths inside the models folder, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.errors import FileNameRefused, RepoUnknown
from desktop_slm.models import places

_FOLDER = Path("/models")
_SHA = "a" * 64


def test_a_file_lies_under_owner_and_name() -> None:
    found = places.final_path(_FOLDER, "unsloth/Qwen3-4B-GGUF", "Q4_K_M/Qwen3 (4B)-Q4_K_M.gguf")
    assert found == _FOLDER / "unsloth/Qwen3-4B-GGUF/Q4_K_M/Qwen3 (4B)-Q4_K_M.gguf"


@pytest.mark.parametrize(
    "repo", ["", "a", "a/b/c", "../b", "a/..", "a/b..c", "a\\b/c", "a/-b", "/b"]
)
def test_what_is_no_repository_is_refused(repo: str) -> None:
    with pytest.raises(RepoUnknown):
        places.final_path(_FOLDER, repo, "m.gguf")


@pytest.mark.parametrize(
    "file",
    [
        *("", "m", "m.bin", "../m.gguf", "a//m.gguf", "/m.gguf", "a/../../m.gguf", "C:m.gguf"),
        *("a\\m.gguf", "m\n.gguf", "nul.gguf", "com1.x.gguf", "a/b/c/d/m.gguf", ".m.gguf"),
        *("a./m.gguf", "a /m.gguf", "m\u202e.gguf", f"{'m' * 300}.gguf"),
    ],
)
def test_what_is_no_name_of_a_model_file_is_refused(file: str) -> None:
    with pytest.raises(FileNameRefused):
        places.final_path(_FOLDER, "a/b", file)


def test_a_part_lies_beside_its_place_and_looks_like_no_model() -> None:
    part = places.part_path(_FOLDER, "a/b", "m.gguf", _SHA)
    assert part.parent == _FOLDER / "a" / "b"
    assert part.name.startswith(".") and part.suffix == ".part"
    with pytest.raises(FileNameRefused):
        places.part_path(_FOLDER, "a/b", "m.gguf", "../../x")


def test_removing_a_part_removes_empty_folders_and_no_others(tmp_path: Path) -> None:
    part = places.part_path(tmp_path, "a/b", "m.gguf", _SHA)
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x")
    (tmp_path / "a" / "other.gguf").write_bytes(b"x")
    places.remove_part(tmp_path, "a/b", "m.gguf", _SHA)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "other.gguf"]
