"""Builds the packages of the system that it runs on.

    python3 packaging/build.py [FORMAT ...] [--practice MODEL] [--without-vulkan]
                               [--tessdata FOLDER | --without-tessdata] [--runtime FILE]
                               [--keep-folder] [--no-measuring]

Formats: folder, tarball, deb, appimage (Linux); app (macOS); installer (Windows); without any, all
that can be built here. The results lie in `dist/`; sizes and start-up times are printed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import measure
from folder import build as folder_build
from project import FOLDER, BuildFailed, size_mb

_DEBIAN_TESSDATA = Path("/usr/share/tesseract-ocr/5/tessdata")


def main() -> int:
    """Builds what was asked for."""
    formats = FORMATS[sys.platform]
    parser = argparse.ArgumentParser(description="Build the packages of this system.")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(formats))
    parser.add_argument("--practice", type=Path, help="the practice model, to be carried along")
    parser.add_argument("--tessdata", type=Path, default=None, help="data of text recognition")
    parser.add_argument("--without-tessdata", action="store_true")
    parser.add_argument("--without-vulkan", action="store_true", help="for the processor alone")
    parser.add_argument("--runtime", type=Path, help="the runtime of an AppImage")
    parser.add_argument("--no-measuring", action="store_true")
    parser.add_argument("--keep-folder", action="store_true", help="use the folder of the last run")
    options = parser.parse_args()
    unknown = set(options.formats) - set(formats)
    if unknown:
        parser.error(f"not a format of this system: {', '.join(sorted(unknown))}")
    try:
        made = build(options, options.formats or list(formats))
    except BuildFailed as problem:
        print(f"build.py: {problem}", file=sys.stderr)
        return 1
    for path in made:
        print(f"{size_mb(path):8.1f} MB  {path}")
    if not options.no_measuring and sys.platform == "linux":
        measure.print_all()
    return 0


def build(options: argparse.Namespace, formats: list[str]) -> list[Path]:
    """Builds the folder, then the formats over it; returns the results."""
    tessdata = options.tessdata
    if tessdata is None and not options.without_tessdata and _DEBIAN_TESSDATA.is_dir():
        tessdata = _DEBIAN_TESSDATA
    if not (options.keep_folder and FOLDER.exists()):
        folder_build.build(
            tessdata=tessdata,
            identity=os.environ.get("MACOS_IDENTITY", ""),
            vulkan=sys.platform != "darwin" and not options.without_vulkan,
        )
    made = [FOLDER]
    for name in formats:
        made += FORMATS[sys.platform][name](options)
    return made


def _tarball(options: argparse.Namespace) -> list[Path]:
    from tarball import build as tarball

    made = [tarball.build(FOLDER)]
    if options.practice:
        with_model = folder_build.copy_with_practice_model(options.practice)
        made.append(tarball.build(with_model, suffix="-with-practice-model"))
    return made


def _deb(options: argparse.Namespace) -> list[Path]:
    from deb import build as deb

    made = [deb.build(FOLDER)]
    if options.practice:
        made.append(deb.build_practice(options.practice))
    return made


def _appimage(options: argparse.Namespace) -> list[Path]:
    from appimage import build as appimage

    if options.runtime:
        return [appimage.build(FOLDER, options.runtime)]
    print("No AppImage: --runtime names none; the folder that it would hold is made.")
    return [appimage.make_folder(FOLDER)]


def _app(options: argparse.Namespace) -> list[Path]:
    from macos import build as macos

    return [macos.build()]


def _installer(options: argparse.Namespace) -> list[Path]:
    from windows import build as windows

    return [windows.build()]


Format = Callable[[argparse.Namespace], list[Path]]
FORMATS: dict[str, dict[str, Format]] = {
    "linux": {
        "folder": lambda options: [],
        "tarball": _tarball,
        "deb": _deb,
        "appimage": _appimage,
    },
    "darwin": {"app": _app},
    "win32": {"installer": _installer},
}


if __name__ == "__main__":
    sys.exit(main())
