"""The AppImage: one file that runs. Nothing is fetched: its runtime is named by whoever builds.

The runtime (`runtime-x86_64` of github.com/AppImage/type2-runtime, MIT) is in no package registry,
so without `--runtime` only the folder is made that the file would hold, and tested as such.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from linux import desktop_files
from project import BUILD, COMPONENT_ID, DIST, NAME, BuildFailed, run, source_time, version

APP_DIR = BUILD / "appimage" / "AppDir"
_ELF = b"\x7fELF"
_START = """\
#!/bin/sh
# What an AppImage starts: the program beside this file.
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/desktop-slm/desktop-slm" "$@"
"""


def make_folder(folder: Path) -> Path:
    """Makes the folder that the AppImage holds."""
    shutil.rmtree(APP_DIR, ignore_errors=True)
    shutil.copytree(folder, APP_DIR / "usr/lib" / NAME, symlinks=True)
    share = APP_DIR / "usr/share"
    desktop_files.write(share)
    # The tools that take AppImages into menus look for the older name.
    description = share / "metainfo" / f"{COMPONENT_ID}.metainfo.xml"
    shutil.copy(description, description.with_name(f"{NAME}.appdata.xml"))
    shutil.copy(share / "applications" / f"{NAME}.desktop", APP_DIR)
    shutil.copy(share / "icons/hicolor/256x256/apps" / f"{NAME}.png", APP_DIR)
    (APP_DIR / ".DirIcon").symlink_to(f"{NAME}.png")
    start = APP_DIR / "AppRun"
    start.write_text(_START, encoding="utf-8")
    start.chmod(0o755)
    return APP_DIR


def build(folder: Path, runtime: Path) -> Path:
    """Builds the AppImage behind a runtime and returns it."""
    if runtime.read_bytes()[:4] != _ELF:
        raise BuildFailed(f"{runtime} is no runtime of an AppImage")
    image = BUILD / "appimage" / "image.squashfs"
    image.unlink(missing_ok=True)
    run(
        *("mksquashfs", make_folder(folder), image, "-quiet", "-no-progress", "-root-owned"),
        *("-noappend", "-comp", "zstd", "-Xcompression-level", "19"),
        *("-all-time", str(source_time()), "-mkfs-time", str(source_time())),
    )
    DIST.mkdir(exist_ok=True)
    target = DIST / f"Desktop_SLM-{version()}-x86_64.AppImage"
    target.write_bytes(runtime.read_bytes() + image.read_bytes())
    target.chmod(0o755)
    return target
