"""Two versions of a document and what lies between them; nothing of it is stored."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_slm import files, policy
from desktop_slm.assistants.comparison import comparing
from desktop_slm.assistants.comparison.comparing import Compared, ReadDocument, Source, Step
from desktop_slm.assistants.comparison.report import report
from desktop_slm.assistants.comparison.written import ReportFormat, written
from desktop_slm.documents.file_names import PATTERNS
from desktop_slm.errors import DesktopSlmError, OutputUnwritable
from desktop_slm.ui import dropped_files, plain_text, spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.summaries.comparison.comparison_header import ComparisonHeader
from desktop_slm.ui.summaries.comparison.comparison_panes import ComparisonPanes
from desktop_slm.ui.summaries.comparison.comparison_words import ComparisonWords
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.empty_state import EmptyState
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.rule import rule

_EMPTY, _WORKING, _COMPARED = range(3)
_STEP_KEYS = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}


class ComparisonView(QWidget):
    """Asks for what is missing of two files, compares them, shows the changes in both."""

    closed = Signal()
    compared = Signal()  # or failed: nothing is under way any more

    def __init__(
        self,
        core: Core,
        dialogs: FileDialogs,
        read_file: ReadDocument,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core, self._dialogs, self._read_file = core, dialogs, read_file
        self._words = ComparisonWords(self)
        self._sources: list[Source | None] = [None, None]
        self._compared: Compared | None = None
        self._operation: Operation[Compared] | None = None
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._show_state()

    @property
    def result(self) -> Compared | None:
        """What is shown."""
        return self._compared

    def take(self, source: Source, *, is_after: bool) -> None:
        """Takes one of the two versions; once both are there they are compared."""
        self._sources[is_after] = source
        self.panes.slots[is_after].show_file(plain_text.one_line(source.name))
        self._compare()

    def close_comparison(self) -> None:
        """Stops what is under way and goes back."""
        self._drop_operation()
        self.closed.emit()

    def focus_first(self) -> None:
        """Puts the focus where one begins."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._compared is not None and self.panes.changes.list.isVisibleTo(self):
            self.panes.changes.list.setFocus(reason)
        elif self._compared is None and not self._sources[0]:
            self.choose_before.setFocus(reason)
        elif self._compared is None:
            self.choose_after.setFocus(reason)
        else:
            self.header.back.setFocus(reason)

    # Building

    def _build(self) -> None:
        theme = self._core.theme
        self.header = ComparisonHeader(theme)
        self.banner = Banner(theme)
        self.choose_before = Button(theme, self.tr("Earlier version…"), icon="folder-open")
        self.choose_after = Button(theme, self.tr("Later version…"), icon="folder-open")
        self._empty = EmptyState(
            theme,
            "columns-2",
            self.tr("What is different between two versions?"),
            self.tr(
                "Choose both, or drop them here. They may be of different formats: a Word "
                "document and its PDF. No model is needed, and nothing leaves this computer."
            ),
            [self.choose_before, self.choose_after],
        )
        self._progress = ProgressLine(theme)
        self.panes = ComparisonPanes(theme, self._words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._made_progress())
        self._stack.addWidget(self.panes)
        column = spacing.column(theme, self, gap=0)
        column.addWidget(self.header)
        column.addWidget(rule())
        banner_row = spacing.column(theme, gap=0, margins=(20, 0, 20, 0))
        banner_row.addWidget(self.banner)
        column.addLayout(banner_row)
        column.addWidget(self._stack, 1)

    def _made_progress(self) -> QWidget:
        page = QWidget()
        column = spacing.column(self._core.theme, page, gap=0, margins=(20, 20, 20, 20))
        column.addWidget(self._progress)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.header.back_requested.connect(self.close_comparison)
        self.header.exchange_requested.connect(self._on_exchange)
        self.header.copy_requested.connect(self._on_copy)
        self.header.export_requested.connect(self._on_export)
        self.header.stop_requested.connect(self._on_stop)
        self.choose_before.clicked.connect(lambda: self._choose(is_after=False))
        self.choose_after.clicked.connect(lambda: self._choose(is_after=True))
        self.panes.choice_requested.connect(lambda is_after: self._choose(is_after=is_after))

    # Choosing

    def _choose(self, *, is_after: bool) -> None:
        kinds = self.tr("Documents") + f" ({PATTERNS})"
        title = (
            self.tr("Choose the later version")
            if is_after
            else self.tr("Choose the earlier version")
        )
        self._dialogs.choose_one(
            self, title, kinds, lambda path: self.take(path, is_after=is_after)
        )

    def _on_exchange(self) -> None:
        self._sources.reverse()
        for slot, source in zip(self.panes.slots, self._sources, strict=True):
            if source is not None:
                slot.show_file(plain_text.one_line(source.name))
        self._compare()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if dropped_files.files_in(event.mimeData()).paths:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes two files as both versions, one as the one that is missing, or the later one."""
        paths = [Path(path) for path in dropped_files.files_in(event.mimeData()).paths]
        event.acceptProposedAction()
        if len(paths) >= 2:
            self._sources = [None, None]
            self.take(paths[0], is_after=False)
            self.take(paths[1], is_after=True)
        elif paths:
            self.take(paths[0], is_after=self._sources[0] is not None)

    # Comparing

    def _compare(self) -> None:
        before, after = self._sources
        self._drop_operation()
        self._compared = None
        self.banner.hide()
        if before is not None and after is not None:
            self._progress.show_progress(self._words.step(Step(before.name)), None)
            self._operation = self._core.operations.run(
                self,
                lambda job: _run(job, before, after, self._read_file),
                on_success=self._on_compared,
                on_failure=self._on_failed,
                on_progress=self._on_steps,
                on_cancelled=self._on_stopped,
            )
        self._show_state()

    def _on_steps(self, steps: list[Step]) -> None:
        step = steps[-1]
        share = step.read / step.pages if step.pages else None
        self._progress.show_progress(self._words.step(step), share)

    def _on_compared(self, compared: Compared) -> None:
        self._operation, self._compared = None, compared
        self._sources = [compared.before, compared.after]
        self._words.take(compared.comparison)
        self._show_state()
        self.panes.show_compared(compared)
        self.focus_first()
        self.compared.emit()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._operation = None
        # Whichever could not be read: both can be chosen again.
        self._show_state()
        self._show_error(error)
        self.compared.emit()

    def _show_error(self, error: DesktopSlmError) -> None:
        details = wording.details(error) if error.details else ""
        self.banner.show_message(wording.sentence(error), tone="error", details=details)

    def _on_stopped(self) -> None:
        self._operation = None
        self._show_state()
        self.compared.emit()

    def _on_stop(self) -> None:
        if self._operation is not None:
            self._operation.cancel()

    def _drop_operation(self) -> None:
        if self._operation is not None:
            self._operation.drop()
            self._operation = None

    def _show_state(self) -> None:
        compared, is_working = self._compared, self._operation is not None
        state = _COMPARED if compared is not None else _WORKING if is_working else _EMPTY
        self._stack.setCurrentIndex(state)
        for button, source, words in (
            (self.choose_before, self._sources[0], self.tr("Earlier version…")),
            (self.choose_after, self._sources[1], self.tr("Later version…")),
        ):
            button.setText(plain_text.one_line(source.name)[:40] if source is not None else words)
            button.set_icon("check" if source is not None else "folder-open")
        self.header.show_state(
            self._words.counted(compared.comparison) if compared is not None else "",
            can_exchange=compared is not None,
            is_working=is_working,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N and P go from change to change, F6 from pane to pane, Esc to the list and then back."""
        key = Qt.Key(event.key())
        if self._compared is not None and key in _STEP_KEYS and not event.modifiers():
            self.panes.changes.list.step(_STEP_KEYS[key])
        elif self._compared is not None and key == Qt.Key.Key_F6:
            self.panes.next_pane()
        elif key == Qt.Key.Key_Escape and self.panes.is_in_text():
            self.panes.to_list()
        elif key == Qt.Key.Key_Escape:
            self.close_comparison()
        else:
            super().keyPressEvent(event)

    # Taking it out of the window

    def _on_copy(self) -> None:
        if self._compared is not None:
            shown = self.panes.changes.list.changes.shown
            text = written(report(self._compared.comparison, shown), ReportFormat.TEXT)
            QGuiApplication.clipboard().setText(text)
            self.banner.show_message(self.tr("The list of changes was copied."))

    def _on_export(self, chosen: ReportFormat) -> None:
        if self._compared is not None:
            comparison = self._compared.comparison
            name = self.tr("Changes") + f".{chosen.value}"
            self._dialogs.save(
                self,
                name,
                chosen.value,
                lambda path: self._core.operations.run(
                    self,
                    lambda _job: _write(path, written(report(comparison), chosen)),
                    on_success=lambda name: self.banner.show_message(
                        self.tr("Saved as “{0}”.").format(name)
                    ),
                    on_failure=self._show_error,
                ),
            )


def _run(job: Job, before: Source, after: Source, read_file: ReadDocument) -> Compared:
    return comparing.compare(before, after, on_step=job.report, cancellation=job, read=read_file)


def _write(path: Path, text: str) -> str:
    policy.require_export()
    try:
        files.replace_content(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise OutputUnwritable(path=path, why=error.strerror or "an error") from None
    return path.name
