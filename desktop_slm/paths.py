"""Where things are kept on this computer: the folders, and nothing inside them."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "desktop-slm"


@dataclass(frozen=True, slots=True)
class Paths:
    """The app's folders. None of them is made before something is written to it."""

    data: Path
    config: Path
    logs: Path
    own_models: Path
    starter: Path

    @property
    def models(self) -> Path:
        """The models folder: the one that the person chose, else the app's own.

        Asked for anew each time: it can be moved while the window is open.
        """
        return _chosen_folder(self.models_choice) or self.own_models

    @property
    def models_choice(self) -> Path:
        """The small clear file that names the models folder of the person's choice.

        A file of its own and no setting: a move of the folder ends by replacing it, in one step
        that no window, which writes all settings at once, can write over.
        """
        return self.data / "models-folder.json"

    @property
    def models_move(self) -> Path:
        """What is known of a move of the models folder that has not ended."""
        return self.data / "models-move.json"

    @property
    def database(self) -> Path:
        """The one encrypted file with chats, summaries and document text."""
        return self.data / "desktop-slm.db"

    @property
    def key_record(self) -> Path:
        """The small clear file that says where the database's key is kept."""
        return self.data / "key.json"

    @property
    def connections(self) -> Path:
        """The clear file in which the first versions kept the record of connections."""
        return self.data / "connections.log"

    @property
    def downloads(self) -> Path:
        """The downloads that are not done with."""
        return self.data / "downloads.json"

    @property
    def settings(self) -> Path:
        """Settings that are no secret: theme, text size, which model."""
        return self.config / "settings.json"


def find(data_dir: Path | None = None) -> Paths:
    """Returns the folders of this user, or those under `data_dir` where one is given."""
    chosen = data_dir or os.environ.get("DESKTOP_SLM_DATA_DIR") or None
    if chosen is not None:
        root = Path(chosen).expanduser().absolute()
        return Paths(
            data=root,
            config=root,
            logs=root / "logs",
            own_models=root / "models",
            starter=starter_folder(),
        )
    # Imported here: `platformdirs` is not needed where the folder is given.
    import platformdirs

    data = Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
    return Paths(
        data=data,
        config=Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)),
        own_models=data / "models",
        starter=starter_folder(),
    )


def starter_folder() -> Path:
    """Returns where `dev.py` and the packages leave the starter model; both use this rule."""
    override = os.environ.get("DESKTOP_SLM_STARTER_DIR")
    if override:
        return Path(override)
    carried = Path(__file__).resolve().parent / "resources" / "starter"
    if getattr(sys, "frozen", False) and carried.is_dir():
        return carried
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / APP_NAME / "starter"


def _chosen_folder(file: Path) -> Path | None:
    """Returns the folder that a file names, or None where it names none that can be one."""
    try:
        folder = Path(json.loads(file.read_text(encoding="utf-8"))["folder"])
    except (OSError, ValueError, RecursionError, TypeError, KeyError):
        return None
    return folder if folder.is_absolute() else None
