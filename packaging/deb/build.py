"""The Debian package, with dependencies named from what the carried libraries need; and a second
one, for every kind of machine, with the practice model alone."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from folder import elf
from linux import desktop_files, manual_page
from project import (
    BUILD,
    DIST,
    NAME,
    PRACTICE_FILE,
    BuildFailed,
    machine,
    run,
    source_time,
    version,
)

_STAGE = BUILD / "deb"
_PLACE = Path("usr/lib") / NAME
_PRACTICE_PLACE = _PLACE / "_internal/desktop_slm/resources/starter"
_MAINTAINER = "The Desktop SLM authors <desktop-slm@localhost>"
# Loaded by name at run time where they are there; the app works without them.
_RECOMMENDED = (
    *("libgtk-3-0 | libgtk-3-0t64", "gnome-keyring | kwalletmanager", "fonts-dejavu-core"),
    *("libvulkan1", "mesa-vulkan-drivers | vulkan-icd"),
)
_OPTIONAL_LIBRARIES = ("libgtk-3.so.0", "libgdk-3.so.0", "libvulkan.so.1")

_CONTROL = """\
Package: {name}
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: utils
Priority: optional
Description: private assistant that runs on your own computer
 Desktop SLM chats and summarizes documents with small language models,
 without a network and without an account. Every sentence of a summary leads
 to its place in the document, and everything that is stored is encrypted.
"""
_PRACTICE_CONTROL = """\
Package: {name}-practice-model
Version: {version}
Architecture: all
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {name}
Section: utils
Priority: optional
Description: small model to try Desktop SLM with, without a network
 SmolLM2-135M-Instruct: real and weak. It shows that everything works; do not
 rely on what it says.
"""
_CHANGELOG = """\
{name} ({version}) unstable; urgency=medium

  * Version {upstream}: what is new stands in CHANGELOG.md of the source.

 -- {maintainer}  {date}
"""
# What lintian takes for mistakes and is meant: the package stands on as few others as it can.
_OVERRIDES = """\
{name}: embedded-library *
{name}: duplicate-font-file *
{name}: hardening-no-pie *
# Modules of Python that need nothing but the interpreter, which is linked against it.
{name}: library-not-linked-against-libc *
{name}: shared-library-lacks-prerequisites *
# Nobody has uploaded it.
{name}: initial-upload-closes-no-bugs *
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Desktop SLM

Files: *
Copyright: 2026 The Desktop SLM authors
License: Apache-2.0
 On Debian systems the text of the Apache License, version 2.0, is in
 /usr/share/common-licenses/Apache-2.0.

Files: usr/lib/desktop-slm/_internal/*
Copyright: the authors of the libraries that are carried along
License: various
 The license of each of them is in /usr/lib/desktop-slm/_internal/licenses.
"""


def build(folder: Path) -> Path:
    """Builds the package and returns it."""
    stage = _STAGE / NAME
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(folder, stage / _PLACE, symlinks=True)
    desktop_files.write(stage / "usr" / "share")
    # Debian has zsh's functions of packages in a folder of their own.
    completions = stage / "usr/share/zsh"
    (completions / "site-functions").rename(completions / "vendor-completions")
    (stage / "usr/bin").mkdir(parents=True)
    (stage / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    _write_documents(stage, NAME)
    day = _day().date().isoformat()
    _write_packed(stage / f"usr/share/man/man1/{NAME}.1.gz", manual_page.page(version(), day))
    control = _CONTROL.format(
        name=NAME,
        version=_version(),
        machine=machine(),
        maintainer=_MAINTAINER,
        size=_kilobytes(stage),
        depends=", ".join(depends(folder)),
        recommends=", ".join(_RECOMMENDED),
    )
    return _pack(stage, control, f"{NAME}_{_version()}_{machine()}.deb")


def build_practice(model: Path) -> Path:
    """Builds the package of the practice model and returns it."""
    stage = _STAGE / f"{NAME}-practice-model"
    shutil.rmtree(stage, ignore_errors=True)
    (stage / _PRACTICE_PLACE).mkdir(parents=True)
    shutil.copyfile(model, stage / _PRACTICE_PLACE / PRACTICE_FILE)
    _write_documents(stage, f"{NAME}-practice-model")
    control = _PRACTICE_CONTROL.format(
        name=NAME, version=_version(), maintainer=_MAINTAINER, size=_kilobytes(stage)
    )
    return _pack(stage, control, f"{NAME}-practice-model_{_version()}_all.deb")


def depends(folder: Path) -> list[str]:
    """Returns the packages that the libraries from outside are in, with the versions needed."""
    work = _STAGE / "shlibs"
    _write(work / "debian" / "control", f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
    files = [
        file
        for file in elf.objects(folder)
        if not elf.needed(file).intersection(_OPTIONAL_LIBRARIES)
    ]
    inside = {str(file.parent) for file in files}
    words = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *(f"-l{f}" for f in sorted(inside))]
    words += [f"-e{file}" for file in files]
    done = subprocess.run(words, cwd=work, capture_output=True, text=True, check=False)
    line = next((x for x in done.stdout.splitlines() if x.startswith("shlibs:Depends=")), "")
    if done.returncode or not line:
        raise BuildFailed(f"dpkg-shlibdeps: {done.stderr.strip()[-800:]}")
    found = line.partition("=")[2].split(", ")
    # It knows the system's copy of what we carry ourselves, too.
    outside = _packages_of(elf.outside(folder))
    return sorted(_on_newer_systems(word) for word in found if word.partition(" ")[0] in outside)


def _packages_of(libraries: Iterable[str]) -> set[str]:
    """Returns the installed packages that have these libraries."""
    words = ["dpkg-query", "--search", *(f"*/{name}" for name in libraries)]
    listing = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    return {line.partition(":")[0] for line in listing.splitlines()}


def _on_newer_systems(word: str) -> str:
    """Adds the name that a package has since Debian 13, where it has another one."""
    name = word.partition(" ")[0]
    renamed = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}.get(name)
    return f"{word} | {renamed}" if renamed else word


def _version() -> str:
    return f"{version()}-1"


def _kilobytes(stage: Path) -> int:
    return sum(f.lstat().st_size for f in stage.rglob("*") if f.is_file()) // 1024


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_documents(stage: Path, name: str) -> None:
    """Writes what Debian wants of every package: whose it is, and what has changed."""
    folder = stage / "usr/share/doc" / name
    _write(folder / "copyright", _COPYRIGHT)
    changes = _CHANGELOG.format(
        name=name,
        version=_version(),
        upstream=version(),
        maintainer=_MAINTAINER,
        date=format_datetime(_day()),
    )
    _write_packed(folder / "changelog.Debian.gz", changes)
    _write(stage / "usr/share/lintian/overrides" / name, _OVERRIDES.format(name=name))


def _write_packed(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=source_time()))


def _day() -> datetime:
    return datetime.fromtimestamp(source_time(), UTC)


def _is_program(file: Path) -> bool:
    """Says whether a file is to be run: libraries and entries of menus only look like it."""
    is_other = ".so" in file.suffixes or file.suffix == ".desktop"
    return bool(file.stat().st_mode & 0o111) and not is_other


def _pack(stage: Path, control: str, name: str) -> Path:
    _write(stage / "DEBIAN" / "control", control)
    for place in stage.rglob("*"):
        if not place.is_symlink():
            place.chmod(0o755 if place.is_dir() or _is_program(place) else 0o644)
    DIST.mkdir(exist_ok=True)
    package = DIST / name
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", stage, package,
        SOURCE_DATE_EPOCH=str(source_time()))  # fmt: skip
    return package
