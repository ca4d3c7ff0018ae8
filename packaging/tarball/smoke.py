"""Installs the archive for one person, drives it, and takes it away again.

.venv/bin/python packaging/tarball/smoke.py ARCHIVE [--practice MODEL]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Runs everything and returns the exit status."""
    parser = argparse.ArgumentParser(description="Drive the archive.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--practice", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(options.archive) as archive:
            archive.extractall(folder, filter="fully_trusted")
        return drive(next(Path(folder).glob("desktop-slm-*")), Path(folder), options.practice)


def drive(unpacked: Path, folder: Path, practice: Path | None) -> int:
    """Installs, drives and removes; returns the exit status."""
    # With a blank and twice: the second time replaces the first.
    home = folder / "a home"
    data = home / ".local" / "share" / "desktop-slm"
    data.mkdir(parents=True)
    (data / "kept").touch()
    before = _files(home)
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "PREFIX": str(home / ".local")}
    for _ in range(2):
        subprocess.run([unpacked / "install.sh"], env=environment, check=True)
    entry = home / ".local" / "share" / "applications" / "desktop-slm.desktop"
    program = home / ".local" / "lib" / "desktop-slm" / "desktop-slm"
    if f'Exec="{program}" %F' not in entry.read_text(encoding="utf-8"):
        print("the entry of the menu does not name the program", file=sys.stderr)
        return 1
    smoke: list[str | Path] = [sys.executable, ROOT / "packaging" / "smoke.py"]
    smoke.append(home / ".local/bin/desktop-slm")
    if practice:
        smoke += ["--practice", practice]
    status = subprocess.run(smoke, check=False).returncode
    subprocess.run([program.with_name("uninstall.sh")], env=environment, check=True)
    left = _files(home) - before - {str(entry.with_name("mimeinfo.cache").relative_to(home))}
    if left or not before <= _files(home):
        print(f"left, or taken away: {left or before - _files(home)}", file=sys.stderr)
        return 1
    return status


def _files(home: Path) -> set[str]:
    return {str(file.relative_to(home)) for file in home.rglob("*") if not file.is_dir()}


if __name__ == "__main__":
    sys.exit(main())
