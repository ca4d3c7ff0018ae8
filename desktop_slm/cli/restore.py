"""`desktop-slm restore FILE`: a backup in the place of what is stored, which is kept aside."""

from __future__ import annotations

import getpass
from pathlib import Path

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.session import can_ask, choose_place, now
from desktop_slm.cli.stored import keys_of, refuse_window, unlock_stored
from desktop_slm.errors import KeyringUnavailable
from desktop_slm.paths import Paths
from desktop_slm.storage.backups import restoring
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.key_file import read_passphrase_file
from desktop_slm.storage.keys.keys import NewData
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    found = paths.find()
    path = _file(arguments, found)
    restoring.is_portable(path)  # a name that is no file is told before anything is asked
    refuse_window(found)
    with _key(found, arguments) as key:
        words = _words(arguments, path, key)
        ready = restoring.prepare_with_key(path, found.database, key, words)
        aside = restoring.put_in_place(ready, found.database, now())
    if arguments.json:
        output.result({"restored": str(path), "kept_aside": str(aside) if aside else None})
        return 0
    print(output.one_line(f"Restored {path.name}."))
    if aside is not None:
        output.note(f"What was there before is kept: desktop-slm restore {aside.name}")
    return 0


def _file(arguments: Arguments, found: Paths) -> Path:
    """Returns the file that is meant: a path, or the name of a backup in the folder of backups."""
    named = Path(arguments.file).expanduser()
    listed = Backups(found.database).folder / arguments.file
    is_listed = named.name == arguments.file and not named.exists() and listed.exists()
    return listed if is_listed else named.absolute()


def _key(found: Paths, arguments: Arguments) -> DataKey:
    """Returns the key of what is here; on a new computer one is made, where the person says."""
    keys = keys_of(found)
    case = keys.examine()
    if not isinstance(case, NewData):
        return unlock_stored(found, arguments)
    place = choose_place(case, Path(arguments.key_file) if arguments.key_file else None)
    if place is None:
        raise KeyringUnavailable
    return keys.create(place)


def _words(arguments: Arguments, path: Path, key: DataKey) -> str:
    if arguments.words_file:
        return read_passphrase_file(Path(arguments.words_file))
    if restoring.needs_words(path, key.database_id) and can_ask():
        return getpass.getpass("Recovery code or passphrase of this backup: ")
    return ""
