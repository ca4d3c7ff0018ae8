"""Backup: what there is, one more now, putting one back, and the way to a new computer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import BackupLocked, DesktopSlmError, WrongKey
from desktop_slm.ui import wording
from desktop_slm.ui.core import Core, Data, now
from desktop_slm.ui.ending import Ending, EndKind
from desktop_slm.ui.file_dialogs import FileDialogs, SystemFileDialogs
from desktop_slm.ui.opening.restore_dialog import RestoreDialog, backup_words
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.settings.words_dialog import WordsDialog
from desktop_slm.ui.widgets.button import Button

if TYPE_CHECKING:
    from desktop_slm.storage.backups.backups import Backup
    from desktop_slm.storage.backups.portable import PortableBackup
    from desktop_slm.storage.backups.restoring import Ready
    from desktop_slm.storage.keys.keys import NewData, StoredData

_LISTED = 3
_SUFFIX = "desktop-slm-backup"


class BackupSection(Section):
    """Everything here runs in the background; what it brings is told in the row that began it."""

    def __init__(
        self, core: Core, dialogs: FileDialogs | None = None, *, parent: QWidget | None = None
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(core.theme, tr("BackupSection", "Backup"), parent=parent)
        self._core = core
        self._dialogs = dialogs or SystemFileDialogs()
        self._has_code = False
        self._has_passphrase = False
        theme = core.theme
        self.now = Button(theme, self.tr("Back up now"))
        self.restore = Button(theme, self.tr("Restore…"))
        self.carry = Button(theme, self.tr("Save for another computer…"))
        self.made = Row(theme, self.tr("Backups on this computer"), control=self.now)
        self.back = Row(
            theme,
            self.tr("Put a backup back"),
            self.tr("What is there now is kept, and can be put back in the same way."),
            self.restore,
        )
        self.away = Row(theme, self.tr("Move to a new computer"), control=self.carry)
        for row in (self.made, self.back, self.away):
            self.column.addWidget(row)
        self.now.clicked.connect(self._on_now)
        self.restore.clicked.connect(self._on_restore)
        self.carry.clicked.connect(self._on_move)
        core.data_opened.connect(self._on_data_opened)
        core.keeping_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Looks again which backups there are."""
        core = self._core
        is_stored = core.data is not None and core.data.database.is_stored
        for button in (self.now, self.restore, self.carry):
            button.setEnabled(is_stored)
        core.operations.run(
            self,
            lambda job: (core.backups.all(), core.keys.examine()),
            on_success=lambda found: self._show(*found),
            on_failure=lambda error: self.made.say(wording.sentence(error)),
        )

    def _on_data_opened(self, _data: Data) -> None:
        self.refresh()

    def _show(self, backups: Sequence[Backup], case: NewData | StoredData) -> None:
        from desktop_slm.storage.keys.keys import StoredData

        stored = case if isinstance(case, StoredData) else None
        self._has_code = stored is not None and stored.has_code
        self._has_passphrase = stored is not None and stored.has_passphrase
        self.made.say(self._made_words(backups))
        self.away.say(self._away_words())

    def _made_words(self, backups: Sequence[Backup]) -> str:
        if self._core.data is not None and not self._core.data.database.is_stored:
            return self.tr("Nothing is stored this time, so there is nothing to back up.")
        words = self.tr(
            "One is made on each day on which the app is open, and one before an update changes "
            "the data. Seven days are kept, encrypted like the data itself and on the same disk."
        )
        if not backups:
            return words + " " + self.tr("There is none yet.")
        lines = [backup_words(backup) for backup in backups[:_LISTED]]
        if len(backups) > _LISTED:
            lines.append(self.tr("and {count} more").format(count=len(backups) - _LISTED))
        return words + "\n" + "\n".join(lines)

    def _away_words(self) -> str:
        words = self.tr(
            "Saves everything in one encrypted file. On the new computer, install Desktop SLM, "
            "open Settings, Backup, choose Restore, then this file."
        )
        if self._has_code and self._has_passphrase:
            more = self.tr("Your recovery code or your passphrase opens it there.")
        elif self._has_code:
            more = self.tr("Your recovery code opens it there.")
        elif self._has_passphrase:
            more = self.tr("Your passphrase opens it there.")
        else:
            more = self.tr("For that you need a recovery code, which is asked for first.")
        return f"{words} {more}"

    # Now

    def _on_now(self) -> None:
        core, data = self._core, self._core.data
        if data is None:
            return
        self.now.setEnabled(False)
        self.made.say(self.tr("Writing and checking a backup …"))
        core.operations.run(
            self,
            lambda job: core.backups.make(data.database, now()),
            on_success=lambda made: core.keeping_changed.emit(),
            on_failure=self._on_not_made,
        )

    def _on_not_made(self, error: DesktopSlmError) -> None:
        self.now.setEnabled(True)
        self.made.say(wording.sentence(error))

    # Back

    def _on_restore(self) -> None:
        dialog = RestoreDialog(self._core, dialogs=self._dialogs, parent=self.window())
        dialog.backup_chosen.connect(lambda path: self._prepare(Path(path)))
        dialog.open()

    def _prepare(self, path: Path, words: str = "") -> None:
        data = self._core.data
        if data is None:
            return
        self.restore.setEnabled(False)
        self.back.say(self.tr("Checking the backup …"))

        def work() -> Ready:
            from desktop_slm.storage.backups.restoring import prepare

            return prepare(path, data.database, words)

        self._core.operations.run(
            self,
            lambda job: work(),
            on_success=lambda ready: self._core.end_requested.emit(
                Ending(EndKind.RESTORING, ready)
            ),
            on_failure=lambda error: self._on_not_prepared(path, error, had_words=bool(words)),
        )

    def _on_not_prepared(self, path: Path, error: DesktopSlmError, *, had_words: bool) -> None:
        self.restore.setEnabled(True)
        self.back.say(wording.sentence(error))
        is_portable = path.suffix == f".{_SUFFIX}"
        if isinstance(error, WrongKey) or (isinstance(error, BackupLocked) and is_portable):
            problem = wording.sentence(error) if had_words else ""
            dialog = WordsDialog(self._core.theme, problem, parent=self.window())
            dialog.entered.connect(lambda words: self._prepare(path, words))
            dialog.open()

    # Away

    def _on_move(self) -> None:
        if self._has_code or self._has_passphrase:
            self._ask_where()
            return
        from desktop_slm.ui.opening.recovery_dialog import RecoveryDialog

        dialog = RecoveryDialog(self._core, dialogs=self._dialogs, parent=self.window())
        dialog.changed.connect(self._ask_where)
        dialog.open()

    def _ask_where(self) -> None:
        name = f"Desktop SLM {now().astimezone():%Y-%m-%d}.{_SUFFIX}"
        self._dialogs.save(self, name, _SUFFIX, self._save)

    def _save(self, path: Path) -> None:
        core, data = self._core, self._core.data
        if data is None:
            return
        self.carry.setEnabled(False)
        self.away.say(self.tr("Writing and checking the file …"))

        def work() -> PortableBackup:
            from desktop_slm.storage.backups.portable import write_portable

            return write_portable(data.database, core.outside.paths.key_record, path)

        core.operations.run(
            self, lambda job: work(), on_success=self._on_saved, on_failure=self._on_not_saved
        )

    def _on_saved(self, made: PortableBackup) -> None:
        self.carry.setEnabled(True)
        saved = self.tr("Saved as “{name}”.").format(name=made.path.name)
        self.away.say(f"{saved} {self._away_words()}")

    def _on_not_saved(self, error: DesktopSlmError) -> None:
        self.carry.setEnabled(True)
        self.away.say(wording.sentence(error))
