"""The chat page: one chat's messages, the box to write in, the model and the room that is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_slm.errors import NoModel
from desktop_slm.ui import spacing
from desktop_slm.ui.chat.answering.model_choice import ModelChoice
from desktop_slm.ui.chat.answering.offered_assistants import OfferedAssistants
from desktop_slm.ui.chat.empty_chat import EmptyChat
from desktop_slm.ui.chat.header import ChatHeader
from desktop_slm.ui.chat.open_chat import OpenChat
from desktop_slm.ui.chat.room.shown_room import ShownRoom
from desktop_slm.ui.chat.wish import RATINGS, Wish
from desktop_slm.ui.chat.writing.drafts import new_box
from desktop_slm.ui.chat.writing.writing_pane import WritingPane

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.chats.waiting import WaitingMessage
    from desktop_slm.ui.chat.answering.assistant_list import AssistantList
    from desktop_slm.ui.chat.branch_acts import BranchActs
    from desktop_slm.ui.chat.evidence.answer_checks import AnswerChecks
    from desktop_slm.ui.chat.finding.finding import ChatFinding
    from desktop_slm.ui.chat.transcript import Transcript
    from desktop_slm.ui.chat.writing.composer import Draft
    from desktop_slm.ui.chat.writing.sending import Sending
    from desktop_slm.ui.core import Core

_NOTE_NEEDS_PX = 440


class ChatPage(QWidget):
    """One chat at a time; answers go on while another one is shown."""

    chats_changed = Signal()  # a chat began, got a title or an answer: read the list again
    chat_opened = Signal(object)  # the shown chat's id, or None for a new one
    models_requested = Signal()
    assistants_requested = Signal()
    summary_requested = Signal(list)  # list[Path]
    content_changed = Signal()  # `has_content` may be another

    def __init__(self, core: Core, parent: QWidget | None = None, *, fixed_title: str = "") -> None:
        """A `fixed_title` stands over every chat, and none can be renamed."""
        super().__init__(parent)
        self._core = core
        self._fixed_title = fixed_title
        theme = core.theme
        self._header = ChatHeader(theme)
        self._made_transcript: Transcript | None = None
        self._finding: ChatFinding | None = None
        self._hit_pattern: re.Pattern[str] | None = None
        self._empty = EmptyChat(theme)
        self._pane = WritingPane(core)
        self._chat = OpenChat(core, self)
        self._room = ShownRoom(core, self._chat, self._pane, self._header.room)
        answering = self._chat.assistant
        self._model_choice = ModelChoice(core, self._header.model, lambda: answering.model)
        self._assistants = OfferedAssistants(core, self._chat, self._header.assistant)
        middle = QWidget()
        middle.setMinimumHeight(1)  # it scrolls, and the box below keeps its room
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._empty)
        self._column = column = spacing.column(theme, self, gap=0)
        column.addWidget(self._header)
        column.addWidget(self._assistants.note)
        column.addWidget(middle, 1)
        column.addWidget(self._pane)
        self._folder_name: Callable[[int | None], str] = lambda folder_id: ""
        self._connect()
        self._show_chat(True)

    # The contract with the window

    def new_chat(self, folder_id: int | None = None) -> None:
        """Shows an empty chat, which is going to be in a folder; the open one's draft is kept."""
        self._pane.enter(new_box(folder_id))
        self._chat.begin(folder_id)
        self.chat_opened.emit(None)
        self.focus_first()

    def open_chat(self, chat_id: int) -> None:
        """Shows a stored chat."""
        self._open(chat_id)

    def open_chat_at(self, chat_id: int, message_id: int, pattern: re.Pattern[str]) -> None:
        """Shows a stored chat at one of its messages, with what was searched for marked in it."""
        self._hit_pattern = pattern
        self._open(chat_id, message_id)

    def _open(self, chat_id: int, message_id: int | None = None) -> None:
        self._pane.enter(chat_id)
        self._chat.open(chat_id, message_id)
        self.chat_opened.emit(chat_id)

    def name_folders(self, name_of: Callable[[int | None], str]) -> None:
        """Shows where the chat is; to be called again when folders or what is in them changed."""
        self._folder_name = name_of
        if self._chat.id is None and not name_of(self._chat.folder_id):
            self._chat.folder_id = None  # it is gone
        self._show_folder()
        self._chat.reread()

    @property
    def library(self) -> AssistantList:
        """The assistants and prompts that are offered here."""
        return self._assistants.list

    def begin_with(self, key: str) -> None:
        """Shows an empty chat in which an assistant answers."""
        self.new_chat()
        self._chat.choose_assistant(key)

    def insert_prompt(self, name: str) -> None:
        """Puts a prompt into the box, around what stands there."""
        self._pane.composer.insert_prompt(name)

    def refresh_assistants(self) -> None:
        """Looks again at the assistants and prompts: some were changed."""
        self._assistants.refresh()

    def find_words(self) -> None:
        """Opens the bar that finds words in this chat."""
        self._made_finding().open()

    def attach_files(self, files: list[Path]) -> None:
        """Adds documents to the next message of the shown chat."""
        self._pane.attaching.add(files)
        self.focus_first()

    @property
    def has_practice_answer(self) -> bool:
        """Whether the shown chat ends with an answer of the practice model that is finished."""
        path = self._chat.state.path
        return bool(path) and self._chat.live is None and bool(path[-1].details.get("practice"))

    def answer_again(self) -> None:
        """Answers the last words of the shown chat again, beside the answer that is there."""
        path = self._chat.state.path
        if path and not self._chat.is_busy and self._chat.live is None:
            self._on_wished(Wish.ANSWER_AGAIN, path[-1].id)

    def stop(self) -> None:
        """Stops the shown chat's answer; what is there stays. Else ends what was looked for."""
        self._on_escape()
        self._chat.stop()

    def close_chat(self, chat_id: int) -> None:
        """Lets go of a chat that was deleted: stops its answer and shows it no longer."""
        self._sending.forget(chat_id)
        self._chat.stop(chat_id)
        if self._chat.id == chat_id:
            self.new_chat()

    def rename_chat(self, chat_id: int, title: str) -> None:
        """Shows the title that was given to a chat elsewhere."""
        if self._chat.id == chat_id:
            self._header.title.show_title(title, can_rename=True)
            self._chat.reread()

    def save_draft(self) -> None:
        """Stores what stands in the box; called before the window closes."""
        self._pane.save_draft()

    @property
    def chat_id(self) -> int | None:
        """The shown chat's id, None for a new one."""
        return self._chat.id

    @property
    def draft_text(self) -> str:
        """The words that stand in the box."""
        draft = self._pane.composer.draft()
        return "\n\n".join(part for part in (draft.text, *draft.pasted) if part)

    @property
    def has_content(self) -> bool:
        """Whether anything was said, written or attached here."""
        is_written = bool(self._pane.composer.draft()) or bool(self._pane.attachments)
        return is_written or bool(self._chat.state.path)

    def tell_if_not_ready(self) -> bool:
        """Says over the box what has to end before the chat can go elsewhere, if anything has."""
        if self._chat.live is not None or self._chat.is_busy:
            self._pane.tell(self.tr("An answer is being written. Stop it first, then keep this."))
            return True
        if self._pane.composer.draft().attachments:
            self._pane.tell(self.tr("Send the message in the box first, or remove its files."))
            return True
        return False

    def focus_first(self) -> None:
        """Puts the cursor where one writes."""
        self._pane.composer.edit.setFocus()

    # Showing

    def _connect(self) -> None:
        self._connect_chat()
        if not self._fixed_title:
            self._connect_titles()
        self._connect_pane()
        core, header = self._core, self._header
        core.model_changed.connect(self._on_model_changed)
        core.settings_changed.connect(self._chat.refresh_limits)
        core.engine_state_changed.connect(self._room.ask)
        header.title.renamed.connect(self._chat.rename)
        header.model.models_requested.connect(self.models_requested)
        header.model.model_chosen.connect(lambda model: self._chat.put_model_aside())
        self._connect_assistants()
        for keys, act in (
            ("F2", header.title.begin_rename),
            ("Ctrl+F", self.find_words),
            ("F3", lambda: self._made_finding().step(forward=True)),
            ("Shift+F3", lambda: self._made_finding().step(forward=False)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _connect_assistants(self) -> None:
        offered = self._assistants
        offered.connect_page(self._empty, self._pane.composer)
        offered.changed.connect(self._model_choice.refresh)
        offered.changed.connect(lambda: self._show_chat(False))
        offered.chosen.connect(self.focus_first)
        offered.all_requested.connect(self.assistants_requested)

    def _connect_chat(self) -> None:
        chat = self._chat
        chat.changed.connect(self._show_chat)
        chat.answered.connect(self._model_choice.refresh)
        chat.list_changed.connect(self.chats_changed)
        chat.reached.connect(self._on_reached)
        chat.draft_read.connect(self._pane.show_stored_draft)
        chat.waiting_read.connect(self._on_waiting_read)
        chat.failed.connect(self._on_failed)

    def _connect_titles(self) -> None:
        from desktop_slm.ui.chat.answering.model_titles import TitleWork

        titles = TitleWork(self._core, self._chat.live_answers, self)
        titles.titled.connect(self._on_titled)

    def _on_titled(self, chat_id: int) -> None:
        if self._chat.id == chat_id:
            self._chat.reread()
        self.chats_changed.emit()

    def _connect_pane(self) -> None:
        pane, empty = self._pane, self._empty
        pane.submitted.connect(self._on_submitted)
        pane.changed.connect(self._room.ask)
        pane.changed.connect(self.content_changed)
        pane.summary_requested.connect(self.summary_requested)
        pane.models_requested.connect(self.models_requested)
        pane.composer.stop_requested.connect(self.stop)
        pane.composer.edit_last_requested.connect(self._on_edit_last)
        empty.beginning_chosen.connect(self._on_beginning)
        empty.file_requested.connect(pane.choose_files)
        empty.models_requested.connect(self.models_requested)

    def _show_chat(self, anew: bool) -> None:
        chat = self._chat
        has_model = chat.assistant.model is not None
        self._empty.show_for(has_model=has_model, answering=self._assistants.current)
        is_empty = chat.id is None and not chat.state.path
        self._stack.setCurrentWidget(self._empty if is_empty else self._transcript)
        if self._made_transcript is not None:
            self._made_transcript.show_chat(chat.state, anew=anew)
        if self._finding is not None:
            self._finding.show_path(chat.state.path, anew=anew)
        self._show_folder()
        title = self._fixed_title or (chat.chat.title if chat.chat else "")
        default = self.tr("New chat") if chat.id is None else ""
        can_rename = chat.chat is not None and not self._fixed_title
        self._header.title.show_title(title or default, can_rename=can_rename)
        self._pane.composer.set_streaming(chat.live is not None)
        self._room.ask()
        self.content_changed.emit()
        if chat.state.path:
            self.checks.look()

    def _show_folder(self) -> None:
        self._header.place.show_folder(self._folder_name(self._chat.folder_id))

    # What the window opens without: made when it is first needed

    @cached_property
    def _sending(self) -> Sending:
        """Made for the first message that is sent, or that has waited since an earlier start."""
        from desktop_slm.ui.chat.room.making_room import MakingRoom
        from desktop_slm.ui.chat.writing.sending import Sending

        sending = Sending(self._core, self._chat, self._pane, MakingRoom(self._core, self))
        sending.begun.connect(self.chat_opened)
        sending.sent.connect(self._on_sent)
        return sending

    @cached_property
    def _branches(self) -> BranchActs:
        from desktop_slm.ui.chat.branch_acts import BranchActs

        branches = BranchActs(self._core, self._chat, self._pane)
        branches.forked.connect(self.open_chat)
        return branches

    @cached_property
    def checks(self) -> AnswerChecks:
        """What has answers checked."""
        from desktop_slm.ui.chat.evidence.answer_checks import AnswerChecks

        return AnswerChecks(self._core, self._chat)

    @property
    def _transcript(self) -> Transcript:
        """Made for the first chat with messages."""
        if self._made_transcript is None:
            from desktop_slm.ui.chat.transcript import Transcript

            self._made_transcript = transcript = Transcript(self._core.theme)
            self._stack.addWidget(transcript)
            transcript.wished.connect(self._on_wished)
            transcript.edited.connect(self._on_edited)
            transcript.quoted.connect(self._on_quoted)
            transcript.source_requested.connect(self._on_source)
            transcript.edit_ended.connect(self.focus_first)
            transcript.link_requested.connect(self._on_link)
            if self._finding is not None:
                self._finding.attach(transcript)
        return self._made_transcript

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the room of a low window to the messages."""
        super().resizeEvent(event)
        is_low = event.size().height() < self._core.theme.px(_NOTE_NEEDS_PX)
        self._assistants.note.set_compact(is_low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stops the answer with Esc, wherever the focus is in the page."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and self._finding is not None and self._finding.close():
            return
        if is_escape and self._chat.live is not None:
            self.stop()
        else:
            super().keyPressEvent(event)

    # Finding

    def _made_finding(self) -> ChatFinding:
        """Made when something is looked for: the window opens without it."""
        if self._finding is None:
            from desktop_slm.ui.chat.finding.finding import ChatFinding

            self._finding = finding = ChatFinding(self._core, self)
            self._column.insertWidget(1, finding.bar)
            finding.closed.connect(self.focus_first)
            self._pane.composer.edit.stop_requested.connect(self._on_escape)
            if self._made_transcript is not None:
                finding.attach(self._made_transcript)
            finding.show_path(self._chat.state.path, anew=True)
        return self._finding

    def _on_escape(self) -> None:
        if self._chat.live is None and self._finding is not None:
            self._finding.close()

    def _on_reached(self, message_id: int, is_other_branch: bool) -> None:
        pattern, self._hit_pattern = self._hit_pattern, None
        if pattern is not None:
            self._made_finding().show_hit(message_id, pattern)
        if is_other_branch:
            self._pane.tell(
                self.tr("What you looked for is in another version of this chat, shown now.")
            )

    # Sending and changing

    def _on_submitted(self, draft: Draft) -> None:
        self._sending.submit(draft)

    def _on_waiting_read(self, chat_id: int, stored: tuple[WaitingMessage, ...]) -> None:
        if stored:
            self._sending.take_stored(chat_id, stored)

    def _on_sent(self) -> None:
        self._transcript.follow_end()

    def _on_edited(self, message_id: int, text: str) -> None:
        if any(each.id == message_id for each in self._chat.state.questions):
            self._chat.edit(message_id, text)
        else:
            self._branches.reword(message_id, text)
        self.focus_first()

    def _on_source(self, answer_id: int, item: int, evidence: int) -> None:
        from desktop_slm.ui.chat.evidence.answer_sources import passage_of
        from desktop_slm.ui.chat.evidence.passage_dialog import PassageDialog

        passage = passage_of(self._chat, answer_id, item, evidence)
        if passage is not None:
            PassageDialog(self._core.theme, passage, parent=self.window()).open()
        else:
            self._pane.tell(self.tr("This document does not go with the assistant any more."))

    def _on_quoted(self, text: str) -> None:
        from desktop_slm.ui.chat.message_menu import quoted

        self._pane.quote(quoted(text))

    def _on_edit_last(self) -> None:
        questions = self._chat.state.questions
        if questions:
            self._on_wished(Wish.EDIT, questions[-1].id)

    def _on_wished(self, wish: Wish, message_id: int) -> None:
        is_free = wish in (Wish.SHOW, Wish.FORK, Wish.COPY_CHAT) or wish in RATINGS
        if self._chat.live is not None and not is_free:
            self._pane.tell(self.tr("An answer is being written. Stop it first, then go on here."))
            return
        match wish:
            case Wish.EDIT:
                self._transcript.edit(message_id, self._core.settings.send_key)
            case Wish.LIKE | Wish.DISLIKE | Wish.UNRATE:
                self._chat.rate(message_id, RATINGS[wish])
            case Wish.USE_OTHER_MODEL:
                self._model_choice.open_menu()
            case Wish.MAKE_ROOM:
                self._sending.make_room(message_id)
            case Wish.CHECK_AGAIN:
                self.checks.check_again(message_id)
            case Wish.DELETE | Wish.FORK | Wish.COPY_CHAT:
                self._branches.do(wish, message_id)
            case _:
                self._chat.do(wish, message_id)

    def _on_failed(self, error: DesktopSlmError) -> None:
        if isinstance(error, NoModel):
            self._pane.show_no_model()
        else:
            self._pane.show_error(error)

    def _on_beginning(self, words: str) -> None:
        self._pane.composer.set_text(words)
        self.focus_first()

    def _on_link(self, address: str) -> None:
        launcher = self._core.outside.launcher

        def open_address() -> None:
            self._core.operations.run(
                self,
                lambda job: launcher.open_address(address),
                on_success=lambda result: None,
                on_failure=self._pane.show_error,
            )

        from desktop_slm.ui.widgets.confirm_dialog import confirm_link

        confirm_link(self._core.theme, self, address, open_address)

    def _on_model_changed(self, _: object = None) -> None:
        self._room.hide()
        self._show_chat(False)
