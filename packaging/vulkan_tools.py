"""What the Vulkan backend is built with: headers and a shader compiler newer than Debian 12's.

On Debian they are the next release's, got and checked by debootstrap, unpacked beside the build and
never installed. All else is compiled against this system, so that its C library stays the oldest
that the package runs on. Elsewhere the SDK of Vulkan is taken, where VULKAN_SDK says.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from project import BUILD, BuildFailed, run

_PLACE = BUILD / "vulkan-tools"
_SUITE = "trixie"
_WANTED = ("glslc", "libvulkan-dev", "spirv-headers")
# Those, and what the compiler of shaders needs to run apart from this system's own libraries.
_UNPACKED = (*_WANTED, "libshaderc1", "libvulkan1", "libc6", "libstdc++6", "libgcc-s1")
# Runs it with the loader and the libraries that it was made for.
_COMPILER = """\
#!/bin/sh
here={libraries}
exec "$here"/{loader} --library-path "$here" {program} "$@"
"""


def cmake_arguments() -> tuple[str, ...]:
    """Returns the options of llama.cpp's build, and gets the tools where they are missing."""
    if sys.platform != "linux":
        if not os.environ.get("VULKAN_SDK"):
            raise BuildFailed("VULKAN_SDK names no SDK of Vulkan; or build --without-vulkan")
        return ("-DGGML_VULKAN=ON",)
    if not _compiler().exists():
        _get()
    tree = _PLACE / "usr"
    return (
        "-DGGML_VULKAN=ON",
        f"-DVulkan_INCLUDE_DIR={tree / 'include'}",
        f"-DVulkan_LIBRARY={_libraries() / 'libvulkan.so'}",
        f"-DVulkan_GLSLC_EXECUTABLE={_compiler()}",
        f"-DSPIRV-Headers_DIR={tree / 'share' / 'cmake' / 'SPIRV-Headers'}",
    )


def _get() -> None:
    if not shutil.which("debootstrap") or os.geteuid() != 0:
        raise BuildFailed(
            "debootstrap is missing, or this is not root: it gets what the Vulkan backend is built "
            "with. Install it, or build --without-vulkan"
        )
    got = BUILD / "vulkan-packages"
    for folder in (got, _PLACE):
        shutil.rmtree(folder, ignore_errors=True)
    run(
        *("debootstrap", "--download-only", "--variant=minbase"),
        *(f"--include={','.join(_WANTED)}", _SUITE, got),
    )
    for name in _UNPACKED:
        package = next(got.glob(f"var/cache/apt/archives/{name}_*.deb"), None)
        if package is None:
            raise BuildFailed(f"debootstrap got no package {name}")
        run("dpkg-deb", "-x", package, _PLACE)
    _compiler().write_text(
        _COMPILER.format(
            libraries=_libraries(),
            loader=next(_libraries().glob("ld-linux-*.so.*")).name,
            program=_PLACE / "usr" / "bin" / "glslc",
        ),
        encoding="utf-8",
    )
    _compiler().chmod(0o755)


def _compiler() -> Path:
    return _PLACE / "glslc"


def _libraries() -> Path:
    words = ["dpkg-architecture", "-qDEB_HOST_MULTIARCH"]
    name = subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    return _PLACE / "usr" / "lib" / name
