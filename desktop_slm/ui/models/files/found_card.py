"""Says that other apps have models on this computer; nothing of them is used unasked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.models.other_apps.found import FoundModel
from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class FoundCard(QFrame):
    """Hidden until something is found."""

    use_requested = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._sentence = WrappedLabel()
        self.use_button = Button(theme, self.tr("Choose which to use…"))
        self.decline_button = Button(theme, self.tr("Not now"))
        self.use_button.clicked.connect(self.use_requested)
        self.decline_button.clicked.connect(self.declined)
        row = spacing.row(theme, self, gap=8, margins=(12, 8, 8, 8))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(IconLabel(theme, "hard-drive", "accent"), 0, middle)
        row.addWidget(self._sentence, 1, middle)
        row.addWidget(self.use_button, 0, middle)
        row.addWidget(self.decline_button, 0, middle)
        self.hide()

    def show_found(self, found: Sequence[FoundModel]) -> None:
        """Shows how many there are and whose; none hides the card."""
        apps = ", ".join(dict.fromkeys(model.app for model in found))
        if len(found) == 1:
            words = self.tr(
                "1 model of another app is on this computer ({apps}). It can be used where it is; "
                "nothing is copied."
            )
        else:
            words = self.tr(
                "{count} models of other apps are on this computer ({apps}). They can be used "
                "where they are; nothing is copied."
            )
        self._sentence.setText(words.format(count=len(found), apps=apps))
        self.setAccessibleName(self._sentence.text())
        self.setVisible(bool(found))
