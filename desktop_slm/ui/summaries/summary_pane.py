"""The summary beside its document: length, progress, exact coverage, and the sentences."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.errors import ModelGone, NoModel
from desktop_slm.storage.summaries import Version
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.summaries.sentence_list import SentenceList
from desktop_slm.ui.summaries.stage_words import StageWords
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.segmented_control import SegmentedControl
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_AROUND_LINES_PX = 140  # margins, marks and a chip or two beside a line of prose


class SummaryPane(QWidget):
    """Shows a work; what a person wants of it goes out as signals."""

    source_requested = Signal(object)  # Evidence
    redo_requested = Signal(object)  # Length
    version_requested = Signal(int)
    models_requested = Signal()

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._stages = StageWords(self)
        self._work: Work | None = None
        self._shown_version: tuple[Work, int | None] | None = None
        self._shown_outcome: object = None
        self._quarter = 0
        self.progress = ProgressLine(theme)
        self.coverage = WrappedLabel(role="small")
        self.gaps = WrappedLabel(role="small")
        self.banner = Banner(theme)
        self._practice = self._made_practice()
        self.sentences = SentenceList(theme, words)
        self.sentences.source_requested.connect(self.source_requested)
        self._note = WrappedLabel(role="muted")
        self.foot = WrappedLabel(role="small")
        self.sentences.row_reached.connect(self._on_row_reached)
        spacing.column(theme, self, gap=0).addWidget(self._made_area())

    def show_work(self, work: Work) -> None:
        """Shows how things stand with a work."""
        is_other = self._work is not work
        self._work = work
        self._show_length(work)
        self._show_progress(work)
        self._show_coverage(work)
        self._show_outcome(work)
        self._practice.setVisible(work.is_practice)
        self.sentences.setVisible(bool(work.items))
        if is_other:
            self.sentences.show_items(())
            self._area.verticalScrollBar().setValue(0)
        self.sentences.show_items(work.items)
        self._show_note(work)
        self.foot.setText(f"{work.model_name} · {self._words.link_notice()}")
        self.foot.setVisible(bool(work.items))

    # Building

    def _made_area(self) -> QScrollArea:
        """Everything scrolls as one: in a low window the sentences still get the room."""
        content = QWidget()
        content.setObjectName("scrolled")
        column = spacing.column(self._theme, content, gap=10, margins=(24, 16, 24, 14))
        column.addWidget(self._made_controls())
        for part in (self._practice, self.progress, self._read_lines(), self.banner, self._note):
            column.addWidget(part)
        column.addWidget(self.sentences)
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

    def _read_lines(self) -> QWidget:
        """What was read, and under it what was not."""
        lines = QWidget()
        column = spacing.column(self._theme, lines, gap=0)
        column.addWidget(self.coverage)
        column.addWidget(self.gaps)
        self._lines = lines
        return lines

    def _made_controls(self) -> QWidget:
        controls = QWidget()
        flow = FlowLayout(self._theme, controls, gap=10)
        lengths = [(length.value, self._words.length(length)) for length in Length]
        self.lengths = SegmentedControl(self._theme, self.tr("Length of the summary"), lengths)
        self.lengths.choice_changed.connect(self._on_length_chosen)
        self.redo = Button(self._theme, self.tr("Redo"), icon="refresh-cw")
        self.redo.clicked.connect(self._on_redo)
        self.versions = Button(self._theme, "", icon="history")
        self.versions.clicked.connect(self._on_versions)
        for part in (self.lengths, self.redo, self.versions):
            flow.addWidget(part)
        self._controls = controls
        return controls

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

    def _show_length(self, work: Work) -> None:
        version = (work, work.version_id)
        if self._shown_version != version:
            self._shown_version = version
            self.lengths.blockSignals(True)
            self.lengths.choose(work.length.value)
            self.lengths.blockSignals(False)
        self._controls.setVisible(work.opened is not None)
        self._show_redo(work)
        self.versions.setVisible(len(work.versions) > 1)
        number = next((each.number for each in work.versions if each.id == work.version_id), 0)
        self.versions.setText(self.tr("Version {0} of {1}").format(number, len(work.versions)))
        self.versions.setEnabled(not work.is_running and work.stage is not Stage.WAITING)

    def _show_redo(self, work: Work) -> None:
        chosen = Length(self.lengths.choice())
        is_other = chosen is not work.length
        is_idle = work.stage in (Stage.DONE, Stage.STOPPED, Stage.FAILED)
        self.redo.setVisible(work.summary_id is not None and (is_idle or is_other))
        words = self.tr("Redo as {0}").format(self._words.length(chosen))
        self.redo.setText(words if is_other else self.tr("Redo"))

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

    def _show_coverage(self, work: Work) -> None:
        read, lines = "", []
        if work.coverage is not None:
            read = self._words.coverage(work.coverage, is_draft=work.is_draft)
            lines += self._words.gaps(work.coverage)
        if work.opened is not None:
            lines += [str(warning) for warning in work.opened.document.warnings]
        self._set_role(self.coverage, "strong-small" if work.is_draft else "small")
        self.coverage.setText(read)
        self.coverage.setVisible(bool(read))
        self.gaps.setText("\n".join(lines))
        self.gaps.setVisible(bool(lines))
        self._lines.setVisible(bool(read or lines))

    @staticmethod
    def _set_role(label: WrappedLabel, role: str) -> None:
        if label.property("role") != role:  # polishing a widget anew is not for nothing
            label.set_role(role)

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

    def _on_length_chosen(self) -> None:
        if self._work is not None:
            self._show_redo(self._work)

    def _on_redo(self) -> None:
        self.redo_requested.emit(Length(self.lengths.choice()))

    def _on_versions(self) -> None:
        if self._work is None:
            return
        menu = Menu(self._theme, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for version in self._work.versions:
            menu.add_choice(
                self._version_words(version),
                lambda number=version.id: self.version_requested.emit(number),  # type: ignore[misc]
                is_chosen=version.id == self._work.version_id,
            )
        menu.popup(self.versions.mapToGlobal(QPoint(0, self.versions.height())))

    def _version_words(self, version: Version) -> str:
        length = Length(version.options.get("length", Length.STANDARD.value))
        model = str(version.options.get("model_name", version.model))
        return f"{version.number} · {self._words.length(length)} · {model}"
