"""What a person wrote, in the transcript: the bubble, what was attached, its other wordings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.attachments import attachments_of
from desktop_slm.ui import spacing
from desktop_slm.ui.chat import message_menu
from desktop_slm.ui.chat.answers.branch_switch import BranchSwitch
from desktop_slm.ui.chat.room.earlier_note import EarlierNote
from desktop_slm.ui.chat.room.not_sent_line import NotSentLine
from desktop_slm.ui.chat.stack import Stack
from desktop_slm.ui.chat.wish import Wish
from desktop_slm.ui.chat.writing.attached_label import AttachedLabel
from desktop_slm.ui.chat.writing.question_editor import QuestionEditor
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.user_message import UserMessage

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.theme import Theme
    from desktop_slm.ui.widgets.message_body import MessageBody


class QuestionView(Stack):
    """A message of the person's; `edit` turns the bubble into a box."""

    wished = Signal(object, int)  # Wish, a message's id
    link_requested = Signal(str)
    quoted = Signal(str)
    edited = Signal(int, str)  # the message's id, the new words
    edit_ended = Signal()

    def __init__(self, theme: Theme, message: Message, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.message = message
        self._line: NotSentLine | None = None
        self._note: EarlierNote | None = None
        self._is_answered = True
        self._editor: QuestionEditor | None = None
        for attachment in attachments_of(message):
            self.add(_at_the_end(theme, AttachedLabel(theme, attachment)), 6)
        self._bubble = UserMessage(theme, message.text)
        self._bubble.body.link_requested.connect(self.link_requested)
        self._bubble.body.menu_opened.connect(self._add_to_menu)
        self.add(self._bubble, 6)
        self._bubble.setVisible(bool(message.text.strip()))
        self._branches = BranchSwitch(theme)
        self._branches.chosen.connect(lambda number: self.wished.emit(Wish.SHOW, number))
        self._not_sent = PlainLabel(self.tr("not sent any more"), "small")
        self._not_sent.hide()
        self._foot = _at_the_end(theme, self._not_sent, self._branches)
        self.add(self._foot, 2)
        self._foot.hide()

    def show_place(
        self,
        siblings: Sequence[int],
        *,
        is_sent: bool,
        begins_sent: bool,
        earlier: str = "",
        is_answered: bool = True,
    ) -> None:
        """Shows other wordings, and whether the model is still given this one.

        With `begins_sent` what stands above is not sent; `earlier` is what goes in its place.
        """
        self._is_answered = is_answered
        self._branches.show_branches(siblings, self.message.id)
        self._not_sent.setVisible(not is_sent)
        self._foot.setVisible(len(siblings) > 1 or not is_sent)
        if begins_sent and self._line is None:
            self._line = NotSentLine(self._theme)
            self.insert(0, self._line)
        elif not begins_sent and self._line is not None:
            self.remove(self._line)
            self._line = None
        self._show_note(earlier if begins_sent else "")
        self.place()

    def _show_note(self, text: str) -> None:
        if self._note is not None and self._note.text != text:
            self.remove(self._note)
            self._note = None
        if text and self._note is None:
            self._note = EarlierNote(self._theme, text)
            self.insert(1, self._note)

    @property
    def body(self) -> MessageBody:
        """What shows its words."""
        return self._bubble.body

    @property
    def is_editing(self) -> bool:
        """Whether its words are being changed."""
        return self._editor is not None

    def edit(self, send_key: str) -> None:
        """Lets the person change the words."""
        if self._editor is None:
            self._editor = editor = QuestionEditor(self._theme, self.message.text, send_key)
            editor.submitted.connect(lambda text: self.edited.emit(self.message.id, text))
            editor.cancelled.connect(self.end_edit)
            editor.height_changed.connect(self.place)
            self.add(editor, 6)
            self._bubble.hide()
            self.place()
        self._editor.edit.setFocus()

    def end_edit(self) -> None:
        """Shows the bubble again, as it was."""
        if self._editor is not None:
            self.remove(self._editor)
            self._editor = None
            self._bubble.setVisible(bool(self.message.text.strip()))
            self.place()
            self.edit_ended.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers the message's menu beside its text, too."""
        menu = Menu(self._theme, parent=self)
        self._add_to_menu(menu)
        menu.popup_and_forget(event.globalPos())

    def _add_to_menu(self, menu: Menu) -> None:
        message_menu.add_copying(menu, self._bubble.body, self.quoted.emit, self._ask)
        message_menu.add_question_acts(menu, self._ask, is_answered=self._is_answered)

    def _ask(self, wish: Wish) -> None:
        self.wished.emit(wish, self.message.id)


def _at_the_end(theme: Theme, *widgets: QWidget) -> QWidget:
    box = QWidget()
    row = spacing.row(theme, box, gap=8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return box
