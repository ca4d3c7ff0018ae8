"""The foot of the page: the box with its files and drafts, and what keeps a message from going.

What a person wrote stays in the box until it is stored.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_slm.ui import quantities, spacing, wording
from desktop_slm.ui.chat.column import COLUMN_PX
from desktop_slm.ui.chat.message_edit import LONG_PASTE_CHARACTERS
from desktop_slm.ui.chat.writing.attaching import Attaching
from desktop_slm.ui.chat.writing.composer import Composer, Draft
from desktop_slm.ui.chat.writing.drafts import Drafts, is_new, stored_draft
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.chat.room.room import Room
    from desktop_slm.ui.chat.writing.pending import Held, Pending
    from desktop_slm.ui.chat.writing.pending_bar import PendingBar
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.dropped_files import DroppedFiles
    from desktop_slm.ui.widgets.banner import Banner


class WritingPane(QWidget):
    """Makes messages; whoever owns it stores them and calls `take_sent`."""

    submitted = Signal(object)  # Draft; `attachments` has what goes with it
    changed = Signal()
    summary_requested = Signal(list)
    models_requested = Signal()
    pending_edit_requested = Signal(int)  # the number of a message that waits
    pending_remove_requested = Signal(int)
    pending_send_requested = Signal(int)

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._chat_id: int | None = None
        self._waits = False
        self.composer = Composer(core.theme)
        self.attaching = Attaching(core, self.composer, self)
        self._drafts = Drafts(core, self)
        self._is_measuring_told = False
        self._pending: PendingBar | None = None
        self._column = QWidget()
        row = spacing.row(core.theme, self, gap=0, margins=(20, 0, 20, 20))
        row.addStretch(1)
        row.addWidget(self._column, 1000)  # as wide as it may be, then centred
        row.addStretch(1)
        column = spacing.column(core.theme, self._column, gap=8)
        column.addWidget(self.composer)
        core.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._connect()

    def _connect(self) -> None:
        core, composer = self._core, self.composer
        core.data_opened.connect(self._on_data_opened)
        core.settings_changed.connect(self._on_settings_changed)
        core.model_changed.connect(self._try_waiting)
        composer.set_send_key(core.settings.send_key)
        composer.submitted.connect(self._on_submitted)
        composer.attach_requested.connect(self.choose_files)
        composer.files_offered.connect(self._on_files_offered)
        composer.draft_changed.connect(self._on_draft_changed)
        composer.paste_put_aside.connect(self._on_paste_put_aside)
        composer.picture_pasted.connect(self.attaching.add_picture)
        self.attaching.changed.connect(self._on_files_changed)
        self.attaching.summary_requested.connect(self.summary_requested)
        if core.data is not None:
            self._read_draft()

    @cached_property
    def _banner(self) -> Banner:
        """Made for the first thing that there is to say."""
        from desktop_slm.ui.widgets.banner import Banner

        banner = Banner(self._core.theme)
        layout = self._column.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(0, banner)
        return banner

    def _say_no_more(self) -> None:
        if "_banner" in self.__dict__:
            self._banner.hide()

    # Which chat is written in

    def enter(self, chat_id: int | None) -> None:
        """Puts what stands in the box aside and shows what was left in another chat.

        For the new chats there are: see `drafts.new_box`.
        """
        self._waits = False
        self._say_no_more()
        self.save_draft()
        self.attaching.switch(self._chat_id, chat_id)
        self._chat_id = chat_id
        self.composer.show_draft(self._drafts.of(chat_id))
        if is_new(chat_id):
            self._read_draft()

    def settle(self, chat_id: int) -> None:
        """The new chat has become a stored one: what is in the box belongs to it now."""
        self._chat_id = chat_id
        self._drafts.note_read(chat_id)
        self._drafts.note(chat_id, self.composer.draft())

    def save_draft(self) -> None:
        """Stores what stands in the box now."""
        self._drafts.note(self._chat_id, self.composer.draft())
        self._drafts.save()

    def show_stored_draft(self, stored: str) -> None:
        """Puts a stored draft before what was typed while it was read; once for each chat."""
        if self._drafts.is_read(self._chat_id):
            return
        self._drafts.note_read(self._chat_id)
        typed = self.composer.draft()
        if stored:
            text = f"{stored}\n{typed.text}" if typed.text else stored
            self.composer.show_draft(Draft(text, typed.attachments, typed.pasted))

    def _read_draft(self) -> None:
        data, box = self._core.data, self._chat_id
        if data is None:
            return
        self._core.operations.run(
            self,
            lambda job: stored_draft(data, box),
            on_success=lambda text: self.show_stored_draft(text) if self._chat_id == box else None,
            on_failure=self.show_error,
            lane=Lane.STORAGE,
        )

    def _on_draft_changed(self) -> None:
        self._drafts.note(self._chat_id, self.composer.draft())
        self.changed.emit()

    # Sending

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Returns the long pastes and the files that go with the message."""
        pasted = self.composer.draft().pasted
        return (*(self._pasted(text) for text in pasted), *self.attaching.attachments())

    def _pasted(self, text: str) -> Attachment:
        from desktop_slm.assistants.attachments import Attachment

        return Attachment(self.tr("Pasted text"), text)

    def take_sent(self, draft: Draft, chat_id: int | None, *, is_shown: bool) -> None:
        """Takes a message out of the box of a chat, now that it is stored."""
        self._drafts.forget(chat_id)
        self.attaching.sent(draft.attachments, chat_id)
        if is_shown:
            self.composer.take_out(draft)

    # What waits for an answer

    def show_pending(self, waiting: Sequence[Pending], held: Held) -> None:
        """Shows the messages that wait in the shown chat."""
        if self._pending is None:
            if not waiting:
                return
            # Imported here: the window opens without it.
            from desktop_slm.ui.chat.writing.pending_bar import PendingBar

            self._pending = bar = PendingBar(self._core.theme)
            bar.edit_requested.connect(self.pending_edit_requested)
            bar.remove_requested.connect(self.pending_remove_requested)
            bar.send_requested.connect(self.pending_send_requested)
            layout = self._column.layout()
            assert isinstance(layout, QBoxLayout)
            layout.insertWidget(layout.indexOf(self.composer), bar)
        self._pending.show_pending(waiting, held)

    def put_back(self, text: str, attachments: Sequence[Attachment]) -> None:
        """Puts a message that waited into the box, before what stands there."""
        composer, typed = self.composer, self.composer.draft().text
        for each in attachments:
            if each.pages:
                self.attaching.add_read(each)
            else:
                composer.add_pasted(each.text)
        composer.set_text(f"{text}\n\n{typed}" if typed.strip() else text)
        composer.edit.setFocus()

    def quote(self, text: str) -> None:
        """Puts words of a message into the box, marked as quoted."""
        composer, typed = self.composer, self.composer.draft().text
        composer.set_text(f"{typed.rstrip()}\n\n{text}" if typed.strip() else text)
        composer.edit.setFocus()

    def _on_submitted(self, draft: Draft) -> None:
        sentence = self._why_not_now()
        if sentence:
            self.tell(sentence)
            return
        self._say_no_more()
        self._drafts.pause()  # the draft is forgotten with the commit that stores the message
        self.submitted.emit(draft)

    def _why_not_now(self) -> str:
        """Returns what to wait for or to do before this can be sent, or ""."""
        if self.attaching.has_problem:
            return self.tr("Remove the file that could not be read, then send your message.")
        if self.attaching.undecided:
            words = self.tr(
                "The model does not see pictures. Add the words in “{name}”, or remove it; then "
                "send your message."
            )
            return words.format(name=self.attaching.undecided)
        self._waits = self._core.data is None or self.attaching.is_reading
        if self._core.data is None:
            return self.tr("Your data is being opened. The message is sent as soon as it is.")
        if self.attaching.is_reading:
            return self.tr("A file is still being read. The message is sent as soon as it is.")
        return ""

    def _try_waiting(self, _: object = None) -> None:
        draft = self.composer.draft()
        if self._waits and draft:
            self._on_submitted(draft)

    # What else happens

    def tell(self, sentence: str) -> None:
        """Says something over the box."""
        self._banner.show_message(sentence)

    def show_error(self, error: DesktopSlmError) -> None:
        """Says what went wrong; what is in the box stays there."""
        self._banner.show_message(wording.sentence(error), tone="error", details=error.details)

    def offer(self, sentence: str, words: str, act: Callable[[], object]) -> None:
        """Says what was done, with one thing to do about it."""

        def on_pressed() -> None:
            self._say_no_more()
            act()

        self._banner.show_message(sentence, actions=((words, on_pressed),))

    def show_measuring(self, *, is_measuring: bool) -> None:
        """Says that it is being found out whether a message fits, while that takes its time."""
        if is_measuring:
            self.tell(self.tr("Finding out whether this fits …"))
        elif self._is_measuring_told:
            self._say_no_more()
        self._is_measuring_told = is_measuring

    def show_no_model(self) -> None:
        """Says that nothing can answer, and leads to the models."""
        self._banner.show_message(
            self.tr("There is no model on this computer yet. Your message stays in the box."),
            actions=((self.tr("Open Models"), self.models_requested.emit),),
        )

    def show_room(self, room: Room | None) -> None:
        """Says of each file whether it fits."""
        self.attaching.show_room(room)

    def choose_files(self) -> None:
        """Asks for documents."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self.window(), self.tr("Add files to the message"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        from desktop_slm.documents.file_names import PATTERNS

        filters = self.tr("Documents ({patterns})").format(patterns=PATTERNS)
        dialog.setNameFilters([filters, self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.attaching.add([*map(Path, names)]))
        dialog.open()

    def _on_files_offered(self, files: DroppedFiles) -> None:
        self.attaching.add([Path(path) for path in files.paths])
        if files.refused:
            words = self.tr("“{name}” lies on another computer. Copy it here first, then add it.")
            self.tell(words.format(name=files.refused[0]))

    def _on_paste_put_aside(self, key: str) -> None:
        words = self.tr(
            "A paste of more than {count} characters goes along as an attachment, so that the box "
            "stays readable."
        )
        self.offer(
            words.format(count=quantities.whole(LONG_PASTE_CHARACTERS)),
            self.tr("Paste as text"),
            lambda: self.composer.paste_as_text(key),
        )

    def _on_files_changed(self) -> None:
        self.changed.emit()
        if not self.attaching.is_reading:
            self._try_waiting()

    def _on_data_opened(self, _data: object) -> None:
        self._read_draft()
        self._try_waiting()

    def _on_settings_changed(self) -> None:
        self.composer.set_send_key(self._core.settings.send_key)

    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._core.theme.px(COLUMN_PX))
