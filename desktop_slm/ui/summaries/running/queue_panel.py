"""The documents asked for, a line each: what happens with it, and a way to take it off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.summaries.running.stage_words import StageWords
from desktop_slm.ui.summaries.work import Stage, Work, is_askable, is_made
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton

_ROW_PX = 36
_ROWS_SHOWN = 4
_MARGIN_PX, _GAP_PX = 12, 8
_ICONS = {Stage.DONE: "circle-check", Stage.FAILED: "triangle-alert", Stage.WAITING: "clock"}
_WAITING = (Stage.WAITING, Stage.PLANNED)  # for their turn, or for the person


class QueuePanel(QFrame):
    """Folds to one line; choosing a line shows its document."""

    work_chosen = Signal(object)
    removal_requested = Signal(object)
    ask_requested = Signal()
    digest_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[Work, QueueRow] = {}
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Documents in line"))
        self.fold = Button(theme, "", kind="small", icon="chevron-down")
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.toggled.connect(self._on_folded)
        self.fold.clicked.connect(self._on_fold_clicked)
        self._was_folded = False
        content = QWidget()
        content.setObjectName("scrolled")
        self._column = spacing.column(theme, content, gap=0)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        column = spacing.column(theme, self, gap=0, margins=(_MARGIN_PX, 4, _MARGIN_PX, 4))
        self.ask = Button(theme, self.tr("Ask about these"), kind="small", icon="message-square")
        self.ask.clicked.connect(self.ask_requested)
        self.digest = Button(theme, self.tr("Digest"), kind="small", icon="files")
        self.digest.setAccessibleName(self.tr("Make one digest of these documents"))
        self.digest.clicked.connect(self.digest_requested)
        head = spacing.row(theme, gap=_GAP_PX)
        head.addWidget(self.fold)
        head.addStretch(1)
        head.addWidget(self.ask)
        head.addWidget(self.digest)
        column.addLayout(head)
        column.addWidget(self._area)
        theme.changed.connect(self._fit)

    def rows(self) -> list[QueueRow]:
        """Returns the lines in their order."""
        return list(self._rows.values())

    def show_works(self, works: Sequence[Work], shown: Work | None) -> None:
        """Shows these works and which of them is looked at."""
        for work in [each for each in self._rows if each not in works]:
            row = self._rows.pop(work)
            row.hide()
            row.deleteLater()
        for work in works:
            if work not in self._rows:
                self._add(work)
            self.update_work(work, shown)
        self._offer_together()
        self._fit()

    def update_work(self, work: Work, shown: Work | None) -> None:
        """Shows anew what happens with a work."""
        if work in self._rows:
            self._rows[work].refresh(is_shown=work is shown)
            self._offer_together()
            self._show_summary()

    def _add(self, work: Work) -> None:
        row = QueueRow(self._theme, work)
        row.chosen.connect(lambda: self.work_chosen.emit(work))
        row.removed.connect(lambda: self.removal_requested.emit(work))
        self._column.insertWidget(len(self._rows), row)
        self._rows[work] = row

    def _offer_together(self) -> None:
        """Offers what can be done with several documents at once."""
        works = list(self._rows)
        self.ask.setVisible(sum(is_askable(work) for work in works) > 1)
        self.digest.setVisible(sum(is_made(work) for work in works) > 1)

    def _summary(self) -> str:
        works = list(self._rows)
        counts = [
            (self.tr("{0} done"), sum(work.stage is Stage.DONE for work in works)),
            (self.tr("{0} under way"), sum(work.is_running for work in works)),
            (self.tr("{0} waiting"), sum(work.stage in _WAITING for work in works)),
            (self.tr("{0} stopped"), sum(work.stage is Stage.STOPPED for work in works)),
            (self.tr("{0} failed"), sum(work.stage is Stage.FAILED for work in works)),
        ]
        told = ", ".join(words.format(count) for words, count in counts if count)
        if len(works) == 1:
            return self.tr("1 document: {0}").format(told)
        return self.tr("{0} documents: {1}").format(len(works), told)

    def _show_summary(self) -> None:
        """Says how many there are, and how they stand where there is room for that."""
        said, count = self._summary(), len(self._rows)
        self.fold.setText(
            self.tr("1 document") if count == 1 else self.tr("{0} documents").format(count)
        )
        # The short words are enough, or a wide panel could not be made narrow again.
        self.fold.setMinimumWidth(self.fold.sizeHint().width())
        short = self.fold.text()
        self.fold.setText(said)
        margins = self.contentsRect().width() - self._theme.px(2 * _MARGIN_PX)
        beside = [each for each in (self.ask, self.digest) if not each.isHidden()]
        taken = sum(each.sizeHint().width() + self._theme.px(_GAP_PX) for each in beside)
        is_cut = self.fold.sizeHint().width() > margins - taken
        if is_cut:
            self.fold.setText(short)
            self.fold.setAccessibleName(said)
        plain_text.set_tooltip(self.fold, said if is_cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the words that fit."""
        super().resizeEvent(event)
        self._show_summary()

    def suggest_open(self, is_open: bool) -> None:
        """Unfolds where there is room, until a person has said otherwise."""
        if not self._was_folded:
            self.fold.setChecked(is_open)

    def _on_fold_clicked(self) -> None:
        self._was_folded = True

    def _on_folded(self, is_open: bool) -> None:
        self._area.setVisible(is_open)
        self.fold.set_icon("chevron-down" if is_open else "chevron-right")
        self._fit()

    def _fit(self) -> None:
        shown = min(len(self._rows), _ROWS_SHOWN)
        self._area.setMinimumHeight(self._theme.px(_ROW_PX) * min(shown, 1))
        self._area.setMaximumHeight(self._theme.px(_ROW_PX) * shown)


class QueueRow(QWidget):
    """One document in line."""

    chosen = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, work: Work, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._words = StageWords(self)
        self.button = Button(theme, work.name, kind="row", icon="file-text")
        self.button.setCheckable(True)
        self.button.clicked.connect(self._on_clicked)
        self.state = ElidedLabel(role="small")
        self.remove = IconButton(
            theme, "x", self.tr("Remove “{0}” from the list").format(work.name)
        )
        self.remove.clicked.connect(self.removed)
        row = spacing.row(theme, self, gap=8)
        row.addWidget(self.button, 2)
        row.addWidget(self.state, 3)
        row.addWidget(self.remove)

    def refresh(self, *, is_shown: bool) -> None:
        """Shows what happens with the document now."""
        work = self._work
        self.state.setText(self._words.short(work))
        self.state.set_role("danger" if work.stage is Stage.FAILED else "small")
        self.button.set_icon(_ICONS.get(work.stage, "file-text"))
        self.button.setText(work.name)
        self.button.setChecked(is_shown)
        self.button.setAccessibleDescription(self.state.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the name readable where there is little room."""
        super().resizeEvent(event)
        self.button.setMinimumWidth(self.width() // 3)

    def _on_clicked(self) -> None:
        self.button.setChecked(True)
        self.chosen.emit()
