"""What the page is about, and what can be done with it: copy, export, stop, go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.exporting.export_button import ExportButton
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage, Work, is_askable
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.folding import fold
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.menu import Menu

_TOLD_MS = 1500
_TITLE_LEAST_PX = 200  # title, the small button and what is between them


class SummaryHeader(QFrame):
    """One row over both panes."""

    copy_requested = Signal()
    export_requested = Signal(object)  # ExportWish
    print_requested = Signal(bool)  # only what a person has checked
    verify_requested = Signal()
    compare_requested = Signal()
    stop_requested = Signal()
    go_on_requested = Signal()
    ask_requested = Signal()

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title = ElidedLabel(role="title")
        self._about = ElidedLabel(role="small")
        self.ask = Button(theme, self.tr("Ask about it"), icon="message-square")
        self.ask.clicked.connect(self.ask_requested)
        self.copy = IconButton(theme, "copy", self.tr("Copy the summary"))
        self.copy.clicked.connect(self._on_copied)
        self.export = ExportButton(theme, self._add_more)
        self.export.export_requested.connect(self.export_requested)
        self.export.print_requested.connect(self.print_requested)
        self.stop = Button(theme, self.tr("Stop"), icon="stop")
        self.stop.clicked.connect(self.stop_requested)
        self.go_on = Button(theme, self.tr("Go on"), kind="primary", icon="play")
        self.go_on.clicked.connect(self.go_on_requested)
        self._told = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._told.timeout.connect(self._on_told)
        row = spacing.row(theme, self, gap=8, margins=(20, 11, 20, 11))
        words_row = spacing.row(theme, gap=12)
        words_row.addWidget(self._title)
        words_row.addWidget(self._about, 1)
        row.addLayout(words_row, 1)
        for part in (self.copy, self.ask, self.export, self.stop, self.go_on):
            row.addWidget(part)

    def show_work(self, work: Work) -> None:
        """Shows the work's title and what can be done with it."""
        self._title.setText(work.name)
        self._about.setText(self._facts(work))
        has_words = bool(work.items)
        self.export.show_items(work, work.items)
        # Before its document is stored, a chat can read the file itself.
        self.ask.setVisible(
            work.opened is not None and (is_askable(work) or isinstance(work.path, Path))
        )
        self.copy.setVisible(has_words)
        self.export.setVisible(has_words)
        self.stop.setVisible(work.is_running or work.stage is Stage.WAITING)
        self.stop.setEnabled(work.stage is not Stage.STOPPING)
        self.stop.setText(self.tr("Stopping…") if work.stage is Stage.STOPPING else self.tr("Stop"))
        self.go_on.setVisible(work.can_go_on)
        self.go_on.setText(
            self.tr("Go on") if work.version_id is not None else self.tr("Try again")
        )
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the buttons their icons alone where there is no room for words and title."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        room = self.width() - self._theme.px(_TITLE_LEAST_PX)
        fold((self.ask, self.export, self.stop, self.go_on), room)

    def _facts(self, work: Work) -> str:
        if work.opened is None:
            return ""
        document = work.opened.document
        facts = self._words.about(document, work.opened.words)
        return facts if document.name == work.name else f"{document.name} · {facts}"

    def _on_copied(self) -> None:
        self.copy_requested.emit()
        self.copy.set_icon("check", "good")
        self.copy.set_name(self.tr("Copied"))
        self._told.start()

    def _on_told(self) -> None:
        self.copy.set_icon("copy", "muted")
        self.copy.set_name(self.tr("Copy the summary"))

    def _add_more(self, menu: Menu) -> None:
        menu.addSeparator()
        menu.add(
            self.tr("Compare with another version…"),
            self.compare_requested.emit,
            icon="columns-2",
        )
        menu.add(self.tr("Verify an export…"), self.verify_requested.emit, icon="shield")
