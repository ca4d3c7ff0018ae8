"""The way to what was put away, under the list, and back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button


class ArchiveRow(Button):
    """A switch that is there only while something is archived."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", kind="row", icon="archive", parent=parent)
        self.setCheckable(True)
        self._count = 0
        self.toggled.connect(lambda shown: self._show_words())
        self.hide()

    def show_count(self, count: int, *, is_hidden: bool) -> None:
        """Shows how much there is; the row hides while the list shows something else."""
        self._count = count
        self._show_words()
        self.setVisible((count > 0 or self.isChecked()) and not is_hidden)

    def _show_words(self) -> None:
        words = self.tr("Archived ({count})").format(count=self._count)
        self.setText(self.tr("Back to the list") if self.isChecked() else words)
