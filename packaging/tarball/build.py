"""The archive for any Linux: the folder, the desktop's files, and scripts for one person."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

from linux import desktop_files
from project import BUILD, DIST, NAME, BuildFailed, machine, source_time, version

_HERE = Path(__file__).parent


def build(folder: Path, *, suffix: str = "") -> Path:
    """Builds the archive and returns it."""
    top = f"{NAME}-{version()}"
    stage = BUILD / "tarball" / top
    shutil.rmtree(stage.parent, ignore_errors=True)
    shutil.copytree(folder, stage / NAME, symlinks=True)
    desktop_files.write(stage / "share")
    for name in ("install.sh", "uninstall.sh", "README"):
        shutil.copy(_HERE / name, stage / name)
    archive = DIST / f"{top}-linux-{machine()}{suffix}.tar.xz"
    DIST.mkdir(exist_ok=True)
    when = source_time()

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = when
        return entry

    with archive.open("wb") as file:
        words = ["xz", "-6", "--threads=0"]  # Python's own uses one core
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=file) as packer:
            assert packer.stdin
            with tarfile.open(fileobj=packer.stdin, mode="w|") as opened:
                opened.add(stage, top, filter=plain)
            packer.stdin.close()
    if packer.returncode:
        raise BuildFailed(f"xz ended with {packer.returncode}")
    return archive
