"""The chat that is shown: reads it, does to it what a person asks, and follows its answer.

Everything is stored first and shown afterwards. What comes back for a chat that is not shown any
more changes the list, and nothing on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.errors import NoModel
from desktop_slm.ui.chat import chat_actions
from desktop_slm.ui.chat.answering.answering import with_model_aside
from desktop_slm.ui.chat.answering.assistant_choice import AssistantChoice
from desktop_slm.ui.chat.answers.live_answers import LiveAnswers
from desktop_slm.ui.chat.chat_state import ChatState, Check
from desktop_slm.ui.chat.way import Way
from desktop_slm.ui.chat.wish import Wish
from desktop_slm.ui.chat.writing.drafts import new_box
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.chats.conversations import Conversations
    from desktop_slm.storage.chats.messages import Chat, Details, Message
    from desktop_slm.ui.chat.answers.live_answer import LiveAnswer
    from desktop_slm.ui.chat.chat_actions import StoredChat
    from desktop_slm.ui.chat.writing.pending import Pending
    from desktop_slm.ui.core import Core

    Action = Callable[[Conversations], StoredChat]

MOST_ANSWER_TOKENS = 2048  # a small model may never come to an end by itself; it can go on


class OpenChat(QObject):
    """One chat of many, or the new one that is not stored yet (`id` is None)."""

    changed = Signal(bool)  # whether it is another chat than before
    answered = Signal()  # the shown chat's answer has ended
    list_changed = Signal()  # any chat began, changed its title or got an answer
    draft_read = Signal(str)
    waiting_read = Signal(int, object)  # chat, what waits there: tuple[WaitingMessage, ...]
    reached = Signal(int, bool)  # the message that was opened, and whether on another branch
    failed = Signal(object)  # DesktopSlmError: nothing was changed

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self.live_answers = LiveAnswers(core, self)
        self.live_answers.ended.connect(self._on_answer_ended)
        self.assistant = AssistantChoice(core, self)
        core.data_opened.connect(self._on_data_opened)
        self.id: int | None = None
        self.chat: Chat | None = None
        self.folder_id: int | None = None  # where it is, or where the new chat will be
        self.state = ChatState()
        self.is_busy = False  # an action is being stored
        self.visit = 0

    @property
    def live(self) -> LiveAnswer | None:
        """The answer that is being written in this chat."""
        return self.live_answers.of(self.id)

    @property
    def assistant_documents(self) -> tuple[Attachment, ...]:
        """What the assistant that answers brings along."""
        answering = self.assistant.answering
        return answering.assistant.documents if answering else ()

    @property
    def box(self) -> int | None:
        """What the draft of this chat is kept under: see `drafts`."""
        return new_box(self.folder_id) if self.id is None else self.id

    # Which chat

    def begin(self, folder_id: int | None = None) -> None:
        """Shows the new, empty chat, which may be going to be in a folder."""
        self._enter(None)
        self.folder_id = folder_id
        self.assistant.begin()
        self.changed.emit(True)

    def open(self, chat_id: int, message_id: int | None = None) -> None:
        """Reads a chat and shows its end, or the branch of one of its messages."""
        self._enter(chat_id)
        visit = self.visit

        def on_read(stored: StoredChat) -> None:
            if visit == self.visit:
                self._take(stored)
                self.changed.emit(True)
                self.draft_read.emit(stored.draft)
                self.waiting_read.emit(chat_id, stored.waiting)
                if message_id is not None:
                    self.reached.emit(message_id, stored.is_other_branch)

        def action(chats: Conversations) -> StoredChat:
            if message_id is None:
                stored = chat_actions.read(chats, chat_id)
            else:
                stored = chat_actions.read_at(chats, chat_id, message_id)
            return replace(stored, waiting=chats.waiting(chat_id))

        self._store(action, on_read)

    def _enter(self, chat_id: int | None) -> None:
        self.visit += 1
        self.id = chat_id
        self.chat = None
        self.folder_id = None
        self.is_busy = False
        self.state = ChatState()

    # What is done to it

    def send(
        self,
        text: str,
        attachments: Sequence[Attachment],
        on_stored: Callable[[int], object],
        way: Way = Way.WHOLE,
        waited_as: int | None = None,
    ) -> None:
        """Stores what a person wrote and answers it; `on_stored` is called after the commit.

        A message that has waited leaves the others that wait with it.
        """
        chat_id, folder_id, data = self.id, self.folder_id, self._core.data

        details = self.assistant.new_details(data) if data and chat_id is None else None

        def action(chats: Conversations) -> StoredChat:
            chat_details = details() if details else None
            given = text, attachments, chat_details, folder_id
            return chat_actions.send(chats, chat_id, *given, waited_as=waited_as)

        self._begin_answer(action, way=way, on_stored=on_stored)

    def send_behind(
        self, chat_id: int, pending: Pending, on_stored: Callable[[int], object]
    ) -> None:
        """Sends what waited in a chat that is not shown, as an answer has just ended there."""

        def on_done(stored: StoredChat) -> None:
            on_stored(chat_id)
            self._start(stored, Way.WHOLE)
            if self.id == chat_id:  # it was opened meanwhile
                self._take(stored)
                self.changed.emit(False)
            self.list_changed.emit()

        given = pending.text, pending.attachments
        number = pending.number
        self._store(
            lambda chats: chat_actions.send(chats, chat_id, *given, waited_as=number), on_done
        )

    def apply(self, action: Action, on_done: Callable[[], object] = lambda: None) -> None:
        """Does something else to the stored chat, and shows it as it then is."""
        shown = self._on_shown()

        def on_stored(stored: StoredChat) -> None:
            shown(stored)
            on_done()

        self._store(action, on_stored)

    def edit(self, message_id: int, text: str) -> None:
        """Answers another wording, on a branch of its own."""
        self._begin_answer(lambda chats: chat_actions.edit(chats, message_id, text))

    def do(self, wish: Wish, message_id: int) -> None:
        """Does what was asked of a message; wishes that need the window are not for here."""
        match wish:
            case Wish.SHOW:
                self._store(lambda chats: chat_actions.show(chats, message_id), self._on_shown())
            case Wish.ANSWER_AGAIN:
                self._begin_answer(lambda chats: chat_actions.answer_again(chats, message_id))
            case Wish.CONTINUE:
                self._begin_answer(lambda chats: chat_actions.go_on(chats, message_id))
            case Wish.TRY_AGAIN:
                self._core.engine.try_again()
                self._begin_answer(lambda chats: chat_actions.try_again(chats, message_id))
            case Wish.ANSWER:
                self._begin_answer(lambda chats: chat_actions.answer(chats, message_id))
            case Wish.LEAVE_OUT_OLDEST:
                self.make_room(message_id, Way.LEAVE_OUT_OLDEST)
            case Wish.SUMMARIZE_EARLIER:
                self.make_room(message_id, Way.SUMMARIZE_EARLIER)

    def make_room(self, answer_id: int, way: Way) -> None:
        """Answers in this way where there was no room; an answer that ran out of it goes on."""
        self._begin_answer(lambda chats: chat_actions.with_room(chats, answer_id), way=way)

    def rate(self, message_id: int, rating: int) -> None:
        """Keeps what a person thinks of an answer; 0 takes it back."""
        data = self._core.data
        if data is not None:
            self._store(
                lambda chats: chat_actions.rate(chats, data.ratings, message_id, rating),
                self._on_shown(),
            )

    def choose_assistant(self, key: str) -> None:
        """Lets another assistant answer from here on."""
        data = self._core.data
        if self.id is None or data is None:
            self.assistant.begin(key)
            return
        reader = self.assistant.reader(data)
        self._change_details(lambda details: reader.chosen(details, key))

    def put_model_aside(self) -> None:
        """Lets the chosen model answer, where the assistant has one of its own."""
        if not self.assistant.has_own_model:
            return
        if self.id is None:
            self.assistant.begin(self.assistant.key, is_model_aside=True)
        else:
            self._change_details(with_model_aside)

    def refresh_assistant(self) -> None:
        """Looks again at the assistant, which may have been changed or deleted."""
        if self.id is None:
            self.assistant.begin_again()
        else:
            self.reread()

    def _change_details(self, change: Callable[[Details], Details]) -> None:
        chat_id = self.id
        if chat_id is None:
            return

        def action(chats: Conversations) -> StoredChat:
            return chat_actions.set_details(chats, chat_id, change(chats.details(chat_id)))

        self._store(action, self._on_shown())

    def rename(self, title: str) -> None:
        """Gives the chat the person's own title."""
        chat_id = self.id
        if chat_id is None:
            return

        def action(chats: Conversations) -> StoredChat:
            chats.rename(chat_id, title)
            return chat_actions.read(chats, chat_id)

        self._store(action, self._on_shown())

    def reread(self) -> None:
        """Shows what somebody else changed of the chat."""
        chat_id = self.id
        if chat_id is not None:
            self._store(lambda chats: chat_actions.read(chats, chat_id), self._on_shown())

    def stop(self, chat_id: int | None = None) -> None:
        """Stops the answer of this chat or another; what is there stays."""
        self.live_answers.stop(self.id if chat_id is None else chat_id)

    def show_check(self, answer_id: int, check: Check) -> None:
        """Shows how far the check of an answer is."""
        self.state = replace(self.state, checks={**self.state.checks, answer_id: check})
        self.changed.emit(False)

    def take_details(self, answer_id: int, details: Details) -> None:
        """Shows what was stored with an answer after its end."""
        checks = {at: each for at, each in self.state.checks.items() if at != answer_id}
        path = tuple(
            replace(each, details={**each.details, **details}) if each.id == answer_id else each
            for each in self.state.path
        )
        self.state = replace(self.state, path=path, checks=checks)
        self.changed.emit(False)

    def refresh_limits(self) -> None:
        """Learns anew whether the model could have more room than the settings give it."""
        is_limited = self._is_limited()
        if is_limited != self.state.is_limited:
            self.state = replace(self.state, is_limited=is_limited)
            self.changed.emit(False)

    # Storing

    def _begin_answer(
        self,
        action: Action,
        *,
        way: Way = Way.WHOLE,
        on_stored: Callable[[int], object] = lambda chat_id: None,
    ) -> None:
        visit = self.visit
        if self.assistant.model is None:
            self.failed.emit(NoModel())
            return
        if self.is_busy or self.live is not None:
            return

        def on_done(stored: StoredChat) -> None:
            on_stored(stored.chat.id)
            self._start(stored, way)
            if visit == self.visit:
                self.is_busy = False
                self._take(stored)
                self.changed.emit(False)
            self.list_changed.emit()

        self.is_busy = True
        self._store(action, on_done)

    def _start(self, stored: StoredChat, way: Way) -> None:
        """Has the empty answer at the end of a chat written."""
        from desktop_slm.assistants.chat import ChatOptions

        data, answering = self._core.data, stored.answering
        model = (answering and answering.model) or self._core.model or self.assistant.model
        if data is None or answering is None or model is None:
            return
        options = ChatOptions(
            model,
            answering.assistant,
            max_tokens=MOST_ANSWER_TOKENS,
            leaves_oldest_out=way is Way.LEAVE_OUT_OLDEST,
            summarizes_earlier=way is Way.SUMMARIZE_EARLIER,
        )
        self.live_answers.start(data, stored.path[-1], options)

    def _on_shown(self) -> Callable[[StoredChat], None]:
        visit = self.visit

        def on_done(stored: StoredChat) -> None:
            if visit == self.visit:
                self._take(stored)
                self.changed.emit(False)
            self.list_changed.emit()

        return on_done

    def _store(self, action: Action, on_done: Callable[[StoredChat], None]) -> None:
        data = self._core.data
        if data is None:
            return
        self._core.operations.run(
            self,
            lambda job: action(data.conversations).resolved(self.assistant.reader(data)),
            on_success=on_done,
            on_failure=self._on_failed,
            lane=Lane.STORAGE,
        )

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.is_busy = False
        self.failed.emit(error)

    # What came back

    def _take(self, stored: StoredChat) -> None:
        self.id = stored.chat.id
        self.chat = stored.chat
        self.folder_id = stored.chat.folder_id
        self.assistant.show(stored.answering)
        self.state = ChatState(
            path=self.live_answers.newest(stored.path),
            branches=stored.branches,
            live=self.live,
            errors=self.live_answers.errors,
            is_limited=self._is_limited(),
            has_own_documents=bool(self.assistant_documents),
            checks=self.state.checks,
        )

    def _on_data_opened(self, _data: object) -> None:
        if self.id is None:
            self.assistant.begin_again()

    def _on_answer_ended(self, message: Message) -> None:
        if message.chat_id == self.id:
            path = tuple(message if each.id == message.id else each for each in self.state.path)
            self.state = replace(
                self.state, path=path, live=self.live, is_limited=self._is_limited()
            )
            self.changed.emit(False)
            self.answered.emit()
        self.list_changed.emit()

    def _is_limited(self) -> bool:
        facts = self._core.facts
        is_set = self._core.settings.context_tokens > 0
        return is_set and facts is not None and facts.context_tokens < facts.trained_context
