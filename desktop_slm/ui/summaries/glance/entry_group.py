"""One kind of what a document says at a glance: its name and the first of its entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.glance.glance import Entry
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.glance.place_row import PlaceRow
from desktop_slm.ui.summaries.glance.row_column import RowColumn
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.plain_label import PlainLabel

_MORE_AT_ONCE = 50

MakeRow = Callable[[Entry], PlaceRow]


class EntryGroup(QWidget):
    """Shows `short` first, and the whole list in its own order when asked for more."""

    def __init__(
        self,
        theme: Theme,
        column: RowColumn,
        title: str,
        make_row: MakeRow,
        short: Sequence[Entry],
        whole: Sequence[Entry],
    ) -> None:
        super().__init__()
        self._column, self._make_row, self._whole = column, make_row, whole
        self._rows: list[PlaceRow] = []
        self._layout = spacing.column(theme, self, gap=0)
        heading = spacing.row(theme, margins=(10, 0, 10, 2))
        heading.addWidget(PlainLabel(title, "section"))
        self._layout.addLayout(heading)
        foot = spacing.row(theme, margins=(2, 0, 0, 0))
        self.more = Button(theme, "", kind="small")
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addLayout(foot)
        self.setAccessibleName(title)
        self._is_short = len(short) < len(whole) and list(short) != list(whole[: len(short)])
        self._add(short)

    def _add(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            self._column.build(lambda entry=entry: self._add_row(entry))  # type: ignore[misc]
        self._column.build(self._offer_more)

    def _add_row(self, entry: Entry) -> None:
        row = self._column.take(self._make_row(entry))
        self._layout.insertWidget(1 + len(self._rows), row)
        self._rows.append(row)
        row.show()

    def _offer_more(self) -> None:
        hidden = len(self._whole) - (0 if self._is_short else len(self._rows))
        words = self.tr("Show all {0}") if self._is_short else self.tr("Show {0} more")
        self.more.setText(words.format(hidden if self._is_short else min(hidden, _MORE_AT_ONCE)))
        self.more.setVisible(hidden > 0)

    def _on_more(self) -> None:
        if self._is_short:
            self._is_short = False
            for row in self._rows:
                self._column.drop(row)
                self._layout.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows.clear()
        at = len(self._rows)
        self._add(self._whole[at : at + _MORE_AT_ONCE])
        if self._rows:
            self._rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)
