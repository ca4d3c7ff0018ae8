"""One part of the document that is not in the summary: where it is, and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.omissions.omissions import Finding, FindingKind, OmittedPart
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.glance.omission_words import OmissionWords
from desktop_slm.ui.summaries.glance.place_row import PlaceRow, RowContent
from desktop_slm.ui.summaries.glance.row_column import RowColumn
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button

_MORE_AT_ONCE = 30


class OmittedPartView(QWidget):
    """Its heading leads to the part; its findings come when they are asked for."""

    def __init__(
        self,
        theme: Theme,
        column: RowColumn,
        words: Words,
        omission_words: OmissionWords,
        part: OmittedPart,
    ) -> None:
        super().__init__()
        self._theme, self._column, self._words = theme, column, words
        self._omission_words, self._part = omission_words, part
        self._waiting = [list(group) for _, group in groupby(part.findings, lambda f: f.sentence)]
        self._layout = spacing.column(theme, self, gap=0)
        title = omission_words.title(part)
        counts = omission_words.counts(part)
        content = RowContent(title, [part.place], counts, is_heading=True)
        self.row = PlaceRow(theme, words, content)
        self._layout.addWidget(column.take(self.row))
        foot = spacing.row(theme, margins=(2, 0, 0, 0))
        self.more = Button(theme, "", kind="small")
        self.more.clicked.connect(self._on_more)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addLayout(foot)
        self._rows: list[PlaceRow] = []
        self._offer_more()

    def _offer_more(self) -> None:
        count = len(self._waiting)
        self.more.setVisible(count > 0)
        words = self.tr("Show {0} more") if self._rows else self._omission_words.show(count)
        self.more.setText(words.format(min(count, _MORE_AT_ONCE)))

    def _on_more(self) -> None:
        shown, self._waiting = self._waiting[:_MORE_AT_ONCE], self._waiting[_MORE_AT_ONCE:]
        first = len(self._rows)
        for findings in shown:
            self._add(findings)
        self._offer_more()
        self._rows[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, findings: Sequence[Finding]) -> None:
        """Shows a sentence once, whatever was found in it."""
        kinds = [kind for kind in FindingKind if any(each.kind is kind for each in findings)]
        detail = " · ".join(self._omission_words.found(kind, findings) for kind in kinds)
        sentence = findings[0]
        content = RowContent(sentence.sentence_text, [sentence.sentence], detail, indent=1)
        row = PlaceRow(self._theme, self._words, content)
        self._layout.insertWidget(1 + len(self._rows), self._column.take(row))
        self._rows.append(row)
        row.show()
