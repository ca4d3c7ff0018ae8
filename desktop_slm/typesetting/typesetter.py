"""The typesetting child seen from its parent: formulas to drawings, code to colours.

It gives up on whatever takes too long, and never raises: a formula without a drawing is shown as
its source, code without colours is code.
"""

from __future__ import annotations

import re
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from desktop_slm.errors import DesktopSlmError
from desktop_slm.typesetting.drawing import Code, Coloured, Drawing, Formula
from desktop_slm.workers.channel import Message
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

LONGEST_FORMULA = 1000
LONGEST_CODE = 200_000
TIME_LIMIT_S = 2.0
# A fraction in a fraction takes four times as long: ten of them are a million.
_DEEPEST = 8
_MOST_ENDS, _ENDS_WITHIN_S = 4, 60.0
_REFUSED = re.compile(
    r"\\(?:[egx]?def|let|newcommand|renewcommand|providecommand|newenvironment|input|include"
    r"|includegraphics|href|url|usepackage|require|csname|write|openin|openout|catcode|loop)\b"
)
_ESCAPED = re.compile(r"\\[^a-zA-Z]")
_NESTING = re.compile(r"(\{|\\left\b|\\begin\b)|\}|\\right\b|\\end\b")


class Typesetter:
    """One child, started when first asked and again when it had to go. Blocks; any thread."""

    def __init__(
        self,
        start_worker: Callable[[], Worker] = lambda: Worker("typesetting"),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._start_worker = start_worker
        self._clock = clock
        self._worker: Worker | None = None
        self._lock = threading.Lock()
        self._ends: deque[float] = deque(maxlen=_MOST_ENDS)

    def draw(self, formula: Formula) -> Drawing | None:
        """Returns a formula's drawing, None where it has none."""
        if not may_be_drawn(formula):
            return None
        reply = self._ask("draw", latex=formula.latex, is_display=formula.is_display)
        found = reply.fields["drawing"] if reply is not None else None
        return Drawing.from_wire(found) if found is not None else None

    def colour(self, code: Code) -> Coloured | None:
        """Returns the runs of each line, None where there are none to be had."""
        if sum(map(len, code.lines)) > LONGEST_CODE:
            return None
        fields = {"language": code.language, "lines": code.lines, "state": code.state}
        reply = self._ask("colour", **fields)
        return Coloured.from_wire(reply.fields) if reply is not None else None

    def close(self) -> None:
        """Ends the child."""
        with self._lock:
            self._end()

    def _ask(self, job: str, **fields: Any) -> Message | None:
        with self._lock:
            if self._is_tired():
                return None
            try:
                if self._worker is None:
                    self._worker = self._start_worker()
                    self._worker.start()
                return self._worker.request(job, **fields).result(TIME_LIMIT_S)
            except (WorkerEnded, WorkerSilent):
                self._ends.append(self._clock())
                self._end()
            except DesktopSlmError:
                pass  # it lives; this one thing was beyond it
            return None

    def _is_tired(self) -> bool:
        """Whether the child had to go so often lately that somebody is playing with it."""
        return len(self._ends) == _MOST_ENDS and self._clock() - self._ends[0] < _ENDS_WITHIN_S

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.stop(grace_s=0)
            self._worker = None


def may_be_drawn(formula: Formula) -> bool:
    """Whether a formula is short, not nested deeply, and defines or loads nothing."""
    latex = formula.latex
    if len(latex) > LONGEST_FORMULA or _REFUSED.search(latex):
        return False
    depth = deepest = 0
    for found in _NESTING.finditer(_ESCAPED.sub("", latex)):
        depth += 1 if found[1] else -1
        deepest = max(deepest, depth)
    return deepest <= _DEEPEST and depth == 0
