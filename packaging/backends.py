"""Loadable backends of llama.cpp beyond the processor's: one library each, beside the others.

Built from the source of the very llama-cpp-python that the package carries, with its own CMake
files and the same options; only the one library is made, so that the processor's fourteen are not
built again for it. A package takes Vulkan's; CUDA's is an add-on, as large as the rest together,
that is put into the same folder: `desktop-slm doctor` names what is there.

    python3 packaging/backends.py vulkan | cuda
"""

from __future__ import annotations

import hashlib
import os
import sys
import tarfile
from pathlib import Path

import build_environment
import vulkan_tools
from project import BUILD, BuildFailed, run

_SOURCES = BUILD / "llama-source"
_PATTERNS = {"linux": "libggml-{name}.so", "win32": "ggml-{name}.dll"}


def build(name: str) -> Path:
    """Builds a backend where it is not there yet, and returns its library."""
    arguments = (*build_environment.CMAKE_ARGUMENTS[sys.platform], *_options(name))
    source = _source()
    # Not by the folder that all of this lies in.
    said = f"{source.name} {arguments}".replace(str(BUILD), "")
    mark = hashlib.sha256(said.encode()).hexdigest()[:12]
    folder = BUILD / "backends" / f"{name}-{mark}"
    library = _PATTERNS[sys.platform].format(name=name)
    if not (found := list(folder.rglob(library))):
        run("cmake", "-S", source, "-B", folder, "-DCMAKE_BUILD_TYPE=Release", *arguments)
        words = ("--config", "Release", "--target", f"ggml-{name}")
        run("cmake", "--build", folder, *words, "--parallel", _jobs())
        found = list(folder.rglob(library))
    if not found:
        raise BuildFailed(f"the build of {name} ended without {library}")
    return found[0]


def _options(name: str) -> tuple[str, ...]:
    if name == "vulkan":
        return vulkan_tools.cmake_arguments()
    return ("-DGGML_CUDA=ON",)


def _source() -> Path:
    """Returns llama-cpp-python's source, of the version that constraints.txt names."""
    if not (found := list(_SOURCES.glob("llama_cpp_python-*/"))):
        python = build_environment.environment()
        run(
            *(python, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"),
            *("--no-binary", "llama-cpp-python", *build_environment.PINNED, "-d", _SOURCES),
            build_environment.llama_requirement(),
        )
        archive = next(_SOURCES.glob("llama_cpp_python-*.tar.gz"))
        with tarfile.open(archive) as opened:
            opened.extractall(_SOURCES, filter="data")
        found = list(_SOURCES.glob("llama_cpp_python-*/"))
    return found[0]


def _jobs() -> str:
    return os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count() or 1)


if __name__ == "__main__":
    print(build(sys.argv[1]))
