"""Installs the archive for one person, drives it, and takes it away again.

    .venv/bin/python packaging/tarball/smoke.py ARCHIVE [--practice MODEL] [--root FOLDER]

With `--root` all of it happens in the root of another system, which has to have the libraries that
every desktop has, and its /proc.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PACKAGING))

from smoke_account import Account  # noqa: E402


def main() -> int:
    """Runs everything and returns the exit status."""
    parser = argparse.ArgumentParser(description="Drive the archive.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--practice", type=Path)
    parser.add_argument("--without-model", action="store_true")
    parser.add_argument("--root", type=Path)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    account = Account(options.root and options.root.resolve(), "")
    try:
        return drive(account, options)
    finally:
        account.remove()


def drive(account: Account, options: argparse.Namespace) -> int:
    """Installs, drives and removes; returns the exit status."""
    unpacked = account.home / "got"
    with tarfile.open(options.archive) as archive:
        archive.extractall(unpacked, filter="fully_trusted")
    account.own()
    # A home that holds something already, as every home does.
    (account.home / ".local" / "share" / "applications").mkdir(parents=True)
    (account.home / ".local" / "share" / "applications" / "other.desktop").touch()
    account.own()
    before = account.files()
    scripts = {name: next(unpacked.glob(f"*/{name}.sh")) for name in ("install", "uninstall")}
    prefix = account.inside(account.home / ".local")  # needed by root alone
    for _ in range(2):  # the second time replaces the first
        account.run(account.inside(scripts["install"]), PREFIX=prefix)
    program = account.home / ".local" / "lib" / "desktop-slm" / "desktop-slm"
    entry = account.home / ".local" / "share" / "applications" / "desktop-slm.desktop"
    if f'Exec="{account.inside(program)}" %F' not in entry.read_text(encoding="utf-8"):
        print("the entry of the menu does not name the program", file=sys.stderr)
        return 1
    smoke: list[str | Path] = [sys.executable, PACKAGING / "smoke.py"]
    smoke += [account.inside(account.home / ".local/bin/desktop-slm"), "--home", account.home]
    for name in ("practice", "root", "pictures"):
        if value := getattr(options, name):
            smoke += [f"--{name}", value]
    if options.without_model:
        smoke.append("--without-model")
    if options.root is None and shutil.which("gio"):
        if missing := not_offered(account, entry):
            print(f"not offered to open: {', '.join(missing)}", file=sys.stderr)
            return 1
        smoke += ["--entry", entry]
    status = subprocess.run(smoke, check=False).returncode
    account.run(account.inside(program.with_name("uninstall.sh")), PREFIX=prefix)
    strange = account.strange_files() - before
    # Written anew by the system's own tool, whoever comes and goes.
    strange -= {str(entry.with_name("mimeinfo.cache").relative_to(account.home))}
    if strange or before - account.files():
        print(f"left, or taken away: {strange or before - account.files()}", file=sys.stderr)
        return 1
    if not account.data_files():
        print("the person's data is gone", file=sys.stderr)
        return 1
    return status


def not_offered(account: Account, entry: Path) -> list[str]:
    """Returns the kinds of documents for which the desktop does not offer the entry."""
    kinds = re.findall(r"^MimeType=(.+);$", entry.read_text(encoding="utf-8"), re.MULTILINE)[0]
    share = account.inside(account.home / ".local" / "share")
    return [
        kind
        for kind in kinds.split(";")
        if entry.name not in account.run("gio", "mime", kind, XDG_DATA_HOME=share)
    ]


if __name__ == "__main__":
    sys.exit(main())
