"""A person's work on the shown sentences: shown at once, stored at once, looked for again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.summaries import editing
from desktop_slm.assistants.summaries.editing import Edit, Insert, Move, Remove, Replace
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.summaries.sentences.sentence_acts import Act
from desktop_slm.ui.summaries.sentences.sentence_list import SentenceList
from desktop_slm.ui.summaries.sentences.undo_banner import UndoBanner
from desktop_slm.ui.summaries.work import Work

OnFound = Callable[[Item], None]
LookAgain = Callable[[Work, Form, Item, OnFound], None]


class SentenceEditing(QObject):
    """Edits one work at a time; what was done can be undone until another one is shown."""

    work_changed = Signal(object)  # Work
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, look_again: LookAgain, parent: QObject | None = None) -> None:
        """`look_again` searches the document for an item in the background."""
        super().__init__(parent)
        self._core = core
        self._look_again = look_again
        self._work: Work | None = None
        self._version_id: int | None = None
        self._undo: list[Edit] = []
        self._sentences: SentenceList | None = None
        self._banner: UndoBanner | None = None

    def serve(self, sentences: SentenceList, banner: UndoBanner) -> None:
        """Does what is asked of these sentences; the banner offers to take it back."""
        self._sentences, self._banner = sentences, banner
        sentences.act_requested.connect(self.act)
        sentences.reworded.connect(self.reword)
        sentences.written.connect(self.write)
        sentences.moved.connect(self.move)
        banner.undo_requested.connect(self.undo)

    def take(self, work: Work) -> None:
        """Works on the sentences of this work from here on."""
        if work is self._work and work.version_id == self._version_id:
            return
        self._work, self._version_id = work, work.version_id
        self._undo.clear()
        if self._banner is not None:
            self._banner.hide()
        self._look_for_the_rest(work)

    # What a person asks for

    def act(self, number: int, act: Act) -> None:
        """Does what was asked of an item."""
        work = self._work
        if work is None or not work.can_be_edited or number >= len(work.items):
            return
        item = work.items[number]
        if act is Act.TICK:
            self._do(Replace(number, editing.ticked(item, is_checked=not item.is_checked)))
        elif act is Act.KEEP:
            self._do(Replace(number, editing.ticked(item, is_checked=True)))
        elif act is Act.REMOVE:
            self._do(Remove(number))
            if self._banner is not None:
                self._banner.say_removed()
        elif act in (Act.UP, Act.DOWN):
            self._move(number, number + (1 if act is Act.DOWN else -1))
        elif act is Act.NEXT:
            following = editing.next_unchecked(work.items, number)
            if following is not None:
                self._go_to(following)

    def reword(self, number: int, text: str) -> None:
        """Puts other words in the place of an item's."""
        work = self._work
        if work is not None and work.can_be_edited and number < len(work.items):
            item = editing.reworded(work.items[number], text)
            self._do(Replace(number, item))
            self._look(work, item)

    def move(self, number: int, to: int) -> None:
        """Puts an item in another place, as the mouse does."""
        if self._work is not None and self._work.can_be_edited:
            self._move(number, to)
            if self._banner is not None:
                self._banner.say_moved()

    def write(self, number: int, text: str) -> None:
        """Adds a sentence with this number."""
        work = self._work
        if work is not None and work.can_be_edited:
            item = editing.written(text)
            self._do(Insert(min(number, len(work.items)), item))
            self._look(work, item)

    def undo(self) -> None:
        """Takes the last change back."""
        if self._work is not None and self._work.can_be_edited and self._undo:
            self._apply(self._work, self._undo.pop())
            if self._banner is not None and self._sentences is not None:
                self._banner.hide()
                self._sentences.focus_row()

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._undo)

    # Doing it

    def _go_to(self, number: int) -> None:
        """Takes the keyboard to an item."""
        if self._sentences is not None:
            self._sentences.focus_row(number)

    def _move(self, number: int, to: int) -> None:
        if self._work is not None and 0 <= to < len(self._work.items):
            self._do(Move(number, to))
            self._go_to(to)

    def _do(self, edit: Edit) -> None:
        assert self._work is not None
        if self._banner is not None:
            self._banner.hide()  # what it speaks of is no longer the last change
        self._undo.append(edit.undoing(self._work.items))
        self._apply(self._work, edit)

    def _apply(self, work: Work, edit: Edit) -> None:
        """Shows an edit and has it stored; the storage lane keeps the order."""
        data, version_id = self._core.data, work.version_id
        if data is None or version_id is None:
            return
        work.items = edit.applied(work.items)
        self._core.operations.run(
            self,
            lambda _job: data.records.edit(version_id, edit),
            on_success=lambda _nothing: None,
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )
        self.work_changed.emit(work)

    # Looking again

    def _look_for_the_rest(self, work: Work) -> None:
        """Looks for what the program ended before it was looked for."""
        if work.can_be_edited:
            for item in work.items:
                if not item.is_looked_for:
                    self._look(work, item)

    def _look(self, work: Work, item: Item) -> None:
        version_id = work.version_id

        def on_found(found: Item) -> None:
            if work.version_id != version_id or not work.can_be_edited:
                return
            for number, now in enumerate(work.items):
                if now.text == item.text and not now.is_looked_for:
                    self._apply(work, Replace(number, _with_tick(found, now)))

        self._look_again(work, work.wishes.form, item, on_found)


def _with_tick(found: Item, now: Item) -> Item:
    return editing.ticked(found, is_checked=now.is_checked)
