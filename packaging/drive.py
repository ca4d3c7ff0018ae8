"""Drives everything that was built: here, and in a bare Debian where one can be made.

    .venv/bin/python packaging/drive.py --practice MODEL [--suite bookworm] [--pictures FOLDER]

The folder, the folder that an AppImage holds, the archives with and without the practice model, and
the Debian packages with and without theirs: each starts, chats, summarizes, quits, is taken away
and leaves the person's data. Linux; a bare Debian needs root and debootstrap.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
sys.path.insert(0, str(PACKAGING))

from appimage.build import APP_DIR  # noqa: E402
from bare_debian import SUITE, bare_debian, can_be_made  # noqa: E402
from project import DIST, FOLDER, NAME  # noqa: E402

_WITH_MODEL = "-with-practice-model"

Command = list[str | Path]


def main() -> int:
    """Drives one after the other and returns whether any failed."""
    parser = argparse.ArgumentParser(description="Drive everything that was built.")
    parser.add_argument("--practice", type=Path, required=True)
    parser.add_argument("--suite", default=SUITE, help="of the bare Debian")
    parser.add_argument("--pictures", type=Path, help="a folder for screenshots")
    options = parser.parse_args()
    failed = [name for name, command in _here(options) if not _drive(name, command, options)]
    if can_be_made():
        with bare_debian(options.suite) as debian:
            commands = list(_in_debian(debian.root))
            failed += [name for name, command in commands if not _drive(name, command, options)]
    else:
        print("Not driven in a bare Debian: that needs root and debootstrap.")
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


def _here(options: argparse.Namespace) -> Iterator[tuple[str, Command]]:
    practice: Command = ["--practice", options.practice]
    smoke: Command = [PACKAGING / "smoke.py"]
    yield "folder", [*smoke, FOLDER / NAME, *practice]
    if APP_DIR.exists():
        yield "folder of the AppImage", [*smoke, APP_DIR / "AppRun", *practice]
    for archive in DIST.glob(f"{NAME}-*.tar.xz"):
        has_model = _WITH_MODEL in archive.name
        yield (
            archive.name,
            [
                PACKAGING / "tarball" / "smoke.py",
                archive,
                *([] if has_model else practice),
            ],
        )


def _in_debian(root: Path) -> Iterator[tuple[str, Command]]:
    """The archive comes last: what the packages depend on has stayed, as every desktop has it."""
    packages = sorted(DIST.glob(f"{NAME}*.deb"))
    alone = [package for package in packages if "practice" not in package.name]
    debian: Command = [PACKAGING / "deb" / "smoke.py", "--root", root]
    if alone:
        yield "Debian package, bare Debian", [*debian, *alone]
    if len(packages) > len(alone):
        yield "Debian packages with the practice model, bare Debian", [*debian, *packages]
    for archive in DIST.glob(f"{NAME}-*{_WITH_MODEL}.tar.xz") if alone else ():
        yield (
            f"{archive.name}, bare Debian",
            [*(PACKAGING / "tarball" / "smoke.py", archive, "--root", root)],
        )


def _drive(name: str, command: Command, options: argparse.Namespace) -> bool:
    print(f"\n{name}", flush=True)
    pictures: Command = []
    if options.pictures:
        pictures = ["--pictures", options.pictures / name.replace(" ", "-").replace(",", "")]
    return subprocess.run([sys.executable, *command, *pictures], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
