"""The one idiom for background work: a function and what happens with its outcome.

    operations.run(
        page,                                   # nothing is delivered once this object is gone
        lambda job: chats.answer(prompt, job.report),
        on_success=self._on_answered,
        on_failure=self._on_failed,
        on_progress=self._on_events,            # a list, at most every 16 ms, none lost
    )

The function runs on a thread that only waits (for a child, the database, the disk); callbacks run
on the Qt thread. Storage uses the serial lane: one thread, first come, first served, and finished
before the program ends. Everything else has a thread of its own.
"""

from __future__ import annotations

import logging
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop_slm import logs
from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.errors import DesktopSlmError, Invariant
from desktop_slm.ui.mailbox import Mailbox

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Lane(Enum):
    """Where a function runs."""

    FREE = "a thread of its own"
    STORAGE = "one after another, in order, to the end"


class Job(Cancellation):
    """What the function holds: reports progress and learns that it is no longer wanted."""

    def __init__(self, post: Callable[[Any], None]) -> None:
        super().__init__()
        self._post = post

    def report(self, item: Any) -> None:
        """Hands an item to `on_progress`; cheap, and callable from any thread."""
        self._post(item)


class Operation(Generic[T]):
    """One piece of work under way; made by `Operations.run`."""

    def __init__(
        self,
        context: QObject,
        function: Callable[[Job], T],
        callbacks: _Callbacks[T],
        mailbox: Mailbox,
    ) -> None:
        self.job = Job(self._on_reported)
        self._context = context
        self._function = function
        self._callbacks: _Callbacks[T] | None = callbacks
        self._mailbox = mailbox
        self._items: deque[Any] = deque()
        self._outcome: Callable[[], object] | None = None
        self._worked = threading.Event()

    @property
    def is_finished(self) -> bool:
        """Whether the outcome was delivered, or never will be."""
        return self._callbacks is None

    def cancel(self) -> None:
        """Asks the function to stop; what it still returns or raises is delivered as usual.

        A function that raises Cancelled ends in `on_cancelled`; one that has not begun is not run.
        """
        self.job.cancel()

    def drop(self) -> None:
        """Cancels, and delivers nothing more."""
        self._callbacks = None
        self.job.cancel()

    def wait(self, timeout_s: float) -> bool:
        """Waits until the function has returned; its outcome may still have to be delivered."""
        return self._worked.wait(timeout_s)

    def work(self) -> None:
        """Runs the function on this thread; every exception becomes an outcome."""
        try:
            self._work()
        finally:
            self._worked.set()

    def _work(self) -> None:
        callbacks = self._callbacks
        if callbacks is None:
            return
        try:
            self.job.check()
            result = self._function(self.job)
            self._outcome = lambda: callbacks.success(result)
        except Cancelled:
            self._outcome = callbacks.cancelled
        except DesktopSlmError as error:
            self._outcome = _failed(callbacks, error)
        except BaseException as defect:  # a thread's edge: nothing may vanish here
            _log.exception("background work failed with %s", type(defect).__name__)
            details = logs.PrivateFormatter().formatException(sys.exc_info())
            self._outcome = _failed(callbacks, Invariant(details=details))
        self._mailbox.post(self)

    def deliver(self) -> None:
        """Calls back with what has come, on the Qt thread; progress always before the outcome."""
        outcome = self._outcome  # read first: items posted before it are then all in the queue
        items = [self._items.popleft() for _ in range(len(self._items))]
        if self._callbacks is not None and not isValid(self._context):
            self._callbacks = None
        if items and self._callbacks is not None:
            self._callbacks.progress(items)
        if outcome is not None and self._callbacks is not None and isValid(self._context):
            self._callbacks = None
            outcome()

    def _on_reported(self, item: Any) -> None:
        self._items.append(item)
        self._mailbox.post(self)


class _Callbacks(Generic[T]):
    """The three ways out and the way along."""

    def __init__(
        self,
        success: Callable[[T], object],
        failure: Callable[[DesktopSlmError], object],
        progress: Callable[[list[Any]], object] | None,
        cancelled: Callable[[], object] | None,
    ) -> None:
        self.success = success
        self.failure = failure
        self.progress = progress or (lambda items: None)
        self.cancelled = cancelled or (lambda: None)


class Operations(QObject):
    """Starts work and delivers its outcomes; made once, on the Qt thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = Mailbox(self)
        self._storage = _SerialLane("storage")
        self._free: set[Operation[Any]] = set()

    def run(
        self,
        context: QObject,
        function: Callable[[Job], T],
        *,
        on_success: Callable[[T], object],
        on_failure: Callable[[DesktopSlmError], object],
        on_progress: Callable[[list[Any]], object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
        lane: Lane = Lane.FREE,
    ) -> Operation[T]:
        """Runs `function(job)` in the background and calls back on this, the Qt, thread."""
        callbacks = _Callbacks(on_success, on_failure, on_progress, on_cancelled)
        operation = Operation(context, function, callbacks, self._mailbox)
        if lane is Lane.STORAGE:
            self._storage.put(operation.work)
            return operation
        self._free = {other for other in self._free if not other.wait(0)} | {operation}
        threading.Thread(target=operation.work, name="free lane", daemon=True).start()
        return operation

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Delivers nothing more, cancels the free lanes and waits until they have ended.

        An answer that is stopped stores what there is of it on its own thread.
        """
        self._mailbox.close()
        deadline = time.monotonic() + timeout_s
        for operation in self._free:
            operation.job.cancel()
        ended = [operation.wait(max(deadline - time.monotonic(), 0)) for operation in self._free]
        return all(ended)

    def shut_down(self, timeout_s: float = 5.0) -> bool:
        """Cancels the free lanes and finishes the storage lane.

        Returns whether everything in the storage lane was done within `timeout_s`.
        """
        self.stop(0)
        return self._storage.finish(timeout_s)


class _SerialLane:
    """One thread that works through functions in order; started at the first."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._functions: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, function: Callable[[], None]) -> None:
        """Adds a function to the end."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._functions.put(function)

    def finish(self, timeout_s: float) -> bool:
        """Waits until everything added so far is done; nothing may be added any more."""
        if self._thread is None:
            return True
        self._functions.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (function := self._functions.get()) is not None:
            function()


def _failed(callbacks: _Callbacks[Any], error: DesktopSlmError) -> Callable[[], object]:
    # Shown errors live long, and a traceback holds all that the work held: a child, a document.
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return lambda: callbacks.failure(error)
