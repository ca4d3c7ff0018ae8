"""The list beside the document: its pages and its outline, one of them at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_slm.documents.document import Document
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.document.outline_list import OutlineList
from desktop_slm.ui.summaries.document.page_list import PageList
from desktop_slm.ui.summaries.document.page_store import PageStore
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.segmented_control import SegmentedControl

_PAGES, _OUTLINE = "pages", "outline"


class SideList(QWidget):
    """Shows one of both lists; where a document has no headings, its pages alone."""

    left = Signal()  # Esc

    def __init__(
        self, theme: Theme, words: Words, store: PageStore, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pages = PageList(theme, words, store)
        self.outline = OutlineList(theme)
        choices = [(_OUTLINE, self.tr("Outline")), (_PAGES, self.tr("Pages"))]
        self.choice = SegmentedControl(theme, self.tr("What is listed"), choices)
        self.choice.choice_changed.connect(self._on_choice)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.outline)
        self._stack.addWidget(self.pages)
        column = spacing.column(theme, self, gap=8, margins=(8, 8, 8, 8))
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stack, 1)

    def show_document(self, document: Document) -> None:
        """Lists another document."""
        headings = document.headings
        self.outline.show_headings(headings)
        self.pages.show_document(document)
        self.choice.setVisible(bool(headings))
        self.choice.choose(_OUTLINE if headings else _PAGES)

    @property
    def has_outline(self) -> bool:
        """Whether the document has headings."""
        return not self.choice.isHidden()

    def focus_list(self) -> None:
        """Puts the focus on the list that is shown."""
        shown = self.pages if self.choice.choice() == _PAGES else self.outline
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choice(self, choice: str) -> None:
        self._stack.setCurrentIndex(int(choice == _PAGES))
