"""Asks which backup is to be restored: one of the list, or a file from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs, SystemFileDialogs
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.radio_button import RadioButton
from desktop_slm.ui.widgets.trailing_flow import TrailingFlow
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.storage.backups.backups import Backup

_WIDTH_PX = 480
_SHARE_OF_WINDOW = 0.9
_SHOWN = 12


class RestoreDialog(WindowDialog):
    """The newest backups with their dates; what is there now is kept, and that is said."""

    backup_chosen = Signal(str)  # its path

    def __init__(self, core: Core, *, dialogs: FileDialogs | None = None, parent: QWidget) -> None:
        super().__init__(parent)
        self._core = core
        self._dialogs = dialogs or SystemFileDialogs()
        self._choices: dict[RadioButton, Path] = {}
        theme = core.theme
        self.setWindowTitle(plain_text.window_title(self.tr("Restore a backup")))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = int(parent.window().width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(self.tr("Restore a backup"), "title"))
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "It takes the place of all chats and summaries. Those that are there now are "
                    "kept among the backups, and can be restored in the same way."
                ),
                "muted",
            )
        )
        self._list = spacing.column(theme, gap=4)
        column.addLayout(self._list)
        self._empty = WrappedLabel(self.tr("Looking for backups …"), "small")
        column.addWidget(self._empty)
        column.addStretch(1)
        below = QWidget()
        buttons = TrailingFlow(theme, below, gap=8)
        other = Button(theme, self.tr("Another file…"))
        cancel = Button(theme, self.tr("Cancel"))
        self._act = Button(theme, self.tr("Restore"), kind="primary")
        self._act.setEnabled(False)
        self._act.setDefault(True)
        buttons.addWidget(other)
        buttons.addWidget(cancel)
        buttons.addWidget(self._act)
        column.addWidget(below)
        other.clicked.connect(self._on_other)
        cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self._on_act)
        core.operations.run(
            self, lambda job: core.backups.all(), on_success=self._show, on_failure=self._on_failed
        )

    def _show(self, backups: Sequence[Backup]) -> None:
        for backup in backups[:_SHOWN]:
            button = RadioButton(self._core.theme, backup_words(backup), parent=self)
            self._choices[button] = backup.path
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._empty.setVisible(not backups)
        self._empty.setText(self.tr("There is no backup in the data folder yet."))
        self._act.setEnabled(bool(backups))
        if backups:
            first = next(iter(self._choices))
            first.setChecked(True)
            first.setFocus()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._empty.setText(wording.sentence(error))

    def _on_act(self) -> None:
        path = next(path for button, path in self._choices.items() if button.isChecked())
        self._choose(path)

    def _on_other(self) -> None:
        pattern = self.tr("Backups") + " (*.desktop-slm-backup *.db)"
        self._dialogs.choose_one(self, self.tr("Choose a backup"), pattern, self._choose)

    def _choose(self, path: Path) -> None:
        self.accept()
        self.backup_chosen.emit(str(path))


def backup_words(backup: Backup) -> str:
    """Returns the date and size of a backup, and why there is one."""
    tr = QCoreApplication.translate
    locale = QLocale()
    moment = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp()))
    made = locale.toString(moment, QLocale.FormatType.ShortFormat)
    words = {
        "daily": tr("Backups", "{made} · {size}"),
        "schema": tr("Backups", "{made} · {size} · before an update"),
        "aside": tr("Backups", "{made} · {size} · kept when another was restored"),
    }[backup.kind.value]
    return words.format(
        made=made,
        size=locale.formattedDataSize(
            backup.size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat
        ),
    )
