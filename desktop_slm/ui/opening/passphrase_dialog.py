"""Sets, changes or takes away the passphrase; the data itself is not written anew for that."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.opening.key_dialog import KeyDialog
from desktop_slm.ui.opening.new_passphrase import NewPassphrase
from desktop_slm.ui.opening.passphrase_field import PassphraseField
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.storage.keys.keys import Keys


class Wish(Enum):
    """What is to be done with the passphrase."""

    SET = "set"
    SET_TO_LOCK = "set to lock"
    CHANGE = "change"
    REMOVE = "remove"


class PassphraseDialog(KeyDialog):
    """Asks for what the wish needs: the passphrase in force, the new one, when to ask for it."""

    def __init__(
        self,
        core: Core,
        wish: Wish,
        *,
        asks_at_start: bool = False,
        words: str = "",
        parent: QWidget,
    ) -> None:
        """`words` are the passphrase or recovery code in force, where they were just given."""
        title, sentence, action = _words(wish)
        super().__init__(core, title, action, parent=parent)
        self._wish = wish
        self._words = words
        theme = core.theme
        self.column.addWidget(WrappedLabel(sentence, "muted"))
        self.current = PassphraseField(theme, self.tr("Current passphrase or recovery code"))
        self.new = NewPassphrase(theme)
        self.at_start = CheckBox(theme, self.tr("Ask for it at each start"))
        self.at_start.setChecked(asks_at_start)
        for widget, is_needed in (
            (self.current, wish in (Wish.CHANGE, Wish.REMOVE)),
            (self.new, wish is not Wish.REMOVE),
            (self.at_start, wish is not Wish.REMOVE),
        ):
            self.column.addWidget(widget)
            widget.setVisible(is_needed)
        first = self.current if wish in (Wish.CHANGE, Wish.REMOVE) else self.new
        first.setFocus()
        self.current.changed.connect(lambda: self.show_problem(""))
        self.new.changed.connect(lambda: self.show_problem(""))
        self.new.submitted.connect(self.on_act)

    def on_act(self) -> None:
        """Changes the passphrase."""
        problem = self._problem_now()
        if problem:
            self.show_problem(problem)
            return
        keys, wish = self._core, self._wish
        current = self._words or self.current.text()
        new, at_start = self.new.text(), self.at_start.isChecked()
        self.carry_out(lambda: _change(keys.keys, wish, current, new, at_start=at_start))

    def _problem_now(self) -> str:
        if self._wish in (Wish.CHANGE, Wish.REMOVE) and not self.current.text():
            self.current.select_all()
            return self.tr("Enter the passphrase that is in force now.")
        return "" if self._wish is Wish.REMOVE else self.new.problem()


def _change(keys: Keys, wish: Wish, current: str, new: str, *, at_start: bool) -> None:
    with keys.unlock_to_change(current or None) as key:
        if wish is Wish.REMOVE:
            keys.unprotect(key)
        else:
            keys.protect(key, new, at_start=at_start)


def _words(wish: Wish) -> tuple[str, str, str]:
    """Returns title, sentence and the verb on the button."""
    tr = QCoreApplication.translate
    locks = tr(
        "PassphraseDialog",
        "It unlocks the app after a lock. If you forget it, only your recovery code opens your "
        "chats and summaries.",
    )
    return {
        Wish.SET: (
            tr("PassphraseDialog", "Set a passphrase"),
            locks,
            tr("PassphraseDialog", "Set passphrase"),
        ),
        Wish.SET_TO_LOCK: (
            tr("PassphraseDialog", "Set a passphrase to lock the app"),
            tr(
                "PassphraseDialog",
                "This system's keyring opens for whoever uses your account, so it cannot unlock "
                "the app. If you forget the passphrase, only your recovery code opens your chats "
                "and summaries.",
            ),
            tr("PassphraseDialog", "Set and lock now"),
        ),
        Wish.CHANGE: (
            tr("PassphraseDialog", "Change the passphrase"),
            tr("PassphraseDialog", "The one before opens nothing any more, here."),
            tr("PassphraseDialog", "Change passphrase"),
        ),
        Wish.REMOVE: (
            tr("PassphraseDialog", "Remove the passphrase"),
            tr(
                "PassphraseDialog",
                "The key is kept by this system's keyring alone, and the app can no longer be "
                "locked.",
            ),
            tr("PassphraseDialog", "Remove passphrase"),
        ),
    }[wish]
