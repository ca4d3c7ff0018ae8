"""What stands in the window's place while it is locked: a field, and nothing of the person's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.core import Data
from desktop_slm.ui.instance_server import Call
from desktop_slm.ui.lock.waiting import Waiting
from desktop_slm.ui.opening.passphrase_field import PassphraseField
from desktop_slm.ui.operations import Lane, Operations
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 420
_HEIGHT_PX = 360


class LockWindow(QWidget):
    """Asks for the passphrase until it fits; `unlocked` brings the opened data.

    It is there before the locked window goes, and can be used once `enable` was called: until then
    the data is being closed.
    """

    unlocked = Signal(object)  # Data

    def __init__(self, theme: Theme, operations: Operations, geometry: str = "") -> None:
        """`geometry` is the locked window's place, as the settings keep it."""
        super().__init__()
        self.theme = theme
        self.operations = operations
        self._unlock: Callable[[str], Data] | None = None
        self.waiting = Waiting()
        self.setWindowTitle("Desktop SLM")
        self.setProperty("ground", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(theme.px(_WIDTH_PX), theme.px(_HEIGHT_PX))
        stored = QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
        if stored.isEmpty() or not self.restoreGeometry(stored):
            self.resize(theme.px(911), theme.px(512))
        self._lay_out()
        for keys in ("Ctrl+Q", "Ctrl+W"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.close)

    def enable(self, unlock: Callable[[str], Data]) -> None:
        """Lets the person try; `unlock` blocks and raises a DesktopSlmError."""
        self._unlock = unlock
        self._set_busy(False)
        self._say("")
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_to_front(self) -> None:
        """Shows the window before all others, as far as the system allows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def on_called(self, call: Call) -> None:
        """Keeps what a later start of the program wanted, and asks for the passphrase."""
        self.waiting.add(call.files)
        self.come_to_front()

    def showEvent(self, event: QShowEvent) -> None:
        """Puts the cursor into the field."""
        super().showEvent(event)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forgets what was written."""
        self._field.clear()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        theme = self.theme
        outer = spacing.column(theme, self, gap=0, margins=(24, 24, 24, 24))
        middle = spacing.row(theme, gap=0)
        inside = QWidget()
        inside.setMaximumWidth(theme.px(_WIDTH_PX))
        column = spacing.column(theme, inside, gap=12)
        column.addWidget(IconLabel(theme, "lock", "muted", size=32))
        column.addWidget(WrappedLabel(self.tr("Desktop SLM is locked"), "display"))
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "Your chats and summaries are closed. What was being written is kept as it "
                    "stood."
                ),
                "muted",
            )
        )
        self._field = PassphraseField(theme, self.tr("Passphrase or recovery code"))
        self._field.submitted.connect(self._on_entered)
        column.addWidget(self._field)
        self._problem = WrappedLabel(self.tr("Closing your data …"), "muted")
        column.addWidget(self._problem)
        self._button = Button(theme, self.tr("Unlock"), kind="primary")
        self._button.clicked.connect(self._on_entered)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.setEnabled(False)
        middle.addStretch(1)
        middle.addWidget(inside, 1000)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)

    def _on_entered(self) -> None:
        unlock, words = self._unlock, self._field.text()
        if unlock is None or not self._button.isEnabled():
            return
        if not words:
            self._say(self.tr("Enter your passphrase to unlock."))
            return
        self._set_busy(True)
        self._say(self.tr("Opening …"))
        self.operations.run(
            self,
            lambda job: unlock(words),
            on_success=self._on_unlocked,
            on_failure=self._on_refused,
            lane=Lane.STORAGE,
        )

    def _on_unlocked(self, data: Data) -> None:
        self._field.clear()
        self.unlocked.emit(data)

    def _on_refused(self, error: DesktopSlmError) -> None:
        self._set_busy(False)
        self._say(wording.sentence(error))
        QTimer.singleShot(0, self, self._field.select_all)

    def _say(self, words: str) -> None:
        self._problem.setText(words)

    def _set_busy(self, busy: bool) -> None:
        self._button.setEnabled(not busy)
        self._field.setEnabled(not busy)
