"""Asks for an access token, and which mirror may get it beside Hugging Face."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.models import hosts
from desktop_slm.ui import spacing
from desktop_slm.ui.opening.passphrase_field import PassphraseField
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.trailing_flow import TrailingFlow
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 460
_SHARE_OF_WINDOW = 0.9


class TokenDialog(WindowDialog):
    """One field; `given` carries the token, and the mirror that may get it or ""."""

    given = Signal(str, str)

    def __init__(self, theme: Theme, repo: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Access token"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = int(parent.width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(self.tr("Enter an access token"), "title"))
        steps = self.tr(
            "Accept the terms of “{repo}” on its page on Hugging Face, make an access token that "
            "may read in the settings of your account there, and enter it here. It is kept in "
            "this system's keyring and sent when a model asks for it."
        )
        column.addWidget(WrappedLabel(steps.format(repo=repo)))
        self.field = PassphraseField(theme, self.tr("Access token, as hf_…"))
        column.addWidget(self.field)
        self.mirror = CheckBox(
            theme, self.tr("Send it to {host}, too").format(host=hosts.endpoint_host())
        )
        self.mirror.setVisible(hosts.is_mirror())
        column.addWidget(self.mirror)
        column.addStretch(1)
        below = QWidget()
        buttons = TrailingFlow(theme, below, gap=8)
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.keep_button = Button(theme, self.tr("Keep it and try again"), kind="primary")
        self.keep_button.setEnabled(False)
        self.keep_button.clicked.connect(self._on_kept)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep_button)
        column.addWidget(below)
        self.field.changed.connect(self._on_changed)
        self.field.submitted.connect(self._on_kept)
        self.field.setFocus()

    def _on_changed(self) -> None:
        self.keep_button.setEnabled(bool(self.field.text().strip()))

    def _on_kept(self) -> None:
        token = self.field.text().strip()
        if not token:
            return
        mirror = hosts.endpoint_host() if self.mirror.isChecked() else ""
        self.field.clear()
        self.accept()
        self.given.emit(token, mirror)
