"""The document beside its summary: pages, outline, zoom, and the passage that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from desktop_slm.assistants.evidence import Evidence, Place
from desktop_slm.assistants.omissions.omissions import Omissions
from desktop_slm.documents.document import Heading
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.document.coverage_strip import CoverageStrip
from desktop_slm.ui.summaries.document.outline_list import OutlineList
from desktop_slm.ui.summaries.document.sheet_column import SheetColumn
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Opened
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel

ZOOM_STEPS = (75, 100, 125, 150, 175, 200, 250, 300)


class DocumentPane(QWidget):
    """Shows one document; ground and bar as in the rest of the window."""

    left = Signal()  # Esc: back to the summary

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._opened: Opened | None = None
        self._omissions: Omissions | None = None
        self._zoom_percent = 100
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = SheetColumn(theme, words)
        self.column.page_changed.connect(self._on_page_changed)
        self.column.zoom_requested.connect(self._step_zoom)
        self.column.left.connect(self.left)
        self.outline = OutlineList(theme)
        self.outline.heading_chosen.connect(self._on_heading_chosen)
        self.strip = CoverageStrip(theme, words)
        self.strip.page_requested.connect(self._go_to_page)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._column_and_strip())
        self._stack.addWidget(self._framed_outline())
        layout = spacing.column(theme, self, gap=0)
        layout.addWidget(self._made_bar())
        layout.addWidget(_line())
        layout.addWidget(self._stack, 1)

    def show_document(self, opened: Opened) -> None:
        """Shows a document from its beginning; one that is shown already stays where it is."""
        if opened is self._opened:
            return
        self._opened = opened
        document = opened.document
        headings = document.headings
        self.outline.show_headings(headings)
        self._toggle.setChecked(False)
        self._toggle.setVisible(bool(headings))
        self.column.show_sheets(opened.sheets)
        total = document.page_count
        self._page.setMaxLength(len(str(total)))
        self._total.setText(self.tr("of {0}").format(self._words.number(total)))
        self._on_page_changed(self.column.page)
        for part in (self._before, self._page, self._total, self._after):
            part.setVisible(total > 1)

    def show_source(self, place: Evidence | Place) -> None:
        """Marks a passage and scrolls to it."""
        self._toggle.setChecked(False)
        self.column.mark(place.page, place.start, place.end)
        self._on_page_changed(place.page)

    def show_coverage(self, omissions: Omissions | None) -> None:
        """Shows on which pages the summary rests, once that is known."""
        if omissions is not self._omissions:
            self._omissions = omissions
            self.strip.show_pages(omissions.pages if omissions else ())

    def focus_text(self) -> None:
        """Puts the focus on the text."""
        target = self.outline if self._toggle.isChecked() else self.column
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the outline, or goes back to the summary."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._toggle.isChecked():
            self._toggle.setChecked(False)
            self.focus_text()
        else:
            self.left.emit()

    # Building

    def _made_bar(self) -> QWidget:
        bar = QWidget()
        row = spacing.row(self._theme, bar, gap=4, margins=(12, 7, 12, 7))
        self._before = IconButton(self._theme, "chevron-left", self.tr("Page before"))
        self._before.clicked.connect(lambda: self._step_page(-1))
        self._page = QLineEdit()
        self._page.setAccessibleName(self.tr("Page"))
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.returnPressed.connect(self._on_page_entered)
        self._total = PlainLabel(role="muted")
        self._after = IconButton(self._theme, "chevron-right", self.tr("Next page"))
        self._after.clicked.connect(lambda: self._step_page(1))
        self._toggle = Button(self._theme, self.tr("Outline"), kind="small")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(lambda is_on: self._stack.setCurrentIndex(int(is_on)))
        self._smaller = IconButton(self._theme, "minus", self.tr("Smaller text"))
        self._smaller.clicked.connect(lambda: self._step_zoom(-1))
        self._zoom = PlainLabel("100 %", "small")
        self._larger = IconButton(self._theme, "plus", self.tr("Larger text"))
        self._larger.clicked.connect(lambda: self._step_zoom(1))
        pages = (self._before, self._page, self._total, self._after)
        sizes = (self._toggle, self._smaller, self._zoom, self._larger)
        for number, part in enumerate((*pages, *sizes)):
            if number == len(pages):
                row.addStretch(1)
            row.addWidget(part)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        return bar

    def _column_and_strip(self) -> QWidget:
        both = QWidget()
        row = spacing.row(self._theme, both, gap=0)
        row.addWidget(self.column, 1)
        row.addWidget(self.strip)
        return both

    def _framed_outline(self) -> QWidget:
        frame = QWidget()
        spacing.column(self._theme, frame, margins=(12, 8, 12, 8)).addWidget(self.outline)
        return frame

    # Pages

    def _step_page(self, step: int) -> None:
        if self._opened is None:
            return
        page = min(max(self.column.page + step, 1), self._opened.document.page_count)
        self._go_to_page(page)

    def _on_page_entered(self) -> None:
        if self._opened is None:
            return
        text = self._page.text().strip()
        last = self._opened.document.page_count
        if text.isdecimal() and 1 <= int(text) <= last:
            self._go_to_page(int(text))
        self._page.setText(str(self.column.page))
        self._page.selectAll()

    def _go_to_page(self, page: int) -> None:
        self._toggle.setChecked(False)
        self.column.go_to(page)
        self._on_page_changed(self.column.page)

    def _on_page_changed(self, page: int) -> None:
        if self._opened is None:
            return
        self._page.setText(str(page))
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < self._opened.document.page_count)

    def _on_heading_chosen(self, heading: Heading) -> None:
        self._toggle.setChecked(False)
        self.column.go_to(heading.page, heading.start)
        self._on_page_changed(heading.page)
        self.focus_text()

    # Zoom

    def _step_zoom(self, step: int) -> None:
        at = ZOOM_STEPS.index(self._zoom_percent) + step
        if 0 <= at < len(ZOOM_STEPS):
            self._zoom_percent = ZOOM_STEPS[at]
            self._zoom.setText(f"{self._zoom_percent} %")
            self.column.set_zoom(self._zoom_percent / 100)
        self._smaller.setEnabled(self._zoom_percent > ZOOM_STEPS[0])
        self._larger.setEnabled(self._zoom_percent < ZOOM_STEPS[-1])

    def _on_theme_changed(self) -> None:
        self._page.setFixedWidth(self._theme.px(56))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("separator", True)
    line.setFixedHeight(1)
    return line
