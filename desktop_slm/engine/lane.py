"""A lane: one llama.cpp context with a few sequences of equal room, stepped as a batch.

The chat lane keeps conversations from turn to turn; the batch lane keeps one sequence that holds
exactly the shared instruction and copies it under every new request. What the sequences hold, and
how it is used again, is in `memory`.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_slm.engine.generation import Generation, Stage
from desktop_slm.engine.llama import Batch, ContextShape, Model
from desktop_slm.engine.memory import Memory, Sequence
from desktop_slm.engine.pace import FIXED_CHUNK, Pace
from desktop_slm.engine.protocol import StopReason
from desktop_slm.engine.remembered import RememberedStates
from desktop_slm.engine.speculation import DRAFT_TOKENS, Lookup, LookupGate
from desktop_slm.errors import EngineFailed

_MOST_FAILED_STEPS = 1  # in a row


@dataclass(slots=True)
class _Output:
    """Where a step's outputs for a sequence stand, and what was drafted for it."""

    sequence: Sequence
    places: list[int]
    draft: array[int]
    length: int  # of the sequence, with the first token of the step and without the draft


class Lane:
    """Admits generations into sequences and computes their steps together."""

    def __init__(
        self,
        model: Model,
        shape: ContextShape,
        pace: Pace,
        remembered: RememberedStates,
        *,
        shares_prefix: bool = False,
        gate: LookupGate | None = None,
    ) -> None:
        self._pace = pace
        self._gate = gate or LookupGate(is_open=False)
        self._memory = Memory(model, shape, pace, remembered, shares_prefix=shares_prefix)
        self._batch = Batch(shape.batch_tokens, shape.sequences)
        self._lookups: dict[int, Lookup] = {}
        self._failed_steps = 0

    @property
    def cells(self) -> int:
        """The room of one sequence, in tokens."""
        return self._memory.cells

    @property
    def active(self) -> list[Generation]:
        """The generations under way."""
        return [s.generation for s in self._memory.sequences if s.generation is not None]

    @property
    def is_writing(self) -> bool:
        """Whether somebody's tokens are being made."""
        return any(generation.stage is Stage.WRITING for generation in self.active)

    def free(self) -> None:
        """Gives the memory back."""
        self._memory.free()

    def grow(self, cells: int) -> None:
        """Gives every sequence more room; what they hold stays. Raises EngineFailed."""
        self._memory.grow(cells)

    def admit(self, generation: Generation, room: int) -> tuple[bool, int]:
        """Begins a generation where there is an idle sequence for it.

        Returns whether it began, and how many of the `room` prompt tokens were read for it: an
        instruction that it shares comes first, and may take several calls.
        """
        read, is_ready = self._memory.prepare_prefix(generation, room)
        kept = self._memory.admit(generation) if is_ready else None
        if kept is None:
            return False, read
        generation.begin(kept)
        return True, read

    def drop(self, generation: Generation, reason: StopReason) -> None:
        """Ends a generation between steps; its sequence keeps what was read."""
        self._release(generation)
        generation.end(reason)

    def fail(self, generation: Generation, error: EngineFailed) -> None:
        """Ends a generation with an error; its sequence keeps what was read."""
        self._release(generation)
        generation.fail(error)

    def step(self, room: int) -> int:
        """Computes one step for all active sequences, with at most `room` tokens of prompts.

        Returns how many tokens of prompts it read.
        """
        self._batch.clear()
        held = {s.number: len(s.tokens) for s in self._memory.sequences}
        outputs = self._add_next_tokens()
        decoded = self._batch.size
        outputs += self._add_prompts(min(room, self._batch.capacity - decoded))
        prompt_tokens = self._batch.size - decoded
        if not self._batch.size:
            return 0
        started = time.perf_counter()
        code = self._memory.context.decode(self._batch)
        if code != 0:
            self._recover(code, held)
            return prompt_tokens
        self._failed_steps = 0
        seconds = time.perf_counter() - started
        self._note_reading()
        written = sum(self._take(output) for output in outputs)
        self._pace.note(prompt_tokens, decoded, seconds)
        if not prompt_tokens and len(outputs) == 1:
            self._gate.note(len(outputs[0].draft), written, seconds)
        return prompt_tokens

    def _writers(self) -> list[tuple[Sequence, Generation]]:
        return [
            (sequence, sequence.generation)
            for sequence in self._memory.sequences
            if sequence.generation is not None and sequence.generation.stage is Stage.WRITING
        ]

    def _add_next_tokens(self) -> list[_Output]:
        """Adds the last token of every answer, and what was drafted after it."""
        outputs = []
        writers = self._writers()
        for sequence, generation in writers:
            if len(sequence.tokens) >= self.cells:
                self.drop(generation, StopReason.CONTEXT)
                continue
            draft = array("i")
            # More than one answer fills the batch anyhow.
            if len(writers) == 1 and self._memory.can_drop_tail:
                draft = self._draft(sequence, generation)
            tokens = array("i", [generation.next_token]) + draft
            length = len(sequence.tokens) + 1
            last = self._memory.add(self._batch, sequence, tokens, outputs=len(tokens))
            places = list(range(last - len(draft), last + 1))
            outputs.append(_Output(sequence, places, draft, length))
        return outputs

    def _draft(self, sequence: Sequence, generation: Generation) -> array[int]:
        if not self._gate.wants_draft():
            return array("i")
        lookup = self._lookups.setdefault(generation.number, Lookup())
        lookup.extend(sequence.tokens[len(lookup) :])
        lookup.extend([generation.next_token])
        room = min(DRAFT_TOKENS, self.cells - len(sequence.tokens) - 1)
        return lookup.draft(room)

    def _add_prompts(self, room: int) -> list[_Output]:
        """Fills the rest of the step with prompts, those that wait longest first."""
        outputs = []
        for sequence in sorted(self._memory.sequences, key=lambda s: s.last_used):
            generation = sequence.generation
            if generation is None or generation.stage is not Stage.READING or room <= 0:
                continue
            start = len(sequence.tokens)
            # Nobody else's pace decides the steps of a request that is alone.
            most = FIXED_CHUNK if generation.request.is_alone else room
            chunk = generation.prompt[start : self._memory.chunk_end(generation, start, most)]
            ends = start + len(chunk) == len(generation.prompt)
            last = self._memory.add(self._batch, sequence, chunk, outputs=1 if ends else 0)
            room -= len(chunk)
            if ends:
                outputs.append(_Output(sequence, [last], array("i"), len(sequence.tokens)))
        return outputs

    def _note_reading(self) -> None:
        now = time.monotonic()
        for sequence in self._memory.sequences:
            generation = sequence.generation
            if generation is not None:
                sequence.last_used = now
                if generation.stage is Stage.READING:
                    generation.note_read(len(sequence.tokens))
                    self._memory.checkpoint(sequence, generation)

    def _take(self, output: _Output) -> int:
        """Lets a generation sample; returns how many tokens were written."""
        generation = output.sequence.generation
        if generation is None:
            return 0
        matched = generation.write(self._memory.context, output.places, output.draft)
        if matched < len(output.draft):
            self._memory.cut(output.sequence, output.length + matched)
        if generation.stage is Stage.ENDED:
            self._release(generation)
        return matched + 1

    def _release(self, generation: Generation) -> None:
        self._lookups.pop(generation.number, None)
        for sequence in self._memory.sequences:
            if sequence.generation is generation:
                sequence.generation = None

    def _recover(self, code: int, held: Mapping[int, int]) -> None:
        """Sets every sequence of a failed step back to what it held, to try once more."""
        self._failed_steps += 1
        if self._failed_steps > _MOST_FAILED_STEPS:
            self._fail(code)
            return
        for sequence in self._memory.sequences:
            if sequence.generation is not None:
                before = sequence.tokens[: held[sequence.number]]
                self._memory.roll_back(sequence, len(before))
                sequence.generation.read_again(before)

    def _fail(self, code: int) -> None:
        """Ends the answers of a step that fails again and again, and empties their sequences."""
        self._failed_steps = 0
        for sequence in self._memory.sequences:
            if sequence.generation is not None:
                generation = sequence.generation
                self._release(generation)
                self._memory.empty(sequence)
                generation.fail(EngineFailed(why=f"llama.cpp answered {code} to a step"))
