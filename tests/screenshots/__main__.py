"""Draws every page in both themes: `python3 dev.py screenshots [SCENE ...]`.

The window is the real one over a data folder of its own; documents, names and answers in it are
invented, so that every run draws the same. The pictures go to `screenshots/`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from desktop_slm import app
from tests.screenshots.scenes import SCENES
from tests.screenshots.stage import Stage

_FOLDER = Path(__file__).resolve().parents[2] / "screenshots"


def main(wanted: list[str]) -> int:
    """Draws the scenes whose names were given, or all."""
    unknown = [name for name in wanted if name not in SCENES]
    if unknown:
        print(f"No such scene: {', '.join(unknown)}. There are: {', '.join(SCENES)}.")
        return 2
    application = app.make_application()
    _FOLDER.mkdir(exist_ok=True)
    for scheme in ("light", "dark"):
        for name in wanted or SCENES:
            with tempfile.TemporaryDirectory() as data:
                stage = Stage(application, Path(data), scheme)
                SCENES[name](stage)
                stage.save(_FOLDER / f"{name}-{scheme}.png")
                stage.close()
            print(f"{name}-{scheme}.png", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
