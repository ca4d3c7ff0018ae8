"""Search at the side: the field, and the list of what is found in place of the history."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.widgets.search_field import SearchField
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.storage.finding.search import Found, Hit
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.finding.finder import Finder
    from desktop_slm.ui.sidebar.found_list import FoundList
    from desktop_slm.ui.sidebar.found_model import FoundModel
    from desktop_slm.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SidebarSearchField(SearchField):
    """Down goes to what was found, Enter opens the first of it."""

    down_pressed = Signal()
    enter_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search in everything"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Passes on the keys that mean the list."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() in _ENTER:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)


class SearchPane(QWidget):
    """What stands under the field while something is searched; `is_searching` says whether.

    Finder and list are made when something is first typed.
    """

    searching_changed = Signal()
    hit_opened = Signal(object, str)  # Hit, what was typed

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self.field = SidebarSearchField(core.theme)
        self._must_open = False  # Enter was pressed before the answer came
        self._words = WrappedLabel("", "small")
        self._words.setContentsMargins(10, 8, 10, 8)
        self._column = spacing.column(core.theme, self, gap=0)
        self._column.addWidget(self._words)
        self._is_searching = False
        self.field.textChanged.connect(self._on_typed)
        self.field.down_pressed.connect(self._on_down)
        self.field.enter_pressed.connect(self._on_enter)

    @cached_property
    def model(self) -> FoundModel:
        """The hits."""
        from desktop_slm.ui.sidebar.found_model import FoundModel

        return FoundModel(self)

    @cached_property
    def list(self) -> FoundList:
        """What shows the hits."""
        from desktop_slm.ui.sidebar.found_list import FoundList

        made = FoundList(self._core.theme, self.model)
        made.hit_opened.connect(self._on_hit_opened)
        made.left.connect(self._on_list_left)
        self._column.addWidget(made, 1)
        return made

    @cached_property
    def _finder(self) -> Finder:
        from desktop_slm.ui.finding.finder import Finder

        made = Finder(self._core, self)
        made.found.connect(self._on_found)
        return made

    @property
    def is_searching(self) -> bool:
        """Whether there are words to be found."""
        return self._is_searching

    def search_again(self) -> None:
        """Asks anew: what can be found has changed."""
        if self._is_searching:
            self._finder.ask_again()

    def _on_typed(self, typed: str) -> None:
        self._must_open = False
        self._finder.ask(typed)
        was_searching, self._is_searching = self._is_searching, bool(typed.strip())
        if not self._is_searching or not was_searching:
            self.model.show_found(None)
            self._show_words(None)
        if was_searching is not self._is_searching:
            self.searching_changed.emit()

    def _on_found(self, found: Found, _typed: str) -> None:
        self.model.show_found(found)
        self._show_words(found)
        if self._must_open:
            self._must_open = False
            self.list.open_first()

    def _show_words(self, found: Found | None) -> None:
        words = ""
        if found is not None and not found.is_prepared:
            words = self.tr("Search is being prepared: older chats may be missing yet.")
        elif found is not None and not found.hits:
            words = self.tr("Nothing found.")
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.list.setVisible(bool(found and found.hits))

    def _on_down(self) -> None:
        self._finder.ask_at_once()
        if self.model.rowCount():
            self.list.focus_first()

    def _on_enter(self) -> None:
        self._finder.ask_at_once()
        if self._finder.is_waiting:
            self._must_open = True
        else:
            self.list.open_first()

    def _on_list_left(self) -> None:
        self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
        self.field.selectAll()

    def _on_hit_opened(self, hit: Hit) -> None:
        self.hit_opened.emit(hit, self.field.text())
