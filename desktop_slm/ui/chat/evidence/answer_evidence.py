"""What is said of an answer's sources: chips and marks in its text, and the lines under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.chat_evidence import EVIDENCE, CheckedAnswer
from desktop_slm.ui import spacing
from desktop_slm.ui.chat.chat_state import Check
from desktop_slm.ui.chat.evidence import source_words
from desktop_slm.ui.chat.evidence.evidence_marks import ChipWords, EvidenceMarks
from desktop_slm.ui.chat.evidence.evidence_notes import EvidenceNotes
from desktop_slm.ui.chat.stack import Stack
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.chat.answers.answer_place import AnswerPlace
    from desktop_slm.ui.theme import Theme
    from desktop_slm.ui.widgets.message_body import MessageBody


class AnswerEvidence(Stack):
    """Stands under the body whose text it marks."""

    source_requested = Signal(int, int)  # the number of a sentence, of its evidence
    again_requested = Signal()

    def __init__(self, theme: Theme, body: MessageBody, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._body = body
        self._shown: object = None
        self._marks: EvidenceMarks | None = None
        self._notes: EvidenceNotes | None = None
        self._line = WrappedLabel(role="small")
        self._again = QWidget()
        again = Button(theme, self.tr("Check again"), kind="link")
        again.clicked.connect(self.again_requested)
        row = spacing.row(theme, self._again, gap=0)
        row.addWidget(again)
        row.addStretch(1)
        self.add(self._line)
        self.add(self._again, 2)

    def show_place(self, message: Message, place: AnswerPlace) -> None:
        """Shows what is known of this answer."""
        self._line.setText(self._words(place))
        self._line.setVisible(bool(self._line.text()))
        self._again.setVisible(place.check is Check.FAILED)
        kept = message.details.get(EVIDENCE)
        if kept != self._shown:
            self._shown = kept
            self._show_checked(CheckedAnswer.of(message.details), place.documents)
        has_notes = self._notes is not None
        self.setVisible(bool(self._line.text()) or has_notes)
        self.place()

    def end(self) -> None:
        """Takes the marks back: the answer goes on."""
        if self._marks is not None:
            self._marks.end()
            self._marks = None

    def _words(self, place: AnswerPlace) -> str:
        if place.check is Check.GOING_ON:
            return self.tr("Looking for its sentences in the documents …")
        if place.check is Check.FAILED:
            return self.tr("It could not be checked against the documents; the answer is kept.")
        if place.is_from_memory:
            return self.tr("From the model’s memory, not from a document.")
        return ""

    def _show_checked(
        self, checked: CheckedAnswer | None, documents: Mapping[tuple[int, int], Attachment]
    ) -> None:
        if self._notes is not None:
            self.remove(self._notes)
            self._notes = None
        if self._marks is not None:
            self._body.set_markdown(self._body.source())  # as it was before it was marked
        if checked is None:
            return
        if self._marks is None:
            self._marks = EvidenceMarks(self._theme, self._body)
            self._marks.source_requested.connect(self.source_requested)
        self._notes = EvidenceNotes(self._theme, checked)
        self.add(self._notes)
        self._marks.show(checked.items, _chips(checked, documents))


def _chips(
    checked: CheckedAnswer, documents: Mapping[tuple[int, int], Attachment]
) -> list[ChipWords]:
    chips = []
    for number, item in enumerate(checked.items):
        for at, evidence in enumerate(item.evidence):
            source = checked.sources[evidence.document]
            attachment = None
            if source.message_id is not None:
                attachment = documents.get((source.message_id, source.number))
            chips.append(
                ChipWords(
                    source_words.cited(checked, evidence, attachment),
                    source_words.read_out(checked, evidence),
                    number,
                    at,
                )
            )
    return chips
