"""The frame of the dialogs that change how the key is kept: words, fields, a problem, two buttons.

What they do blocks, for a keyring or for scrypt; while it runs nothing can be pressed twice.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 480
_SHARE_OF_WINDOW = 0.9


class KeyDialog(WindowDialog):
    """Over its window; `column` takes what is between the title and the problem."""

    changed = Signal()  # it was done

    def __init__(self, core: Core, title: str, action: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._core = core
        theme = core.theme
        self.setWindowTitle(plain_text.window_title(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = int(parent.window().width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        outer = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        outer.addWidget(WrappedLabel(title, "title"))
        self.column: QVBoxLayout = spacing.column(theme, gap=12)
        outer.addLayout(self.column)
        self._problem = WrappedLabel("", "danger")
        self._problem.hide()
        outer.addWidget(self._problem)
        outer.addStretch(1)
        self.buttons = spacing.row(theme, gap=8)
        self.buttons.addStretch(1)
        self._cancel = Button(theme, self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self.act = Button(theme, action, kind="primary")
        self.act.setDefault(True)
        self.act.clicked.connect(self.on_act)
        self.buttons.addWidget(self._cancel)
        self.buttons.addWidget(self.act)
        outer.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Gives wrapped words the height that they need at this width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            needed = layout.totalHeightForWidth(self.width())
            room = self.screen().availableSize().height()
            self.resize(self.width(), min(max(self.height(), needed), room))

    def on_act(self) -> None:
        """Does what the dialog is for; each dialog says what that is."""
        raise NotImplementedError

    def show_problem(self, sentence: str) -> None:
        """Says why it was not done; nothing hides what was said."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def carry_out(self, work: Callable[[], object]) -> None:
        """Runs the change in the background; closes on success, tells the error otherwise."""
        self.show_problem("")
        self.act.setEnabled(False)
        self._core.operations.run(
            self,
            lambda job: work(),
            on_success=lambda result: self._on_done(),
            on_failure=self._on_failed,
            lane=Lane.STORAGE,
        )

    def _on_done(self) -> None:
        self._core.keeping_changed.emit()
        self.accept()
        self.changed.emit()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.act.setEnabled(True)
        self.show_problem(wording.sentence(error))
