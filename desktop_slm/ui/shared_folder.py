"""Asks before the first write to a data folder that other computers see as well."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog

from desktop_slm.paths import Paths
from desktop_slm.settings import SettingsFile

if TYPE_CHECKING:
    from desktop_slm.ui.widgets.confirm_dialog import Question


def may_use(application: QApplication, paths: Paths) -> bool:
    """Says whether the data folder may be written to; asks where it is shared and still empty.

    Runs before there is a window, a lock or a log, and waits for the answer; a yes is remembered
    for this folder. Looking takes 30 ms and happens only while there is no data.
    """
    if paths.database.exists():
        return True
    from desktop_slm.storage import locations

    file = SettingsFile(paths.settings)
    settings = file.load()
    if settings.shared_folder_accepted == str(paths.data):
        return True
    shared = locations.recognise(paths.data)
    if shared is None:
        return True
    is_network = shared.sharing is locations.Sharing.NETWORK
    if not _confirm(application, question(paths.data, shared.name, is_network=is_network)):
        return False
    with contextlib.suppress(OSError):  # asked again at the next start, then
        file.save(settings.with_changes(shared_folder_accepted=str(paths.data)))
    return True


def question(folder: Path, name: str, *, is_network: bool) -> Question:
    """Returns what is asked."""
    from desktop_slm.ui.widgets.confirm_dialog import Question

    tr = QCoreApplication.translate
    if is_network:
        where = tr("SharedFolder", "The folder for your data is on a network drive ({name}).")
    else:
        where = tr("SharedFolder", "The folder for your data is kept in sync by {name}.")
    risk = tr(
        "SharedFolder",
        "Two computers that write there can damage your chats and summaries, so use it only if "
        "no other one does. To use a folder of this computer, cancel and start the app with "
        "--data-dir and that folder. Nothing has been written so far.",
    )
    return Question(
        title=tr("SharedFolder", "Store your data in a shared folder?"),
        sentence=f"{where.format(name=name)} {risk}",
        action=tr("SharedFolder", "Use this folder"),
        verbatim=str(folder),
        is_dangerous=True,
    )


def _confirm(application: QApplication, asked: Question) -> bool:
    from desktop_slm.ui.theme import Theme
    from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog

    theme = Theme(application)
    dialog = ConfirmDialog(theme, asked)
    answer = dialog.exec()
    theme.deleteLater()
    return answer == QDialog.DialogCode.Accepted
