"""Which file of how many a name says that it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.gguf.parts import part_of, parts_of, stem_of


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("a.gguf", (1, 1)),
        ("a-00002-of-00003.gguf", (2, 3)),
        ("a-00004-of-00003.gguf", (1, 1)),
        ("a-00000-of-00003.gguf", (1, 1)),
        ("a-00001-of-99999.gguf", (1, 1)),
        ("a-1-of-3.gguf", (1, 1)),
        ("-00001-of-00003.gguf", (1, 1)),
    ],
)
def test_a_name_says_which_part_it_is(name: str, part: tuple[int, int]) -> None:
    assert part_of(Path(name)) == part


def test_all_files_of_a_model_lie_beside_the_first() -> None:
    first = Path("folder/a-Q4_0-00001-of-00002.gguf")
    assert [str(path) for path in parts_of(first)] == [
        "folder/a-Q4_0-00001-of-00002.gguf",
        "folder/a-Q4_0-00002-of-00002.gguf",
    ]
    assert stem_of(first) == "a-Q4_0"
    assert parts_of(Path("a.gguf")) == (Path("a.gguf"),)
