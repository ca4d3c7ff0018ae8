"""Asks where the key of new data is kept, where the system has no keyring for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.opening.new_passphrase import NewPassphrase
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_LEFT = Qt.AlignmentFlag.AlignLeft


class PlaceForm(QWidget):
    """Three choices, each with what it protects from and what not."""

    passphrase_chosen = Signal(str)
    key_file_chosen = Signal()
    nothing_chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = spacing.column(theme, self, gap=12)
        column.addWidget(WrappedLabel(self.tr("Lock up your chats and summaries"), "display"))
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "Everything is stored encrypted on this computer. The key is usually kept by "
                    "the system, but this system has no keyring. How should it be kept?"
                ),
                "muted",
            )
        )
        column.addWidget(self._passphrase_card())
        column.addWidget(self._key_file_card())
        column.addWidget(self._nothing_card())

    def focus_first(self) -> None:
        """Puts the cursor into the first field."""
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _passphrase_card(self) -> Card:
        theme = self._theme
        card = self._card(
            self.tr("A passphrase"),
            self.tr(
                "You enter it each time the app starts. It protects your data from everybody who "
                "gets at this computer or its disk. If you forget it, only the recovery code, "
                "which you can save next, opens your data."
            ),
        )
        self._new = NewPassphrase(theme)
        self._problem = WrappedLabel("", "danger")
        self._problem.hide()
        self._use = Button(theme, self.tr("Use this passphrase"), kind="primary")
        for widget in (self._new, self._problem):
            card.column.addWidget(widget)
        card.column.addWidget(self._use, 0, _LEFT)
        self._new.changed.connect(self._problem.hide)
        self._new.submitted.connect(self._on_use)
        self._use.clicked.connect(self._on_use)
        return card

    def _key_file_card(self) -> Card:
        card = self._card(
            self.tr("A key file"),
            self.tr(
                "Nothing to remember: the key lies in a file beside your data that only your "
                "account can read. It protects your data from the other accounts of this computer. "
                "It does not protect from someone who takes the disk or copies the whole folder, "
                "nor from programs that run under your account."
            ),
        )
        button = Button(self._theme, self.tr("Use a key file"))
        button.clicked.connect(self.key_file_chosen)
        card.column.addWidget(button, 0, _LEFT)
        return card

    def _nothing_card(self) -> Card:
        card = self._card(
            self.tr("Nothing stored this time"),
            self.tr(
                "Chats and summaries are gone when you close the window. You are asked again "
                "the next time."
            ),
        )
        button = Button(self._theme, self.tr("Store nothing this time"))
        button.clicked.connect(self.nothing_chosen)
        card.column.addWidget(button, 0, _LEFT)
        return card

    def _card(self, title: str, sentences: str) -> Card:
        card = Card(self._theme)
        card.column.addWidget(PlainLabel(title, "strong"))
        card.column.addWidget(WrappedLabel(sentences, "muted"))
        return card

    def _on_use(self) -> None:
        problem = self._new.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.passphrase_chosen.emit(self._new.text())
