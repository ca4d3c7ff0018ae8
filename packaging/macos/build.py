"""The app for macOS: PyInstaller's bundle with Metal, signed, notarized, in a disk image.

Not tried on a Mac yet: the commands follow Apple's and PyInstaller's documentation. Needed are the
Xcode command line tools, and for a signature that other Macs trust these variables:

    MACOS_IDENTITY          "Developer ID Application: …", as `security find-identity` tells it
    MACOS_NOTARY_PROFILE    the name given to `xcrun notarytool store-credentials`

Without the first the bundle is signed for this Mac alone; without the second nothing is notarized.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import build_environment
from project import BUILD, DIST, FOLDER, LINUX, ROOT, run, version

APP = FOLDER.parent / "Desktop SLM.app"
ICONS = ROOT / "build" / "icons"


def draw_icon() -> None:
    """Draws the icon; the specification takes it from there."""
    run(
        *(build_environment.PYTHON, LINUX / "draw_icons.py"),
        *(LINUX / "desktop-slm.svg", ICONS, "icns"),
        QT_QPA_PLATFORM="offscreen",
    )


def build() -> Path:
    """Packs the bundle of the folder's build into a disk image and returns that."""
    identity = os.environ.get("MACOS_IDENTITY", "")
    if identity:
        run("codesign", "--verify", "--deep", "--strict", APP)
    stage = BUILD / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(APP, stage / APP.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    image = DIST / f"Desktop_SLM-{version()}-{os.uname().machine}.dmg"
    run(
        *("hdiutil", "create", "-volname", "Desktop SLM", "-srcfolder", stage, "-ov"),
        *("-format", "ULFO", image),
    )
    profile = os.environ.get("MACOS_NOTARY_PROFILE", "")
    if identity and profile:
        run("codesign", "--sign", identity, "--timestamp", image)
        run("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
        run("xcrun", "stapler", "staple", image)
    return image
