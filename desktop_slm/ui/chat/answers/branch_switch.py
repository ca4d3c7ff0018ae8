"""‹ 2 / 3 ›: goes from one branch of a chat to the next, where there is more than one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel


class BranchSwitch(QWidget):
    """Hidden until it is given siblings; `chosen` names the message to show."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[int] = ()
        self._at = 0
        self._back = IconButton(theme, "chevron-left", self.tr("Earlier version"))
        self._on = IconButton(theme, "chevron-right", self.tr("Later version"))
        self._place = PlainLabel(role="small")
        self._back.clicked.connect(lambda: self.chosen.emit(self._ids[self._at - 1]))
        self._on.clicked.connect(lambda: self.chosen.emit(self._ids[self._at + 1]))
        row = spacing.row(theme, self, gap=0)
        for each in (self._back, self._place, self._on):
            row.addWidget(each)
        self.hide()

    def show_branches(self, ids: Sequence[int], shown: int) -> None:
        """Shows where among its siblings a message stands."""
        self._ids = ids
        self._at = ids.index(shown) if shown in ids else 0
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at < len(ids) - 1)
        words = self.tr("{number} / {count}").format(number=self._at + 1, count=len(ids))
        self._place.setText(words)
        self._place.setAccessibleName(
            self.tr("Version {number} of {count}").format(number=self._at + 1, count=len(ids))
        )
        self.setVisible(len(ids) > 1)
