"""The sections of a message one under the other: which blocks stand in which, and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.blocks import Block, Shape
from desktop_slm.ui.widgets.prose_text import ProseText
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.section import Kind, Section, kind_of

if TYPE_CHECKING:
    from desktop_slm.ui.widgets.code_block import CodeBlock
    from desktop_slm.ui.widgets.table_text import TableText

_GAP_PX = 12
_MOST_SECTIONS = 300  # past them code and tables are plain lines in the prose


@dataclass(slots=True)
class _Group:
    """Neighbouring blocks that one section shows."""

    kind: Kind
    section: Section
    finished: list[Block] = field(default_factory=list)
    tail: list[Block] = field(default_factory=list)
    height: int = 0

    def takes(self, kind: Kind) -> bool:
        """Whether a block of that kind can stand here: prose joins prose, others stand alone."""
        return self.kind is kind and (kind is Kind.PROSE or not (self.finished or self.tail))


class SectionColumn:
    """Groups blocks, makes and drops the sections, and places them inside `parent`."""

    def __init__(
        self, theme: Theme, parent: QWidget, on_section_made: Callable[[SafeText], None]
    ) -> None:
        self._theme = theme
        self._parent = parent
        self._on_section_made = on_section_made
        self._groups: list[_Group] = []
        self._taken = 0  # finished blocks that are in groups

    def texts(self) -> list[SafeText]:
        """Returns the text of every section, in order."""
        return [group.section.text for group in self._groups]

    def show_blocks(self, finished: Sequence[Block], tail: Sequence[Block]) -> int:
        """Shows what is new and the tail; returns the index of the first section that changed."""
        first = self._take_tail_out()
        for block in finished[self._taken :]:
            self._add(block, is_finished=True)
        self._taken = len(finished)
        for block in tail:
            self._add(block, is_finished=False)
        self._drop_empty(first)
        for group in self._groups[first:]:
            group.section.show_blocks(group.finished, group.tail)
        return first

    def count_widgets(self, blocks: Sequence[Block]) -> int:
        """Returns how many of the blocks need a widget of their own."""
        return sum(kind_of(block.shape) is not Kind.PROSE for block in blocks)

    def set_streaming(self, streaming: bool) -> None:
        """Lets the last section show that more is coming."""
        for group in self._groups[-3:]:
            group.section.set_streaming(streaming and group is self._groups[-1])

    def lay_out(self, width: int, first: int) -> int:
        """Places the sections from `first` on for a width and returns the height of all.

        Prose keeps to the measure of the design; code and tables take all the width.
        """
        gap = self._theme.px(_GAP_PX)
        top = sum(group.height + gap for group in self._groups[:first])
        for group in self._groups[first:]:
            room = min(width, self._theme.prose_width()) if group.kind is Kind.PROSE else width
            group.height = group.section.lay_out(room)
            group.section.widget().setGeometry(self._left(room, width), top, room, group.height)
            top += group.height + gap
        return max(top - gap, 0)

    def _left(self, room: int, width: int) -> int:
        is_mirrored = self._parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return width - room if is_mirrored else 0

    def restyle(self) -> None:
        """Has every section written again."""
        for group in self._groups:
            group.section.restyle()

    def clear(self) -> None:
        """Drops everything."""
        for group in self._groups:
            _drop(group)
        self._groups.clear()
        self._taken = 0

    def _take_tail_out(self) -> int:
        """Takes the tail's blocks out; returns the index of the first section that had any."""
        first = max(len(self._groups) - 1, 0)
        for at, group in enumerate(self._groups):
            if group.tail:
                group.tail = []
                first = min(first, at)
        return first

    def _add(self, block: Block, *, is_finished: bool) -> None:
        if block.shape is Shape.BLANK:
            return
        kind = kind_of(block.shape) if len(self._groups) < _MOST_SECTIONS else Kind.PROSE
        while self._groups and not (self._groups[-1].finished or self._groups[-1].tail):
            if self._groups[-1].kind is kind:
                break
            _drop(self._groups.pop())  # what seemed to be a paragraph is a table's head
        if not self._groups or not self._groups[-1].takes(kind):
            self._groups.append(_Group(kind, self._made(kind)))
        (self._groups[-1].finished if is_finished else self._groups[-1].tail).append(block)

    def _drop_empty(self, first: int) -> None:
        kept = [group for group in self._groups[first:] if group.finished or group.tail]
        for group in self._groups[first:]:
            if group not in kept:
                _drop(group)
        self._groups[first:] = kept

    def _made(self, kind: Kind) -> Section:
        section = _maker(kind)(self._theme, parent=self._parent)
        self._on_section_made(section.text)
        section.widget().show()
        return section


def _maker(kind: Kind) -> type[ProseText | CodeBlock | TableText]:
    if kind is Kind.PROSE:
        return ProseText
    if kind is Kind.CODE:
        from desktop_slm.ui.widgets.code_block import CodeBlock

        return CodeBlock
    from desktop_slm.ui.widgets.table_text import TableText

    return TableText


def _drop(group: _Group) -> None:
    group.section.widget().hide()
    group.section.widget().deleteLater()
