"""A set of documents: the one that is looked at beside the digest, the questions and answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from desktop_slm.assistants.asking.question import Question
from desktop_slm.assistants.evidence import Evidence
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.summaries.asking.asked import Asked, AskStage
from desktop_slm.ui.summaries.asking.asked_card import AskedCard
from desktop_slm.ui.summaries.asking.digest_desk import DigestDesk
from desktop_slm.ui.summaries.asking.digest_section import DigestSection
from desktop_slm.ui.summaries.asking.document_set import DocumentSet, Member
from desktop_slm.ui.summaries.asking.question_box import QuestionBox
from desktop_slm.ui.summaries.asking.set_header import SetHeader
from desktop_slm.ui.summaries.asking.set_runs import SetRuns
from desktop_slm.ui.summaries.asking.set_words import SetWords
from desktop_slm.ui.summaries.document.document_pane import DocumentPane
from desktop_slm.ui.summaries.found_place import FoundPlace
from desktop_slm.ui.summaries.sentences.undo_banner import UndoBanner
from desktop_slm.ui.summaries.work import Opened, Stage, Work
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.rule import rule
from desktop_slm.ui.widgets.tab_bar import TabBar
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_TWO_PANES_PX = 880
_LOW_PX = 360
_AROUND_LINES_PX = 140
_DOCUMENT_TAB = 1


class SetView(QWidget):
    """Made for one set; the page lets go of it when something else is shown."""

    closed = Signal()
    summaries_changed = Signal()
    models_requested = Signal()

    def __init__(
        self,
        core: Core,
        found: DocumentSet,
        dialogs: FileDialogs,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core, self._set, self._dialogs = core, found, dialogs
        self.words, self.digest_words = SetWords(self), SetWords(self)
        self.words.take_all(found.documents)
        self.runs = SetRuns(core, found, self)
        self.editing = DigestDesk(core, self.digest_words, dialogs, self)
        self._cards: dict[Asked, AskedCard] = {}
        self._wanted: int | None = None  # a question to be shown as soon as it is read
        self._build()
        self._connect()
        self._show_member(found.members[0])
        self._show_digest()
        self._show_questions()
        self.runs.load()

    @property
    def cards(self) -> list[AskedCard]:
        """The questions with their answers, in the order in which they were asked."""
        return [self._cards[asked] for asked in self.runs.questions if asked in self._cards]

    @property
    def shown_digest(self) -> Work | None:
        """The digest that is shown, if there is one."""
        return self.runs.digest

    def show_digest(self, work: Work) -> None:
        """Shows a stored digest."""
        self.runs.show_digest(work)

    def show_question(self, question_id: int) -> None:
        """Shows a question that was asked before, as soon as it is read."""
        self._wanted = question_id
        self._show_wanted()

    def _show_wanted(self) -> None:
        card = next((card for asked, card in self._cards.items() if asked.id == self._wanted), None)
        if card is not None and self._wanted is not None:
            self._wanted = None
            self.tabs.setCurrentIndex(0)
            self._arrange()
            QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(card.y()))

    def show_found(self, found: FoundPlace) -> None:
        """Shows what a search over everything has found in one of the documents."""
        opened = self._digest_documents()[found.document]
        self._show_document(self._member_of(opened))
        self.document.show_found(found.query, found.page)
        self.document.focus_text()

    def rests_on(self, summary_id: int) -> bool:
        """Whether a summary belongs to what is shown."""
        digest = self.runs.digest
        is_digest = digest is not None and digest.summary_id == summary_id
        return is_digest or summary_id in self._set.summaries

    def make_digest(self) -> None:
        """Makes the digest of the set."""
        self.runs.make_digest()

    def focus_first(self) -> None:
        """Puts the cursor where one types."""
        self.box.focus_field()

    def leave(self) -> None:
        """Stops what is under way; what was read is kept."""
        self.runs.stop()
        self.editing.leave()
        self.document.leave()

    # Building

    def _build(self) -> None:
        theme = self._core.theme
        self.header = SetHeader(theme)
        self.banner = Banner(theme)
        self.document = DocumentPane(theme, self.words, self._core.operations)
        self.digest = DigestSection(theme, self.digest_words)
        self.box = QuestionBox(theme)
        self.box.set_single(len(self._set.members) == 1)
        self._hint = WrappedLabel(
            self.tr(
                "Answers are written from what the documents say, and every sentence leads to its "
                "passage. Questions and answers are kept here, encrypted, until you remove them or "
                "delete the summaries of these documents."
            ),
            "muted",
        )
        self.tabs = TabBar(self.tr("Answers and document"))
        for name in (self.tr("Answers"), self.tr("Document")):
            self.tabs.add(name)
        self._right = self._made_right()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._left = self._made_left()
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._right)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 44)
        self._splitter.setStretchFactor(1, 56)
        self._splitter.setSizes([4400, 5600])
        column = spacing.column(theme, self, gap=0)
        column.addWidget(self.header)
        row = spacing.column(theme, gap=0, margins=(20, 0, 20, 0))
        row.addWidget(self.tabs)
        row.addWidget(self.banner)
        column.addLayout(row)
        column.addWidget(rule())
        column.addWidget(self._splitter, 1)

    def _made_left(self) -> QWidget:
        """The document under its name: chips lead from one file to another."""
        left = QWidget()
        left.setProperty("ground", "raised")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = ElidedLabel(role="strong-small")
        column = spacing.column(self._core.theme, left, gap=0)
        head = spacing.row(self._core.theme, gap=0, margins=(20, 8, 12, 0))
        head.addWidget(self.name, 1)
        column.addLayout(head)
        column.addWidget(self.document, 1)
        return left

    def _made_right(self) -> QWidget:
        theme = self._core.theme
        content = QWidget()
        content.setObjectName("scrolled")
        self._column = spacing.column(theme, content, gap=8, margins=(24, 16, 24, 14))
        self._column.addWidget(self.digest)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        right = QWidget()
        column = spacing.column(theme, right, gap=0)
        column.addWidget(self._area, 1)
        below = spacing.column(theme, gap=0, margins=(16, 0, 16, 0))
        self.undo = UndoBanner(theme)
        below.addWidget(self.undo)
        column.addLayout(below)
        column.addWidget(rule())
        column.addWidget(self.box)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        return right

    def _connect(self) -> None:
        self.header.back_requested.connect(self.closed)
        self.editing.take_place(self.digest, self.header, self.undo)
        self.editing.work_changed.connect(self._show_digest)
        self.editing.saved.connect(self._on_saved)
        self.editing.failed.connect(self._on_failed)
        self.digest.sentences.search_requested.connect(self._on_search)
        self.undo.shown.connect(self._on_undo_shown)
        self.box.asked.connect(self._on_asked)
        self.box.stop_requested.connect(self.runs.stop)
        self.digest.make_requested.connect(self.runs.make_digest)
        self.digest.version_requested.connect(self.runs.open_version)
        self.digest.source_requested.connect(self._on_digest_source)
        self.digest.row_reached.connect(self._on_row_reached)
        self.digest.models_requested.connect(self.models_requested)
        self.document.left.connect(self._back_to_answers)
        self.document.file_requested.connect(self._on_file_requested)
        self.tabs.currentChanged.connect(self._arrange)
        self.runs.asked_changed.connect(self._on_asked_changed)
        self.runs.list_changed.connect(self._show_questions)
        self.runs.digest_changed.connect(self._show_digest)
        self.runs.summaries_changed.connect(self.summaries_changed)
        self.runs.failed.connect(self._on_failed)

    # Showing

    def _show_digest(self) -> None:
        work = self.runs.digest
        if work is not None and work.opened is not None:
            opened = (work.opened, *work.others)
            self.digest_words.take_all([each.document for each in opened])
        can_make = len(self._set.versions) > 1
        self.digest.show_digest(work, can_make=can_make)
        is_made = work is not None and bool(work.items) and work.stage is Stage.DONE
        count = self.words.documents(len(self._set.members))
        title = work.name if work is not None else self._set.title
        self.header.show_set(title, count, work if is_made else None)
        if work is not None:
            self.editing.take(work)
        self._show_busy()

    def _show_questions(self) -> None:
        for asked in [each for each in self._cards if each not in self.runs.questions]:
            card = self._cards.pop(asked)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, asked in enumerate(self.runs.questions):
            if asked not in self._cards:
                self._cards[asked] = card = self._made_card(asked)
                self._column.insertWidget(number + 1, card)
        self._hint.setVisible(not self.runs.questions)
        self._show_busy()
        self._show_wanted()

    def _made_card(self, asked: Asked) -> AskedCard:
        card = AskedCard(self._core.theme, self.words, asked)
        card.source_requested.connect(self._on_source)
        card.row_reached.connect(self._on_row_reached)
        card.go_on_requested.connect(lambda: self.runs.go_on(asked))
        card.removal_requested.connect(lambda: self.runs.remove(asked))
        card.models_requested.connect(self.models_requested)
        return card

    def _on_asked_changed(self, asked: Asked) -> None:
        if asked in self._cards:
            self._cards[asked].refresh()
            if asked.stage is AskStage.DONE and asked is self.runs.questions[-1]:
                QTimer.singleShot(0, self, self._show_newest)
        self._show_busy()

    def _show_busy(self) -> None:
        digest = self.runs.digest
        is_stopping = any(each.stage is AskStage.STOPPING for each in self.runs.questions)
        is_stopping = is_stopping or (digest is not None and digest.stage is Stage.STOPPING)
        self.box.show_busy(self.runs.is_busy, is_stopping=is_stopping)
        self.digest.make.setEnabled(not self.runs.is_busy)

    def _show_member(self, member: Member) -> None:
        self.words.take(member.opened.document)
        self.name.setText(member.opened.document.name)
        self.document.show_document(member.opened, member.path)

    def _arrange(self) -> None:
        """Shows both sides where there is room, else the one whose tab is chosen."""
        is_wide = self.width() >= self._core.theme.px(_TWO_PANES_PX)
        is_document = self.tabs.currentIndex() == _DOCUMENT_TAB
        self.tabs.setVisible(not is_wide)
        self._left.setVisible(is_wide or is_document)
        self._right.setVisible(is_wide or not is_document)

    def _on_undo_shown(self, is_shown: bool) -> None:
        """In a low window there is room for one of the two."""
        is_low = self.height() < self._core.theme.px(_LOW_PX)
        self.box.setVisible(not (is_shown and is_low))

    def _on_theme_changed(self) -> None:
        content = self._area.widget()
        theme = self._core.theme
        if content is not None:
            content.setMaximumWidth(theme.prose_width() + theme.px(_AROUND_LINES_PX))

    # What a person does

    def _on_asked(self, question: Question) -> None:
        self.runs.ask(question)
        QTimer.singleShot(0, self, self._show_newest)

    def _show_newest(self) -> None:
        """Scrolls so far that the newest question stands at the top, or as near as it can."""
        if self.cards:
            self._area.verticalScrollBar().setValue(self.cards[-1].y())

    def _on_source(self, evidence: Evidence) -> None:
        self._go_to(self._set.members[evidence.document], evidence)

    def _on_digest_source(self, evidence: Evidence) -> None:
        if documents := self._digest_documents():
            self._go_to(self._member_of(documents[evidence.document]), evidence)

    def _digest_documents(self) -> tuple[Opened, ...]:
        work = self.runs.digest
        return () if work is None or work.opened is None else (work.opened, *work.others)

    def _member_of(self, opened: Opened) -> Member:
        found = [each for each in self._set.members if each.opened is opened]
        return found[0] if found else Member(opened)

    def _go_to(self, member: Member, evidence: Evidence) -> None:
        self._show_document(member)
        self.document.show_source(evidence)
        self.document.focus_text()

    def _show_document(self, member: Member) -> None:
        self._show_member(member)
        self.tabs.setCurrentIndex(_DOCUMENT_TAB)
        self._arrange()

    def _back_to_answers(self) -> None:
        self.tabs.setCurrentIndex(0)
        self._arrange()
        self.box.focus_field()

    def _on_file_requested(self) -> None:
        kinds = self.tr("PDF and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp)")
        title = self.tr("The document’s file")
        self._dialogs.choose_one(self, title, kinds, self.document.take_file)

    def _find(self, step: int) -> None:
        """Searches in the document, or goes to the next match or the one before."""
        self.tabs.setCurrentIndex(_DOCUMENT_TAB)
        self._arrange()
        if step:
            self.document.find_next(step)
        else:
            self.document.open_search()

    def _on_search(self, words: str) -> None:
        self.tabs.setCurrentIndex(_DOCUMENT_TAB)
        self._arrange()
        self.document.open_search(words)

    def _on_row_reached(self, row: QWidget) -> None:
        self._area.ensureWidgetVisible(row, 0, self._core.theme.px(24))

    def _on_saved(self, name: str) -> None:
        self.banner.show_message(self.tr("Saved as “{0}”.").format(name))

    def _on_failed(self, error: DesktopSlmError) -> None:
        details = wording.details(error) if error.details else ""
        self.banner.show_message(wording.sentence(error), tone="error", details=details)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the summaries, F6 from side to side; Ctrl+F and F3 search."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and self.editing.can_undo:
            self.editing.undo()
        elif event.matches(QKeySequence.StandardKey.Find):
            self._find(0)
        elif event.key() == Qt.Key.Key_F3:
            self._find(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_F6:
            if self.document.isAncestorOf(self.focusWidget()):
                self._back_to_answers()
            else:
                self.tabs.setCurrentIndex(_DOCUMENT_TAB)
                self._arrange()
                self.document.focus_text()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Goes between two panes and two tabs."""
        super().resizeEvent(event)
        self._arrange()
