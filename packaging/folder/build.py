"""The self-contained folder: PyInstaller's, with duplicates and what nothing needs taken out."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import backends
import build_environment
from folder import contents, elf
from project import BILL, BUILD, FOLDER, NAME, PRACTICE_FILE, ROOT, BuildFailed, run, source_time

SPECIFICATION = Path(__file__).with_name("desktop-slm.spec")
STARTUP = BUILD / "startup"
LICENSES = BUILD / "licenses"
_INSIDE = "_internal"
_UPDATES = "DESKTOP_SLM_UPDATES"
_LANGUAGES = ("deu", "eng", "fra")  # the window's, and French, in which it can summarize too


def build(*, tessdata: Path | None = None, identity: str = "", vulkan: bool = False) -> Path:
    """Builds the folder and returns it; beside it, in STARTUP, the program that measures."""
    python = build_environment.make()
    draw_icon()
    copy_licenses(LICENSES)
    words = ["--licenses", str(LICENSES)]
    if sys.platform == "linux":
        words.append("--startup")
    if tessdata is not None:
        words += ["--tessdata", str(chosen_languages(tessdata))]
    if vulkan:
        words += ["--backend", str(backends.build("vulkan"))]
    if identity:
        words += ["--identity", identity]
    run(
        *(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", str(FOLDER.parent), "--workpath", str(BUILD / "work")),
        *(str(SPECIFICATION), "--", *words),
        cwd=BUILD,
    )
    check_resources(FOLDER)
    write_packager(FOLDER)
    if sys.platform == "linux":
        join_duplicates(FOLDER / _INSIDE / "llama_cpp" / "lib")
        leave_out_unused(FOLDER / _INSIDE)
        forget_this_computer(FOLDER)
        check(FOLDER)
        part_from_startup(FOLDER)
    run(python, ROOT / "packaging" / "carried.py", FOLDER, BILL)
    return FOLDER


def draw_icon() -> None:
    """Draws the icon that is put into the program, where the system wants it there."""
    if sys.platform == "darwin":
        from macos.build import draw_icon as draw

        draw()
    elif sys.platform == "win32":
        from windows.build import draw_icon as draw

        draw()


def chosen_languages(tessdata: Path) -> Path:
    """Copies the data of the window's languages into a folder of its own and returns that."""
    chosen = BUILD / "tessdata"
    shutil.rmtree(chosen, ignore_errors=True)
    chosen.mkdir(parents=True)
    for language in _LANGUAGES:
        file = tessdata / f"{language}.traineddata"
        if not file.exists():
            raise BuildFailed(f"{tessdata} has no data of the language “{language}”")
        shutil.copy(file, chosen)
    return chosen


def copy_with_practice_model(model: Path) -> Path:
    """Returns a copy of the folder with the practice model where the app looks for it."""
    copy = BUILD / "with-practice-model" / NAME
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(FOLDER, copy, symlinks=True)
    place = copy / _INSIDE / "desktop_slm" / "resources" / "starter"
    place.mkdir(parents=True)
    shutil.copyfile(model, place / PRACTICE_FILE)
    return copy


def join_duplicates(libraries: Path) -> None:
    """Makes links of the copies that a wheel, which knows no links, has of every library."""
    for file in sorted(libraries.glob("*.so")):
        versioned = file.with_name(f"{file.name}.0")
        if versioned.exists() and not file.is_symlink():
            file.unlink()
            file.symlink_to(versioned.name)


def leave_out_unused(inside: Path) -> None:
    """Takes out libraries that were needed only by what was left out before, again and again."""
    python = f"libpython{sys.version_info.major}.{sys.version_info.minor}.so.1.0"
    while found := elf.unused(inside, {python}):
        for file in found:
            file.unlink()


def forget_this_computer(folder: Path) -> None:
    """Takes out that libraries are looked for where the Python of the build has its own."""
    for file in elf.objects(folder):
        if elf.strange_paths(file):
            elf.forget_paths(file)


def check(folder: Path) -> None:
    """Makes sure that only libraries are missing that every desktop has."""
    strange = {
        name: files
        for name, files in elf.outside(folder).items()
        if not contents.is_system_library(name)
    }
    if strange:
        lines = (f"{name} (for {', '.join(sorted(files))})" for name, files in strange.items())
        raise BuildFailed(f"neither carried nor the system's: {'; '.join(lines)}")


def check_resources(folder: Path) -> None:
    """Makes sure that every file of the app's own is there: PyInstaller only warns."""
    resources = ROOT / "desktop_slm" / "resources"
    carried = next(folder.rglob("desktop_slm/resources"))
    missing = [
        str(file.relative_to(resources))
        for file in resources.rglob("*")
        if file.is_file() and file.suffix not in (".py", ".pyc")
        if not (carried / file.relative_to(resources)).exists()
    ]
    if missing:
        raise BuildFailed(f"PyInstaller left out: {', '.join(missing)}")


def write_packager(folder: Path) -> None:
    """Writes the day of the build, and whom one may ask for a newer version if anybody."""
    built = datetime.fromtimestamp(source_time(), UTC).date()
    lines = [f"built = {built.isoformat()}"]
    if address := os.environ.get(_UPDATES, ""):
        lines.append(f"updates = {json.dumps(address)}")
    resources = next(folder.rglob("desktop_slm/resources"))
    (resources / "packager.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def copy_licenses(target: Path) -> None:
    """Copies the licenses of everything that is carried along."""
    packages = next(build_environment.VENV.glob("lib/python*/site-packages"), None)
    packages = packages or build_environment.VENV / "Lib" / "site-packages"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", target / "LICENSE")
    for information in sorted(packages.glob("*.dist-info")):
        files = [
            file
            for file in sorted(information.rglob("*"))
            if file.is_file() and file.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))
        ]
        for file in files:
            place = target / information.name.removesuffix(".dist-info")
            place.mkdir(exist_ok=True)
            shutil.copy(file, place / file.name)


def part_from_startup(folder: Path) -> None:
    """Takes the program that measures out of the folder, which it goes on using."""
    shutil.rmtree(STARTUP, ignore_errors=True)
    STARTUP.mkdir(parents=True)
    for file in folder.glob(f"{NAME}-startup*"):
        shutil.move(file, STARTUP / file.name)
    (STARTUP / _INSIDE).symlink_to(folder / _INSIDE)
