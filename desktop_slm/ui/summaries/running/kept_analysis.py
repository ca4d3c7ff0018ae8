"""An analysis child that is kept for questions: started by the first, ended from any thread.

Knows nothing of Qt: it outlives the widget that ends it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.errors import AnalysisFailed

if TYPE_CHECKING:
    from desktop_slm.assistants.analysis_worker import AnalysisWorker

_A = TypeVar("_A", bound="AnalysisWorker")
_T = TypeVar("_T")


class KeptAnalysis(Generic[_A]):
    """Its questions wait in line, on threads that only wait."""

    def __init__(self, make: Callable[[], _A]) -> None:
        """`make` returns an analysis whose child is not started yet; any thread may call it."""
        self._make = make
        self._lock = threading.Lock()
        self._analysis: _A | None = None
        self._is_ended = False

    def ask(self, question: Callable[[_A], _T]) -> _T:
        """Returns the answer. Raises AnalysisFailed, and Cancelled once the child was ended."""
        with self._lock:
            if self._is_ended:
                raise Cancelled
            if self._analysis is None:
                self._analysis = self._make()
            try:
                return question(self._analysis)
            except AnalysisFailed:
                self._analysis.close()
                self._analysis = None
                if self._is_ended:
                    raise Cancelled from None
                raise

    def end(self) -> None:
        """Ends the child, with a question under way; returns at once."""
        self._is_ended = True
        analysis = self._analysis
        if analysis is not None:
            threading.Thread(target=analysis.close, name="analysis end", daemon=True).start()


class KeptPlace(Generic[_A]):
    """Where the one child is."""

    def __init__(self) -> None:
        self.child: KeptAnalysis[_A] | None = None

    def take(self, make: Callable[[], _A]) -> None:
        """Makes room for another child."""
        self.clear()
        self.child = KeptAnalysis(make)

    def clear(self) -> None:
        """Ends the child."""
        if self.child is not None:
            self.child.end()
        self.child = None
