"""What the sequences of a lane hold, and how as much of it as possible is used again.

Attention models drop a sequence's tail and keep everything before it. Sliding-window, recurrent
and hybrid ones cannot: they go back to a checkpoint, a partial state kept after the instructions
and at the end of each turn. Whole states that had to make room are remembered where that pays.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_slm.engine.generation import Generation
from desktop_slm.engine.llama import Batch, Context, ContextShape, Model, State
from desktop_slm.engine.pace import Pace
from desktop_slm.engine.remembered import Remembered, RememberedStates
from desktop_slm.engine.tokens import common_prefix
from desktop_slm.errors import EngineFailed

_MAX_CHECKPOINTS = 8


@dataclass(slots=True, eq=False)
class Sequence:
    """What one sequence of the context holds, and who uses it."""

    number: int
    tokens: array[int] = field(default_factory=lambda: array("i"))
    generation: Generation | None = None
    last_used: float = 0.0
    checkpoints: dict[int, State] = field(default_factory=dict)


class Memory:
    """The sequences of one context. `context` is replaced when it grows."""

    def __init__(
        self,
        model: Model,
        shape: ContextShape,
        pace: Pace,
        remembered: RememberedStates,
        *,
        shares_prefix: bool,
    ) -> None:
        self._model = model
        self._pace = pace
        self._remembered = remembered
        self.can_drop_tail = model.can_drop_tail
        self.context = Context(model, shape)
        self.sequences = [Sequence(number) for number in range(shape.sequences)]
        self._prefix = self.sequences.pop(0) if shares_prefix else None
        self._adapters: tuple[tuple[int, float], ...] = ()

    @property
    def cells(self) -> int:
        """The room of one sequence, in tokens."""
        return self.context.cells

    def free(self) -> None:
        """Gives the memory back."""
        self.context.free()

    def grow(self, cells: int) -> None:
        """Makes a larger context and moves every sequence into it.

        Raises EngineFailed where there is no memory; the sequences are empty in that case.
        """
        held = [each for each in self._all() if each.tokens]
        states = [(each, self.context.save(each.number)) for each in held]
        old = self.context.shape
        self.context.free()
        try:
            self.context = Context(self._model, replace(old, cells=cells))
        except EngineFailed:
            self.context = Context(self._model, old)
            for sequence in held:
                self._forget(sequence)
            raise
        finally:
            self._use_adapters(self._adapters)
        for sequence, state in states:
            if not self.context.restore(sequence.number, state):
                self.empty(sequence)

    def prepare_prefix(self, generation: Generation, room: int) -> tuple[int, bool]:
        """Reads at most `room` tokens of the instruction that a generation shares.

        Returns how many it read, and whether the generation can be admitted.
        """
        prefix, idle = self._prefix, self._idle()
        wanted = generation.prompt[: generation.shared_tokens]
        if not idle or prefix is None or not self._fit_adapters(generation.request.adapters):
            return 0, bool(idle)
        spared = max(self._reusable(sequence, generation.prompt) for sequence in idle)
        if spared >= len(wanted) or prefix.tokens == wanted:
            return 0, True
        read = self._read_prefix(prefix, wanted, room)
        if read is None:  # the step failed: this one is read alone
            generation.shared_tokens = 0
            return 0, True
        return read, prefix.tokens == wanted

    def admit(self, generation: Generation) -> int | None:
        """Gives a generation the idle sequence that spares most reading.

        Returns how many tokens of its prompt are in it, or None where no sequence is idle.
        """
        if not self._fit_adapters(generation.request.adapters):
            return None
        idle = self._idle()
        if not idle:
            return None
        chosen = max(idle, key=lambda s: (self._reusable(s, generation.prompt), -s.last_used))
        kept = self._prepare(chosen, generation)
        chosen.generation = generation
        return kept

    def add(self, batch: Batch, sequence: Sequence, tokens: array[int], *, outputs: int) -> int:
        """Adds tokens of a sequence to a step; returns the place of the last one."""
        last = batch.add(tokens, sequence.number, len(sequence.tokens), outputs=outputs)
        sequence.tokens.extend(tokens)
        return last

    def chunk_end(self, generation: Generation, start: int, room: int) -> int:
        """Returns where a chunk of a prompt ends: at the next mark where a checkpoint is due."""
        end = start + room
        if self.can_drop_tail:
            return end
        return min([end, *(mark for mark in generation.marks if mark > start)])

    def checkpoint(self, sequence: Sequence, generation: Generation) -> None:
        """Keeps the part of the state that cannot be cut, where a later prompt may branch off."""
        length = len(sequence.tokens)
        if self.can_drop_tail or length not in generation.marks:
            return
        sequence.checkpoints[length] = self.context.save(sequence.number, partial=True)
        while len(sequence.checkpoints) > _MAX_CHECKPOINTS:
            # The first is the instruction's, which every branch needs.
            del sequence.checkpoints[sorted(sequence.checkpoints)[1]]

    def cut(self, sequence: Sequence, keep: int) -> bool:
        """Leaves the first `keep` tokens of a sequence. Returns whether it could."""
        if keep == 0:
            self.empty(sequence)
            return True
        if not self.can_drop_tail and not self.context.restore(
            sequence.number, sequence.checkpoints[keep], partial=True
        ):
            return False
        if not self.context.drop_tail(sequence.number, keep):
            return False
        del sequence.tokens[keep:]
        sequence.checkpoints = {n: s for n, s in sequence.checkpoints.items() if n <= keep}
        return self.context.length(sequence.number) == keep

    def roll_back(self, sequence: Sequence, keep: int) -> None:
        """Leaves at most the first `keep` tokens, after a step of which nothing can be trusted.

        Memories that cannot be cut go back to their last checkpoint, or are emptied.
        """
        if not self.can_drop_tail:
            keep = max((length for length in sequence.checkpoints if length <= keep), default=0)
        if not self.cut(sequence, keep):
            self.empty(sequence)

    def empty(self, sequence: Sequence) -> None:
        """Leaves nothing in a sequence."""
        self.context.clear(sequence.number)
        self._forget(sequence)

    # Using what is there again

    def _reusable(self, sequence: Sequence, prompt: array[int]) -> int:
        """Returns how many leading tokens of a prompt a sequence can spare us."""
        return self._spared(sequence.tokens, sequence.checkpoints, prompt)

    def _spared(self, tokens: array[int], checkpoints: Iterable[int], prompt: array[int]) -> int:
        # The last token is read again in any case: its logits are needed.
        shared = min(common_prefix(tokens, prompt), len(prompt) - 1)
        if self.can_drop_tail or shared == len(tokens):
            return shared
        return max((length for length in checkpoints if length <= shared), default=0)

    def _prepare(self, sequence: Sequence, generation: Generation) -> int:
        """Leaves in the sequence only what the prompt shares; returns how many tokens that is."""
        keep = self._reusable(sequence, generation.prompt)
        if generation.request.is_alone:
            self.empty(sequence)
            return 0
        if keep < generation.shared_tokens and self._copy_prefix(sequence, generation):
            return generation.shared_tokens
        recalled = self._recall(sequence, generation.prompt, keep)
        if recalled is not None:
            return recalled
        if keep < len(sequence.tokens):
            self._remember(sequence, keep)
            if not self.cut(sequence, keep):
                self.empty(sequence)
                return 0
        return keep

    def _recall(self, sequence: Sequence, prompt: array[int], keep: int) -> int | None:
        """Sets a remembered state back where that spares more than the sequence does."""
        found = self._remembered.best(prompt)
        if found is None:
            return None
        _, remembered = found
        spared = self._spared(remembered.tokens, remembered.checkpoints, prompt)
        token_s = self._pace.prompt_token_s
        if not self._remembered.pays(len(remembered.state), spared - keep, token_s):
            return None
        self._remember(sequence, keep)
        self.empty(sequence)
        state = remembered.state
        if not self._remembered.measured(
            len(state), lambda: self.context.restore(sequence.number, state)
        ):
            self.empty(sequence)
            return None
        sequence.tokens = remembered.tokens[:]
        sequence.checkpoints = dict(remembered.checkpoints)
        if spared < len(sequence.tokens) and not self.cut(sequence, spared):
            self.empty(sequence)
            return 0
        return spared

    def _remember(self, sequence: Sequence, keep: int) -> None:
        """Keeps what a sequence is about to lose, where setting it back beats reading it again."""
        lost = len(sequence.tokens) - keep
        size = self.context.state_size(sequence.number) if lost else 0
        if lost and self._remembered.pays(size, lost, self._pace.prompt_token_s):
            state = self.context.save(sequence.number)
            self._remembered.keep(Remembered(sequence.tokens[:], state, dict(sequence.checkpoints)))

    # The shared instruction

    def _copy_prefix(self, sequence: Sequence, generation: Generation) -> bool:
        """Puts the shared instruction under a generation by copying a whole sequence."""
        if self._prefix is None:
            return False
        wanted = generation.prompt[: generation.shared_tokens]
        if self._prefix.tokens != wanted:
            return False
        self.empty(sequence)
        self.context.copy(self._prefix.number, sequence.number)
        sequence.tokens = wanted[:]
        return True

    def _read_prefix(self, prefix: Sequence, wanted: array[int], room: int) -> int | None:
        """Reads on in the instruction; returns how many tokens, or None where a step failed."""
        if common_prefix(prefix.tokens, wanted) < len(prefix.tokens):
            self.empty(prefix)
        size = self.context.shape.batch_tokens
        batch = Batch(size, self.context.shape.sequences)
        start = len(prefix.tokens)
        end = min(len(wanted), start + room)
        for place in range(start, end, size):
            batch.clear()
            self.add(batch, prefix, wanted[place : min(place + size, end)], outputs=0)
            if self.context.decode(batch) != 0:
                self.empty(prefix)
                return None
        return end - start

    # Adapters

    def _fit_adapters(self, wanted: tuple[tuple[int, float], ...]) -> bool:
        """Switches adapters while nobody is at work; what was read with others is useless then."""
        if wanted == self._adapters:
            return True
        if any(sequence.generation is not None for sequence in self.sequences):
            return False
        self._use_adapters(wanted)
        self._adapters = wanted
        self._remembered.forget_all()
        for sequence in self._all():
            self.empty(sequence)
        return True

    def _use_adapters(self, wanted: tuple[tuple[int, float], ...]) -> None:
        loaded: list[Any] = self._model.adapters
        if any(not 0 <= index < len(loaded) for index, _ in wanted):
            raise EngineFailed(why="there is no such adapter")
        self.context.use_adapters([(loaded[index], scale) for index, scale in wanted])

    def _idle(self) -> list[Sequence]:
        return [sequence for sequence in self.sequences if sequence.generation is None]

    def _all(self) -> list[Sequence]:
        return [*self.sequences, *([self._prefix] if self._prefix else [])]

    @staticmethod
    def _forget(sequence: Sequence) -> None:
        sequence.tokens = array("i")
        sequence.checkpoints = {}
