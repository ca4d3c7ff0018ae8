"""Libraries of a package look for others in it, and in no folder of the computer of the build."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.packaging import load

elf = load("folder.elf")
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("gcc") or not shutil.which("readelf"),
    reason="no compiler of Linux here",
)


def make(file: Path, search_path: str) -> Path:
    source = file.with_suffix(".c")
    source.write_text("int answer(void) { return 42; }\n")
    words = ["gcc", "-shared", "-fPIC", f"-Wl,-rpath,{search_path}", "-lm"]
    words += ["-o", str(file), str(source)]
    subprocess.run(words, check=True)
    return file


def test_a_folder_of_this_computer_is_forgotten_and_the_library_still_loads(
    tmp_path: Path,
) -> None:
    library = make(tmp_path / "libanswer.so", "/strange/lib:$ORIGIN")
    needed = elf.needed(library)
    assert elf.strange_paths(library) == ["/strange/lib"]

    elf.forget_paths(library)

    assert elf.strange_paths(library) == []
    assert elf.needed(library) == needed
    assert ctypes.CDLL(str(library)).answer() == 42


def test_a_library_that_looks_beside_itself_is_no_stranger(tmp_path: Path) -> None:
    library = make(tmp_path / "libanswer.so", "$ORIGIN/../lib")

    assert elf.strange_paths(library) == []
