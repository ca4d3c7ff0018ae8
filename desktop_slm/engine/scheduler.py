"""The engine's loop: takes requests, admits them into lanes and steps the lanes in turn.

Interactive requests use the chat lane, background ones the batch lane; the two share a model and
take turns step by step, so that a chat goes on while a summary is made.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

from desktop_slm.engine.generation import Generation
from desktop_slm.engine.lane import Lane
from desktop_slm.engine.llama import ContextShape, Model
from desktop_slm.engine.pace import Pace
from desktop_slm.engine.protocol import StopReason
from desktop_slm.engine.remembered import RememberedStates
from desktop_slm.engine.speculation import DRAFT_TOKENS, LookupGate
from desktop_slm.errors import ContextFull, EngineFailed

_CELL_STEP = 256
_CHAT_CELLS = 4096
_CHAT_SEQUENCES = 2
_BATCH_CELLS = 1024
_UNLIMITED = 1 << 30


@dataclass(frozen=True, slots=True)
class Plan:
    """How a model is run: the shape of its contexts but for their room, and the limits.

    `context_tokens` is the most that one sequence may hold.
    """

    shape: ContextShape
    context_tokens: int
    parallel: int
    lookup: bool
    remembered_bytes: int

    def chat_shape(self, cells: int = 0) -> ContextShape:
        """Returns the context of the chat lane, with room for `cells` tokens a sequence."""
        return replace(
            self.shape,
            sequences=_CHAT_SEQUENCES,
            cells=self.rounded(max(cells, _CHAT_CELLS)),
            outputs=_CHAT_SEQUENCES + DRAFT_TOKENS,
        )

    def batch_shape(self, cells: int = 0) -> ContextShape:
        """Returns the context of the batch lane: its parallel sequences and the shared one."""
        sequences = self.parallel + 1
        return replace(
            self.shape,
            sequences=sequences,
            cells=self.rounded(max(cells, _BATCH_CELLS)),
            outputs=sequences + DRAFT_TOKENS,
        )

    def rounded(self, cells: int) -> int:
        """Returns a room of full steps, as far as the context goes."""
        limit = max(self.context_tokens, _CELL_STEP)
        return min(-(-cells // _CELL_STEP) * _CELL_STEP, limit)


class Scheduler:
    """Owns the lanes of one loaded model. Engine thread only."""

    def __init__(self, model: Model, plan: Plan) -> None:
        self._model = model
        self._plan = plan
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
        needed, limit = len(generation.prompt) + 1, self._plan.context_tokens
        if needed > limit:
            generation.fail(ContextFull(needed_tokens=needed, context_tokens=limit))
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
        room = self._reading_room()
        room -= self._admit_waiting(room)
        self._make_room()
        for lane in self._lanes():
            room -= lane.step(room)

    def _reading_room(self) -> int:
        """Returns how many tokens of prompts may be read before the next token of a chat."""
        if self._chat is None or not self._chat.is_writing:
            return _UNLIMITED
        return self._pace.chunk(sum(lane.is_writing for lane in self._lanes()))

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

    def _admit_waiting(self, room: int) -> int:
        """Begins what can begin, in order; returns how many prompt tokens were read for that."""
        read = 0
        full: set[Lane] = set()
        for generation in sorted(self._waiting, key=lambda g: not g.is_interactive):
            try:
                lane = self._lane_for(generation)
                # Whoever waits longest goes first, or two instructions would push each other out.
                admitted, tokens = (
                    (False, 0) if lane in full else lane.admit(generation, room - read)
                )
            except EngineFailed as error:
                self._waiting.remove(generation)
                generation.fail(error)
                continue
            read += tokens
            if admitted:
                self._waiting.remove(generation)
            else:
                full.add(lane)
        return read

    def _lane_for(self, generation: Generation) -> Lane:
        """Returns the lane of a generation, with room for it."""
        if generation.is_interactive:
            shape = self._plan.chat_shape(generation.needed_cells)
            self._chat = lane = self._chat or self._make_chat_lane(shape)
        else:
            shape = self._plan.batch_shape(generation.needed_cells)
            self._batch = lane = self._batch or self._make_batch_lane(shape)
        if lane.cells < shape.cells:
            lane.grow(shape.cells)
        return lane

    def _make_chat_lane(self, shape: ContextShape) -> Lane:
        remembered = RememberedStates(self._plan.remembered_bytes)
        gate = LookupGate(is_open=self._plan.lookup)
        return Lane(self._model, shape, self._pace, remembered, gate=gate)

    def _make_batch_lane(self, shape: ContextShape) -> Lane:
        gate = LookupGate(is_open=self._plan.lookup)
        return Lane(
            self._model, shape, self._pace, RememberedStates(0), shares_prefix=True, gate=gate
        )

    def _make_room(self) -> None:
        """Grows a lane in which an answer of open length has come near its end."""
        for lane in self._lanes():
            nearest = max((g.held_cells for g in lane.active), default=0)
            if nearest + 1 >= lane.cells and lane.cells < self._plan.context_tokens:
                try:
                    lane.grow(self._plan.rounded(lane.cells * 2))
                except EngineFailed as error:
                    for generation in lane.active:
                        lane.fail(generation, error)
