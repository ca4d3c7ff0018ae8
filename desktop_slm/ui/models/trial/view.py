"""Try on my document: chooses, runs and shows a trial over the Models page.

A trial goes on while the person is elsewhere in the window; leaving the view does not stop it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.documents.document import Document
from desktop_slm.documents.file_names import PATTERNS
from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.library import InstalledModel
from desktop_slm.tuning.trial import page_selection
from desktop_slm.tuning.trial.forecast import Forecast
from desktop_slm.tuning.trial.records import KeptTrial
from desktop_slm.tuning.trial.trial import Outcome, Trial
from desktop_slm.tuning.trial.trying import TrialWish
from desktop_slm.ui import accessible_roles, dropped_files, plain_text, spacing
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs, SystemFileDialogs
from desktop_slm.ui.models.trial import closer_look, words
from desktop_slm.ui.models.trial.earlier_trials import EarlierTrials
from desktop_slm.ui.models.trial.header import TrialHeader
from desktop_slm.ui.models.trial.result_grid import ResultGrid
from desktop_slm.ui.models.trial.running import TrialRun
from desktop_slm.ui.models.trial.setup_pane import SetupPane
from desktop_slm.ui.models.trial.work import Seams, TrialWork
from desktop_slm.ui.operations import Operation
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_SETUP, _RESULT = range(2)


class TrialView(QWidget):
    """A header over two panes: what is to be tried, and what came of it."""

    closed = Signal()
    tried = Signal()  # more is known of a model, or less

    def __init__(
        self,
        core: Core,
        *,
        seams: Seams | None = None,
        dialogs: FileDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._work = TrialWork(core, seams or Seams())
        self._dialogs = dialogs or SystemFileDialogs()
        self._looking: Operation[None] | None = None
        self._reading: Operation[Document] | None = None
        self.header = TrialHeader(core.theme)
        self.banner = Banner(core.theme)
        self.setup = SetupPane(core.theme)
        self._earlier = EarlierTrials(core, self._work, self.setup.earlier, self)
        self.grid = ResultGrid(core.theme)
        self._run = TrialRun(core, self._work, self.grid, self)
        self.about = WrappedLabel("", "small")
        self.not_said = WrappedLabel(words.not_said(), "small")
        self._stack = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    @property
    def is_running(self) -> bool:
        """Whether models are being tried."""
        return self._run.is_running

    @property
    def is_looking(self) -> bool:
        """Whether it is being found out which models fit."""
        return self._looking is not None and not self._looking.is_finished

    def begin(self, wanted: Sequence[str] = ()) -> None:
        """Shows what can be tried, with these models ticked; a trial under way stays in view."""
        if self.is_running:
            return
        self._show_pane(_SETUP)
        self._look(wanted)
        self._earlier.refresh()
        self.setup.focus_first()

    def focus_first(self) -> None:
        """Puts the focus where one goes on."""
        if self._stack.currentIndex() == _SETUP:
            self.setup.focus_first()
        else:
            self.header.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, path: Path) -> None:
        """Reads the document that is to be tried on."""
        if self._reading is not None:
            self._reading.drop()
        self.banner.hide()
        name = plain_text.one_line(path.name)
        self.setup.show_reading(self.tr("Reading “{name}”…").format(name=name))
        self._reading = self._core.operations.run(
            self,
            lambda job: self._work.read(job, path),
            on_success=self._on_read,
            on_failure=self._on_not_read,
        )

    def show_kept(self, kept: KeptTrial) -> None:
        """Shows an earlier trial."""
        trial = kept.trial
        self._begin_grid(trial, [outcome.model.name for outcome in trial.outcomes])
        self.grid.show_outcomes(dict(enumerate(trial.outcomes)))
        self._show_pane(_RESULT)

    # Looking and reading

    def _look(self, wanted: Sequence[str]) -> None:
        chosen = self._core.model
        ticked = list(wanted) or ([chosen.id] if chosen else [])
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._core.operations.run(
            self,
            self._work.look,
            on_success=lambda result: None,
            on_failure=self._show_error,
            on_progress=lambda found: self._on_looked(found, ticked),
        )

    def _on_looked(
        self, found: list[tuple[InstalledModel, ...] | Forecast], ticked: Sequence[str]
    ) -> None:
        for each in found:
            if isinstance(each, Forecast):
                self.setup.ticks.show_forecast(each)
            else:
                self.setup.ticks.show_models(each, ticked)

    def _on_read(self, document: Document) -> None:
        self._reading = None
        self.setup.show_document(document)
        self.setup.focus_first()

    def _on_not_read(self, error: DesktopSlmError) -> None:
        self._reading = None
        self.setup.show_document(None)
        self._show_error(error)

    # Trying

    def _on_start(self, wish: TrialWish) -> None:
        document = self.setup.document
        if document is None or self.is_running:
            return
        if self._looking is not None:
            self._looking.drop()
        self.banner.hide()
        pages = page_selection.take(document, wish.pages)
        trial = Trial(pages, page_selection.words_to_ask(pages.words), ())
        self._begin_grid(trial, [model.name for model in wish.models])
        self._run.start(document, wish)
        self._show_pane(_RESULT)
        self.header.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_finished(self) -> None:
        self._on_ended()
        if self._core.data is None:
            self.banner.show_message(
                self.tr("This trial is not kept: your data is not open."), tone="warning"
            )

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._on_ended()
        self._show_pane(_SETUP)
        self._show_error(error)

    def _on_ended(self) -> None:
        had_focus = self.header.stop.hasFocus() or self.header.is_stopping
        self._earlier.refresh()
        self._show_pane(_RESULT)
        self.tried.emit()
        if had_focus and self.isVisible():
            self.header.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stop(self) -> None:
        if self.is_running:
            self._run.stop()
            self.header.show_stopping()

    # Showing

    def _begin_grid(self, trial: Trial, names: Sequence[str]) -> None:
        pages = trial.pages
        line = f"{pages.name} · {words.which(pages)} · {words.count(pages.words)}"
        self.about.setText(plain_text.one_line(line))
        self.grid.begin(names, trial)

    def _show_pane(self, pane: int) -> None:
        self._stack.setCurrentIndex(pane)
        self.header.show_state(is_running=self.is_running, is_result=pane == _RESULT)

    def _show_error(self, error: DesktopSlmError) -> None:
        self.banner.show_message(
            errors_wording.sentence(error), tone="error", details=errors_wording.details(error)
        )

    def _on_details(self, outcome: Outcome) -> None:
        if self.grid.trial is not None:
            closer_look.show_details(self._core.theme, self, outcome, self.grid.trial)

    def _on_source(self, item: Item, number: int) -> None:
        if self.grid.trial is not None:
            closer_look.show_source(self._core.theme, self, item, number, self.grid.trial)

    def _on_back(self) -> None:
        """Goes back by one: from a result that is through to the choice, from there to the page."""
        if self._stack.currentIndex() == _RESULT and not self.is_running:
            self._show_pane(_SETUP)
            self.setup.focus_first()
        else:
            self.closed.emit()

    def _on_choose(self) -> None:
        title, kinds = self.tr("Choose a document"), self.tr("Documents") + f" ({PATTERNS})"
        self._dialogs.choose_one(self, title, kinds, self.take)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes a file while one can be chosen."""
        if not self.is_running and dropped_files.files_in(event.mimeData()).paths:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the first of the files as the document."""
        event.acceptProposedAction()
        self._show_pane(_SETUP)
        self.take(Path(dropped_files.files_in(event.mimeData()).paths[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops a trial, or goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_running:
            self._on_stop()
        else:
            self._on_back()

    def _lay_out(self) -> None:
        theme = self._core.theme
        column = spacing.column(theme, self, gap=0)
        column.addWidget(self.header)
        around = spacing.column(theme, gap=0, margins=(20, 0, 20, 0))
        around.addWidget(self.banner)
        column.addLayout(around)
        place = QWidget()
        row = spacing.row(theme, place, gap=0)
        row.addWidget(self.setup, 1000)
        row.addStretch(1)
        self._stack.addWidget(_scrolled(place, self.tr("Choose what to try")))
        result = QWidget()
        inside = spacing.column(theme, result, gap=12, margins=(20, 16, 20, 24))
        inside.addWidget(self.about)
        inside.addWidget(self.not_said)
        inside.addWidget(self.grid)
        inside.addStretch(1)
        self._stack.addWidget(_scrolled(result, self.tr("What was measured")))
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.header.back_requested.connect(self._on_back)
        self.header.stop_requested.connect(self._on_stop)
        self.setup.choice_requested.connect(self._on_choose)
        self.setup.start_requested.connect(self._on_start)
        self.setup.earlier.open_requested.connect(self.show_kept)
        self._earlier.erased.connect(self.tried)
        self._earlier.failed.connect(self._show_error)
        self._run.model_ended.connect(self.tried)
        self._run.finished.connect(self._on_finished)
        self._run.failed.connect(self._on_failed)
        self.grid.details_requested.connect(self._on_details)
        self.grid.source_requested.connect(self._on_source)


def _scrolled(inside: QWidget, name: str) -> QScrollArea:
    inside.setObjectName("scrolled")
    area = QScrollArea()
    accessible_roles.name(area, "page", name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
