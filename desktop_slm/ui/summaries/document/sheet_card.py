"""One leaf of paper in the document's column: a sheet's text, or why there is none."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui.summaries.document.recognized_line import RecognizedLine
from desktop_slm.ui.summaries.document.sheet_text import SheetText
from desktop_slm.ui.summaries.document.sheets import Sheet
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

PADDING_PX = 28


class SheetCard(QFrame):
    """As high as its sheet needs at the width it is given."""

    picture_requested = Signal(int)  # page

    def __init__(
        self, theme: Theme, sheet: Sheet, words: Words, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sheet = sheet
        self.setProperty("card", "true")
        self.text = SheetText(theme, parent=self)
        self._reason = WrappedLabel(role="muted", parent=self)
        if sheet.why is not None:
            self._reason.setText(words.skipped(sheet.page, sheet.why))
        self._reason.setVisible(sheet.why is not None)
        self.text.setVisible(sheet.why is None)
        self.text.setAccessibleName(words.page(sheet.page))
        self._head: RecognizedLine | None = None
        if sheet.recognized is not None and sheet.is_first:
            self._head = RecognizedLine(theme, sheet.recognized, parent=self)
            self._head.picture_requested.connect(self.picture_requested)

    def offer_picture(self, can_show: bool) -> None:
        """Offers the page's picture, where there is one, beside words that were recognised."""
        if self._head is not None:
            self._head.offer_picture(can_show)

    def show_at(self, zoom: float) -> None:
        """Writes the text at a zoom."""
        self.text.show_sheet(self.sheet, zoom)

    def lay_out(self, width: int) -> int:
        """Places the text for a width and returns the height of all."""
        padding = min(self._theme.px(PADDING_PX), width // 8)
        inner = max(width - 2 * padding, 1)
        top = padding
        if self._head is not None:
            head = self._head.lay_out(inner)
            self._head.setGeometry(padding, top // 2, inner, head)
            top += head
        if self.sheet.why is not None:
            height = self._reason.heightForWidth(inner)
            self._reason.setGeometry(padding, top, inner, height)
        else:
            height = ceil(self.text.lay_out(inner))
            self.text.setGeometry(padding, top, inner, height)
        return height + top + padding

    def top_of(self, start: int) -> int:
        """Returns how far down in the card a place of the page stands."""
        if self.sheet.why is not None:
            return 0
        return self.text.y() + round(self.text.place_top(start))
