"""`desktop-slm check`: reads all that is stored and the newest backup, and says what it found.

The exit status is 0 where all is sound, 1 where it is not.
"""

from __future__ import annotations

from typing import Any

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.stored import described, open_stored
from desktop_slm.errors import DatabaseDamaged
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.backups.checking import Checked, Finding, Part, check
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    found = paths.find()
    backups = Backups(found.database)
    progress = output.Progress()
    progress.show("Reading everything that is stored")
    try:
        with open_stored(found, arguments) as database:
            checked = check(database, backups)
    except DatabaseDamaged as error:
        kept = backups.all()
        damage = Finding(Part.DATABASE, str(error))
        checked = Checked((damage,), kept[0] if kept else None, len(kept))
    finally:
        progress.clear()
    if arguments.json:
        output.result(_described(checked))
    else:
        _print(checked)
    return 0 if checked.is_sound else 1


def _print(checked: Checked) -> None:
    print("All is sound." if checked.is_sound else "Something is damaged:")
    for finding in checked.findings:
        print(output.one_line(f"- {finding.part.value}: {finding.what}"))
    if checked.backup is None:
        print("There is no backup yet; “desktop-slm backup” makes one.")
        return
    made = checked.backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
    print(f"The newest of {checked.backups} backups is of {made}: {checked.backup.path.name}")
    if not checked.is_sound:
        print("“desktop-slm backup --list” shows all; “desktop-slm restore NAME” puts one back.")


def _described(checked: Checked) -> dict[str, Any]:
    return {
        "sound": checked.is_sound,
        "findings": [
            {"part": each.part.value, "what": each.what, "harmful": each.is_harmful}
            for each in checked.findings
        ],
        "newest_backup": described(checked.backup) if checked.backup else None,
        "backups": checked.backups,
    }
