"""A page with nothing on it yet: what it is for, in a sentence, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 480


class EmptyState(QWidget):
    """An icon, a title, a sentence and buttons, in the middle of what room there is."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str,
        actions: Sequence[QPushButton] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._block = QWidget()
        outer = spacing.column(theme, self, gap=0, margins=(24, 24, 24, 24))
        outer.addStretch(2)
        middle_row = spacing.row(theme, gap=0)
        middle_row.addStretch(1)
        middle_row.addWidget(self._block, 1000)  # as wide as it may be, then centred
        middle_row.addStretch(1)
        outer.addLayout(middle_row)
        outer.addStretch(3)
        column = spacing.column(theme, self._block, gap=8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(theme, icon, "muted", size=32), 0, middle)
        for words, role in ((title, "title"), (sentence, "muted")):
            label = WrappedLabel(words, role)
            label.setAlignment(middle)
            column.addWidget(label)
        if actions:
            buttons = QWidget()
            flow = FlowLayout(theme, buttons, gap=8)
            for button in actions:
                flow.addWidget(button)
            column.addSpacing(8)
            column.addWidget(buttons, 0, middle)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._block.setMaximumWidth(self._theme.px(_WIDTH_PX))
