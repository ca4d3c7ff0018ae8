"""`desktop-slm backup`: the day's backup, one encrypted file to take elsewhere, the list."""

from __future__ import annotations

from pathlib import Path

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.session import now
from desktop_slm.cli.stored import described, open_stored
from desktop_slm.storage.backups.backups import Backup, Backups
from desktop_slm.storage.backups.portable import write_portable
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher

_ONLY_HERE = (
    "This file opens on this computer alone: no recovery code and no passphrase is set. Save a "
    "recovery code in Settings, then make it again."
)


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    found = paths.find()
    backups = Backups(found.database)
    if arguments.lists:
        _list(arguments, backups.all())
        return 0
    with open_stored(found, arguments) as database:
        if arguments.file:
            target = Path(arguments.file).expanduser().absolute()
            made = write_portable(database, found.key_record, target)
            _tell_portable(arguments, made.path, travels=made.can_travel)
        else:
            _list(arguments, (backups.make(database, now()),))
    return 0


def _list(arguments: Arguments, found: tuple[Backup, ...]) -> None:
    if arguments.json:
        output.result([described(backup) for backup in found])
        return
    for backup in found:
        made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
        print(f"{made}\t{backup.size_bytes / 1e6:,.1f} MB\t{backup.path.name}")


def _tell_portable(arguments: Arguments, path: Path, *, travels: bool) -> None:
    if arguments.json:
        size = path.stat().st_size
        output.result({"file": str(path), "size_bytes": size, "opens_elsewhere": travels})
    else:
        print(output.one_line(str(path)))
    if not travels:
        output.note(_ONLY_HERE)
