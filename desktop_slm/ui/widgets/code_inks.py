"""Gives lines of code their colours, as they come from the typesetting child.

While code streams in, finished lines are coloured a few at a time, each time going on from where
the last stopped; at the end once more as a whole, for what only the whole tells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from desktop_slm.typesetting.drawing import Code, Coloured, Ink, Run
from desktop_slm.ui.theme import Theme

_TOKENS = {
    Ink.KEYWORD: "accent",
    Ink.STRING: "good",
    Ink.COMMENT: "muted",
    Ink.NUMBER: "warning",
    Ink.ADDED: "good",
    Ink.REMOVED: "danger",
}
_WAIT_MS = 200
_MOST_LINES = 400  # asked for at once while more is coming
_LINES_A_TURN = 60
_LARGEST_WHOLE = 60_000  # characters
_LONGEST_LINE = 2000  # a longer one stands in several blocks, without colours


class CodeInks(QObject):
    """Colours the lines of one document; `block_of` returns the block that a line begins."""

    def __init__(
        self, theme: Theme, document: QTextDocument, block_of: Callable[[int], QTextBlock]
    ) -> None:
        super().__init__(document)
        self._theme = theme
        self._document = document
        self._block_of = block_of
        self._language = ""
        self._lines: Sequence[str] = ()
        self._is_complete = False
        self._is_whole = False  # whether all lines were coloured as one
        self._state: tuple[str, ...] = ()
        self._asked = 0  # lines that were asked for
        self._shown: list[tuple[Run, ...]] = []
        self._due: list[tuple[int, tuple[Run, ...]]] = []
        self._is_waiting = False
        self._formats: dict[Ink, QTextCharFormat] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_due)

    def show(self, language: str, lines: Sequence[str], *, is_complete: bool) -> None:
        """Takes the lines, of which the last may still grow where it is not complete."""
        if not language or self._theme.typeset is None:
            return
        self._language, self._lines, self._is_complete = language, lines, is_complete
        if not self._is_waiting and not self._timer.isActive() and self._has_more():
            self._timer.start(0 if is_complete or not self._asked else _WAIT_MS)

    def begin_again(self) -> None:
        """Colours everything anew: the document was written anew, or the theme is another one."""
        known, self._shown, self._formats = self._shown, [], {}
        self._due = [(number, runs) for number, runs in enumerate(known) if runs]
        if self._due:
            self._timer.start(0)

    def _has_more(self) -> bool:
        if self._can_be_whole():
            return not self._is_whole
        return self._asked < self._end()

    def _can_be_whole(self) -> bool:
        return self._is_complete and sum(map(len, self._lines)) <= _LARGEST_WHOLE

    def _end(self) -> int:
        """Returns how many lines will not change any more."""
        return len(self._lines) if self._is_complete else len(self._lines) - 1

    def _on_due(self) -> None:
        if self._due:
            some, self._due = self._due[:_LINES_A_TURN], self._due[_LINES_A_TURN:]
            self._paint(some)
        if self._due:
            self._timer.start(0)
        elif not self._is_waiting and self._has_more():
            self._ask()

    def _ask(self) -> None:
        typeset = self._theme.typeset
        if typeset is None:
            return
        first, last, state = self._asked, self._asked + _MOST_LINES, self._state
        if self._can_be_whole():
            first, last, state = 0, len(self._lines), ()
            self._is_whole = True
        last = min(last, self._end())
        self._asked, self._is_waiting = last, True
        code = Code(self._language, tuple(self._lines[first:last]), state)
        typeset.colour(self, code, lambda found: self._take(first, found))

    def _take(self, first: int, found: Coloured) -> None:
        self._is_waiting = False
        self._state = found.state
        self._due += [
            (number, runs)
            for number, runs in enumerate(found.lines, first)
            if number >= len(self._shown) or self._shown[number] != runs
        ]
        if self._due or self._has_more():
            self._timer.start(0 if self._due else _WAIT_MS)

    def _paint(self, some: Sequence[tuple[int, tuple[Run, ...]]]) -> None:
        first = last = 0
        for number, runs in some:
            while len(self._shown) <= number:
                self._shown.append(())
            self._shown[number] = runs
            block = self._block_of(number)
            if not block.isValid() or block.length() > _LONGEST_LINE:
                continue
            block.layout().setFormats([self._range(run) for run in runs])
            first = first or block.position() + 1
            last = block.position() + block.length()
        if first:
            self._document.markContentsDirty(first - 1, last - first + 1)

    def _range(self, run: Run) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = run.start, run.length
        made.format = self._format(run.ink)
        return made

    def _format(self, ink: Ink) -> QTextCharFormat:
        if ink not in self._formats:
            made = QTextCharFormat()
            if ink is Ink.NAME:
                made.setFontWeight(QFont.Weight.DemiBold)
            else:
                made.setForeground(self._theme.color(_TOKENS[ink]))
            self._formats[ink] = made
        return self._formats[ink]
