"""Installs the Debian packages in a bare Debian, drives them there, and takes them away again.

    sudo .venv/bin/python packaging/deb/smoke.py PACKAGE.deb PRACTICE.deb [--suite bookworm]

The root is made by debootstrap (minbase: no Python, no compiler), and removed in the end.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_UNWANTED = ("python3", "gcc", "cc")


def main() -> int:
    """Runs everything and returns the exit status."""
    parser = argparse.ArgumentParser(description="Drive the Debian packages in a bare Debian.")
    parser.add_argument("packages", nargs="+", type=Path)
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--root", type=Path, help="a root made before; it stays")
    options = parser.parse_args()
    root = options.root or Path(tempfile.mkdtemp(prefix="debian-"))
    try:
        if not options.root:
            root.chmod(0o755)  # a person other than root is to look into it
            _run("debootstrap", "--variant=minbase", options.suite, root)
        _run("mount", "-t", "proc", "proc", root / "proc")
        try:
            return drive(root, options.packages)
        finally:
            _run("umount", root / "proc")
    finally:
        if not options.root:
            shutil.rmtree(root, ignore_errors=True)


def drive(root: Path, packages: list[Path]) -> int:
    """Installs, drives and removes; returns the exit status."""
    for package in packages:
        shutil.copy(package, root / "tmp")
    names = [f"/tmp/{package.name}" for package in packages]
    _inside(root, "apt-get", "update", "-qq")
    apt = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    _inside(root, *apt, *names, "fonts-dejavu-core")
    carried = [name for name in _UNWANTED if shutil.which(name, path=str(root / "usr/bin"))]
    if carried:
        print(f"this root is not bare: {', '.join(carried)}", file=sys.stderr)
        return 1
    smoke: list[str | Path] = [
        sys.executable,
        ROOT / "packaging" / "smoke.py",
        "/usr/bin/desktop-slm",
    ]
    status = subprocess.run([*smoke, "--root", root], check=False).returncode
    home = root / "home" / "person" / ".local" / "share" / "desktop-slm"
    home.mkdir(parents=True, exist_ok=True)
    (home / "kept").touch()
    _inside(root, "apt-get", "purge", "-y", "-qq", "desktop-slm", "desktop-slm-practice-model")
    left = [*root.glob("usr/**/*desktop-slm*"), *root.glob("etc/**/*desktop-slm*")]
    if left:
        print(f"left after the removal: {', '.join(map(str, left))}", file=sys.stderr)
    if not (home / "kept").exists():
        print("a person's data is gone", file=sys.stderr)
        return 1
    return status or int(bool(left))


def _inside(root: Path, *words: str) -> None:
    _run("/usr/sbin/chroot", root, *words, DEBIAN_FRONTEND="noninteractive", LC_ALL="C.UTF-8")


def _run(*words: str | Path, **variables: str) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **variables})


if __name__ == "__main__":
    sys.exit(main())
