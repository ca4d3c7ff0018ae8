"""What can be done where a turn does not fit: found out before anything goes to the model.

A larger context is offered only where the model was trained for it and the memory is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.assistants.chat_prompt import (
    ChatPrompts,
    answer_room,
    earlier_note,
    first_sent,
    sent,
)
from desktop_slm.assistants.personas.assistant import PLAIN, Assistant
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.errors import EngineError
from desktop_slm.models import fit
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.machine import Machine
from desktop_slm.models.shape import Shape
from desktop_slm.storage.chats.messages import Message, Role

# Less room than this is left for no answer that says anything.
_LEAST_ANSWER_SHARE, _LEAST_ANSWER = 16, 128
_SMALLEST = 2048


class NoLarger(StrEnum):
    """Why there is no larger context to offer."""

    TRAINED = "the model was made for no more"
    MEMORY = "the memory is not there"
    TOO_LONG = "it would not fit there either"
    UNKNOWN = "it could not be measured"


@dataclass(frozen=True, slots=True)
class Larger:
    """A context that would do: its tokens, what it takes besides, and whether it is tight."""

    context_tokens: int
    added_bytes: int
    is_tight: bool


@dataclass(frozen=True, slots=True)
class Overflow:
    """A turn that does not fit; `has_older` says that there are messages to leave out."""

    needed_tokens: int
    context_tokens: int
    has_older: bool
    larger: Larger | None = None
    no_larger: NoLarger | None = None


@dataclass(frozen=True, slots=True)
class ModelMemory:
    """How the memory of a model is judged. Both functions block."""

    model: InstalledModel
    shape: Callable[[InstalledModel], Shape | None]
    machine: Callable[[], Machine]


class ContextCheck:
    """Measures with the loaded model whether a turn fits. Blocks."""

    def __init__(self, engine: TextEngine, prompts: ChatPrompts, memory: ModelMemory) -> None:
        self._engine = engine
        self._prompts = prompts
        self._memory = memory

    def of_next(
        self,
        path: Sequence[Message],
        text: str,
        attachments: Sequence[Attachment],
        assistant: Assistant = PLAIN,
    ) -> Overflow | None:
        """Returns what is wrong with a message that is about to be sent, or None where it fits."""
        earlier = earlier_note(path)
        going = sent(path)
        needed = self._prompts.length_with(going, text, attachments, assistant, earlier)
        older = any(each.role is Role.USER for each in going)
        return self._overflow(needed, has_older=older)

    def of_answer(
        self, path: Sequence[Message], answer: Message, assistant: Assistant = PLAIN
    ) -> Overflow | None:
        """The same for an answer that is to go on, or to be tried again."""
        chosen = [*path, answer]
        going = sent(path, first_sent(chosen))
        needed = self._prompts.length(going, assistant, answer.text, earlier_note(chosen))
        older = sum(each.role is Role.USER for each in going) > 1
        return self._overflow(needed, has_older=older)

    def _overflow(self, needed: int, *, has_older: bool) -> Overflow | None:
        facts = self._engine.facts
        assert facts is not None
        room = facts.context_tokens
        if needed + min(room // _LEAST_ANSWER_SHARE, _LEAST_ANSWER) <= room:
            return None
        found = Overflow(needed, room, has_older)
        if room >= facts.trained_context:
            return replace(found, no_larger=NoLarger.TRAINED)
        wanted = _rounded(needed + answer_room(max(needed, room)), facts.trained_context)
        if needed >= wanted:
            return replace(found, no_larger=NoLarger.TOO_LONG)
        try:
            larger = self._priced(wanted, room, facts.parameters)
        except EngineError:
            return replace(found, no_larger=NoLarger.UNKNOWN)
        if larger is None:
            return replace(found, no_larger=NoLarger.MEMORY)
        return replace(found, larger=larger)

    def _priced(self, wanted: int, room: int, parameters: int) -> Larger | None:
        model = self._memory.model
        shape = self._memory.shape(model)
        now, then = (
            fit.need(model.size_bytes, shape, parameters, tokens) for tokens in (room, wanted)
        )
        machine = self._memory.machine()
        # What the model takes now is free once it is loaded anew.
        free = machine.free_bytes + self._engine.memory_bytes
        judged = fit.judge(then, replace(machine, free_bytes=free))
        if judged.label is fit.Label.TOO_BIG:
            return None
        added = max(then.total_bytes - now.total_bytes, 0)
        return Larger(wanted, added, judged.label is fit.Label.CLOSE)


def _rounded(tokens: int, trained: int) -> int:
    """Returns the next doubling that holds so many tokens, as far as the model was trained."""
    size = _SMALLEST
    while size < tokens:
        size *= 2
    return min(size, trained)
