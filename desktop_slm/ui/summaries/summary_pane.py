"""The summary beside its document: its wishes, progress, exact coverage, and the sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_slm.errors import ModelGone, NoModel
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.summaries.ordering.summary_controls import SummaryControls
from desktop_slm.ui.summaries.reading_lines import ReadingLines
from desktop_slm.ui.summaries.running.stage_words import StageWords
from desktop_slm.ui.summaries.sentences.undo_banner import UndoBanner
from desktop_slm.ui.summaries.sentences.work_sentences import WorkSentences
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_AROUND_LINES_PX = 140  # margins, marks and a chip or two beside a line of prose


class SummaryPane(QWidget):
    """Shows a work; what a person wants of it goes out as signals."""

    source_requested = Signal(object)  # Evidence
    models_requested = Signal()

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._stages = StageWords(self)
        self._work: Work | None = None
        self._shown_outcome: object = None
        self._quarter = 0
        self.controls = SummaryControls(theme, words)
        self.progress = ProgressLine(theme)
        self.lines = ReadingLines(theme, words)
        self.banner = Banner(theme)
        self._practice = self._made_practice()
        self._made = WorkSentences(theme, words)
        self._made.source_requested.connect(self.source_requested)
        self._made.row_reached.connect(self._on_row_reached)
        self.person, self.sentences, self.add = self._made.person, self._made.list, self._made.add
        self._note = WrappedLabel(role="muted")
        self.foot = WrappedLabel(role="small")
        self.undo = UndoBanner(theme)
        self._lay_out()

    def show_work(self, work: Work) -> None:
        """Shows how things stand with a work."""
        is_other = self._work is not work
        self._work = work
        self.controls.show_work(work)
        self._show_progress(work)
        self.lines.show_work(work)
        self._show_outcome(work)
        self._practice.setVisible(work.is_practice)
        if is_other:
            self.undo.hide()
            self.mark_resting_on(None)
            self._area.verticalScrollBar().setValue(0)
        self._made.show_work(work)
        self._show_note(work)
        self.foot.setText(f"{work.model_name} · {self._words.link_notice()}")
        self.foot.setVisible(bool(work.items))

    def mark_resting_on(self, numbers: Collection[int] | None) -> None:
        """Marks the sentences that rest on what is selected in the document, by their numbers in
        the summary; None where nothing is selected."""
        self.sentences.mark_resting(numbers or ())
        self.person.show_resting(None if numbers is None else len(numbers))

    # Building

    def _lay_out(self) -> None:
        column = spacing.column(self._theme, self, gap=0)
        column.addWidget(self._made_area(), 1)
        below = spacing.column(self._theme, gap=0, margins=(16, 0, 16, 0))
        below.addWidget(self.undo)
        column.addLayout(below)

    def _made_area(self) -> QScrollArea:
        """Everything scrolls as one: in a low window the sentences still get the room."""
        content = QWidget()
        content.setObjectName("scrolled")
        column = spacing.column(self._theme, content, gap=10, margins=(24, 16, 24, 14))
        for part in (self.controls, self._practice, self.progress, self.lines):
            column.addWidget(part)
        for part in (self.banner, self._note, self._made):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.foot)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        return self._area

    def _made_practice(self) -> QWidget:
        notice = QFrame()
        notice.setProperty("banner", "warning")
        row = spacing.row(self._theme, notice, gap=8, margins=(12, 2, 12, 2))
        row.addWidget(IconLabel(self._theme, "triangle-alert", "warning"))
        label = WrappedLabel(self._words.practice_notice())
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        notice.setAccessibleName(label.text())
        return notice

    # What goes on

    def _show_progress(self, work: Work) -> None:
        self.progress.setVisible(work.is_running or work.stage is Stage.WAITING)
        words = self._stages.long(work)
        left = ""
        if work.stage in (Stage.NOTING, Stage.JOINING):
            share = work.joins[0] / work.joins[1] if work.joins[1] else 0.0
            left = self._words.time_left(work.pace.left_s(work.passages_left, share))
        self.progress.show_progress(words, work.share, left)
        self._announce(work, words)

    def _announce(self, work: Work, words: str) -> None:
        """Says each quarter to those who do not see the bar."""
        quarter = int((work.share or 0.0) * 4) if work.stage is Stage.NOTING else 0
        if quarter > self._quarter:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.progress, words))
        self._quarter = quarter

    def _show_outcome(self, work: Work) -> None:
        """Says once how a run ended; a sentence that was closed stays closed."""
        outcome = (work, work.version_id, work.stage, work.error)
        if outcome == self._shown_outcome:
            return
        self._shown_outcome = outcome
        actions: tuple[tuple[str, Callable[[], object]], ...] = ()
        if isinstance(work.error, NoModel | ModelGone):
            actions = ((self.tr("Choose a model"), self.models_requested.emit),)
        if work.stage is Stage.FAILED:
            said = (
                wording.sentence(work.error)
                if work.error
                else self.tr("This run ended with an error.")
            )
            if work.items and "kept" not in said:
                said = self.tr("{0} What was read is kept.").format(said)
            details = wording.details(work.error) if work.error and work.error.details else ""
            self.banner.show_message(said, tone="error", details=details, actions=actions)
        elif work.stage is Stage.STOPPED:
            self.banner.show_message(self._stopped(work))
        else:
            self.banner.hide()

    def _stopped(self, work: Work) -> str:
        if work.was_cut_off:
            return self.tr("This was cut off when the program ended. What was read is kept.")
        if work.version_id is None:
            return self.tr("Stopped before the document was read.")
        return self.tr("Stopped. What was read is kept; going on continues where it was.")

    def _show_note(self, work: Work) -> None:
        """Says why there are no sentences yet."""
        words = ""
        if not work.items and work.stage in (Stage.LOADING, Stage.NOTING):
            words = self.tr("Notes appear here as passages are read.")
        elif not work.items and work.stage is Stage.DONE:
            words = self.tr("The model wrote nothing about this document. Try another model.")
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _on_theme_changed(self) -> None:
        """Keeps lines readable in a wide window."""
        content = self._area.widget()
        if content is not None:
            content.setMaximumWidth(self._theme.prose_width() + self._theme.px(_AROUND_LINES_PX))

    # What a person does

    def _on_row_reached(self, row: QWidget) -> None:
        self._area.ensureWidgetVisible(row, 0, self._theme.px(24))
