"""The document itself, in one of two views: its pages as pictures, or its text.

Both stand at the same page, mark the same passage, and have a size each.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Document, Format
from desktop_slm.documents.page_picture import Rectangle
from desktop_slm.documents.reading import Contents
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.summaries.document.page_child import MakePictures
from desktop_slm.ui.summaries.document.page_column import PageColumn
from desktop_slm.ui.summaries.document.page_store import PageStore
from desktop_slm.ui.summaries.document.sheet_column import SheetColumn
from desktop_slm.ui.summaries.document.view_kind import ViewKind
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Opened
from desktop_slm.ui.theme import Theme

ZOOM_STEPS = {
    ViewKind.PICTURES: (50, 75, 100, 125, 150, 200, 300, 400),
    ViewKind.TEXT: (75, 100, 125, 150, 175, 200, 250, 300),
}
_USUAL_PERCENT = 100
_PAGED = (Format.PDF, Format.IMAGE)


class DocumentViews(QStackedWidget):
    """Shows pictures where the format has pages and its file is there, else the text alone."""

    page_changed = Signal()
    view_changed = Signal()
    zoom_changed = Signal()
    pictures_changed = Signal()  # there are some now, or none any more
    passage_missed = Signal()  # it is not on the picture
    left = Signal()  # Esc

    def __init__(
        self,
        theme: Theme,
        words: Words,
        operations: Operations,
        make_pictures: MakePictures,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = ViewKind.TEXT
        self._wanted = ViewKind.PICTURES  # what a person has chosen, where there is a choice
        self._place: Place | None = None  # that is marked
        self._percent = dict.fromkeys(ViewKind, _USUAL_PERCENT)
        self.store = PageStore(operations, make_pictures, self)
        self.pictures = PageColumn(theme, words, self.store)
        self.text = SheetColumn(theme, words)
        for column in (self.pictures, self.text):
            self.addWidget(column)
            column.page_changed.connect(self.page_changed)
            column.zoom_requested.connect(self.step_zoom)
            column.left.connect(self.left)
        self.text.picture_requested.connect(self._on_picture_requested)
        self.store.opened.connect(self._on_pictures_found)
        self.store.ended.connect(self._on_pictures_ended)
        self.store.places_came.connect(self._on_places_came)
        self._show(ViewKind.TEXT)

    # What is shown

    def show_document(self, opened: Opened, given: Path | Contents | None) -> None:
        """Shows a document from its beginning; its pictures come as soon as its file is open."""
        self._place = None
        self.text.show_sheets(opened.sheets)
        if given is not None and opened.document.format in _PAGED:
            self._show(self._wanted)  # mostly it is there, within a moment
        self.draw_from(opened.document, given)

    def draw_from(self, document: Document, given: Path | Contents | None) -> None:
        """Draws the pages of a document from a file, if it is the one that was read."""
        self.text.offer_pictures(False)
        if document.format in _PAGED:
            self.store.show(document, given)
        else:
            self.store.leave()
            self.pictures.show_pages()
            self._show(ViewKind.TEXT)

    def choose(self, kind: ViewKind) -> None:
        """Shows the other view, at the same page."""
        page = self.page
        self._wanted = kind
        self._show(kind)
        self._stand_at(page)

    def mark(self, place: Place) -> None:
        """Marks a passage in both views and scrolls to it."""
        self._place = place
        self.text.mark(place.page, place.start, place.end)
        self.pictures.mark(place)
        self.page_changed.emit()

    def focus_view(self) -> None:
        """Puts the focus on what is read."""
        self._column.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _column(self) -> PageColumn | SheetColumn:
        return self.pictures if self.kind is ViewKind.PICTURES else self.text

    def _show(self, kind: ViewKind) -> None:
        self.kind = kind
        self.setCurrentWidget(self._column)
        self.view_changed.emit()
        self.zoom_changed.emit()

    def _stand_at(self, page: int) -> None:
        """Shows in this view what the other one did."""
        if self._place is not None and self._place.page == page:
            self.mark(self._place)
        elif page > 0:
            self._column.go_to(page)
        self.page_changed.emit()

    # Pictures

    def _on_pictures_found(self) -> None:
        page = self.text.page
        self.text.offer_pictures(True)
        self.pictures.show_pages()
        self._show(self._wanted)
        self._stand_at(page)
        self.pictures_changed.emit()

    def _on_pictures_ended(self) -> None:
        page, had_focus = self.page, self.pictures.hasFocus()
        self.text.offer_pictures(False)
        self.pictures.show_pages()
        self._show(ViewKind.TEXT)
        self._stand_at(page)
        if had_focus:
            self.focus_view()
        self.pictures_changed.emit()

    def _on_picture_requested(self, page: int) -> None:
        self.choose(ViewKind.PICTURES)
        self.pictures.go_to(page)
        self.focus_view()

    def _on_places_came(self, place: Place, found: tuple[Rectangle, ...]) -> None:
        if place == self._place and not found and self.kind is ViewKind.PICTURES:
            self.passage_missed.emit()

    # Pages

    @property
    def page(self) -> int:
        """The page that is read, 0 where there is none."""
        return self._column.page

    def go_to(self, page: int) -> None:
        """Scrolls to a page."""
        self._column.go_to(page)
        self.page_changed.emit()

    def go_to_heading(self, page: int, start: int) -> None:
        """Scrolls to a heading; on a picture to its page."""
        self.text.go_to(page, start)
        self.pictures.go_to(page)
        self.page_changed.emit()

    # Zoom

    @property
    def percent(self) -> int:
        """The size of the view that is shown."""
        return self._percent[self.kind]

    def step_zoom(self, step: int) -> None:
        """Shows it a step larger or smaller, as far as there are steps."""
        steps = ZOOM_STEPS[self.kind]
        at = steps.index(self.percent) + step
        if 0 <= at < len(steps):
            self._set_zoom(steps[at])

    def reset_zoom(self) -> None:
        """Fits pages to the width, and shows text in its usual size."""
        self._set_zoom(_USUAL_PERCENT)

    def _set_zoom(self, percent: int) -> None:
        self._percent[self.kind] = percent
        self._column.set_zoom(percent / 100)
        self.zoom_changed.emit()
