"""How much a person has checked, and the switch that leaves out what nothing supports."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.summaries import editing
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class PersonLine(QWidget):
    """Stands over the sentences of a summary that is made."""

    only_supported_changed = Signal(bool)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.checked = WrappedLabel(role="small")
        self.only_supported = CheckBox(theme, self.tr("Leave out what nothing supports"))
        self.only_supported.toggled.connect(self.only_supported_changed)
        self.left_out = WrappedLabel(role="small")
        self.resting = WrappedLabel(role="accent")
        column = spacing.column(theme, self, gap=0)
        self._switch = QWidget()
        row = FlowLayout(theme, self._switch, gap=10)
        row.addWidget(self.only_supported)
        column.addWidget(self.checked)
        column.addWidget(self._switch)
        column.addWidget(self.left_out, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.resting)
        self.resting.hide()

    def set_only_supported(self, is_on: bool) -> None:
        """Shows the switch so; nothing is emitted."""
        self.only_supported.blockSignals(True)
        self.only_supported.setChecked(is_on)
        self.only_supported.blockSignals(False)

    def show_items(self, items: Sequence[Item], *, can_edit: bool) -> None:
        """Shows the counts of these items."""
        count = sum(item.is_checked for item in items)
        number = self._words.number
        words = self.tr("{0} of {1} sentences checked by a person")
        if len(items) == 1:
            words = self.tr("{0} of 1 sentence checked by a person")
        self.checked.setText(words.format(number(count), number(len(items))))
        self.checked.setVisible(can_edit)
        unsupported = sum(not editing.is_supported(item) for item in items)
        is_on = self.only_supported.isChecked()
        self._switch.setVisible(bool(unsupported) or is_on)
        self.left_out.setText(self._left_out(unsupported))
        self.left_out.setVisible(is_on)

    def show_resting(self, count: int | None) -> None:
        """Says how many sentences rest on what is selected; None where nothing is."""
        self.resting.setVisible(count is not None)
        if count is None:
            return
        if count == 0:
            words = self.tr("No sentence rests on what is selected.")
        elif count == 1:
            words = self.tr("1 sentence rests on what is selected.")
        else:
            words = self.tr("{0} sentences rest on what is selected.").format(count)
        self.resting.setText(words)

    def _left_out(self, count: int) -> str:
        if count == 0:
            return self.tr("Nothing is left out: every sentence has a source.")
        if count == 1:
            return self.tr("1 sentence is left out, here and in what you copy or export.")
        return self.tr("{0} sentences are left out, here and in what you copy or export.").format(
            self._words.number(count)
        )
