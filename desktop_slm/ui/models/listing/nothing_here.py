"""What the Models page says where there is no model yet: what one is, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.empty_state import EmptyState
from desktop_slm.ui.widgets.wrapping_button import WrappingButton


class NothingHere(EmptyState):
    """A sentence and two ways in."""

    import_requested = Signal()
    path_wanted = Signal()  # of the models folder, to be copied

    def __init__(self, theme: Theme) -> None:
        take = Button(theme, self.tr("Import a file…"), kind="primary")
        copy = WrappingButton(theme, self.tr("Copy the path of the models folder"))
        sentence = self.tr(
            "A model is a file whose name ends in .gguf. Import one that you have, or put it into "
            "the models folder."
        )
        title = self.tr("There is no model on this computer yet")
        super().__init__(theme, "box", title, sentence, [take, copy])
        take.clicked.connect(lambda _checked: self.import_requested.emit())
        copy.clicked.connect(lambda _checked: self.path_wanted.emit())
        self.hide()
