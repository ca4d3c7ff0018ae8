"""The line under an answer: how long it took, how it ended, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.chat import REWORDED
from desktop_slm.engine.protocol import StopReason
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.chats.ratings import rating_of
from desktop_slm.ui import spacing
from desktop_slm.ui.chat.answers import figures
from desktop_slm.ui.chat.answers.branch_switch import BranchSwitch
from desktop_slm.ui.chat.answers.rating_buttons import RatingButtons
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.theme import Theme


class AnswerFooter(QWidget):
    """Tells and offers; decides nothing."""

    copy_requested = Signal()
    edit_requested = Signal()
    again_requested = Signal()
    rated = Signal(int)  # 1, -1, or 0 where that is taken back
    continue_requested = Signal()
    details_toggled = Signal()
    branch_chosen = Signal(int)
    menu_requested = Signal(object)  # QPoint on the screen

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(role="small")
        # Apart from “Continue”, and on one line with the words of the buttons.
        self._words.setContentsMargins(0, 0, 6, 2)
        self._continue = Button(theme, self.tr("Continue"), kind="link")
        self._details = Button(theme, self.tr("Details"), kind="small")
        self._copy = IconButton(theme, "copy", self.tr("Copy this answer"))
        self._rating = RatingButtons(theme)
        self._rating.rated.connect(self.rated)
        edit = IconButton(theme, "pencil", self.tr("Edit your message"))
        self._again = IconButton(theme, "refresh-cw", self.tr("Answer again"))
        self._more = IconButton(theme, "ellipsis", self.tr("More for this answer"))
        self._more.clicked.connect(self._on_more)
        self._branches = BranchSwitch(theme)
        row = spacing.row(theme, self, gap=0)
        row.addWidget(self._words)
        row.addWidget(self._continue)
        row.addWidget(self._details)
        row.addStretch(1)
        for each in (self._rating, self._copy, edit, self._again, self._more, self._branches):
            row.addWidget(each)
        for button, signal in (
            (self._continue, self.continue_requested),
            (self._details, self.details_toggled),
            (self._copy, self.copy_requested),
            (edit, self.edit_requested),
            (self._again, self.again_requested),
        ):
            button.clicked.connect(signal)
        self._branches.chosen.connect(self.branch_chosen)

    def show_end(self, message: Message, *, is_last: bool, is_sent: bool) -> None:
        """Shows how the answer ended; only the last one of a chat can go on."""
        parts = [figures.seconds(message.details["seconds"])] if _is_timed(message) else []
        parts.append(self._end(message))
        if not is_sent:
            parts.append(self.tr("not sent any more"))
        self._words.setText(" · ".join(parts))
        self._continue.setVisible(is_last and _can_go_on(message))
        self._details.setVisible(bool(message.details.get("model_name")))
        self._copy.setVisible(bool(message.text))
        self._rating.setVisible(bool(message.text))
        self._rating.show_rating(rating_of(message))

    def _on_more(self) -> None:
        self.menu_requested.emit(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def show_branches(self, ids: Sequence[int], shown: int) -> None:
        """Shows the way to other answers."""
        self._branches.show_branches(ids, shown)

    def _end(self, message: Message) -> str:
        if message.details.get(REWORDED):
            return self.tr("edited by you")
        if message.state is not MessageState.COMPLETE:
            return {
                MessageState.STOPPED: self.tr("stopped by you"),
                MessageState.INTERRUPTED: self.tr("cut off: the program ended"),
                MessageState.FAILED: self.tr("not finished"),
            }.get(message.state, self.tr("being written by another program"))
        return {
            StopReason.LENGTH.value: self.tr("reached the length limit"),
            StopReason.CONTEXT.value: self.tr("ran out of room"),
        }.get(str(message.details.get("stop_reason")), self.tr("finished"))


def _is_timed(message: Message) -> bool:
    """Says whether the time tells something: not where another end came in between."""
    is_known = message.state in (MessageState.COMPLETE, MessageState.STOPPED)
    return is_known and "seconds" in message.details


def _can_go_on(message: Message) -> bool:
    if not message.text:
        return False
    if message.state in (MessageState.STOPPED, MessageState.INTERRUPTED):
        return True
    reached_limit = message.details.get("stop_reason") == StopReason.LENGTH.value
    return message.state is MessageState.COMPLETE and reached_limit
