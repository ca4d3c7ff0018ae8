"""Installs the Debian packages in a bare Debian, drives them there, and takes them away again.

    sudo .venv/bin/python packaging/deb/smoke.py PACKAGE.deb [PRACTICE.deb] [--suite bookworm]

Without the package of the practice model the app is driven without any.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PACKAGING))

from bare_debian import SUITE, BareDebian, bare_debian  # noqa: E402
from smoke_account import Account  # noqa: E402


def main() -> int:
    """Runs everything and returns the exit status."""
    parser = argparse.ArgumentParser(description="Drive the Debian packages in a bare Debian.")
    parser.add_argument("packages", nargs="+", type=Path)
    parser.add_argument("--suite", default=SUITE)
    parser.add_argument("--root", type=Path, help="a root made before; it stays")
    parser.add_argument("--pictures", type=Path, help="a folder for screenshots")
    options = parser.parse_args()
    with bare_debian(options.suite, options.root) as debian:
        return drive(debian, options.packages, options.pictures)


def drive(debian: BareDebian, packages: list[Path], pictures: Path | None) -> int:
    """Installs, drives and removes; returns the exit status."""
    debian.install(*map(debian.take, packages), "fonts-dejavu-core")
    if unwanted := debian.unwanted():
        print(f"this root is not bare: {', '.join(unwanted)}", file=sys.stderr)
        return 1
    account = Account(debian.root, "")
    try:
        return _drive(debian, account, packages, pictures)
    finally:
        account.remove()


def _drive(
    debian: BareDebian, account: Account, packages: list[Path], pictures: Path | None
) -> int:
    smoke: list[str | Path] = [sys.executable, PACKAGING / "smoke.py", "/usr/bin/desktop-slm"]
    smoke += ["--root", debian.root, "--home", account.home]
    if not any("practice" in package.name for package in packages):
        smoke.append("--without-model")
    if pictures:
        smoke += ["--pictures", pictures]
    status = subprocess.run(smoke, check=False).returncode
    data = account.files()
    names = [package.name.partition("_")[0] for package in packages]
    debian.run("apt-get", "purge", "-y", "-qq", *names)
    left = debian.files_of("desktop-slm")
    if left:
        print(f"left after the removal: {', '.join(map(str, left))}", file=sys.stderr)
    if not data or account.files() != data or account.strange_files():
        print("the person's data is not as it was, or not where it belongs", file=sys.stderr)
        return 1
    return status or int(bool(left))


if __name__ == "__main__":
    sys.exit(main())
