"""The Python environment that the folder is made from: exact versions, and llama.cpp's build."""

from __future__ import annotations

import hashlib
import shlex
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

from project import BUILD, ROOT, BuildFailed, run

VENV = BUILD / "venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
_WHEELS = BUILD / "wheels"
_STAMP = VENV / "made-from"
PINNED: tuple[str | Path, ...] = ("-c", ROOT / "constraints.txt")

# One library for every kind of processor, chosen at run time; nothing of this very computer's.
_LOADABLE = ("-DGGML_BACKEND_DL=ON", "-DGGML_CPU_ALL_VARIANTS=ON", "-DGGML_NATIVE=OFF")
_LEFT_OUT = ("-DLLAVA_BUILD=OFF", "-DLLAMA_OPENSSL=OFF")
CMAKE_ARGUMENTS = {
    "linux": (*_LOADABLE, *_LEFT_OUT),
    "win32": (*_LOADABLE, *_LEFT_OUT),
    # Every Mac that macOS 13 runs on with Metal has one of two processors: nothing to choose.
    "darwin": ("-DGGML_NATIVE=OFF", "-DGGML_METAL=ON", "-DGGML_METAL_EMBED_LIBRARY=ON", *_LEFT_OUT),
}


def make() -> Path:
    """Makes the environment where it is not there yet, and returns its Python."""
    arguments = CMAKE_ARGUMENTS[sys.platform]
    stamp = _fingerprint(arguments)
    if _STAMP.exists() and _STAMP.read_text() == stamp:
        return PYTHON
    environment()
    project = _project()
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["ocr"], *extras["package"]]
    wanted.remove(llama_requirement())
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", *PINNED, *wanted)
    wheel = _llama_wheel(llama_requirement(), arguments)
    run(*pip, "install", "--quiet", "--no-deps", "--force-reinstall", wheel)
    _STAMP.write_text(stamp)
    return PYTHON


def environment() -> Path:
    """Makes an empty environment where there is none, and returns its Python."""
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", VENV)
    return PYTHON


def llama_requirement() -> str:
    """Returns what the project says of llama-cpp-python."""
    words: list[str] = _project()["dependencies"]
    return next(word for word in words if word.startswith("llama-cpp-python"))


def _project() -> dict[str, Any]:
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(read["project"])


def _llama_wheel(requirement: str, arguments: tuple[str, ...]) -> Path:
    """Builds llama-cpp-python with our options; ten minutes and more on two cores."""
    folder = _WHEELS / hashlib.sha256(repr(arguments).encode()).hexdigest()[:12]
    found = sorted(folder.glob("llama_cpp_python-*.whl"))
    if found:
        return found[-1]
    shutil.rmtree(folder, ignore_errors=True)
    run(
        *(PYTHON, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-cache-dir"),
        *("--no-binary", "llama-cpp-python", *PINNED),
        *("-w", folder, requirement),
        CMAKE_ARGS=shlex.join(arguments),
    )
    found = sorted(folder.glob("llama_cpp_python-*.whl"))
    if not found:
        raise BuildFailed("pip made no wheel of llama-cpp-python")
    return found[-1]


def _fingerprint(arguments: tuple[str, ...]) -> str:
    digest = hashlib.sha256(f"{sys.version} {arguments}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()
