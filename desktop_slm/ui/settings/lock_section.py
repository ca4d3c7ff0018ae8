"""Passphrase, recovery code, lock, titles, and the end of everything: how the data is kept shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm import policy
from desktop_slm.settings import LOCK_AFTER_MINUTES, Settings
from desktop_slm.ui import spacing
from desktop_slm.ui.core import Core
from desktop_slm.ui.ending import Ending, EndKind
from desktop_slm.ui.opening.passphrase_dialog import PassphraseDialog, Wish
from desktop_slm.ui.opening.recovery_dialog import RecoveryDialog
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm

if TYPE_CHECKING:
    from desktop_slm.storage.keys.keys import NewData, StoredData


class LockSection(Section):
    """What needs stored data is disabled without it."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(core.theme, tr("LockSection", "Lock and recovery"), parent=parent)
        self._core = core
        self._case: StoredData | None = None
        self._is_showing = False
        theme = core.theme
        self.set = Button(theme, self.tr("Set a passphrase…"))
        self.remove = Button(theme, self.tr("Remove…"))
        both = QWidget()
        buttons = spacing.row(theme, both, gap=8)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.set)
        self.code = Button(theme, self.tr("Save your recovery code…"))
        self.after = ComboBox(theme, self.tr("Lock after"), _choices())
        self.with_session = CheckBox(theme, self.tr("Lock"))
        self.hide_titles = CheckBox(theme, self.tr("Hide"))
        self.erase = Button(theme, self.tr("Erase everything…"), kind="danger")
        self.passphrase_row = Row(theme, self.tr("Passphrase"), control=both)
        self.code_row = Row(theme, self.tr("Recovery code"), control=self.code)
        self.after_row = Row(theme, self.tr("Lock when nobody is there"), control=self.after)
        for row in (
            self.passphrase_row,
            self.code_row,
            self.after_row,
            Row(
                theme,
                self.tr("Lock with the computer"),
                self.tr(
                    "When it wakes from sleep, and when the session is locked where the desktop "
                    "says so; elsewhere the time above has to do."
                ),
                self.with_session,
            ),
            Row(
                theme,
                self.tr("Titles in the list"),
                self.tr("Hidden, each shows only what it is and when, until it is opened."),
                self.hide_titles,
            ),
            Row(
                theme,
                self.tr("Erase everything"),
                self.tr(
                    "All chats, summaries, backups, keys, settings and the log go for good. "
                    "Models and your own documents stay."
                ),
                self.erase,
            ),
        ):
            self.column.addWidget(row)
        self._connect()
        self._show_settings(core.settings)

    def refresh(self) -> None:
        """Looks again how the key is kept."""
        core = self._core
        core.operations.run(
            self,
            lambda job: core.keys.examine(),
            on_success=self._show,
            on_failure=core.report,
        )

    def _connect(self) -> None:
        self.set.clicked.connect(self._on_set)
        self.remove.clicked.connect(self._on_remove)
        self.code.clicked.connect(self._on_code)
        self.erase.clicked.connect(self._on_erase)
        self.after.currentIndexChanged.connect(lambda _at: self._on_after())
        self.with_session.toggled.connect(lambda on: self._change(lock_with_session=on))
        self.hide_titles.toggled.connect(lambda on: self._change(hide_titles=on))
        self._core.settings_changed.connect(self._show_settings)
        self._core.data_opened.connect(self._on_data_opened)
        self._core.keeping_changed.connect(self.refresh)

    def _on_data_opened(self, _data: object) -> None:
        self.refresh()

    def _show(self, case: NewData | StoredData) -> None:
        from desktop_slm.storage.keys.keys import StoredData

        data = self._core.data
        is_stored = data is not None and data.database.is_stored
        self._case = case if isinstance(case, StoredData) and is_stored else None
        has_passphrase = self._case is not None and self._case.has_passphrase
        has_code = self._case is not None and self._case.has_code
        for button in (self.set, self.code):
            button.setEnabled(self._case is not None)
        self.remove.setVisible(has_passphrase)
        self.set.setText(self.tr("Change…") if has_passphrase else self.tr("Set a passphrase…"))
        self.code.setText(self.tr("Renew…") if has_code else self.tr("Save your recovery code…"))
        self.passphrase_row.say(self._passphrase_words())
        self.code_row.say(self._code_words(has_code=has_code))
        self.after_row.say(self._after_words(has_passphrase=has_passphrase))
        self.after.setEnabled(has_passphrase and not policy.current().lock_after_min)
        self.with_session.setEnabled(has_passphrase)

    def _passphrase_words(self) -> str:
        if self._case is None:
            return self.tr("Nothing is stored, so there is nothing to lock.")
        if self._case.needs_passphrase:
            return self.tr("It is asked for at each start, and after a lock.")
        if self._case.has_passphrase:
            return self.tr("It is asked for after a lock. At the start the keyring opens the data.")
        return self.tr("None is set: whoever uses your account can open the data.")

    def _code_words(self, *, has_code: bool) -> str:
        if has_code:
            return self.tr("You have one. Renewing it ends the one before.")
        return self.tr(
            "There is none: if the keyring is lost or the passphrase forgotten, nobody can open "
            "your data any more."
        )

    def _after_words(self, *, has_passphrase: bool) -> str:
        if policy.current().lock_after_min:
            return self.tr(
                "Set by your organisation. Where no passphrase is set, the window closes instead."
            )
        if not has_passphrase:
            return self.tr("Set a passphrase first: it unlocks the app.")
        return self.tr(
            "Closes the data, unloads the model and blanks the window; an answer or a summary "
            "under way is kept as it stands. Ctrl+L locks at once."
        )

    def _show_settings(self, settings: Settings) -> None:
        self._is_showing = True
        self.after.choose(str(settings.lock_after_min))
        self.with_session.setChecked(settings.lock_with_session)
        self.hide_titles.setChecked(settings.hide_titles)
        self._is_showing = False

    def _change(self, **changes: object) -> None:
        if not self._is_showing:
            self._core.change_settings(**changes)

    def _on_after(self) -> None:
        self._change(lock_after_min=int(self.after.choice() or 0))

    def _on_set(self) -> None:
        case = self._case
        if case is not None:
            wish = Wish.CHANGE if case.has_passphrase else Wish.SET
            PassphraseDialog(
                self._core, wish, asks_at_start=case.needs_passphrase, parent=self.window()
            ).open()

    def _on_remove(self) -> None:
        PassphraseDialog(self._core, Wish.REMOVE, parent=self.window()).open()

    def _on_code(self) -> None:
        case = self._case
        if case is not None:
            RecoveryDialog(
                self._core, renews=case.has_code, asks=case.has_passphrase, parent=self.window()
            ).open()

    def _on_erase(self) -> None:
        question = Question(
            self.tr("Erase everything for good?"),
            self.tr(
                "All chats, summaries, backups, keys, settings and the log are erased, and the "
                "app closes. Nothing brings them back. Files that you saved elsewhere, your own "
                "documents and the models stay."
            ),
            self.tr("Erase everything"),
            is_dangerous=True,
        )
        confirm(
            self._core.theme,
            self,
            question,
            lambda: self._core.end_requested.emit(Ending(EndKind.ERASING)),
        )


def _choices() -> list[tuple[str, str]]:
    tr = QCoreApplication.translate
    choices = []
    for minutes in LOCK_AFTER_MINUTES:
        words = tr("LockSection", "After {minutes} minutes").format(minutes=minutes)
        if minutes == 0:
            words = tr("LockSection", "Only when asked")
        elif minutes == 1:
            words = tr("LockSection", "After 1 minute")
        choices.append((str(minutes), words))
    return choices
