"""One question with its answer: progress, checked sentences, which files were read how."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.errors import NoModel
from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.summaries.asking.asked import Asked, AskStage
from desktop_slm.ui.summaries.asking.set_words import SetWords
from desktop_slm.ui.summaries.sentences.sentence_list import SentenceList
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class AskedCard(QFrame):
    """Shows an `Asked`; what a person wants of it goes out as signals."""

    source_requested = Signal(object)  # Evidence
    row_reached = Signal(object)
    go_on_requested = Signal()
    removal_requested = Signal()
    models_requested = Signal()

    def __init__(
        self, theme: Theme, words: SetWords, asked: Asked, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self.asked = theme, words, asked
        question = plain_text.one_line(asked.question.text)
        self.setAccessibleName(question)
        self.title = WrappedLabel(question, "strong")
        self.remove = IconButton(theme, "x", self.tr("Remove this question and its answer"))
        self.remove.clicked.connect(self.removal_requested)
        self.plan = WrappedLabel(role="small")
        self.progress = ProgressLine(theme)
        self.banner = Banner(theme, is_dismissible=False)
        self.practice = WrappedLabel(words.practice_notice(), "warning")
        self.count = WrappedLabel(role="strong")
        self.nothing = WrappedLabel(self.tr("Nothing on this was found."))
        self.answer = self._made_list(self.tr("Answer"))
        self.shows_findings = Button(theme, "", kind="quiet", icon="chevron-right")
        self.shows_findings.setCheckable(True)
        self.shows_findings.toggled.connect(lambda _is_on: self._show_findings())
        self.findings = self._made_list(self.tr("What the documents say"))
        self.read = WrappedLabel(role="small")
        self.further = WrappedLabel(role="small")
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Shows how things stand with the question."""
        asked, answer = self.asked, self.asked.answer
        self.remove.setVisible(not asked.is_running)
        self.practice.setVisible(asked.is_practice)
        self._show_progress()
        self._show_outcome()
        items = answer.items if answer is not None else ()
        counted = self._words.counted(answer) if answer is not None else ""
        self.count.setText(counted)
        self.count.setVisible(bool(counted) and bool(items))
        self.nothing.setVisible(answer is not None and not items and not asked.is_running)
        self.answer.show_items(items)
        self.answer.setVisible(bool(items))
        self._show_findings()
        self._show_read()

    def _lay_out(self) -> None:
        column = spacing.column(self._theme, self, gap=6, margins=(0, 8, 0, 16))
        head = spacing.row(self._theme, gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for part in (
            self.practice,
            self.plan,
            self.progress,
            self.banner,
            self.count,
            self.nothing,
            self.answer,
        ):
            column.addWidget(part)
        column.addWidget(self.shows_findings, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.findings, self.read, self.further):
            column.addWidget(part)

    def _made_list(self, name: str) -> SentenceList:
        made = SentenceList(self._theme, self._words)
        made.setAccessibleName(name)
        made.source_requested.connect(self.source_requested)
        made.row_reached.connect(self.row_reached)
        return made

    def _show_progress(self) -> None:
        asked = self.asked
        self.progress.setVisible(asked.is_running)
        self.plan.setVisible(asked.is_running and asked.plan is not None)
        if asked.plan is not None:
            self.plan.setText(self._words.planned(asked.plan))
        if asked.is_running:
            self.progress.show_progress(self._stage(), asked.share)

    def _stage(self) -> str:
        asked = self.asked
        if asked.stage is AskStage.READING:
            at = min(asked.done + 1, asked.total)
            return self.tr("Reading passage {0} of {1}").format(at, asked.total)
        return {
            AskStage.LOADING: self.tr("Getting the model and the documents ready"),
            AskStage.JOINING: self.tr("Writing the answer"),
            AskStage.STOPPING: self.tr("Stopping…"),
        }[asked.stage]

    def _show_outcome(self) -> None:
        asked = self.asked
        go_on = (self.tr("Go on"), self.go_on_requested.emit)
        if asked.stage is AskStage.FAILED and isinstance(asked.error, NoModel):
            actions = ((self.tr("Choose a model"), self.models_requested.emit), go_on)
            self.banner.show_message(wording.sentence(asked.error), tone="error", actions=actions)
        elif asked.stage is AskStage.FAILED:
            said = self.tr("This question was not answered: the run ended with an error.")
            details = ""
            if asked.error is not None:
                said = wording.sentence(asked.error)
                details = wording.details(asked.error) if asked.error.details else ""
            self.banner.show_message(said, tone="error", details=details, actions=(go_on,))
        elif asked.stage is AskStage.STOPPED:
            said = self.tr("Stopped. What was read is kept; going on continues where it was.")
            self.banner.show_message(said, actions=(go_on,))
        else:
            self.banner.hide()

    def _show_findings(self) -> None:
        answer = self.asked.answer
        findings = answer.findings if answer is not None and answer.is_joined else ()
        is_open = self.shows_findings.isChecked()
        self.shows_findings.setVisible(bool(findings))
        self.shows_findings.set_icon("chevron-down" if is_open else "chevron-right")
        self.shows_findings.setText(
            self.tr("What the documents say ({0})").format(self._words.number(len(findings)))
        )
        self.findings.setVisible(is_open and bool(findings))
        self.findings.show_items(findings if is_open else ())

    def _show_read(self) -> None:
        answer = self.asked.answer
        self.read.setVisible(answer is not None)
        self.further.setVisible(False)
        if answer is None:
            return
        self.read.setText(f"{self._words.read(answer)} · {self.asked.model_name}")
        further = self._words.further(answer)
        self.further.setText("\n".join(further))
        self.further.setVisible(bool(further))
