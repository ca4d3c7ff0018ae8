"""The changes with the choice of which are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.comparison.comparison import ChangeKind, Comparison
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.comparison.change_list import ChangeList
from desktop_slm.ui.summaries.comparison.comparison_words import ComparisonWords
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.segmented_control import SegmentedControl
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_LOW_PX = 240
_MATTERS, _ALL, _ANY = "matters", "all", ""


class ChangePanel(QWidget):
    """Filters over the list; a line under it where pages could not be compared."""

    filtered = Signal()

    def __init__(
        self, theme: Theme, words: ComparisonWords, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._is_equal = False
        self.weight = SegmentedControl(
            theme,
            self.tr("Which changes are shown"),
            [(_MATTERS, self.tr("What matters")), (_ALL, self.tr("All"))],
        )
        kinds = [
            (_ANY, self.tr("All kinds")),
            *((kind.value, words.kind(kind)) for kind in ChangeKind),
        ]
        self.kind = ComboBox(theme, self.tr("Kind of change"), kinds)
        self.list = ChangeList(theme, words, self.tr("Changes"))
        self._none = WrappedLabel(role="muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._unread = WrappedLabel(role="warning")
        self._kept = WrappedLabel(
            self.tr(
                "“What matters” are numbers, dates, names, “not”, duties and conditions. Nothing "
                "of this is stored: export what you want to keep."
            ),
            "small",
        )
        column = spacing.column(theme, self, gap=8, margins=(12, 10, 12, 10))
        row = FlowLayout(theme, gap=8)
        row.addWidget(self.weight)
        row.addWidget(self.kind)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)
        column.addWidget(self._unread)
        column.addWidget(self._kept)
        self.weight.choice_changed.connect(lambda _choice: self._show())
        self.kind.currentIndexChanged.connect(lambda _index: self._show())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives up the explanation before the list: in a low window both would be cut."""
        super().resizeEvent(event)
        self._kept.setVisible(self.height() >= self._theme.px(_LOW_PX))

    def show_comparison(self, comparison: Comparison) -> None:
        """Shows what matters first, everything where nothing of the kind is there."""
        self.list.changes.take(comparison.changes)
        unread = (self._words.unread(each) for each in (comparison.before, comparison.after))
        said = " ".join(each for each in unread if each)
        self._unread.setText(said)
        self._unread.setVisible(bool(said))
        self._is_equal = comparison.is_equal
        for control in (self.weight, self.kind):
            control.setVisible(not comparison.is_equal)
        self.kind.blockSignals(True)
        self.kind.choose(_ANY)
        self.kind.blockSignals(False)
        self.weight.choose(_MATTERS if comparison.matters else _ALL)
        self._show()

    def _show(self) -> None:
        kind = self.kind.choice()
        self.list.changes.choose(
            only_what_matters=self.weight.choice() == _MATTERS,
            kind=ChangeKind(kind) if kind else None,
        )
        has_some = bool(self.list.changes.shown)
        self.list.setVisible(has_some)
        self._none.setVisible(not has_some)
        self._none.setText(
            self.tr("No differences were found in the text that could be read.")
            if self._is_equal
            else self.tr("No change is of this kind.")
        )
        if has_some:
            self.list.setCurrentIndex(self.list.changes.index(0))
        self.filtered.emit()
