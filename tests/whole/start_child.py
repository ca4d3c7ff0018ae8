"""A window in a process of its own, which tells what was imported when it was first painted.

    python -m tests.whole.start_child FOLDER

Prints the names of all modules as a JSON list.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from desktop_slm import app
from desktop_slm.paths import Paths
from desktop_slm.workers.confine import Profile, confine_process
from desktop_slm.workers.launcher import Launcher


def main(folder: Path) -> None:
    """The steps of `app.run`, up to the first paint."""
    launcher = Launcher.fork(offline=False)
    enforced = confine_process(Profile.WINDOW)
    from desktop_slm.ui.core import Outside

    application = app.make_application()
    paths = Paths(folder, folder, folder / "logs", folder / "models", folder / "starter")
    _core, window = app.build(application, Outside(paths, launcher, enforced, is_offline=False))
    window.painted.disconnect()  # what comes after the first paint does not come here
    imported: list[str] = []
    window.painted.connect(lambda: imported.extend(sys.modules))
    window.show()
    while not imported:
        application.processEvents()
    print(json.dumps(sorted(imported)), flush=True)
    launcher.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
