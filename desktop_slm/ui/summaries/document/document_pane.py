"""The document beside its summary: its pages as pictures or as text, and the passage looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Evidence, Place
from desktop_slm.assistants.omissions.omissions import Omissions
from desktop_slm.documents.document import Heading
from desktop_slm.documents.pictures import PagePictures
from desktop_slm.documents.reading import Contents
from desktop_slm.storage.finding.search_text import Query
from desktop_slm.ui import spacing
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.summaries.document.coverage_strip import CoverageStrip
from desktop_slm.ui.summaries.document.document_bar import DocumentBar
from desktop_slm.ui.summaries.document.document_search import DocumentSearch
from desktop_slm.ui.summaries.document.document_views import ZOOM_STEPS, DocumentViews
from desktop_slm.ui.summaries.document.page_child import MakePictures
from desktop_slm.ui.summaries.document.page_store import WhyNot
from desktop_slm.ui.summaries.document.picture_notice import PictureNotice
from desktop_slm.ui.summaries.document.search_bar import SearchBar
from desktop_slm.ui.summaries.document.side_list import SideList
from desktop_slm.ui.summaries.document.view_kind import ViewKind
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Opened
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.rule import rule

_LISTS_PX = 176
_LOW_PX = 300  # lower, and the search stands in the bar's place
_BESIDE_PX = 560  # narrower, and the lists stand in the document's place


class DocumentPane(QWidget):
    """Shows one document; ground and bar as in the rest of the window."""

    left = Signal()  # Esc: back to the summary
    places_selected = Signal(int, int, int)  # page, start, end; all 0 where nothing is selected
    file_requested = Signal()  # a person wants to say where the document's file lies

    def __init__(
        self,
        theme: Theme,
        words: Words,
        operations: Operations,
        *,
        make_pictures: MakePictures = PagePictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._opened: Opened | None = None
        self._omissions: Omissions | None = None
        self._was_given = False  # a person has said where the file lies
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.views = DocumentViews(theme, words, operations, make_pictures)
        self.store, self.pictures = self.views.store, self.views.pictures
        self.column = self.views.text
        self.lists = SideList(theme, words, self.store)
        self.outline = self.lists.outline
        self.strip = CoverageStrip(theme, words)
        self.bar = DocumentBar(theme)
        self.search_bar = SearchBar(theme)
        self.notice = PictureNotice(theme)
        self.search = DocumentSearch(self)
        self._build()
        self._connect()

    # What the page asks for

    def show_document(self, opened: Opened, given: Path | Contents | None = None) -> None:
        """Shows a document from its beginning; one that is shown already stays where it is."""
        if opened is self._opened:
            return
        self._opened, self._was_given = opened, False
        document = opened.document
        total = document.page_count
        self.lists.show_document(document)
        self._show_lists(False)
        self.bar.lists.setVisible(total > 1 or self.lists.has_outline)
        self.bar.show_total(total, self.tr("of {0}").format(self._words.number(total)))
        self.search.show_document(document)
        self._close_search()
        self.notice.clear()
        self.bar.offer_views(False)
        self.views.show_document(opened, given)
        self._on_page_changed()

    def take_file(self, path: Path) -> None:
        """Draws the pages from this file, if it is the one that was read."""
        if self._opened is not None:
            self._was_given = True
            self.views.draw_from(self._opened.document, path)

    def leave(self) -> None:
        """Shows no document any more: what draws its pages ends."""
        self._opened = None
        self.search.stop()
        self.store.leave()

    def show_source(self, place: Evidence | Place) -> None:
        """Marks a passage and scrolls to it."""
        if not self._are_beside():
            self._show_lists(False)
        self._mark(Place(place.page, place.start, place.end))

    def show_coverage(self, omissions: Omissions | None) -> None:
        """Shows on which pages the summary rests, once that is known."""
        if omissions is not self._omissions:
            self._omissions = omissions
            self.strip.show_pages(omissions.pages if omissions else ())

    def focus_text(self) -> None:
        """Puts the focus on what is read."""
        if self._body.isHidden():
            self.lists.focus_list()
        else:
            self.views.focus_view()

    def open_search(self, words: str = "") -> None:
        """Opens the search, or goes back to its words; searches for others where they are given."""
        self.search_bar.show()
        self._arrange()
        if words:
            self.search_bar.field.setText(words)
        self.search_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_bar.field.selectAll()
        self._show_matches()

    def show_found(self, query: Query, page: int) -> None:
        """Shows a page that a search over everything has found, with the words marked."""
        self.search_bar.show()
        self._arrange()
        self.views.go_to(page)
        self.search_bar.field.blockSignals(True)
        self.search_bar.field.setText(query.typed.strip())
        self.search_bar.field.blockSignals(False)
        self.search.show_query(query, page)

    def find_next(self, step: int) -> None:
        """Goes to the next match or the one before; opens the search where nothing is searched."""
        if self.search_bar.isHidden():
            self.open_search()
        else:
            self.search.step(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is open over the text, or goes back to the summary."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the lists beside the document, or in its place."""
        super().resizeEvent(event)
        self._arrange()

    # Building

    def _build(self) -> None:
        self._body = QWidget()
        body = spacing.row(self._theme, self._body, gap=0)
        body.addWidget(self.views, 1)
        body.addWidget(self.strip)
        self._edge = rule(vertical=True)
        row = spacing.row(self._theme, gap=0)
        row.addWidget(self.lists)
        row.addWidget(self._edge)
        row.addWidget(self._body, 1)
        column = spacing.column(self._theme, self, gap=0)
        for part in (self.bar, self.search_bar, self.notice, rule()):
            column.addWidget(part)
        column.addLayout(row, 1)
        self._show_lists(False)

    def _connect(self) -> None:
        self.views.page_changed.connect(self._on_page_changed)
        self.views.view_changed.connect(self._on_view_changed)
        self.views.zoom_changed.connect(self._show_zoom)
        self.views.pictures_changed.connect(self._on_pictures_changed)
        self.views.passage_missed.connect(self.notice.say_not_marked)
        self.views.left.connect(self._on_escape)
        self.column.place_selected.connect(self._on_selected)
        self.store.page_failed.connect(self._on_page_failed)
        self.bar.page_requested.connect(self._on_page_entered)
        self.bar.page_stepped.connect(lambda step: self._go_to_page(self.views.page + step))
        self.bar.view_chosen.connect(self._on_view_chosen)
        self.bar.lists_toggled.connect(self._on_lists_toggled)
        self.bar.search_requested.connect(self.open_search)
        self.bar.zoom_stepped.connect(self.views.step_zoom)
        self.bar.zoom_reset.connect(self.views.reset_zoom)
        self.lists.outline.heading_chosen.connect(self._on_heading_chosen)
        self.lists.pages.page_chosen.connect(self._on_page_chosen)
        self.strip.page_requested.connect(self._go_to_page)
        self.notice.file_requested.connect(self.file_requested)
        self.notice.text_requested.connect(lambda: self._on_view_chosen(ViewKind.TEXT))
        self.search_bar.words_changed.connect(
            lambda words: self.search.search(words, self.views.page)
        )
        self.search_bar.step_requested.connect(self.search.step)
        self.search_bar.closed.connect(self._on_escape)
        self.search.changed.connect(self._show_matches)
        self.search.match_reached.connect(self._mark)

    # Pictures or text

    @property
    def view(self) -> ViewKind:
        """Which view is shown."""
        return self.views.kind

    def _on_pictures_changed(self) -> None:
        """Offers the switch, or says in one line why there is none."""
        why = self.store.why_not
        self.bar.offer_views(why is None)
        if why is None:
            self.notice.clear()
        elif why is WhyNot.CHANGED and self._was_given:
            self.notice.say_not_that_file()
        else:
            self.notice.say_why_not(why)

    def _on_page_failed(self, page: int) -> None:
        self.notice.say_not_drawn(self._words.page(page))

    def _on_view_chosen(self, kind: ViewKind) -> None:
        self.notice.clear()
        self.views.choose(kind)

    def _on_view_changed(self) -> None:
        self.bar.show_view(self.view)
        self.lists.pages.show_pictures(self.view is ViewKind.PICTURES)

    # Passages

    def _mark(self, place: Place) -> None:
        if self.store.why_not is None:  # else it says why there are no pictures at all
            self.notice.clear()
        self.views.mark(place)

    def _on_selected(self, place: Place | None) -> None:
        if place is None:
            self.places_selected.emit(0, 0, 0)
        else:
            self.places_selected.emit(place.page, place.start, place.end)

    # Search

    def _show_matches(self) -> None:
        search = self.search
        if not search.is_searching:
            self.column.outline_found(search.by_page())
        where = self._words.page(search.match.page) if search.match else ""
        self.search_bar.show_count(
            search.current + 1, len(search.matches), is_searching=search.is_searching, where=where
        )

    def _close_search(self) -> None:
        self.search_bar.hide()
        self._arrange()
        self.search_bar.field.clear()
        self.search.stop()
        self.column.outline_found({})

    def _on_escape(self) -> None:
        if not self.search_bar.isHidden():
            self._close_search()
            self.focus_text()
        elif not self.lists.isHidden() and not self._are_beside():
            self._show_lists(False)
            self.focus_text()
        else:
            self.left.emit()

    # Lists

    def _are_beside(self) -> bool:
        return self.width() >= self._theme.px(_BESIDE_PX)

    def _show_lists(self, are_shown: bool) -> None:
        self.bar.show_lists(are_shown)
        self.lists.setVisible(are_shown)
        self._arrange()

    def _arrange(self) -> None:
        are_shown, are_beside = not self.lists.isHidden(), self._are_beside()
        is_low = self.height() < self._theme.px(_LOW_PX)
        self.bar.setVisible(self.search_bar.isHidden() or not is_low)
        self._body.setVisible(are_beside or not are_shown)
        self._edge.setVisible(are_beside and are_shown)
        width = self._theme.px(_LISTS_PX)
        self.lists.setMinimumWidth(width if are_beside else 0)
        self.lists.setMaximumWidth(width if are_beside else 16_777_215)

    def _on_lists_toggled(self, are_shown: bool) -> None:
        self._show_lists(are_shown)
        if are_shown:
            self.lists.focus_list()

    def _on_heading_chosen(self, heading: Heading) -> None:
        self._leave_lists()
        self.views.go_to_heading(heading.page, heading.start)

    def _on_page_chosen(self, page: int) -> None:
        self._leave_lists()
        self._go_to_page(page)

    def _leave_lists(self) -> None:
        """Goes back to the document where a list stood in its place."""
        if not self._are_beside():
            self._show_lists(False)
            self.focus_text()

    # Pages

    def _on_page_entered(self, text: str) -> None:
        if self._opened is None:
            return
        labels = {page.label: page.number for page in self._opened.document.pages}
        wanted = text.strip()
        page = int(wanted) if wanted.isdecimal() else labels.get(wanted, 0)
        if 1 <= page <= self._opened.document.page_count:
            self._go_to_page(page)
        self._on_page_changed()
        self.bar.page.selectAll()

    def _go_to_page(self, page: int) -> None:
        if self._opened is None:
            return
        self.views.go_to(min(max(page, 1), self._opened.document.page_count))

    def _on_page_changed(self) -> None:
        if self._opened is not None and (page := self.views.page):
            self.bar.show_page(page, self._opened.document.page_count)
            self.lists.pages.show_page(page)

    # Zoom

    def _show_zoom(self) -> None:
        percent, steps = self.views.percent, ZOOM_STEPS[self.view]
        is_pictures = self.view is ViewKind.PICTURES
        usual = self.tr("Fit the width") if is_pictures else self.tr("Usual size")
        self.bar.show_zoom(
            percent, is_least=percent == steps[0], is_most=percent == steps[-1], usual=usual
        )
