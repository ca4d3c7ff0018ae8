"""After the recovery code has opened the data: where the key is to be kept from now on.

Nothing is keyed in silence: without an answer the code is asked for again at the next start.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.opening.passphrase_dialog import PassphraseDialog, Wish
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.widgets.choice_dialog import Choice, ChoiceDialog, Option


def ask_where(core: Core, code: str, parent: QWidget) -> None:
    """Asks once it is known which keyrings there are; `code` proves who asks."""
    core.operations.run(
        parent,
        lambda job: core.keys.keyrings(),
        on_success=lambda found: _ask(core, code, found, parent),
        on_failure=core.report,
        lane=Lane.STORAGE,
    )


def _ask(core: Core, code: str, keyrings: tuple[str, ...], parent: QWidget) -> None:
    dialog = ChoiceDialog(core.theme, _choice(keyrings), parent=parent.window())

    def on_chosen(key: str) -> None:
        if key == "keyring":
            _keep_in_keyring(core, code, keyrings[0], parent)
        else:
            PassphraseDialog(
                core, Wish.SET, asks_at_start=True, words=code, parent=parent.window()
            ).open()

    dialog.chosen.connect(on_chosen)
    dialog.open()


def _choice(keyrings: tuple[str, ...]) -> Choice:
    tr = QCoreApplication.translate
    options = [
        Option(
            "passphrase",
            tr("KeyAgain", "Under a new passphrase"),
            tr("KeyAgain", "You enter it at each start."),
        )
    ]
    if keyrings:
        keyring = Option(
            "keyring",
            tr("KeyAgain", "In this system’s keyring"),
            tr("KeyAgain", "It opens when you sign in; nothing is asked at the start."),
        )
        options.insert(0, keyring)
    return Choice(
        tr("KeyAgain", "Your data is open. Where should its key be kept now?"),
        tr("KeyAgain", "Until you choose, the recovery code is asked for at each start."),
        options,
        tr("KeyAgain", "Keep it there"),
    )


def _keep_in_keyring(core: Core, code: str, keyring: str, parent: QWidget) -> None:
    def work() -> None:
        from desktop_slm.storage.keys.keys import InKeyring

        with core.keys.unlock(code=code) as key:
            core.keys.move(key, InKeyring(keyring))

    core.operations.run(
        parent,
        lambda job: work(),
        on_success=lambda nothing: core.keeping_changed.emit(),
        on_failure=core.report,
        lane=Lane.STORAGE,
    )
