"""Says above a page's text that its words were recognised in a picture, and leads to that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.documents.document import Recognized
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_GAP_PX = 4


class RecognizedLine(QWidget):
    """As high as its words need; the button stands under them."""

    picture_requested = Signal(int)  # page

    def __init__(self, theme: Theme, found: Recognized, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = WrappedLabel(self._words(len(found.uncertain)), "small", parent=self)
        self._button = Button(theme, self.tr("Show the picture"), kind="link", parent=self)
        self._button.clicked.connect(lambda: self.picture_requested.emit(found.page))
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer_picture(self, can_show: bool) -> None:
        """Shows the button, or not where there is no picture."""
        self._button.setVisible(can_show)

    def lay_out(self, width: int) -> int:
        """Places the parts for a width and returns the height of both."""
        height = self._label.heightForWidth(width)
        self._label.setGeometry(0, 0, width, height)
        if not self._button.isHidden():
            size = self._button.sizeHint()
            self._button.setGeometry(0, height, min(size.width(), width), size.height())
            height += size.height()
        return height + self._theme.px(_GAP_PX)

    def _words(self, uncertain: int) -> str:
        said = self.tr("These words were recognised in a picture.")
        if uncertain == 1:
            return said + " " + self.tr("1 of them is uncertain: it is underlined with dots.")
        if uncertain:
            words = self.tr("{0} of them are uncertain: they are underlined with dots.")
            return said + " " + words.format(uncertain)
        return said
