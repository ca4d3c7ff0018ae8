"""A lane: one llama.cpp context with a few sequences of equal room, stepped as a batch.

The chat lane keeps conversations from turn to turn; the batch lane keeps one sequence that holds
exactly the shared instruction and copies it under every new request.
"""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass, field

from desktop_slm.engine.generation import Generation, Stage
from desktop_slm.engine.llama import Batch, Context, Model
from desktop_slm.engine.pace import Pace
from desktop_slm.engine.protocol import StopReason
from desktop_slm.engine.tokens import common_prefix
from desktop_slm.errors import EngineFailed

BATCH_TOKENS = 512
_MAX_CHECKPOINTS = 8


@dataclass(slots=True)
class Sequence:
    """What one sequence of the context holds, and who uses it."""

    number: int
    tokens: array[int] = field(default_factory=lambda: array("i"))
    generation: Generation | None = None
    last_used: float = 0.0
    checkpoints: dict[int, bytes] = field(default_factory=dict)


class Lane:
    """Admits generations into sequences and computes their steps together."""

    def __init__(
        self,
        model: Model,
        pace: Pace,
        *,
        sequences: int,
        cells: int,
        threads: int,
        shares_prefix: bool = False,
    ) -> None:
        self._model = model
        self._pace = pace
        self._threads = threads
        self._context = Context(
            model, sequences=sequences, cells=cells, batch_tokens=BATCH_TOKENS, threads=threads
        )
        self._batch = Batch(BATCH_TOKENS, sequences)
        self._sequences = [Sequence(number) for number in range(sequences)]
        self._prefix = self._sequences.pop(0) if shares_prefix else None

    @property
    def cells(self) -> int:
        """The room of one sequence, in tokens."""
        return self._context.cells

    @property
    def active(self) -> list[Generation]:
        """The generations under way."""
        return [s.generation for s in self._sequences if s.generation is not None]

    @property
    def is_writing(self) -> bool:
        """Whether somebody's tokens are being made."""
        return any(generation.stage is Stage.WRITING for generation in self.active)

    def free(self) -> None:
        """Gives the memory back."""
        self._context.free()

    def admit(self, generation: Generation) -> bool:
        """Gives a generation the idle sequence that already holds most of its prompt."""
        idle = [sequence for sequence in self._sequences if sequence.generation is None]
        if not idle:
            return False
        chosen = max(idle, key=lambda s: (self._reusable(s, generation.prompt), -s.last_used))
        kept = self._prepare(chosen, generation)
        chosen.generation = generation
        generation.begin(kept)
        return True

    def drop(self, generation: Generation, reason: StopReason) -> None:
        """Ends a generation between steps; its sequence keeps what was read."""
        for sequence in self._sequences:
            if sequence.generation is generation:
                sequence.generation = None
        generation.end(reason)

    def step(self, *, limited: bool) -> None:
        """Computes one step for all active sequences.

        With `limited` the prompts among them are read in small chunks: a person waits for the
        next token, here or in another lane.
        """
        self._batch.clear()
        outputs = self._fill(limited=limited)
        if not self._batch.size:
            return
        decoded = sum(1 for s, _ in outputs if self._stage(s) is Stage.WRITING)
        prompt_tokens = self._batch.size - decoded
        started = time.perf_counter()
        code = self._context.decode(self._batch)
        if code != 0:
            self._fail(code)
            return
        self._take_outputs(outputs)
        self._pace.note(prompt_tokens, decoded, time.perf_counter() - started)

    def _stage(self, sequence: Sequence) -> Stage | None:
        return sequence.generation.stage if sequence.generation else None

    def _fill(self, *, limited: bool) -> list[tuple[Sequence, int]]:
        """Fills the batch; returns the sequences with an output and its place."""
        outputs = []
        for sequence in self._sequences:
            generation = sequence.generation
            if generation is None or generation.stage is not Stage.WRITING:
                continue
            if len(sequence.tokens) >= self.cells:
                self.drop(generation, StopReason.CONTEXT)
                continue
            place = self._add(sequence, array("i", [generation.next_token]), last_output=True)
            outputs.append((sequence, place))
        room = self._batch.capacity - self._batch.size
        if limited:
            room = min(room, self._pace.chunk(room))
        for sequence in sorted(self._sequences, key=lambda s: s.last_used):
            generation = sequence.generation
            if generation is None or generation.stage is not Stage.READING or room <= 0:
                continue
            start = len(sequence.tokens)
            chunk = generation.prompt[start : self._chunk_end(generation, start, room)]
            ends = start + len(chunk) == len(generation.prompt)
            place = self._add(sequence, chunk, last_output=ends)
            room -= len(chunk)
            if ends:
                outputs.append((sequence, place))
        return outputs

    def _chunk_end(self, generation: Generation, start: int, room: int) -> int:
        """Returns where a chunk ends: at the next mark, so that a checkpoint can be made there."""
        end = start + room
        if self._model.can_drop_tail:
            return end
        return min([end, *(mark for mark in generation.marks if mark > start)])

    def _add(self, sequence: Sequence, tokens: array[int], *, last_output: bool) -> int:
        place = self._batch.add(
            tokens, sequence.number, len(sequence.tokens), last_output=last_output
        )
        sequence.tokens.extend(tokens)
        return place

    def _take_outputs(self, outputs: list[tuple[Sequence, int]]) -> None:
        now = time.monotonic()
        for sequence in self._sequences:
            generation = sequence.generation
            if generation is not None:
                sequence.last_used = now
                if generation.stage is Stage.READING:
                    generation.note_read(len(sequence.tokens))
                    self._checkpoint(sequence, generation)
        for sequence, place in outputs:
            generation = sequence.generation
            if generation is not None:
                generation.write(self._context, place)
                if generation.stage is Stage.ENDED:
                    sequence.generation = None

    def _fail(self, code: int) -> None:
        """Empties the sequences of a failed step: what they hold is not known any more."""
        for sequence in self._sequences:
            if sequence.generation is not None:
                generation, sequence.generation = sequence.generation, None
                self._empty(sequence)
                generation.fail(EngineFailed(why=f"llama.cpp answered {code} to a step"))

    # Reuse of what is in memory

    def _reusable(self, sequence: Sequence, prompt: array[int]) -> int:
        """Returns how many leading tokens of a prompt a sequence can spare us."""
        shared = min(common_prefix(sequence.tokens, prompt), len(prompt) - 1)
        if self._model.can_drop_tail or shared == len(sequence.tokens):
            return shared
        return max((length for length in sequence.checkpoints if length <= shared), default=0)

    def _prepare(self, sequence: Sequence, generation: Generation) -> int:
        """Leaves in the sequence only what the prompt shares; returns how many tokens that is."""
        keep = self._reusable(sequence, generation.prompt)
        if keep < generation.shared_tokens and self._copy_prefix(sequence, generation):
            return generation.shared_tokens
        if keep < len(sequence.tokens) and not self._cut(sequence, keep):
            self._empty(sequence)
            return 0
        return keep

    def _cut(self, sequence: Sequence, keep: int) -> bool:
        if keep == 0:
            self._empty(sequence)
            return True
        if not self._model.can_drop_tail and not self._context.restore(
            sequence.number, sequence.checkpoints[keep], partial=True
        ):
            return False
        if not self._context.drop_tail(sequence.number, keep):
            return False
        del sequence.tokens[keep:]
        sequence.checkpoints = {n: s for n, s in sequence.checkpoints.items() if n <= keep}
        return True

    def _copy_prefix(self, sequence: Sequence, generation: Generation) -> bool:
        """Puts the shared instruction under a generation by copying a whole sequence."""
        if self._prefix is None:
            return False
        wanted = generation.prompt[: generation.shared_tokens]
        if self._prefix.tokens != wanted and not self._read_prefix(self._prefix, wanted):
            return False
        self._empty(sequence)
        self._context.copy(self._prefix.number, sequence.number)
        sequence.tokens = wanted[:]
        return True

    def _read_prefix(self, prefix: Sequence, wanted: array[int]) -> bool:
        self._empty(prefix)
        for start in range(0, len(wanted), self._batch.capacity):
            self._batch.clear()
            self._add(prefix, wanted[start : start + self._batch.capacity], last_output=False)
            if self._context.decode(self._batch) != 0:
                self._empty(prefix)
                return False
        return True

    def _checkpoint(self, sequence: Sequence, generation: Generation) -> None:
        """Keeps the part of the state that cannot be cut, where a later prompt may branch off."""
        length = len(sequence.tokens)
        if self._model.can_drop_tail or length not in generation.marks:
            return
        sequence.checkpoints[length] = self._context.save(sequence.number, partial=True)
        while len(sequence.checkpoints) > _MAX_CHECKPOINTS:
            # The first is the instruction's, which every branch needs.
            del sequence.checkpoints[sorted(sequence.checkpoints)[1]]

    def _empty(self, sequence: Sequence) -> None:
        self._context.clear(sequence.number)
        sequence.tokens = array("i")
        sequence.checkpoints = {}
