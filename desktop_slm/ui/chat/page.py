"""The chat page: one chat's messages, the box to write in, the model and the room that is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_slm.errors import NoModel
from desktop_slm.ui import spacing
from desktop_slm.ui.chat.empty_chat import EmptyChat
from desktop_slm.ui.chat.header import ChatHeader
from desktop_slm.ui.chat.model_choice import ModelChoice
from desktop_slm.ui.chat.open_chat import OpenChat
from desktop_slm.ui.chat.room import RoomCounter, Wanted
from desktop_slm.ui.chat.wish import Wish
from desktop_slm.ui.chat.writing_pane import WritingPane
from desktop_slm.ui.widgets.confirm_dialog import confirm_link

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.chat.composer import Draft
    from desktop_slm.ui.chat.room import Room
    from desktop_slm.ui.chat.transcript import Transcript
    from desktop_slm.ui.core import Core


class ChatPage(QWidget):
    """One chat at a time; answers go on while another one is shown."""

    chats_changed = Signal()  # a chat began, got a title or an answer: read the list again
    chat_opened = Signal(object)  # the shown chat's id, or None for a new one
    models_requested = Signal()
    summary_requested = Signal(list)  # list[Path]

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        theme = core.theme
        self._header = ChatHeader(theme)
        self._made_transcript: Transcript | None = None
        self._empty = EmptyChat(theme)
        self._pane = WritingPane(core)
        self._chat = OpenChat(core, self)
        self._room = RoomCounter(core, self)
        self._model_choice = ModelChoice(core, self._header.model)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._empty)
        column = spacing.column(theme, self, gap=0)
        column.addWidget(self._header)
        column.addWidget(middle, 1)
        column.addWidget(self._pane)
        self._connect()
        self._show_chat(True)

    # The contract with the window

    def new_chat(self) -> None:
        """Shows an empty chat; the open one's draft is kept."""
        self._pane.enter(None)
        self._chat.begin()
        self.chat_opened.emit(None)
        self.focus_first()

    def open_chat(self, chat_id: int) -> None:
        """Shows a stored chat."""
        self._pane.enter(chat_id)
        self._chat.open(chat_id)
        self.chat_opened.emit(chat_id)

    def attach_files(self, files: list[Path]) -> None:
        """Adds documents to the next message of the shown chat."""
        self._pane.attaching.add(files)
        self.focus_first()

    def stop(self) -> None:
        """Stops the shown chat's answer; what is there stays."""
        self._chat.stop()

    def close_chat(self, chat_id: int) -> None:
        """Lets go of a chat that was deleted: stops its answer and shows it no longer."""
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

    def focus_first(self) -> None:
        """Puts the cursor where one writes."""
        self._pane.composer.edit.setFocus()

    # Showing

    def _connect(self) -> None:
        self._connect_chat()
        self._connect_pane()
        core, header = self._core, self._header
        core.model_changed.connect(self._on_model_changed)
        core.settings_changed.connect(self._chat.refresh_limits)
        core.engine_state_changed.connect(self._ask_room)
        header.title.renamed.connect(self._chat.rename)
        header.model.models_requested.connect(self.models_requested)
        self._room.counted.connect(self._on_counted)
        rename = QShortcut(QKeySequence("F2"), self)
        rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        rename.activated.connect(header.title.begin_rename)

    def _connect_chat(self) -> None:
        chat = self._chat
        chat.changed.connect(self._show_chat)
        chat.answered.connect(self._model_choice.refresh)
        chat.list_changed.connect(self.chats_changed)
        chat.draft_read.connect(self._pane.show_stored_draft)
        chat.failed.connect(self._on_failed)

    def _connect_pane(self) -> None:
        pane, empty = self._pane, self._empty
        pane.submitted.connect(self._on_submitted)
        pane.changed.connect(self._ask_room)
        pane.summary_requested.connect(self.summary_requested)
        pane.models_requested.connect(self.models_requested)
        pane.composer.stop_requested.connect(self.stop)
        pane.composer.edit_last_requested.connect(self._on_edit_last)
        empty.beginning_chosen.connect(self._on_beginning)
        empty.file_requested.connect(pane.choose_files)
        empty.models_requested.connect(self.models_requested)

    def _show_chat(self, anew: bool) -> None:
        chat = self._chat
        self._empty.show_for(has_model=self._core.model is not None)
        is_empty = chat.id is None and not chat.state.path
        self._stack.setCurrentWidget(self._empty if is_empty else self._transcript)
        if self._made_transcript is not None:
            self._made_transcript.show_chat(chat.state, anew=anew)
        title = chat.chat.title if chat.chat else ""
        default = self.tr("New chat") if chat.id is None else ""
        self._header.title.show_title(title or default, can_rename=chat.chat is not None)
        self._pane.composer.set_streaming(chat.live is not None)
        self._ask_room()

    @property
    def _transcript(self) -> Transcript:
        """Made for the first chat with messages: the window opens without one."""
        if self._made_transcript is None:
            from desktop_slm.ui.chat.transcript import Transcript

            self._made_transcript = transcript = Transcript(self._core.theme)
            self._stack.addWidget(transcript)
            transcript.wished.connect(self._on_wished)
            transcript.edited.connect(self._on_edited)
            transcript.edit_ended.connect(self.focus_first)
            transcript.link_requested.connect(self._on_link)
        return self._made_transcript

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stops the answer with Esc, wherever the focus is in the page."""
        if event.key() == Qt.Key.Key_Escape and self._chat.live is not None:
            self.stop()
        else:
            super().keyPressEvent(event)

    # Sending and changing

    def _on_submitted(self, draft: Draft) -> None:
        if self._core.model is None:
            self._pane.show_no_model()
            return
        written_in, visit = self._chat.id, self._chat.visit

        def on_stored(chat_id: int) -> None:
            is_shown = visit == self._chat.visit
            self._pane.take_sent(draft, written_in, is_shown=is_shown)
            if is_shown and written_in is None:
                self._pane.settle(chat_id)
                self.chat_opened.emit(chat_id)
            if is_shown:
                self._transcript.follow_end()

        self._chat.send(draft.text, self._pane.attachments, on_stored)

    def _on_edited(self, message_id: int, text: str) -> None:
        self._chat.edit(message_id, text)
        self.focus_first()

    def _on_edit_last(self) -> None:
        questions = self._chat.state.questions
        if questions:
            self._on_wished(Wish.EDIT, questions[-1].id)

    def _on_wished(self, wish: Wish, message_id: int) -> None:
        if self._chat.live is not None and wish is not Wish.SHOW:
            self._pane.tell(self.tr("An answer is being written. Stop it first, then go on here."))
            return
        match wish:
            case Wish.EDIT:
                self._transcript.edit(message_id, self._core.settings.send_key)
            case Wish.USE_OTHER_MODEL:
                self._model_choice.open_menu()
            case Wish.USE_ALL_ROOM:
                self._core.change_settings(context_tokens=0)
                self._chat.do(Wish.TRY_AGAIN, message_id)
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

        confirm_link(self._core.theme, self, address, open_address)

    # The room and the model

    def _ask_room(self, _: object = None) -> None:
        model = self._core.model
        if model is None:
            self._header.room.hide()
            return
        attachments = self._pane.attachments
        self._room.ask(
            Wanted(
                path=self._chat.state.path,
                text=self._pane.composer.draft().text,
                attachments=attachments,
                model=model,
                loads_model=bool(attachments),
            )
        )

    def _on_counted(self, room: Room | None) -> None:
        if room is None:
            self._header.room.hide()
        else:
            self._header.room.show_room(room.used, room.context)
        self._pane.show_room(room)

    def _on_model_changed(self, _: object = None) -> None:
        self._header.room.hide()
        self._show_chat(False)
