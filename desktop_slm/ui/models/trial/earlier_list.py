"""Earlier trials, the newest first: open one again, or erase it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.tuning.trial.records import KeptTrial
from desktop_slm.ui import spacing
from desktop_slm.ui.models.trial import words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class EarlierList(QWidget):
    """Hidden where there is none."""

    open_requested = Signal(object)  # KeptTrial
    delete_requested = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[QWidget] = []
        self._column = spacing.column(theme, self, gap=10)
        self._column.addWidget(PlainLabel(self.tr("Earlier trials"), "title"))
        self.hide()

    def show_trials(self, trials: Sequence[KeptTrial]) -> None:
        """Shows these and no others."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._made(kept) for kept in trials]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(trials))

    def _made(self, kept: KeptTrial) -> QWidget:
        name, line = words.earlier(kept)
        place = QWidget()
        row = spacing.row(self._theme, place, gap=8)
        said = spacing.column(self._theme, gap=0)
        said.addWidget(ElidedLabel(name, elide=Qt.TextElideMode.ElideMiddle))
        said.addWidget(WrappedLabel(line, "small"))
        row.addLayout(said, 1)
        show = Button(self._theme, self.tr("Show"), kind="small")
        show.setAccessibleName(self.tr("Show the trial of {name}").format(name=name))
        show.clicked.connect(partial(self._on_show, kept))
        erase = IconButton(
            self._theme, "trash-2", self.tr("Delete the trial of {name}").format(name=name)
        )
        erase.clicked.connect(partial(self._on_delete, kept))
        row.addWidget(show)
        row.addWidget(erase)
        return place

    def _on_show(self, kept: KeptTrial, _checked: bool = False) -> None:
        self.open_requested.emit(kept)

    def _on_delete(self, kept: KeptTrial, _checked: bool = False) -> None:
        self.delete_requested.emit(kept)
