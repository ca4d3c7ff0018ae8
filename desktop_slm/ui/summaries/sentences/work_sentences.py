"""The sentences of a summary or a digest, and what a person does with them, for any page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.summaries import editing
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.sentences.person_line import PersonLine
from desktop_slm.ui.summaries.sentences.sentence_list import SentenceList
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button


class WorkSentences(QWidget):
    """Under the line that counts what was checked; over the button that adds a sentence."""

    source_requested = Signal(object)  # Evidence
    row_reached = Signal(object)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self.person = PersonLine(theme, words)
        self.person.only_supported_changed.connect(self._show)
        self.list = SentenceList(theme, words)
        self.list.source_requested.connect(self.source_requested)
        self.list.row_reached.connect(self.row_reached)
        self.add = Button(theme, self.tr("Add a sentence"), kind="quiet", icon="plus")
        self.add.clicked.connect(self._on_add)
        column = spacing.column(theme, self, gap=10)
        column.addWidget(self.person)
        column.addWidget(self.list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_work(self, work: Work | None) -> None:
        """Shows the sentences of a work as far as they are there."""
        if work is not self._work:
            self.list.show_items(())
        self._work = work
        self._show()

    def _show(self) -> None:
        work = self._work
        items = work.items if work is not None else ()
        can_edit = work is not None and work.can_be_edited
        is_draft = work is not None and work.is_draft
        is_filtered = self.person.only_supported.isChecked() and not is_draft
        shown = [
            (number, item)
            for number, item in enumerate(items)
            if not is_filtered or editing.is_supported(item)
        ]
        self.person.setVisible(bool(items) and not is_draft)
        self.person.show_items(items, can_edit=can_edit)
        self.list.setVisible(bool(items) or can_edit)
        self.list.show_items(
            [item for _, item in shown], [number for number, _ in shown], can_edit=can_edit
        )
        self.add.setVisible(can_edit)
        self.setVisible(bool(items) or can_edit)

    def _on_add(self) -> None:
        if self._work is not None:
            self.list.write_below(len(self._work.items) - 1)
