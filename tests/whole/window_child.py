"""A window in a process of its own, which asks for a long answer and says when it has begun.

    python -m tests.whole.window_child FOLDER KEYRING_FILE

Whoever started it kills it then.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from desktop_slm import app
from tests.fakes.keyring import FileKeyring
from tests.whole.run import Run

QUESTION = "Write a very long story about a ship, with many chapters."


def main(folder: Path, keyring: Path) -> None:
    application = app.make_application()

    def wait(condition: Callable[[], bool]) -> None:
        while not condition():
            application.processEvents()
            time.sleep(0.002)

    run = Run(application, folder, FileKeyring(keyring), wait)
    run.type(QUESTION)
    run.press(Qt.Key.Key_Return)
    wait(lambda: bool(run.last_answer()))
    end = time.monotonic() + 1.5  # three times what may be lost
    wait(lambda: len(run.last_answer()) > 80 and time.monotonic() > end)
    print(run.last_answer()[:40].replace("\n", " "), flush=True)
    wait(lambda: False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
