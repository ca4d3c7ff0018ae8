"""What tells a Linux desktop of the app: its entry, icons, description and completions."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import build_environment
from linux import completions
from project import BUILD, COMPONENT_ID, LINUX, NAME, run, source_time, version

ICON_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
_ICONS = BUILD / "icons"


def write(share: Path) -> None:
    """Writes everything below a `share` folder."""
    _copy("desktop-slm.desktop", share / "applications" / f"{NAME}.desktop")
    _copy("summarize-kde.desktop", share / "kio" / "servicemenus" / f"{NAME}-summarize.desktop")
    # Dolphin shows such a menu only where it may be run.
    (share / "kio" / "servicemenus" / f"{NAME}-summarize.desktop").chmod(0o755)
    _copy("summarize.nemo_action", share / "nemo" / "actions" / f"{NAME}-summarize.nemo_action")
    write_description(share / "metainfo" / f"{COMPONENT_ID}.metainfo.xml")
    for size, icon in icons().items():
        folder = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(icon, folder / f"{NAME}.png")
    _copy("desktop-slm.svg", share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg")
    made = BUILD / "completions"
    completions.main(made)
    for name, place in ((NAME, "bash-completion/completions"), (f"_{NAME}", "zsh/site-functions")):
        (share / place).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made / name, share / place / name)


def write_description(file: Path) -> None:
    """Writes the AppStream description of this version."""
    text = (LINUX / f"{COMPONENT_ID}.metainfo.xml").read_text(encoding="utf-8")
    day = datetime.datetime.fromtimestamp(source_time(), datetime.UTC).date().isoformat()
    kind = "development" if version().startswith("0.") else "stable"
    for name, value in (("VERSION", version()), ("DATE", day), ("TYPE", kind)):
        text = text.replace(f"@{name}@", value)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def icons() -> dict[int, Path]:
    """Draws the icon in all sizes with the Qt of the build, once."""
    files = {size: _ICONS / f"{size}.png" for size in ICON_SIZES}
    source = LINUX / "desktop-slm.svg"
    if not all(f.exists() and f.stat().st_mtime > source.stat().st_mtime for f in files.values()):
        _ICONS.mkdir(parents=True, exist_ok=True)
        run(build_environment.PYTHON, LINUX / "draw_icons.py", source, _ICONS,
            *map(str, ICON_SIZES), QT_QPA_PLATFORM="offscreen")  # fmt: skip
    return files


def _copy(name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(LINUX / name, target)
