"""The log: what happened and where in our code, never what anyone wrote.

Prompts, answers, file names and keys stay out by construction: an exception is logged as its type
and our own frames, without its message, and records carry only what the call site wrote.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType

ROOT = "desktop_slm"
_PACKAGE_FOLDER = str(Path(__file__).parent)

ExcInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None] | None
)


class PrivateFormatter(logging.Formatter):
    """Formats a record; an exception is shown as its type and our own lines."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")

    def formatException(self, ei: ExcInfo) -> str:
        """Returns type and place of an exception, never its message."""
        if not ei or ei[0] is None:
            return ""
        frames = [
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(ei[2])
            if frame.filename.startswith(_PACKAGE_FOLDER)
        ]
        return "\n".join([f"{ei[0].__name__} at", *frames])


def start(folder: Path) -> None:
    """Sends our records to `folder`/desktop-slm.log, three files of 512 KB at most."""
    # Imported here: what it brings along takes 10 ms, and the window starts without a log.
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "desktop-slm.log", maxBytes=512_000, backupCount=2, delay=True
        )
    except OSError:
        return  # a log that cannot be written must not stop the app
    handler.setFormatter(PrivateFormatter())
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
