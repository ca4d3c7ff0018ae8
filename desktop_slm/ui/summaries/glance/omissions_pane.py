"""What is not in the summary: every part of the document on which none of its sentences rests."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.omissions.omissions import Omissions, OmittedPart
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.summaries.glance.omission_words import OmissionWords
from desktop_slm.ui.summaries.glance.omitted_part_view import OmittedPartView
from desktop_slm.ui.summaries.glance.row_column import RowColumn
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_AT_ONCE = 40


class OmissionsPane(QWidget):
    """Shows the omissions of a work; a row leads to its place."""

    place_requested = Signal(object)  # Place

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._omission_words = OmissionWords(words, self)
        self._shown: Omissions | None = None
        self._left: list[OmittedPart] = []
        self.pages = WrappedLabel(role="strong")
        self.note = WrappedLabel(role="small")
        head = QWidget()
        lines = spacing.column(theme, head, gap=2, margins=(10, 0, 10, 0))
        lines.addWidget(self.pages)
        lines.addWidget(self.note)
        self.column = RowColumn(theme, head)
        self.column.place_requested.connect(self.place_requested)
        spacing.column(theme, self, gap=0).addWidget(self.column)

    def show_work(self, work: Work) -> None:
        """Shows how things stand with a work."""
        omissions = work.omissions
        self.pages.setText(self._omission_words.pages(omissions) if omissions else "")
        self.pages.setVisible(omissions is not None)
        self.note.setText(self._note(work))
        if omissions is not self._shown:
            self._shown = omissions
            self.column.clear()
            if omissions is not None:
                self._left = list(omissions.parts)
                self._show_more()

    def _note(self, work: Work) -> str:
        if work.omissions is not None:
            return self._omission_words.legend()
        if isinstance(work.look_error, DesktopSlmError):
            return wording.sentence(work.look_error)
        if work.is_running or not work.items:
            return self.tr("When the summary is there, what it leaves out is listed here.")
        return self.tr("Looking for what the summary leaves out…")

    def _show_more(self) -> None:
        shown, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for part in shown:
            self.column.build(lambda part=part: self._add(part))  # type: ignore[misc]
        self.column.build(self._end)

    def _add(self, part: OmittedPart) -> None:
        view = OmittedPartView(self._theme, self.column, self._words, self._omission_words, part)
        self.column.column.addWidget(view)
        view.show()

    def _end(self) -> None:
        """Offers the rest, or ends the column."""
        if not self._left:
            self.column.column.addStretch(1)
            return
        words = self.tr("Show {0} more parts").format(min(len(self._left), _AT_ONCE))
        more = Button(self._theme, words)
        self.column.column.addWidget(more)

        def on_clicked() -> None:
            more.hide()
            more.deleteLater()
            self._show_more()

        more.clicked.connect(on_clicked)
