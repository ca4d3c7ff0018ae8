"""Where a message is made: the box, what goes with it, and the button that sends or stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_slm.ui import quantities, spacing
from desktop_slm.ui.chat.message_edit import MessageEdit
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_slm.assistants.personas.prompt_library import Prompt
    from desktop_slm.ui.chat.writing.attachment_chip import AttachmentChip
    from desktop_slm.ui.chat.writing.attachment_shelf import AttachmentShelf
    from desktop_slm.ui.chat.writing.prompt_completion import PromptCompletion

_HINT_NEEDS_PX = 420


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be sent: the words, the keys of attached files, and long pastes as they came."""

    text: str
    attachments: tuple[str, ...] = ()
    pasted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.pasted)


class Composer(QFrame):
    """The box at the foot of a chat. It keeps what was written until its owner calls `clear`."""

    submitted = Signal(object)  # Draft
    stop_requested = Signal()
    edit_last_requested = Signal()
    attach_requested = Signal()
    files_offered = Signal(object)  # DroppedFiles
    attachment_removed = Signal(str)
    attachment_action_requested = Signal(str)
    draft_changed = Signal()
    paste_put_aside = Signal(str)  # the key of its chip
    picture_pasted = Signal(object)  # QImage

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_streaming = False
        self._chips: dict[str, AttachmentChip] = {}
        self._pasted: dict[str, str] = {}
        self._paste_count = 0
        self._prompts: PromptCompletion | None = None
        self.setObjectName("composer")
        self.setProperty("card", "input")
        self.setProperty("ringRadius", 12)
        self.edit = MessageEdit(theme)
        self.edit.setProperty("ringAround", self.objectName())
        self.edit.setPlaceholderText(self.tr("Ask anything. Drop a file to add it."))
        self.edit.setAccessibleName(self.tr("Message"))
        self._shelf: AttachmentShelf | None = None  # made for the first attachment
        self._column = column = spacing.column(theme, self, gap=8, margins=(12, 10, 10, 10))
        column.addWidget(self._padded_edit())
        self._row = self._buttons()
        column.addLayout(self._row)
        self._connect()
        self.set_send_key("enter")
        self._show_state()

    # What is written

    def draft(self) -> Draft:
        """Returns what would be sent now."""
        files = tuple(key for key in self._chips if key not in self._pasted)
        return Draft(self.edit.toPlainText(), files, tuple(self._pasted.values()))

    def set_text(self, text: str) -> None:
        """Puts words into the box, the caret behind them."""
        self.edit.setPlainText(text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def clear(self) -> None:
        """Empties everything, once it has been stored."""
        self.edit.clear()
        for key in list(self._chips):
            self.remove_attachment(key)

    def take_out(self, sent: Draft) -> None:
        """Takes out what was stored; what was typed behind it meanwhile stays."""
        text = self.edit.toPlainText()
        if text.startswith(sent.text):
            self.set_text(text[len(sent.text) :].lstrip("\n"))
        for key in [key for key, pasted in self._pasted.items() if pasted in sent.pasted]:
            self.remove_attachment(key)

    def show_draft(self, draft: Draft) -> None:
        """Puts words and pastes into the box, which its owner has emptied of other ones."""
        for key in list(self._pasted):
            self.remove_attachment(key)
        self.set_text(draft.text)
        for pasted in draft.pasted:
            self.add_pasted(pasted)

    def add_attachment(self, key: str, name: str, detail: str = "") -> None:
        """Shows a file that goes with the message."""
        from desktop_slm.ui.chat.writing.attachment_chip import AttachmentChip

        chip = AttachmentChip(self._theme, key, name, detail)
        chip.removed.connect(self._on_chip_removed)
        chip.action_requested.connect(self._on_chip_action)
        self._chips[key] = chip
        self._shelf_of_chips().add(chip)
        self._show_state()

    def set_attachment_detail(self, key: str, detail: str, action: str = "") -> None:
        """Shows what is known of a file by now, and what else can be done with it."""
        self._chips[key].set_detail(detail, action)
        self._shelf_of_chips().flow.invalidate()

    def set_attachment_problem(self, key: str, sentence: str) -> None:
        """Says why a file cannot go with the message."""
        self._chips[key].set_problem(sentence)
        self._shelf_of_chips().flow.invalidate()

    def remove_attachment(self, key: str) -> None:
        """Takes a file away again."""
        chip = self._chips.pop(key)
        self._pasted.pop(key, None)
        self._shelf_of_chips().take_off(chip)
        self._show_state()

    def _shelf_of_chips(self) -> AttachmentShelf:
        from desktop_slm.ui.chat.writing.attachment_shelf import AttachmentShelf

        if self._shelf is None:
            self._shelf = AttachmentShelf(self._theme)
            self._column.insertWidget(0, self._shelf)
        return self._shelf

    def add_pasted(self, text: str) -> None:
        """Puts a long text aside as a chip: it is sent with the words."""
        self._paste_count += 1
        key = f"pasted text {self._paste_count}"
        self._pasted[key] = text
        self.add_attachment(key, self.tr("Pasted text"), "")
        self.set_pasted_detail(key, _characters(text))

    def pasted_texts(self) -> list[tuple[str, str]]:
        """Returns the long pastes with the keys of their chips."""
        return list(self._pasted.items())

    def set_pasted_detail(self, key: str, detail: str) -> None:
        """Shows what is known of a long paste, beside the way to have it in the box."""
        self.set_attachment_detail(key, detail, self.tr("paste as text"))

    def paste_as_text(self, key: str) -> None:
        """Puts a long paste into the box after all."""
        text = self._pasted.get(key)
        if text is not None:
            self.remove_attachment(key)
            self.edit.insertPlainText(text)
            self.edit.ensureCursorVisible()
            self.edit.setFocus()

    def _on_long_paste(self, text: str) -> None:
        self.add_pasted(text)
        self.paste_put_aside.emit(next(reversed(self._pasted)))

    def _on_chip_action(self, key: str) -> None:
        if key in self._pasted:
            self.paste_as_text(key)
        else:
            self.attachment_action_requested.emit(key)

    def set_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Offers these prompts where their names are typed after a slash."""
        if self._prompts is None:
            # Imported here: the window opens without them.
            from desktop_slm.ui.chat.writing.prompt_completion import PromptCompletion

            self._prompts = PromptCompletion(self._theme, self.edit)
            self._column.insertWidget(0, self._prompts)
            slash = IconButton(
                self._theme, "square-slash", self.tr("Insert a prompt"), token="text"
            )
            slash.clicked.connect(self._prompts.begin)
            self._row.insertWidget(1, slash, 0, Qt.AlignmentFlag.AlignVCenter)
        self._prompts.set_prompts(prompts)

    def insert_prompt(self, name: str) -> None:
        """Puts the prompt of that name into the box, around what stands there."""
        if self._prompts is not None:
            self._prompts.insert(name)

    # How it behaves

    def set_streaming(self, streaming: bool) -> None:
        """Offers Stop while an answer comes; what is written then waits for its end."""
        self._is_streaming = streaming
        self._show_state()

    def set_send_key(self, send_key: str) -> None:
        """Sets what sends: "enter" or "ctrl+enter"."""
        with_ctrl = send_key == "ctrl+enter"
        self.edit.set_sends_with_ctrl(with_ctrl)
        keys = _native("Ctrl+Return" if with_ctrl else "Return")
        new_line = _native("Return" if with_ctrl else "Shift+Return")
        words = self.tr("{send} sends · {line} new line")
        self._hint.setText(words.format(send=keys, line=new_line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the hint out where there is no room for it."""
        super().resizeEvent(event)
        self._hint.setVisible(event.size().width() >= self._theme.px(_HINT_NEEDS_PX))

    def _padded_edit(self) -> QWidget:
        box = QWidget()
        layout = spacing.row(self._theme, box, gap=0, margins=(2, 2, 2, 2))
        layout.addWidget(self.edit)
        return box

    def _buttons(self) -> QHBoxLayout:
        theme = self._theme
        self._attach = IconButton(theme, "paperclip", self.tr("Add a file"), token="text")
        self._hint = PlainLabel(role="small")
        self._button = IconButton(theme, "arrow-up", self.tr("Send"), kind="primary")
        self._stop = IconButton(theme, "stop", self.tr("Stop"), kind="primary")
        self._stop.set_name(self.tr("Stop"), "Esc")
        self._stop.hide()
        layout = spacing.row(theme, gap=8)
        bottom = Qt.AlignmentFlag.AlignVCenter
        layout.addWidget(self._attach, 0, bottom)
        layout.addStretch(1)
        layout.addWidget(self._hint, 0, bottom)
        layout.addWidget(self._button, 0, bottom)
        layout.addWidget(self._stop, 0, bottom)
        return layout

    def _connect(self) -> None:
        self.edit.send_requested.connect(self._on_send)
        self.edit.stop_requested.connect(self._on_stop)
        self.edit.edit_last_requested.connect(self.edit_last_requested)
        self.edit.files_offered.connect(self.files_offered)
        self.edit.long_text_pasted.connect(self._on_long_paste)
        self.edit.picture_pasted.connect(self.picture_pasted)
        self.edit.textChanged.connect(self._show_state)
        self.edit.focus_changed.connect(self._on_focus_changed)
        self._attach.clicked.connect(self.attach_requested)
        self._button.clicked.connect(self._on_send)
        self._stop.clicked.connect(self.stop_requested)

    def _show_state(self) -> None:
        is_ready = bool(self.draft())
        words = self.tr("Send when the answer is done") if self._is_streaming else self.tr("Send")
        self._button.set_name(words)
        self._button.setVisible(is_ready or not self._is_streaming)
        self._button.setEnabled(is_ready)
        self._stop.setVisible(self._is_streaming)
        self.draft_changed.emit()

    def _on_send(self) -> None:
        draft = self.draft()
        if draft:
            self.submitted.emit(draft)

    def _on_stop(self) -> None:
        if self._is_streaming:
            self.stop_requested.emit()

    def _on_chip_removed(self, key: str) -> None:
        was_file = key not in self._pasted
        self.remove_attachment(key)
        if was_file:
            self.attachment_removed.emit(key)
        self.edit.setFocus()

    def _on_focus_changed(self, focused: bool) -> None:
        self.setProperty("active", "true" if focused else "false")
        self.style().unpolish(self)
        self.style().polish(self)


def _characters(text: str) -> str:
    words = QCoreApplication.translate("Composer", "{count} characters")
    return words.format(count=quantities.whole(len(text)))


def _native(keys: str) -> str:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("Return", QCoreApplication.translate("Composer", "Enter"))
