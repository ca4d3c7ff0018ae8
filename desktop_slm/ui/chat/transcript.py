"""The messages of a chat, one under the other, however many: only what is near is built.

It begins at the end and builds more where one scrolls to; far away views are dropped again, so a
chat of a thousand messages costs as much as one of twenty. While text streams in, it stays at the
end unless the person scrolled away; what is being read never moves.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_slm.ui import accessible_roles, focus_order
from desktop_slm.ui.chat import view_order
from desktop_slm.ui.chat.answers.answer_view import AnswerView
from desktop_slm.ui.chat.chat_state import ChatState
from desktop_slm.ui.chat.column import COLUMN_PX
from desktop_slm.ui.chat.question_view import QuestionView
from desktop_slm.ui.chat.views import make_view, show_surroundings
from desktop_slm.ui.widgets.button import Button

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.theme import Theme

_MARGIN_PX = (20, 28, 24)  # beside, above, below
_GAP_PX = 24
_NEAR_END_PX = 8
_MOST_VIEWS = 48
_JUMP_NEEDS = 4  # times its height: in less it would cover what is read

MessageView = QuestionView | AnswerView


class Transcript(QScrollArea):
    """Shows a `ChatState`; it asks for what a person wants with `wished`."""

    wished = Signal(object, int)  # Wish, a message's id
    edited = Signal(int, str)
    edit_ended = Signal()
    link_requested = Signal(str)
    quoted = Signal(str)
    source_requested = Signal(int, int, int)
    placed = Signal()  # views were made, dropped, moved, or took another height

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = ChatState()
        self._views: list[MessageView] = []
        self._first = 0  # the place in the path of the first view
        self._is_following = True
        self._is_placing = False
        self._anchor: tuple[MessageView, int] | None = None
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self.setWidget(self._content)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        accessible_roles.name(self, "list", self.tr("Messages"))
        self._jump = Button(theme, self.tr("Jump to the end"), icon="chevron-down", parent=self)
        self._jump.clicked.connect(self.jump_to_end)
        self._jump.hide()
        self._fill_later = QTimer(self, singleShot=True)
        self._fill_later.timeout.connect(self._on_fill_due)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_theme_changed)

    # What it shows

    def show_chat(self, state: ChatState, *, anew: bool) -> None:
        """Shows a chat; `anew` begins at its end, else what is the same stays as it is."""
        before, self._state = self._state, state
        if anew:
            self._drop_views()
            self._is_following = True
        else:
            self._keep_common(before.path)
        self._first = min(self._first, len(state.path))
        if not self._views:
            self._first = len(state.path)
        self._show_surroundings()
        self._fill(near=0)
        self._fill_later.start(0)

    def view_of(self, message_id: int) -> MessageView | None:
        """Returns the view of a message where it is built."""
        return next((view for view in self._views if view.message.id == message_id), None)

    @property
    def views(self) -> tuple[MessageView, ...]:
        """The views that are built just now, first to last."""
        return tuple(self._views)

    @property
    def first_in_sight(self) -> int | None:
        """The id of the first message that can be seen."""
        top = self.verticalScrollBar().value()
        seen = (view for view in self._views if view.geometry().bottom() > top)
        return next((view.message.id for view in seen), None)

    def edit(self, message_id: int, send_key: str) -> None:
        """Opens a message for another wording."""
        view = self.reveal(message_id)
        if view is not None:
            view.edit(send_key)
            self.reveal(message_id)

    def reveal(self, message_id: int) -> MessageView | None:
        """Builds the view of a message where it is not, and brings it into sight."""
        places = [at for at, each in enumerate(self._state.path) if each.id == message_id]
        if not places:
            return None
        if self.view_of(message_id) is None:
            self._drop_views()
            self._first = places[0]
            self._add_below()
            self._is_following = False
            self._fill(near=0)
        view = self.view_of(message_id)
        if view is not None:
            self._is_following = self._is_following and view is self._views[-1]
            self.ensureWidgetVisible(view, 0, self._theme.px(_GAP_PX))
        return view

    def jump_to_end(self) -> None:
        """Goes to the last message and stays there."""
        self._is_following = True
        if self._end < len(self._state.path):
            self._drop_views()
            self._first = len(self._state.path)
            self._fill(near=0)
        self._place()
        self._fill_later.start(0)

    def follow_end(self) -> None:
        """Stays at the end from the next change on: a person sent something."""
        self._is_following = True

    @property
    def is_at_end(self) -> bool:
        """Whether the end of the chat is in sight, and stays so."""
        return self._is_following

    # Building

    @property
    def _end(self) -> int:
        return self._first + len(self._views)

    def _keep_common(self, before: tuple[Message, ...]) -> None:
        """Drops the views from the first message on that is another one now."""
        path = self._state.path
        if self._is_following and self._end < len(before):
            self._drop_views()  # the end was not built, and is to be seen now
            return
        same = 0
        while same < min(len(before), len(path)) and before[same].id == path[same].id:
            same += 1
        for view in self._views[max(same - self._first, 0) :]:
            _drop(view)
        del self._views[max(same - self._first, 0) :]
        if self._is_following and self._views:
            while self._end < len(path):
                self._add_below()

    def _add_below(self) -> None:
        self._views.append(self._made(self._end))

    def _add_above(self) -> None:
        self._first -= 1
        self._views.insert(0, self._made(self._first))

    def _made(self, at: int) -> MessageView:
        view = make_view(self._theme, self._state.path[at], self._content)
        view.wished.connect(self.wished)
        view.link_requested.connect(self.link_requested)
        view.height_changed.connect(self._place)
        view.quoted.connect(self.quoted)
        if isinstance(view, AnswerView):
            view.source_requested.connect(self.source_requested)
        view.edited.connect(self.edited)
        view.edit_ended.connect(self.edit_ended)
        view.resize(self._column_width(), 0)
        show_surroundings(view, self._state, at)
        view.show()
        return view

    def _show_surroundings(self) -> None:
        for at, view in enumerate(self._views, self._first):
            show_surroundings(view, self._state, at)

    def _drop_views(self) -> None:
        for view in self._views:
            _drop(view)
        self._views.clear()
        self._anchor = None

    def _fill(self, near: float) -> None:
        """Builds until what is in sight, and `near` screens above and below it, is there."""
        if self.viewport().height() <= 0 or not self.isVisible():
            return
        reach = round(self.viewport().height() * near)
        if not self._views and self._state.path:
            self._add_above() if self._first else self._add_below()
        self._place()
        while self._first > 0 and self._above() < reach + (0 if self._has_overflow() else 1):
            self._add_above()
            self._place()
        while self._end < len(self._state.path) and self._below() < max(reach, 1):
            self._add_below()
            self._place()

    def _has_overflow(self) -> bool:
        return self._content.height() > self.viewport().height()

    def _above(self) -> int:
        return self.verticalScrollBar().value()

    def _below(self) -> int:
        return self.verticalScrollBar().maximum() - self.verticalScrollBar().value()

    def _on_fill_due(self) -> None:
        """Builds a screen above and below, one view a turn: keys and the wheel come between."""
        started = time.perf_counter()
        if self._fill_one(near=1):
            # As long for the window as for the view: it is painted in between.
            self._fill_later.start(round((time.perf_counter() - started) * 1000))
        else:
            self._drop_far()

    def _fill_one(self, near: float) -> bool:
        """Builds one view where one is missing; returns whether it did."""
        if not self._views or not self.isVisible():
            self._fill(near=0)
            return False
        reach = round(self.viewport().height() * near)
        if self._first > 0 and self._above() < reach:
            self._add_above()
        elif self._end < len(self._state.path) and self._below() < reach:
            self._add_below()
        else:
            return False
        self._place()
        return True

    def _drop_far(self) -> None:
        """Drops views far out of sight, but never one that a person is writing in."""
        top = self._above() - 3 * self.viewport().height()
        bottom = self._above() + 4 * self.viewport().height()
        while len(self._views) > _MOST_VIEWS and self._views[-1].geometry().top() > bottom:
            if _is_in_use(self._views[-1]):
                break
            _drop(self._views.pop())
        while len(self._views) > _MOST_VIEWS and self._views[0].geometry().bottom() < top:
            if _is_in_use(self._views[0]):
                break
            _drop(self._views.pop(0))
            self._first += 1
        self._place()

    # Placing

    def _column_width(self) -> int:
        room = self.width() - 2 * self._theme.px(_MARGIN_PX[0])
        return max(min(room, self._theme.px(COLUMN_PX)), 1)

    def _place(self) -> None:
        """Places the views; what is being read stays where it is on the screen."""
        if self._is_placing:
            return
        self._is_placing = True
        _, above, below = (self._theme.px(each) for each in _MARGIN_PX)
        width = self._column_width()
        left = (self.width() - width) // 2  # as the box below, with or without a scroll bar
        top = above
        for view in self._views:
            if view.width() != width:
                view.resize(width, view.height())
            view.move(left, top)
            top += view.height() + self._theme.px(_GAP_PX)
        height = top - self._theme.px(_GAP_PX) + below if self._views else 0
        self._content.resize(self.viewport().width(), height)
        self._restore_place()
        self._is_placing = False
        self._show_jump()
        self.placed.emit()

    def _restore_place(self) -> None:
        bar = self.verticalScrollBar()
        if self._is_following:
            bar.setValue(bar.maximum())
        elif self._anchor is not None and self._anchor[0] in self._views:
            view, offset = self._anchor
            bar.setValue(view.y() + offset)
        self._take_anchor()

    def _take_anchor(self) -> None:
        value = self.verticalScrollBar().value()
        for view in self._views:
            if view.geometry().bottom() >= value:
                self._anchor = (view, value - view.y())
                return

    def _on_scrolled(self) -> None:
        if self._is_placing:
            return
        is_end_built = self._end == len(self._state.path)
        self._is_following = is_end_built and self._below() <= self._theme.px(_NEAR_END_PX)
        self._take_anchor()
        self._show_jump()
        self._fill_later.start(0)

    def _show_jump(self) -> None:
        has_room = self.viewport().height() > _JUMP_NEEDS * self._jump.sizeHint().height()
        self._jump.setVisible(not self._is_following and bool(self._views) and has_room)
        if self._jump.isVisible():
            size = self._jump.sizeHint()
            left = (self.width() - size.width()) // 2
            top = self.viewport().height() - size.height() - self._theme.px(12)
            self._jump.setGeometry(left, top, size.width(), size.height())

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays out for another size; far views would cost as much as near ones."""
        super().resizeEvent(event)
        self._drop_far()
        self._place()
        self._fill(near=0)
        self._fill_later.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Builds what could not be measured while it was hidden."""
        super().showEvent(event)
        self._place()
        self._fill(near=0)
        self._fill_later.start(0)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Goes through the messages as they stand, in whatever order they were built."""
        target = view_order.neighbour(self, self._views, is_next=next_one)
        if target is None:
            return super().focusNextPrevChild(next_one)
        target.setFocus(focus_order.reason(is_next=next_one))
        if self.isAncestorOf(target):
            self.ensureWidgetVisible(target, 0, self._theme.px(_GAP_PX))
        return True

    def _on_theme_changed(self) -> None:
        self._place()
        self._fill_later.start(0)


def _drop(view: MessageView) -> None:
    view.hide()
    view.deleteLater()


def _is_in_use(view: MessageView) -> bool:
    return view.is_editing or (isinstance(view, AnswerView) and view.is_live)
