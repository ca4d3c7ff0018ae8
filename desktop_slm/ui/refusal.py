"""Says in a small window why the program does not start."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 440


def show(application: QApplication, error: DesktopSlmError) -> None:
    """Waits until it was read."""
    theme = Theme(application)
    dialog(theme, error).exec()
    theme.deleteLater()


def dialog(theme: Theme, error: DesktopSlmError) -> QDialog:
    """Returns the window."""
    tr = QCoreApplication.translate
    made = QDialog()
    made.setWindowTitle(tr("Refusal", "Desktop SLM does not start"))
    made.setMinimumWidth(theme.px(_WIDTH_PX))
    column = spacing.column(theme, made, gap=12, margins=(24, 20, 24, 20))
    column.addWidget(WrappedLabel(made.windowTitle(), "title"))
    column.addWidget(WrappedLabel(wording.sentence(error)))
    close = Button(theme, tr("Refusal", "Close"), kind="primary")
    close.clicked.connect(made.accept)
    row = spacing.row(theme, gap=8)
    row.addStretch(1)
    row.addWidget(close)
    column.addLayout(row)
    return made
