"""One answer in the transcript: while it streams, at its end, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.ui import spacing
from desktop_slm.ui.chat import message_menu
from desktop_slm.ui.chat.answers.announcer import Announcer, announce
from desktop_slm.ui.chat.answers.answer_details import AnswerDetails
from desktop_slm.ui.chat.answers.answer_footer import AnswerFooter
from desktop_slm.ui.chat.answers.answer_notice import AnswerNotice, needs_notice
from desktop_slm.ui.chat.answers.answer_place import AnswerPlace
from desktop_slm.ui.chat.answers.answer_status import AnswerStatus
from desktop_slm.ui.chat.answers.thinking_block import ThinkingBlock
from desktop_slm.ui.chat.chat_state import Check
from desktop_slm.ui.chat.stack import Stack
from desktop_slm.ui.chat.wish import RATINGS, Wish
from desktop_slm.ui.chat.writing.question_editor import EditorWords, QuestionEditor
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.message_body import MessageBody
from desktop_slm.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.chat.answers.live_answer import LiveAnswer
    from desktop_slm.ui.chat.evidence.answer_evidence import AnswerEvidence
    from desktop_slm.ui.theme import Theme


class AnswerView(Stack):
    """Shows a message; `follow` shows one that is being written."""

    wished = Signal(object, int)  # Wish, a message's id
    link_requested = Signal(str)
    quoted = Signal(str)
    source_requested = Signal(int, int, int)  # its id, the number of a sentence, of its evidence
    edited = Signal(int, str)  # the message's id, a person's wording of it
    edit_ended = Signal()

    def __init__(self, theme: Theme, message: Message, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.message = message
        self._live: LiveAnswer | None = None
        self._announcer = Announcer(lambda words: announce(self, words))
        self._status: AnswerStatus | None = None
        self._thinking: ThinkingBlock | None = None
        self._notice: AnswerNotice | None = None
        self._details: AnswerDetails | None = None
        self._footer: AnswerFooter | None = None
        self._editor: QuestionEditor | None = None
        self._evidence: AnswerEvidence | None = None
        self.body = MessageBody(theme)
        self.body.setAccessibleName(self.tr("Answer"))
        self.body.link_requested.connect(self.link_requested)
        self.body.menu_opened.connect(self._add_to_menu)
        self.add(self.body, 8)
        self.body.hide()

    # What it shows

    def show_message(self, message: Message, place: AnswerPlace) -> None:
        """Shows an answer that has ended."""
        was_live, self._live = self._live, None
        self.message = message
        self._head(is_practice=bool(message.details.get("practice")))
        self._show_thinking(message.thinking)
        self._drop_status()
        self._announcer.finish()
        if was_live is not None and self.body.source() == message.text:
            self.body.finish()
        elif self.body.source() != message.text:
            self.body.set_markdown(message.text)
        self.body.setVisible(bool(message.text))
        self.show_place(place)

    def show_place(self, place: AnswerPlace) -> None:
        """Shows what the rest of the chat says about this answer."""
        self._show_notice(place)
        self._show_evidence(place)
        self._show_footer(place)
        self.place()

    def follow(self, live: LiveAnswer) -> None:
        """Shows an answer while it is written."""
        self._live = live
        self._head(is_practice=live.options.model.is_practice)
        if self._evidence is not None:
            self._evidence.end()
            self.remove(self._evidence)
            self._evidence = None
        for part in (self._notice, self._footer, self._details):
            if part is not None:
                part.hide()
        live.text_arrived.connect(self._on_text)
        live.text_arrived.connect(self._announcer.add)  # what is new, not what was there
        live.thinking_arrived.connect(self._on_thinking)
        if live.thinking:
            self._on_thinking(live.thinking)
        if live.text:
            self.body.clear()  # a text that was finished takes nothing more
            self._on_text(live.text)
        if not live.has_words:
            self._status = AnswerStatus(live)
            self.add(self._status, 8)
        self.place()

    @property
    def is_live(self) -> bool:
        """Whether it is being written."""
        return self._live is not None

    @property
    def is_editing(self) -> bool:
        """Whether a person is putting it into other words."""
        return self._editor is not None

    def edit(self, send_key: str) -> None:
        """Lets the person put the answer into other words."""
        if self._editor is None:
            words = EditorWords(
                self.tr("The answer, to be changed"),
                self.tr("Kept beside the model’s answer, which stays as it is."),
                self.tr("Keep"),
            )
            self._editor = editor = QuestionEditor(self._theme, self.message.text, send_key, words)
            editor.submitted.connect(lambda text: self.edited.emit(self.message.id, text))
            editor.cancelled.connect(self.end_edit)
            editor.height_changed.connect(self.place)
            self.insert(self._place_of(self.body) + 1, editor, 8)
            self.body.hide()
            self.place()
        self._editor.edit.setFocus()

    def end_edit(self) -> None:
        """Shows the answer again, as it was."""
        if self._editor is not None:
            self.remove(self._editor)
            self._editor = None
            self.body.setVisible(bool(self.message.text))
            self.place()
            self.edit_ended.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers the message's menu beside its text, too, and by keyboard."""
        menu = Menu(self._theme, parent=self)
        self._add_to_menu(menu)
        menu.popup_and_forget(event.globalPos())

    def _on_text(self, text: str) -> None:
        self._drop_status()
        if self.body.isHidden():
            self.body.show()
        self.body.append(text)
        self.place()

    def _on_thinking(self, text: str) -> None:
        self._drop_status()
        self._thinking_block().append(text)
        self.place()

    def _drop_status(self) -> None:
        if self._status is not None:
            self.remove(self._status)
            self._status = None

    # Parts that only some answers have

    def _head(self, *, is_practice: bool) -> None:
        if is_practice and self.findChild(QWidget, "practice notice") is None:
            self.insert(0, _practice_head(self._theme, self.tr(PRACTICE_NOTICE)))

    def _thinking_block(self) -> ThinkingBlock:
        if self._thinking is None:
            self._thinking = ThinkingBlock(self._theme)
            self.insert(self._place_of(self.body), self._thinking, 4)
        return self._thinking

    def _place_of(self, part: QWidget) -> int:
        return next(at for at, (each, _) in enumerate(self._parts) if each is part)

    def _show_thinking(self, thinking: str) -> None:
        if thinking:
            self._thinking_block().finish(thinking)

    def _show_notice(self, place: AnswerPlace) -> None:
        if not needs_notice(self.message):
            if self._notice is not None:
                self._notice.hide()
            return
        if self._notice is None:
            self._notice = AnswerNotice(self._theme, self._on_wish)
            self.insert(self._place_of(self.body) + 1, self._notice, 12)
        self._notice.show_end(
            self.message,
            place.error,
            is_last=place.is_last,
            has_older=place.has_older,
            is_limited=place.is_limited,
        )

    def _show_evidence(self, place: AnswerPlace) -> None:
        says = place.is_from_memory or place.check is not Check.NONE
        if self._evidence is None:
            if not says and not self.message.details.get("evidence"):
                return
            # Imported here: most chats have no documents.
            from desktop_slm.ui.chat.evidence.answer_evidence import AnswerEvidence

            self._evidence = evidence = AnswerEvidence(self._theme, self.body)
            evidence.source_requested.connect(
                lambda item, at: self.source_requested.emit(self.message.id, item, at)
            )
            evidence.again_requested.connect(lambda: self._on_wish(Wish.CHECK_AGAIN))
            self.insert(self._place_of(self.body) + 1, evidence, 8)
        self._evidence.show_place(self.message, place)

    def _show_footer(self, place: AnswerPlace) -> None:
        if self._footer is None:
            self._footer = footer = AnswerFooter(self._theme)
            footer.copy_requested.connect(lambda: message_menu.copy(self.body.as_text()))
            footer.edit_requested.connect(lambda: self._on_wish(Wish.EDIT))
            footer.again_requested.connect(lambda: self._on_wish(Wish.ANSWER_AGAIN))
            footer.rated.connect(self._on_rated)
            footer.continue_requested.connect(lambda: self._on_wish(Wish.CONTINUE))
            footer.details_toggled.connect(self._on_details)
            footer.menu_requested.connect(self._on_menu)
            footer.branch_chosen.connect(lambda number: self.wished.emit(Wish.SHOW, number))
            self.add(footer, 4)
        self._footer.show_end(self.message, is_last=place.is_last, is_sent=place.is_sent)
        self._footer.show_branches(place.siblings, self.message.id)
        self._footer.show()

    def _on_rated(self, rating: int) -> None:
        self._on_wish(next(wish for wish, value in RATINGS.items() if value == rating))

    def _on_details(self) -> None:
        if self._details is not None:
            self.remove(self._details)
            self._details = None
        else:
            self._details = AnswerDetails(self._theme, self.message)
            self.add(self._details, 4)
        self.place()

    def _on_wish(self, wish: Wish) -> None:
        about = self.message.parent_id if wish is Wish.EDIT else self.message.id
        self.wished.emit(wish, about if about is not None else self.message.id)

    def _add_to_menu(self, menu: Menu) -> None:
        message_menu.add_copying(menu, self.body, self.quoted.emit, self._ask)
        if not self.is_live:
            has_text = bool(self.message.text)
            message_menu.add_answer_acts(menu, self._ask, self._ask_question, has_text=has_text)

    def _on_menu(self, place: QPoint) -> None:
        menu = Menu(self._theme, parent=self)
        self._add_to_menu(menu)
        menu.popup_and_forget(place)

    def _ask(self, wish: Wish) -> None:
        self.wished.emit(wish, self.message.id)

    def _ask_question(self, wish: Wish) -> None:
        """Asks something of the message that is answered here."""
        if self.message.parent_id is not None:
            self.wished.emit(wish, self.message.parent_id)


def _practice_head(theme: Theme, words: str) -> QWidget:
    head = QWidget()
    head.setObjectName("practice notice")
    row = spacing.row(theme, head, gap=6)
    row.addWidget(IconLabel(theme, "triangle-alert", "warning", size=14))
    row.addWidget(PlainLabel(words, "warning"))
    row.addStretch(1)
    return head
