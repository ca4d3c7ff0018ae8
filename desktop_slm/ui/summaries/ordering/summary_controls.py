"""The controls over a summary: the wishes, Start or Redo, the versions, and the plan in a line."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.ordering.options_panel import OptionsPanel
from desktop_slm.ui.summaries.ordering.plan_words import PlanWords
from desktop_slm.ui.summaries.ordering.versions_button import VersionsButton
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_TYPING_MS = 600


class SummaryControls(QWidget):
    """Waits with a plan for "Start", or offers to redo what is there with other wishes."""

    start_requested = Signal(object)  # Wishes
    plan_requested = Signal(object)  # Wishes: what would they take?
    leave_requested = Signal()  # no other version after all
    redo_requested = Signal(object)  # Wishes
    version_requested = Signal(int)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._names = PlanWords(words, self)
        self._work: Work | None = None
        self._shown: object = None
        self.options = OptionsPanel(theme, words)
        self.options.changed.connect(self._on_changed)
        self.start = Button(theme, self.tr("Start"), kind="primary", icon="play")
        self.start.clicked.connect(self._on_start)
        self.leave = Button(theme, self.tr("Not now"))
        self.leave.clicked.connect(self.leave_requested)
        self.redo = Button(theme, self.tr("Redo"), icon="refresh-cw")
        self.redo.clicked.connect(self._on_redo)
        self.versions = VersionsButton(theme, words)
        self.versions.version_requested.connect(self.version_requested)
        for part in (self.redo, self.versions):
            self.options.add(part)
        self.plan = WrappedLabel(role="small")
        column = spacing.column(theme, self, gap=8)
        column.addWidget(self.options)
        column.addWidget(self.plan)
        column.addWidget(self._made_start())
        # A plan costs the model some reading of lengths: not one for every letter typed.
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._ask_for_plan)

    def _made_start(self) -> QWidget:
        self._start_row = QWidget()
        flow = FlowLayout(self._theme, self._start_row, gap=10)
        flow.addWidget(self.start)
        flow.addWidget(self.leave)
        return self._start_row

    def show_work(self, work: Work) -> None:
        """Shows with which wishes a work is or will be made."""
        shown = (work, work.version_id, work.asks)
        if shown != self._shown:
            self._shown = shown
            self._typing.stop()
            self.options.show_wishes(work.wishes)
        self._work = work
        self.setVisible(work.opened is not None)
        self._start_row.setVisible(work.asks)
        self.leave.setVisible(work.asks and work.before is not None)
        self._show_redo(work)
        self.versions.show_work(work)
        self._show_plan(work)

    def _show_redo(self, work: Work) -> None:
        is_idle = work.stage in (Stage.DONE, Stage.STOPPED, Stage.FAILED)
        is_other = self.options.wishes() != work.wishes
        can_redo = work.summary_id is not None and not work.asks
        self.redo.setVisible(can_redo and (is_idle or is_other))
        self.redo.setText(self.tr("Redo with these") if is_other else self.tr("Redo"))

    def _show_plan(self, work: Work) -> None:
        line = ""
        if work.plan is not None and (work.asks or work.is_running):
            line = self._names.plan(work.plan)
        if work.asks:
            line = line or self.tr("Working out what this takes…")
            line += " " + self.tr("Nothing is read before you start it.")
        self.plan.setText(line)
        self.plan.setVisible(bool(line))

    # What a person does

    def _on_changed(self) -> None:
        if self._work is None:
            return
        self._show_redo(self._work)
        if self._work.asks:
            self._typing.start()

    def _ask_for_plan(self) -> None:
        wishes = self.options.wishes()
        if self._work is not None and wishes is not None and wishes != self._work.wishes:
            self.plan_requested.emit(wishes)

    def _on_start(self) -> None:
        self._typing.stop()
        self._go(self.start_requested)

    def _on_redo(self) -> None:
        self._go(self.redo_requested)

    def _go(self, signal: object) -> None:
        wishes = self.options.wishes()
        if wishes is None:
            self.options.show_wrong_pages()
        else:
            signal.emit(wishes)  # type: ignore[attr-defined]
