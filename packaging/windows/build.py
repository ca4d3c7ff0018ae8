"""The installer for Windows, for one person, made with Inno Setup 6 (`iscc`).

Not tried on Windows yet. WINDOWS_SIGN_TOOL names a sign tool as Inno Setup knows it; without it
nothing is signed, and Windows warns whoever starts the installer.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import build_environment
from project import DIST, FOLDER, LINUX, ROOT, BuildFailed, run, version

SCRIPT = Path(__file__).with_name("desktop-slm.iss")
ICONS = ROOT / "build" / "icons"


def draw_icon() -> None:
    """Draws the icon; the specification and the script take it from there."""
    run(
        *(build_environment.PYTHON, LINUX / "draw_icons.py"),
        *(LINUX / "desktop-slm.svg", ICONS, "ico"),
        QT_QPA_PLATFORM="offscreen",
    )


def build() -> Path:
    """Builds the installer over the folder and returns it."""
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    if not Path(compiler).exists():
        raise BuildFailed("Inno Setup 6 is not here; see jrsoftware.org")
    words = [f"/DVersion={version()}", f"/DSource={FOLDER}", f"/DOutput={DIST}"]
    if tool := os.environ.get("WINDOWS_SIGN_TOOL"):
        words.append(f"/DSignTool={tool}")
    run(compiler, *words, SCRIPT)
    return DIST / f"Desktop_SLM-{version()}.exe"
