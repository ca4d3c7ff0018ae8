"""The bar over the document: which page, pictures or text, the lists, the search, the size."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.document.view_kind import ViewKind
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.segmented_control import SegmentedControl

_ROOM_FOR_FIGURE_PX = 480


class DocumentBar(QWidget):
    """Shows how the document is shown; breaks into lines where it is narrow."""

    page_requested = Signal(str)  # as it was typed: a number, or the label of a page
    page_stepped = Signal(int)
    view_chosen = Signal(object)  # ViewKind
    lists_toggled = Signal(bool)
    search_requested = Signal()
    zoom_stepped = Signal(int)
    zoom_reset = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        outer = spacing.column(theme, self, gap=0, margins=(8, 6, 8, 6))
        flow = FlowLayout(theme, gap=6)
        outer.addLayout(flow)
        for part in (self._made_pages(), self._made_views(), self._made_tools()):
            flow.addWidget(part)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_total(self, total: int, words: str) -> None:
        """Shows of how many pages; of one there is nothing to step to."""
        self.page.setMaxLength(max(len(str(total)), 8))
        self.total.setText(words)
        self._pages.setVisible(total > 1)

    def show_page(self, page: int, last: int) -> None:
        """Shows which page is read."""
        self.page.setText(str(page))
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < last)

    def offer_views(self, can_show_pictures: bool) -> None:
        """Shows the switch between pictures and text, where there are both."""
        self.views.setVisible(can_show_pictures)

    def show_view(self, kind: ViewKind) -> None:
        """Shows which view is chosen, without a word to anyone."""
        self.views.blockSignals(True)
        self.views.choose(kind.value)
        self.views.blockSignals(False)

    def show_lists(self, are_shown: bool) -> None:
        """Shows whether the lists are shown, without a word to anyone."""
        self.lists.blockSignals(True)
        self.lists.setChecked(are_shown)
        self.lists.blockSignals(False)

    def show_zoom(self, percent: int, *, is_least: bool, is_most: bool, usual: str) -> None:
        """Shows the size in percent; `usual` says what its button brings back."""
        self.zoom.setText(f"{percent} %")
        self.zoom.setAccessibleName(f"{percent} %. {usual}")
        self.smaller.setEnabled(not is_least)
        self.larger.setEnabled(not is_most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the figure of the size out where all would else not stand on one line."""
        super().resizeEvent(event)
        self.zoom.setVisible(event.size().width() >= self._theme.px(_ROOM_FOR_FIGURE_PX))

    def _made_pages(self) -> QWidget:
        self._pages = QWidget()
        row = spacing.row(self._theme, self._pages, gap=2)
        self.before = IconButton(self._theme, "chevron-left", self.tr("Page before"))
        self.before.clicked.connect(lambda: self.page_stepped.emit(-1))
        self.page = QLineEdit()
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.returnPressed.connect(lambda: self.page_requested.emit(self.page.text()))
        self.total = PlainLabel(role="muted")
        self.after = IconButton(self._theme, "chevron-right", self.tr("Next page"))
        self.after.clicked.connect(lambda: self.page_stepped.emit(1))
        for part in (self.before, self.page, self.total, self.after):
            row.addWidget(part)
        return self._pages

    def _made_views(self) -> QWidget:
        choices = [
            (ViewKind.PICTURES.value, self.tr("Pages")),
            (ViewKind.TEXT.value, self.tr("Text")),
        ]
        self.views = SegmentedControl(self._theme, self.tr("How the document is shown"), choices)
        self.views.choice_changed.connect(lambda value: self.view_chosen.emit(ViewKind(value)))
        return self.views

    def _made_tools(self) -> QWidget:
        tools = QWidget()
        row = spacing.row(self._theme, tools, gap=0)
        self.lists = IconButton(self._theme, "list", self.tr("Outline and pages"))
        self.lists.setCheckable(True)
        self.lists.toggled.connect(self.lists_toggled)
        self.search = IconButton(
            self._theme, "search", self.tr("Find in the document"), shortcut="Ctrl+F"
        )
        self.search.clicked.connect(self.search_requested)
        self.smaller = IconButton(self._theme, "minus", self.tr("Smaller"))
        self.smaller.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        self.zoom = Button(self._theme, "100 %", kind="small")
        self.zoom.clicked.connect(self.zoom_reset)
        self.larger = IconButton(self._theme, "plus", self.tr("Larger"))
        self.larger.clicked.connect(lambda: self.zoom_stepped.emit(1))
        for part in (self.lists, self.search, self.smaller, self.zoom, self.larger):
            row.addWidget(part)
        return tools

    def _on_theme_changed(self) -> None:
        self.page.setFixedWidth(self._theme.px(48))
