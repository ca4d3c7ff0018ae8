"""Two fields for a new passphrase, with a word about how hard it is to guess."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.opening.passphrase_field import PassphraseField
from desktop_slm.ui.opening.strength import Strength, strength
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class NewPassphrase(QWidget):
    """The passphrase and the same once more."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = PassphraseField(theme, self.tr("Passphrase"))
        self._second = PassphraseField(theme, self.tr("The same once more"))
        self._hint = WrappedLabel(strength_words(""), "small")
        column = spacing.column(theme, self, gap=12)
        for widget in (self._first, self._hint, self._second):
            column.addWidget(widget)
        self.setFocusProxy(self._first)
        self._first.changed.connect(self._on_changed)
        self._second.changed.connect(self.changed)
        self._first.submitted.connect(self._second.setFocus)
        self._second.submitted.connect(self.submitted)

    def text(self) -> str:
        """Returns the passphrase."""
        return self._first.text()

    def problem(self) -> str:
        """Returns why it cannot be used yet, and marks the field; nothing where it can."""
        if not self._first.text():
            self._first.select_all()
            return self.tr("The passphrase is empty. Enter one.")
        if self._first.text() != self._second.text():
            self._second.select_all()
            return self.tr("The two are not the same. Enter the passphrase once more.")
        return ""

    def _on_changed(self) -> None:
        self._hint.setText(strength_words(self._first.text()))
        self.changed.emit()


def strength_words(passphrase: str) -> str:
    """Says how hard a passphrase is to guess."""
    tr = QCoreApplication.translate
    if not passphrase:
        return tr(
            "NewPassphrase",
            "Five or more words that do not belong together are good, and stay in mind.",
        )
    return {
        Strength.WEAK: tr(
            "NewPassphrase", "Easy to guess for a program. Make it longer: add words."
        ),
        Strength.FAIR: tr("NewPassphrase", "Fair. One more word makes it good."),
        Strength.GOOD: tr("NewPassphrase", "Good."),
    }[strength(passphrase)]
