"""Where things are kept on this computer: the folders, and nothing inside them."""

from __future__ import annotations

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
    models: Path
    starter: Path

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
        """The record of every connection that was made."""
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
            models=root / "models",
            starter=starter_folder(),
        )
    # Imported here: `platformdirs` is not needed where the folder is given.
    import platformdirs

    data = Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
    return Paths(
        data=data,
        config=Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)),
        models=data / "models",
        starter=starter_folder(),
    )


def starter_folder() -> Path:
    """Returns where `dev.py` and the packages leave the starter model; both use this rule."""
    override = os.environ.get("DESKTOP_SLM_STARTER_DIR")
    if override:
        return Path(override)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / APP_NAME / "starter"
