"""Formulas and coloured code for the window: asked for here, made in a child, kept for next time.

Nothing is waited for: a formula that has no drawing yet is shown as its source, and `drawn` says
when there is more. Qt thread only.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_slm.typesetting.drawing import Code, Coloured, Drawing, Formula

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.operations import Job, Operations

_MOST_KEPT = 2000
_MOST_AT_ONCE = 8
_MOST_WAITING = 4000


class Typesetter(Protocol):
    """What makes drawings and colours, and blocks meanwhile."""

    def draw(self, formula: Formula) -> Drawing | None:
        """Returns a formula's drawing, None where it has none."""

    def colour(self, code: Code) -> Coloured | None:
        """Returns the runs of each line."""

    def close(self) -> None:
        """Ends what it has started."""


class Typeset(QObject):
    """Knows what was drawn, and has the rest drawn in the background, in order."""

    drawn = Signal()

    def __init__(
        self, operations: Operations, make: Callable[[], Typesetter], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._make = make
        self._typesetter: Typesetter | None = None
        self._known: dict[Formula, Drawing | None] = {}
        self._waiting: deque[Formula] = deque()
        self._is_drawing = False

    def drawing(self, formula: Formula) -> Drawing | None:
        """Returns the drawing of a formula; where it is not there yet, it is asked for."""
        if formula in self._known:
            return self._known[formula]
        if formula not in self._waiting and len(self._waiting) < _MOST_WAITING:
            self._waiting.append(formula)
            self._draw_next()
        return None

    def is_known(self, formula: Formula) -> bool:
        """Whether it is settled if, and how, a formula can be drawn."""
        return formula in self._known

    def colour(self, context: QObject, code: Code, on_done: Callable[[Coloured], object]) -> None:
        """Has lines coloured; calls back where that could be done and `context` is still there."""
        typesetter = self._made()

        def taken(found: Coloured | None) -> None:
            on_done(found if found is not None else Coloured(((),) * len(code.lines)))

        self._operations.run(
            context, lambda job: typesetter.colour(code), on_success=taken, on_failure=_nothing
        )

    def close(self) -> None:
        """Ends the child."""
        if self._typesetter is not None:
            self._typesetter.close()

    def _made(self) -> Typesetter:
        if self._typesetter is None:
            self._typesetter = self._make()
        return self._typesetter

    def _draw_next(self) -> None:
        if self._is_drawing or not self._waiting:
            return
        self._is_drawing = True
        some = list(self._waiting)[:_MOST_AT_ONCE]
        typesetter = self._made()

        def draw(job: Job) -> list[Drawing | None]:
            drawings: list[Drawing | None] = []
            for formula in some:
                job.check()
                drawings.append(typesetter.draw(formula))
            return drawings

        def taken(drawings: list[Drawing | None]) -> None:
            self._take(dict(zip(some, drawings, strict=True)))

        self._operations.run(
            self, draw, on_success=taken, on_failure=lambda error: self._take(dict.fromkeys(some))
        )

    def _take(self, found: dict[Formula, Drawing | None]) -> None:
        self._is_drawing = False
        for formula in found:
            if self._waiting and self._waiting[0] == formula:
                self._waiting.popleft()
        self._known.update(found)
        while len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self.drawn.emit()
        self._draw_next()


def _nothing(error: DesktopSlmError) -> None:
    """Code without colours is still code."""
