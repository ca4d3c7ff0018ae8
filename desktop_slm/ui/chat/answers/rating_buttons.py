"""Thumbs up and down under an answer: one of them is pressed, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.storage.chats.ratings import DISLIKED, LIKED
from desktop_slm.ui import spacing
from desktop_slm.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from desktop_slm.ui.theme import Theme

_ICONS = {LIKED: "thumbs-up", DISLIKED: "thumbs-down"}


class RatingButtons(QWidget):
    """Pressing the pressed one takes it back."""

    rated = Signal(int)  # LIKED, DISLIKED or 0

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[int, IconButton] = {}
        row = spacing.row(theme, self, gap=0)
        for rating, name in ((LIKED, self.tr("Good answer")), (DISLIKED, self.tr("Bad answer"))):
            button = self._buttons[rating] = IconButton(theme, _ICONS[rating], name)
            button.setCheckable(True)
            button.clicked.connect(lambda on, each=rating: self.rated.emit(each if on else 0))
            row.addWidget(button)

    def show_rating(self, rating: int) -> None:
        """Shows what the person has said of the answer."""
        for each, button in self._buttons.items():
            button.setChecked(each == rating)
            button.set_icon(_ICONS[each], "accent" if each == rating else "muted")
