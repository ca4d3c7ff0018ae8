"""Puts what was found for an answer's sentences into its text: chips behind them, and marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from shiboken6 import isValid

from desktop_slm.assistants.evidence import Support
from desktop_slm.ui.widgets import chip_room
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.evidence_words import lacking_words
from desktop_slm.ui.widgets.sentence_places import Letters, Place

if TYPE_CHECKING:
    from desktop_slm.assistants.summaries.summary import Item
    from desktop_slm.ui.theme import Theme
    from desktop_slm.ui.widgets.message_body import MessageBody
    from desktop_slm.ui.widgets.safe_text import SafeText

_GAP_PX = 4
_ROOM_PX = 12  # lower than a line of text, which it must not make higher


@dataclass(frozen=True, slots=True)
class ChipWords:
    """A chip: its words, what is read out, and which evidence of which sentence it leads to."""

    words: str
    name: str
    item: int
    evidence: int


class EvidenceMarks(QObject):
    """Marks the texts of one body; written anew whenever those are."""

    source_requested = Signal(int, int)  # the number of a sentence, of its evidence

    def __init__(self, theme: Theme, body: MessageBody) -> None:
        super().__init__(body)
        self._theme = theme
        self._body = body
        self._items: Sequence[Item] = ()
        self._chips: Sequence[ChipWords] = ()
        self._made: list[tuple[SafeText, int, Chip]] = []  # with the position of its room
        self._marked: list[SafeText] = []
        self._is_marking = False
        body.height_changed.connect(self._on_height_changed)
        theme.changed.connect(self._mark)

    def show(self, items: Sequence[Item], chips: Sequence[ChipWords]) -> None:
        """Marks these sentences from here on; the body has to show its text unmarked."""
        self._items, self._chips = items, chips
        self._mark()

    def end(self) -> None:
        """Marks nothing any more: the text goes on."""
        self._body.height_changed.disconnect(self._on_height_changed)
        self._theme.changed.disconnect(self._mark)
        self._drop_chips()
        self.deleteLater()

    def _drop_chips(self) -> None:
        for _, _, chip in self._made:
            if isValid(chip):  # else it went with its text
                chip.hide()
                chip.deleteLater()
        self._made.clear()

    def chips(self) -> list[Chip]:
        """Returns the chips that are there, in order."""
        return [chip for _, _, chip in self._made]

    def _on_height_changed(self) -> None:
        if self._is_marking:
            return
        if self._body.texts() != self._marked and not self._body.is_busy:
            self._mark()
        else:
            self._place()

    def _mark(self) -> None:
        if self._body.is_busy or self._is_marking:
            return  # its slices end in another height
        self._is_marking = True
        self._drop_chips()
        self._marked = self._body.texts()
        left = list(enumerate(self._items))
        for text in self._marked:
            left = self._mark_text(text, left)
        self._body.lay_out()
        self._is_marking = False
        self._place()

    def _mark_text(self, text: SafeText, items: list[tuple[int, Item]]) -> list[tuple[int, Item]]:
        """Marks the sentences that stand in a text, and returns the others."""
        letters, left = Letters(text.document()), []
        places: list[tuple[int, Item, Place]] = []
        for number, item in items:
            place = letters.find(item.text)
            if place is None:
                left.append((number, item))
            else:
                places.append((number, item, place))
        if places and text.document().documentLayout().handlerForObject(chip_room.KIND) is None:
            room = chip_room.ChipRoom(text.document())
            text.document().documentLayout().registerHandler(chip_room.KIND, room)
        for number, item, place in reversed(places):
            self._mark_sentence(text, number, item, place)
        self._made.sort(key=lambda made: made[1] if made[0] is text else -1)
        text.viewport().installEventFilter(self)
        return left

    def _mark_sentence(self, text: SafeText, number: int, item: Item, place: Place) -> None:
        cursor = QTextCursor(text.document())
        if item.support is Support.NONE:
            ground = QTextCharFormat()
            ground.setBackground(self._theme.color("soft_warning"))
            _select(cursor, place.start, place.end)
            cursor.mergeCharFormat(ground)
        if item.support is not Support.FULL:
            self._underline(text, item, place)
        cursor.setPosition(place.end)
        for words in (each for each in self._chips if each.item == number):
            self._insert(text, cursor, words)

    def _underline(self, text: SafeText, item: Item, place: Place) -> None:
        """Underlines the words that the documents do not contain."""
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(self._theme.color("warning"))
        for word in filter(None, lacking_words(item)):
            found = text.document().find(word, place.start)
            if not found.isNull() and found.selectionEnd() <= place.end:
                found.mergeCharFormat(wave)

    def _insert(self, text: SafeText, cursor: QTextCursor, words: ChipWords) -> None:
        chip = Chip(self._theme, words.words, words.name, parent=text.viewport())
        chip.clicked.connect(lambda: self.source_requested.emit(words.item, words.evidence))
        width = chip.sizeHint().width() + self._theme.px(_GAP_PX)
        at = cursor.position()
        chip_room.insert(cursor, width, self._theme.px(_ROOM_PX), f" [{words.words}]")
        moved = cursor.position() - at
        self._made = [
            (each, place + moved if each is text and place >= at else place, other)
            for each, place, other in self._made
        ]
        self._made.append((text, at, chip))
        chip.show()

    def _place(self) -> None:
        gap = self._theme.px(_GAP_PX)
        for text, position, chip in self._made:
            if not isValid(chip):
                continue
            cursor = QTextCursor(text.document())
            cursor.setPosition(position)
            before = text.cursorRect(cursor)
            cursor.setPosition(position + 1)
            behind = text.cursorRect(cursor)
            size = chip.sizeHint()
            is_mirrored = behind.left() < before.left() and behind.top() == before.top()
            left = behind.left() if is_mirrored else behind.left() - size.width()
            chip.setGeometry(
                max(left, 0 if is_mirrored else gap),
                behind.center().y() - size.height() // 2,
                size.width(),
                size.height(),
            )

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Follows the text to another width."""
        if event.type() is QEvent.Type.Resize and not self._is_marking:
            self._place()
        return False


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
