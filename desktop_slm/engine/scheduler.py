"""The engine's loop: takes requests, admits them into lanes and steps the lanes in turn.

Interactive requests use the chat lane, background ones the batch lane; the two share a model and
take turns step by step, so that a chat goes on while a summary is made.
"""

from __future__ import annotations

from collections import deque

from desktop_slm.engine.generation import Generation
from desktop_slm.engine.lane import Lane
from desktop_slm.engine.llama import Model
from desktop_slm.engine.pace import Pace
from desktop_slm.engine.protocol import StopReason
from desktop_slm.errors import ContextFull, EngineFailed

_CELL_STEP = 256
_CHAT_CELLS = 4096
_CHAT_SEQUENCES = 2
_BATCH_CELLS = 1024


class Scheduler:
    """Owns the lanes of one loaded model. Engine thread only."""

    def __init__(self, model: Model, *, context_tokens: int, threads: int, parallel: int) -> None:
        self._model = model
        self._limit = context_tokens
        self._threads = threads
        self._parallel = parallel
        self._pace = Pace()
        self._chat: Lane | None = None
        self._batch: Lane | None = None
        self._waiting: deque[Generation] = deque()

    @property
    def is_busy(self) -> bool:
        """Whether there is a step to compute."""
        return bool(self._waiting) or any(lane.active for lane in self._lanes())

    def add(self, generation: Generation) -> None:
        """Queues a generation. One that can never fit gets its error at once."""
        if len(generation.prompt) + 1 > self._limit:
            generation.fail(
                ContextFull(needed_tokens=len(generation.prompt) + 1, context_tokens=self._limit)
            )
        elif generation.is_interactive:
            self._waiting.appendleft(generation)
        else:
            self._waiting.append(generation)

    def cancel(self, number: int) -> None:
        """Ends the generation of a request, wherever it is."""
        for generation in list(self._waiting):
            if generation.number == number:
                self._waiting.remove(generation)
                generation.end(StopReason.CANCELLED)
        for lane in self._lanes():
            for generation in lane.active:
                if generation.number == number:
                    lane.drop(generation, StopReason.CANCELLED)

    def step(self) -> None:
        """Admits what can be admitted and computes one step of every lane."""
        self._admit_waiting()
        a_person_waits = self._chat is not None and self._chat.is_writing
        for lane in self._lanes():
            lane.step(limited=a_person_waits)

    def free(self) -> None:
        """Gives the lanes' memory back; generations under way end as cancelled."""
        for generation in self._waiting:
            generation.end(StopReason.CANCELLED)
        self._waiting.clear()
        for lane in self._lanes():
            for generation in lane.active:
                lane.drop(generation, StopReason.CANCELLED)
            lane.free()
        self._chat = self._batch = None

    def _lanes(self) -> list[Lane]:
        return [lane for lane in (self._chat, self._batch) if lane is not None]

    def _admit_waiting(self) -> None:
        for generation in list(self._waiting):
            try:
                admitted = self._admit(generation)
            except EngineFailed as error:
                self._waiting.remove(generation)
                generation.fail(error)
                continue
            if admitted:
                self._waiting.remove(generation)

    def _admit(self, generation: Generation) -> bool:
        cells = self._cells_for(generation)
        if generation.is_interactive:
            self._chat = lane = self._roomy(self._chat, cells, chat=True)
        else:
            self._batch = lane = self._roomy(self._batch, cells, chat=False)
        return lane.cells >= min(cells, self._limit) and lane.admit(generation)

    def _cells_for(self, generation: Generation) -> int:
        least = _CHAT_CELLS if generation.is_interactive else _BATCH_CELLS
        needed = max(least, generation.needed_cells)
        if not generation.request.max_tokens:
            needed = max(needed, len(generation.prompt) * 5 // 4)
        return min(-(-needed // _CELL_STEP) * _CELL_STEP, max(self._limit, _CELL_STEP))

    def _roomy(self, lane: Lane | None, cells: int, *, chat: bool) -> Lane:
        """Returns a lane with so much room: the one there is, or a larger one once it is idle."""
        if lane is not None:
            if lane.cells >= cells or lane.active:
                return lane
            lane.free()
        return Lane(
            self._model,
            self._pace,
            sequences=_CHAT_SEQUENCES if chat else self._parallel + 1,
            cells=cells,
            threads=self._threads,
            shares_prefix=not chat,
        )
