"""Asks the search while a person types: a little later, in the background, the newest alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_slm.ui.operations import Lane, Operation

if TYPE_CHECKING:
    from desktop_slm.storage.finding.search import Found
    from desktop_slm.ui.core import Core, Data

_WAIT_MS = 120  # shorter than a pause, longer than the way from key to key


class Finder(QObject):
    """Answers the last question with `found`; answers to earlier ones are dropped."""

    found = Signal(object, str)  # Found, what was asked

    def __init__(self, core: Core, parent: QObject, *, limit: int = 30) -> None:
        super().__init__(parent)
        self._core = core
        self._limit = limit
        self._wanted = ""
        self._operation: Operation[Found] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._ask)

    def ask(self, typed: str) -> None:
        """Looks for what was typed, as soon as the person pauses."""
        self.forget()
        self._wanted = typed
        if typed.strip():
            self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._timer.isActive() or self._operation is not None

    def ask_at_once(self) -> None:
        """Does not wait for a pause any longer."""
        if self._timer.isActive():
            self._timer.stop()
            self._ask()

    def ask_again(self) -> None:
        """Asks the same: there is more to be found now."""
        if self._wanted.strip() and self._operation is None:
            self._ask()

    def forget(self) -> None:
        """Wants no answer any more."""
        self._wanted = ""
        self._timer.stop()
        if self._operation is not None:
            self._operation.drop()
            self._operation = None

    def _ask(self) -> None:
        data, typed = self._core.data, self._wanted
        if data is None:
            return
        self._operation = self._core.operations.run(
            self,
            lambda job: _find(data, typed, self._limit),
            on_success=lambda found: self._on_found(found, typed),
            on_failure=self._core.report,
            lane=Lane.STORAGE,
        )

    def _on_found(self, found: Found, typed: str) -> None:
        self._operation = None
        self.found.emit(found, typed)


def _find(data: Data, typed: str, limit: int) -> Found:
    return data.search.find(typed, limit)
