"""The line in a chat above which nothing goes to the model any more, because a person said so."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class NotSentLine(QWidget):
    """Words over a thin line."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("not sent")
        words = WrappedLabel(
            self.tr("The messages above are kept here and not sent to the model any more."), "small"
        )
        line = QFrame()
        line.setProperty("separator", True)
        line.setFixedHeight(theme.hairline())
        column = spacing.column(theme, self, gap=8, margins=(0, 0, 0, 12))
        column.addWidget(words)
        column.addWidget(line)
