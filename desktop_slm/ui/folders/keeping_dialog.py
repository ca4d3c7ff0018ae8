"""Asks for how long a folder keeps what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.radio_button import RadioButton
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 460
_SHARE_OF_WINDOW = 0.9
_USUAL_DAYS = 30
MOST_DAYS = 36_500


class KeepingDialog(WindowDialog):
    """For good, or for so many days after a thing's last change."""

    chosen = Signal(object)  # int | None: days

    def __init__(self, theme: Theme, name: str, days: int | None, *, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("How long does “{folder}” keep what is in it?").format(folder=name)
        self.setWindowTitle(plain_text.window_title(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), int(parent.width() * _SHARE_OF_WINDOW)))
        self.keep = Button(theme, self.tr("Keep so"), kind="primary")
        self.for_good = RadioButton(theme, self.tr("For good"), parent=self)
        self.for_days = RadioButton(theme, self.tr("For some days after the last change:"))
        self.days = QLineEdit(str(days or _USUAL_DAYS))
        self.days.setValidator(QIntValidator(1, MOST_DAYS, self.days))
        self.days.setAccessibleName(self.tr("Days"))
        self.days.setFixedWidth(theme.px(72))
        self.days.textEdited.connect(lambda typed: self.for_days.setChecked(True))
        self.days.textChanged.connect(self._on_changed)
        self.for_good.toggled.connect(self._on_changed)
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(title, "title"))
        column.addWidget(self.for_good, 0, Qt.AlignmentFlag.AlignLeading)
        row = spacing.row(theme, gap=8)
        row.addWidget(self.for_days)
        row.addWidget(self.days)
        row.addStretch(1)
        column.addLayout(row)
        more = self.tr(
            "What has not been changed for so long is erased for good, also from the backups: when "
            "the app is opened, and every day while it is open. What is put into the folder is "
            "kept for the days from then on."
        )
        column.addWidget(WrappedLabel(more, "small"))
        column.addStretch(1)
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._on_done)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        column.addLayout(buttons)
        first = self.for_good if days is None else self.for_days
        first.setChecked(True)
        first.setFocus()

    def _on_changed(self, _: object = None) -> None:
        is_number = self.days.hasAcceptableInput()
        self.keep.setEnabled(self.for_good.isChecked() or is_number)

    def _on_done(self) -> None:
        days = int(self.days.text()) if self.for_days.isChecked() else None
        self.accept()
        self.chosen.emit(days)
