"""The Assistants page: who can answer in a chat, and the prompts with a name.

What came with the app can be used, read and copied; the person's own can be changed, shared and
deleted, and brought back for a minute.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.assistants.personas.file_form import ENDING
from desktop_slm.assistants.personas.prompt_library import Prompt
from desktop_slm.assistants.personas.shelf import copy_of
from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.assistants import described
from desktop_slm.ui.assistants.editor import NOTHING, AssistantEditor, Outside
from desktop_slm.ui.assistants.header import PROMPTS, AssistantsHeader
from desktop_slm.ui.assistants.import_dialog import ImportDialog
from desktop_slm.ui.assistants.prompt_editor import PromptEditor
from desktop_slm.ui.assistants.row import Listed, ListedRow
from desktop_slm.ui.assistants.row_list import RowList
from desktop_slm.ui.assistants.work import KEPT_FOR, AssistantWork, ids
from desktop_slm.ui.core import now
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm
from desktop_slm.ui.widgets.text_dialog import TextDialog

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.ui.assistants.work import ReadFile
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.widgets.menu import Menu


class AssistantsPage(QWidget):
    """Two lists, one shown at a time."""

    chat_requested = Signal(str)  # the key of the assistant to begin with
    prompt_requested = Signal(str)  # a prompt's name, for the box
    back_requested = Signal()
    changed = Signal()  # assistants or prompts are others than before

    def __init__(
        self,
        core: Core,
        parent: QWidget | None = None,
        *,
        read_file: ReadFile | None = None,
        outside: Outside = NOTHING,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._theme = core.theme
        self._outside = outside
        self._assistants: tuple[Assistant, ...] = ()
        self._prompts: tuple[Prompt, ...] = ()
        self._models: tuple[InstalledModel, ...] = ()
        self.header = AssistantsHeader(core.theme)
        self.banner = Banner(core.theme)
        self.list = RowList(core.theme)
        self.work = AssistantWork(core, self, read_file)
        self._erasing = QTimer(self, singleShot=True)
        self._erasing.setInterval(int(KEPT_FOR.total_seconds() * 1000))
        column = spacing.column(core.theme, self, gap=0)
        column.addWidget(self.header)
        around = spacing.column(core.theme, gap=0, margins=(20, 12, 20, 0))
        around.addWidget(self.banner)
        column.addLayout(around)
        column.addWidget(self.list, 1)
        self._connect()

    def focus_first(self) -> None:
        """Puts the focus on the first row, or on what makes one."""
        target = self.list.rows[0].action if self.list.rows else self.header.new_button
        target.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Looks again what there is."""
        super().showEvent(event)
        if not event.spontaneous():
            self.work.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forgets what was said."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._erase()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        header, work = self.header, self.work
        header.back_requested.connect(self.back_requested)
        header.new_requested.connect(self._on_new)
        header.import_requested.connect(self._on_import)
        header.part_changed.connect(lambda part: self._show())
        work.read.connect(self._on_read)
        work.changed.connect(work.look)
        work.changed.connect(self.changed)
        work.file_read.connect(self._on_file_read)
        work.shared.connect(self._on_shared)
        work.failed.connect(self._on_failed)
        self._erasing.timeout.connect(self._erase)
        self._core.data_opened.connect(lambda data: work.look())

    # What is shown

    def _on_read(
        self,
        assistants: tuple[Assistant, ...],
        prompts: tuple[Prompt, ...],
        models: tuple[InstalledModel, ...],
    ) -> None:
        is_first = not self._assistants
        self._models = models
        if (assistants, prompts) != (self._assistants, self._prompts):
            self._assistants, self._prompts = assistants, prompts
            self._show()
        if is_first and self.isVisible():
            self.focus_first()

    def _show(self) -> None:
        self.list.clear()
        if self.header.parts.choice() == PROMPTS:
            self._show_prompts()
        else:
            self._show_assistants()
        self.list.end()

    def _show_assistants(self) -> None:
        own = [each for each in self._assistants if each.own_id is not None]
        shipped = [each for each in self._assistants if each.own_id is None]
        if own:
            self.list.add_heading(self.tr("Yours"))
            for assistant in own:
                self.list.add_row(self._assistant_row(assistant, self._fill_own))
        self.list.add_heading(self.tr("Came with the app"))
        for assistant in shipped:
            self.list.add_row(self._assistant_row(assistant, self._fill_shipped))

    def _show_prompts(self) -> None:
        own = [each for each in self._prompts if each.own_id is not None]
        shipped = [each for each in self._prompts if each.own_id is None]
        words = self.tr("Type / and the name in the box of a chat; nothing is sent by itself.")
        self.list.add_words(words)
        if own:
            self.list.add_heading(self.tr("Yours"))
            for prompt in own:
                self.list.add_row(self._prompt_row(prompt))
        self.list.add_heading(self.tr("Came with the app"))
        for prompt in shipped:
            self.list.add_row(self._prompt_row(prompt))

    def _assistant_row(
        self, assistant: Assistant, fill: Callable[[Assistant, Menu], object]
    ) -> ListedRow:
        listed = Listed(assistant.icon, assistant.name, assistant.about, self.tr("Chat"))
        row = ListedRow(self._theme, listed, partial(fill, assistant))
        row.acted.connect(lambda: self.chat_requested.emit(assistant.key))
        return row

    def _prompt_row(self, prompt: Prompt) -> ListedRow:
        words = plain_text.one_line(prompt.text)
        listed = Listed("square-slash", f"/{prompt.name}", words, self.tr("Use"))
        row = ListedRow(self._theme, listed, partial(self._fill_prompt, prompt))
        row.acted.connect(lambda: self.prompt_requested.emit(prompt.name))
        return row

    def _fill_own(self, assistant: Assistant, menu: Menu) -> None:
        menu.add(self.tr("Edit…"), lambda: self._edit(assistant), icon="pencil")
        self._fill_any(assistant, menu)
        menu.addSeparator()
        menu.add(self.tr("Delete"), lambda: self._delete(assistant), icon="trash-2", token="danger")

    def _fill_shipped(self, assistant: Assistant, menu: Menu) -> None:
        words = self.tr("See what it is told…")
        menu.add(words, lambda: self._see(assistant), icon="eye")
        self._fill_any(assistant, menu)

    def _fill_any(self, assistant: Assistant, menu: Menu) -> None:
        menu.add(self.tr("Duplicate…"), lambda: self._duplicate(assistant), icon="copy")
        menu.add(self.tr("Share as a file…"), lambda: self._share(assistant), icon="upload")

    def _fill_prompt(self, prompt: Prompt, menu: Menu) -> None:
        if prompt.own_id is None:
            menu.add(self.tr("Duplicate…"), lambda: self._edit_prompt(prompt), icon="copy")
            return
        menu.add(self.tr("Edit…"), lambda: self._edit_prompt(prompt), icon="pencil")
        act = partial(self._delete_prompt, prompt)
        menu.add(self.tr("Delete"), act, icon="trash-2", token="danger")

    # Making and changing

    def _on_new(self) -> None:
        if self.header.parts.choice() == PROMPTS:
            self._edit_prompt(Prompt("", ""))
        else:
            self._edit(Assistant())

    def _edit(self, assistant: Assistant) -> None:
        editor = AssistantEditor(
            self._core, assistant, self._models, self._outside, parent=self.window()
        )
        editor.kept.connect(self.work.keep)
        editor.open()

    def _duplicate(self, assistant: Assistant) -> None:
        name = self.tr("{name} (mine)").format(name=assistant.name)
        self._edit(copy_of(assistant, name))

    def _see(self, assistant: Assistant) -> None:
        text = described.everything(assistant, ids(self._models))
        TextDialog(self._theme, assistant.name, text, parent=self.window()).open()

    def _edit_prompt(self, prompt: Prompt) -> None:
        own = (each for each in self._prompts if each.own_id not in (None, prompt.own_id))
        taken = frozenset(each.name for each in own)
        editor = PromptEditor(self._theme, prompt, taken, parent=self.window())
        editor.kept.connect(self.work.keep_prompt)
        editor.open()

    # Deleting

    def _delete(self, assistant: Assistant) -> None:
        self.work.delete(assistant)
        self._offer_undo(assistant.name, lambda: self.work.restore(assistant))

    def _delete_prompt(self, prompt: Prompt) -> None:
        self.work.delete_prompt(prompt)
        self._offer_undo(f"/{prompt.name}", lambda: self.work.restore_prompt(prompt))

    def _offer_undo(self, name: str, restore: Callable[[], object]) -> None:
        def undo() -> None:
            restore()
            self._erasing.stop()
            self.banner.hide()
            self.focus_first()

        words = self.tr("“{name}” was deleted.").format(name=name)
        self.banner.show_message(words, actions=((self.tr("Undo"), undo),))
        self._erasing.start()

    def _erase(self) -> None:
        """Gives the way back up: what was deleted is erased for good."""
        if self._erasing.isActive() or self.banner.isVisibleTo(self):
            self.banner.hide()
        self._erasing.stop()
        self.work.erase_deleted(now())

    # Files

    def _share(self, assistant: Assistant) -> None:
        if not assistant.documents:
            self._choose_place(assistant)
            return
        sentence = self.tr(
            "The file holds the text of the documents that “{name}” always has. "
            "Whoever gets the file can read them."
        )
        question = Question(
            self.tr("Share with its documents?"),
            sentence.format(name=assistant.name),
            self.tr("Share with documents"),
        )
        confirm(self._theme, self, question, lambda: self._choose_place(assistant))

    def _choose_place(self, assistant: Assistant) -> None:
        dialog = QFileDialog(self.window(), self.tr("Share the assistant as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Assistants (*{ending})").format(ending=ENDING)])
        dialog.setDefaultSuffix(ENDING[1:])  # by the dialog, which asks before it overwrites
        dialog.selectFile(_file_name(assistant))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.share_to(assistant, Path(name)))
        dialog.open()

    def share_to(self, assistant: Assistant, path: Path) -> None:
        """Writes an assistant to a file that was chosen."""
        self.work.share(replace(assistant, adapter=""), path)

    def _on_import(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Add an assistant from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Assistants (*.toml)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.work.read_file(Path(name)))
        dialog.open()

    def _on_file_read(self, assistant: Assistant) -> None:
        text = described.everything(assistant, ids(self._models))
        dialog = ImportDialog(self._theme, assistant.name, text, parent=self.window())
        dialog.accepted_by_person.connect(lambda: self.work.keep(assistant))
        dialog.open()

    def _on_shared(self, name: str) -> None:
        self.banner.show_message(self.tr("Saved as “{name}”.").format(name=name))

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.banner.show_message(
            wording.sentence(error), tone="error", details=wording.details(error)
        )


def _file_name(assistant: Assistant) -> str:
    """Returns a name that every file system takes."""
    letters = (each if each.isalnum() or each in " -_" else "-" for each in assistant.name)
    return f"{''.join(letters).strip() or 'assistant'}{ENDING}"
