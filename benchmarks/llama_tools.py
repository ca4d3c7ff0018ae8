"""llama.cpp's own server and bench tool, built from the source that llama-cpp-python vendors.

Built once into the user's cache folder, with the flags of an ordinary build for this machine.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from desktop_slm import paths


@dataclass(frozen=True)
class Tools:
    """Where the programs lie."""

    server: Path
    bench: Path

    @classmethod
    def at(cls, folder: Path) -> Tools:
        """Returns the tools of a build folder."""
        return cls(folder / "llama-server", folder / "llama-bench")


def find(build: Path | None) -> Tools:
    """Returns the tools of `build`, or makes them."""
    if build is not None:
        return Tools.at(build)
    version = metadata.version("llama-cpp-python")
    folder = paths.starter_folder().parent / f"llama.cpp-of-{version}"
    tools = Tools.at(folder / "build" / "bin")
    if not tools.server.exists():
        _build(version, folder)
    return tools


def _build(version: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    package = f"llama-cpp-python=={version}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--no-binary", ":all:", "--dest", folder, package], check=True)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    source = next(folder.glob("llama_cpp_python-*/vendor/llama.cpp"))
    build = folder / "build"
    options = ["-DCMAKE_BUILD_TYPE=Release", "-DLLAMA_CURL=OFF", "-DLLAMA_BUILD_TESTS=OFF"]
    subprocess.run(["cmake", "-S", source, "-B", build, *options], check=True)
    targets = ["--target", "llama-server", "llama-bench"]
    subprocess.run(["cmake", "--build", build, "--parallel", *targets], check=True)
