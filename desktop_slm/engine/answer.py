"""One answer as the parent sees it: events that come in as the child makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop_slm.engine import wire
from desktop_slm.engine.protocol import Event, Finished
from desktop_slm.errors import Invariant
from desktop_slm.workers.channel import Message


class Answer:
    """The events of one answer, in order; iteration ends after `Finished`.

    Raises while iterating: EngineStopped, EngineHung, or the error that the engine answered.
    """

    def __init__(
        self,
        next_message: Callable[[], Message],
        cancel: Callable[[], None],
        on_finished: Callable[[], None],
    ) -> None:
        self._next_message = next_message
        self._cancel = cancel
        self._on_finished = on_finished

    def cancel(self) -> None:
        """Asks for the end; `Finished` with the text so far still comes. Any thread may call."""
        self._cancel()

    def __iter__(self) -> Iterator[Event]:
        while True:
            event = wire.parse(self._next_message().fields)
            if isinstance(event, Finished):
                self._on_finished()
            yield event
            if isinstance(event, Finished):
                return

    def result(self) -> Finished:
        """Waits for the end and returns it."""
        for event in self:
            if isinstance(event, Finished):
                return event
        raise Invariant(details="an answer without an end")
