"""Which libraries of llama.cpp are loaded, and from where."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.engine import bindings


class Loader:
    """Stands for `ggml_backend_load_all_from_path`."""

    argtypes: Any = None
    restype: Any = None

    def __init__(self) -> None:
        self.folders: list[bytes] = []

    def __call__(self, folder: bytes) -> None:
        self.folders.append(folder)


class Ggml:
    """Stands for the library."""

    def __init__(self) -> None:
        self.ggml_backend_load_all_from_path = Loader()


def test_loadable_backends_come_from_the_own_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GGML_BACKEND_PATH", "/elsewhere/libggml-evil.so")
    (tmp_path / "libggml-cpu-haswell.so").touch()
    ggml = Ggml()

    assert bindings.load_backends(ggml, tmp_path)

    assert ggml.ggml_backend_load_all_from_path.folders == [os.fsencode(tmp_path)]
    assert "GGML_BACKEND_PATH" not in os.environ


def test_a_build_in_one_piece_is_asked_for_none(tmp_path: Path) -> None:
    (tmp_path / "libggml-cpu.so").touch()
    ggml = Ggml()

    assert not bindings.load_backends(ggml, tmp_path)
    assert ggml.ggml_backend_load_all_from_path.folders == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_library_is_loaded_twice_under_two_names() -> None:
    code = """
from desktop_slm.engine import devices
assert devices.found()
with open("/proc/self/maps") as maps:
    files = {line.split()[-1] for line in maps if "/libggml" in line or "/libllama" in line}
print(*sorted(file.rpartition("/")[2].partition(".")[0] for file in files))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    names = done.stdout.split()
    assert "libllama" in names
    assert len(names) == len(set(names))
