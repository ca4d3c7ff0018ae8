"""The digest of a set: its sentences, to be worked on, what of each document was read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.errors import NoModel
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.summaries.asking.set_words import SetWords
from desktop_slm.ui.summaries.ordering.versions_button import VersionsButton
from desktop_slm.ui.summaries.running.stage_words import StageWords
from desktop_slm.ui.summaries.sentences.work_sentences import WorkSentences
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class DigestSection(QFrame):
    """Shows a digest's `Work`, or the button that makes one."""

    source_requested = Signal(object)  # Evidence
    row_reached = Signal(object)
    make_requested = Signal()
    version_requested = Signal(int)
    models_requested = Signal()

    def __init__(self, theme: Theme, words: SetWords, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._stages = StageWords(self)
        self.title = WrappedLabel(self.tr("Digest"), "title")
        self.make = Button(theme, "", icon="files")
        self.make.clicked.connect(self.make_requested)
        self.versions = VersionsButton(theme, words)
        self.versions.version_requested.connect(self.version_requested)
        self.practice = WrappedLabel(words.practice_notice(), "warning")
        self.progress = ProgressLine(theme)
        self.banner = Banner(theme, is_dismissible=False)
        self.made = WorkSentences(theme, words)
        self.made.source_requested.connect(self.source_requested)
        self.made.row_reached.connect(self.row_reached)
        self.sentences, self.person = self.made.list, self.made.person
        self.sentences.setAccessibleName(self.tr("Digest"))
        self.lines = WrappedLabel(role="small")
        column = spacing.column(theme, self, gap=8, margins=(0, 0, 0, 16))
        head = spacing.row(theme, gap=8)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QWidget()
        flow = FlowLayout(theme, buttons, gap=8)
        flow.addWidget(self.versions)
        flow.addWidget(self.make)
        head.addWidget(buttons)
        column.addLayout(head)
        for part in (self.practice, self.progress, self.banner, self.made, self.lines):
            column.addWidget(part)

    def show_digest(self, work: Work | None, *, can_make: bool) -> None:
        """Shows how things stand with the digest; `can_make` where its summaries are there."""
        is_running = work is not None and work.is_running
        self.setVisible(work is not None or can_make)
        self.make.setVisible(can_make and not is_running)
        self.make.setText(self.tr("Make a digest") if work is None else self.tr("Make it again"))
        self.versions.show_work(work)
        self.practice.setVisible(work is not None and work.is_practice and bool(work.items))
        self.progress.setVisible(is_running)
        if work is not None and is_running:
            self.progress.show_progress(self._stages.long(work), work.share)
        self._show_outcome(work)
        self.made.show_work(work)
        self._show_lines(work)

    def _show_outcome(self, work: Work | None) -> None:
        if work is None or work.is_running or work.stage is Stage.DONE:
            self.banner.hide()
        elif work.stage is Stage.FAILED:
            said = self.tr("This run ended with an error.")
            actions: tuple[tuple[str, Callable[[], object]], ...] = ()
            details = ""
            if work.error is not None:
                said = wording.sentence(work.error)
                details = wording.details(work.error) if work.error.details else ""
            if isinstance(work.error, NoModel):
                actions = ((self.tr("Choose a model"), self.models_requested.emit),)
            self.banner.show_message(said, tone="error", details=details, actions=actions)
        else:
            self.banner.show_message(
                self.tr("Stopped. The summaries stand as they are; making it again goes on.")
            )

    def _show_lines(self, work: Work | None) -> None:
        lines: list[str] = []
        if work is not None and work.items:
            lines += [self._words.coverage_of(each) for each in work.sources]
            lines += [str(each) for each in work.shortfalls]
            lines.append(f"{work.model_name} · {self._words.link_notice()}")
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
