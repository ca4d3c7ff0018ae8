"""Both texts with the list of changes beside them, or behind a tab where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_slm.assistants.comparison.comparing import Compared
from desktop_slm.assistants.comparison.comparison import Change
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.comparison.change_panel import ChangePanel
from desktop_slm.ui.summaries.comparison.comparison_words import ComparisonWords
from desktop_slm.ui.summaries.comparison.version_slot import VersionSlot
from desktop_slm.ui.summaries.comparison.version_text import VersionText
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.rule import rule
from desktop_slm.ui.widgets.tab_bar import TabBar

_TWO_PANES_PX, _SIDE_BY_SIDE_PX = 760, 1180
_CHANGES_TAB, _TEXT_TAB = 0, 1


class ComparisonPanes(QWidget):
    """A change that is chosen in one pane is shown in all."""

    choice_requested = Signal(bool)  # of the later version, or the earlier

    def __init__(
        self, theme: Theme, words: ComparisonWords, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.changes = ChangePanel(theme, words)
        self.tabs = TabBar(self.tr("Changes and texts"))
        for name in (self.tr("Changes"), self.tr("Texts")):
            self.tabs.add(name)
        column = spacing.column(theme, self, gap=0)
        tab_row = spacing.column(theme, gap=0, margins=(20, 0, 20, 0))
        tab_row.addWidget(self.tabs)
        column.addLayout(tab_row)
        self._tab_line = rule()
        column.addWidget(self._tab_line)
        column.addWidget(self._made_panes(), 1)
        self._connect()
        self._arrange()

    def show_compared(self, compared: Compared) -> None:
        """Shows both documents from their beginnings, then the first change."""
        changes, versions = compared.comparison.changes, compared.comparison.versions
        for text, document, version in zip(
            self.texts, (compared.before, compared.after), versions, strict=True
        ):
            text.show_version(document, changes, has_pages=version.has_pages)
        self.changes.show_comparison(compared.comparison)

    def _made_panes(self) -> QWidget:
        theme = self._theme
        self.slots = (
            VersionSlot(theme, self.tr("Earlier"), self.tr("Choose the earlier version…")),
            VersionSlot(theme, self.tr("Later"), self.tr("Choose the later version…")),
        )
        self.texts = (
            VersionText(theme, self.tr("Text of the earlier version"), is_after=False),
            VersionText(theme, self.tr("Text of the later version"), is_after=True),
        )
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setChildrenCollapsible(False)
        for slot, text in zip(self.slots, self.texts, strict=True):
            side = QWidget()
            column = spacing.column(theme, side, gap=0)
            column.addWidget(slot)
            column.addWidget(rule())
            column.addWidget(text, 1)
            self._both.addWidget(side)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._both)
        panes.addWidget(self.changes)
        panes.setStretchFactor(0, 64)
        panes.setStretchFactor(1, 36)
        panes.setSizes([6400, 3600])
        return panes

    def _connect(self) -> None:
        for is_after, slot in enumerate(self.slots):
            slot.choice_requested.connect(
                lambda is_after=bool(is_after): self.choice_requested.emit(is_after)
            )
        self.changes.list.change_chosen.connect(self._on_change_chosen)
        self.changes.list.text_requested.connect(self._on_text_requested)
        for text in self.texts:
            text.change_chosen.connect(self._on_clicked_in_text)
        self.tabs.currentChanged.connect(lambda _index: self._arrange())
        self._theme.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Two texts side by side, one over the other, or behind a tab: as there is room."""
        px = self._theme.px
        is_wide = self.width() >= px(_TWO_PANES_PX)
        is_text = self.tabs.currentIndex() == _TEXT_TAB
        self.tabs.setVisible(not is_wide)
        self._tab_line.setVisible(not is_wide)
        self._both.setVisible(is_wide or is_text)
        self.changes.setVisible(is_wide or not is_text)
        is_beside = self.width() >= px(_SIDE_BY_SIDE_PX)
        wanted = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        if self._both.orientation() is not wanted:
            self._both.setOrientation(wanted)
            self._both.setSizes([1000, 1000])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the panes where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _on_change_chosen(self, change: Change) -> None:
        for text in self.texts:
            text.show_change(change)

    def _on_text_requested(self) -> None:
        self.tabs.setCurrentIndex(_TEXT_TAB)
        change = self.changes.list.currentIndex()
        is_gone = change.isValid() and not self.changes.list.changes.change(change.row()).after
        self.texts[0 if is_gone else 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked_in_text(self, change: Change) -> None:
        shown = self.changes.list.changes.shown
        row = next((at for at, each in enumerate(shown) if each is change), None)
        if row is not None:
            self.changes.list.setCurrentIndex(self.changes.list.changes.index(row))
        else:
            self._on_change_chosen(change)

    def is_in_text(self) -> bool:
        """Whether a text has the keyboard."""
        return any(text.hasFocus() for text in self.texts)

    def to_list(self) -> None:
        """Puts the focus on the list."""
        self.tabs.setCurrentIndex(_CHANGES_TAB)
        self.changes.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self) -> None:
        """Goes from the list to the one text, to the other, and back."""
        if self.texts[1].hasFocus():
            self.to_list()
            return
        self.tabs.setCurrentIndex(_TEXT_TAB)
        following = self.texts[1 if self.texts[0].hasFocus() else 0]
        following.setFocus(Qt.FocusReason.OtherFocusReason)
