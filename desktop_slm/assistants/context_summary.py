"""Makes a summary of a chat's earlier messages, which goes to the model in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_slm.assistants import prompts
from desktop_slm.assistants.attachments import attachments_of, full_text
from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.engine.protocol import GREEDY, Request, StopReason
from desktop_slm.engine.templating import Templating, Turn
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.errors import EmptyPrompt, NoEarlierSummary
from desktop_slm.storage.chats.messages import Message, Role

_MOST_TOKENS = 512
_SHARE = 8  # of the room is what a summary may take at most
_SPEAKERS = {Role.USER: "Person", Role.ASSISTANT: "Assistant", Role.SYSTEM: "Instructions"}


@dataclass(frozen=True, slots=True)
class Shortening:
    """The earlier messages are being summarized: so many parts of so many are done."""

    done: int
    total: int


def note_room(context_tokens: int) -> int:
    """Returns how many tokens a summary of earlier messages may have."""
    return min(context_tokens // _SHARE, _MOST_TOKENS)


class EarlierSummary:
    """Reads what is left out in parts that fit, each with the summary of those before. Blocks."""

    def __init__(self, engine: TextEngine, templating: Templating) -> None:
        self._engine = engine
        self._templating = templating

    def make(
        self,
        messages: Sequence[Message],
        before: str,
        emit: Callable[[Shortening], None],
        cancellation: Cancellation,
    ) -> str:
        """Returns the summary of these messages and of the summary `before` them.

        Raises NoEarlierSummary where the model writes none, Cancelled, and the engine's errors.
        """
        facts = self._engine.facts
        if facts is None:
            raise EmptyPrompt
        most = note_room(facts.context_tokens)
        instruction = prompts.instruction("chat_shorten")
        around = self._engine.count_tokens([instruction])[0]
        parts = self._parts(_told(messages), facts.context_tokens - 3 * most - 2 * around)
        note = before
        for number, part in enumerate(parts):
            emit(Shortening(number, len(parts)))
            note = self._shortened(instruction, f"{note}\n\n{part}".strip(), most, cancellation)
        emit(Shortening(len(parts), len(parts)))
        return note

    def _shortened(self, instruction: str, text: str, most: int, cancellation: Cancellation) -> str:
        assert self._engine.facts is not None
        turns = [Turn("system", instruction), Turn(Role.USER.value, text)]
        prompt = self._templating.prompt(self._engine.facts, turns)
        request = Request(prompt=prompt.segments, sampling=GREEDY, max_tokens=most, streaming=False)
        cancellation.check()
        stream = self._engine.generate(request)
        cancellation.when_cancelled(stream.cancel)
        end = stream.result()
        if end.stop_reason is StopReason.CANCELLED:
            raise Cancelled
        if not end.text.strip():
            raise NoEarlierSummary
        return end.text.strip()

    def _parts(self, text: str, budget: int) -> list[str]:
        """Cuts a text into parts of at most `budget` tokens, between lines or words if it can."""
        if len(text) < 2 or self._engine.count_tokens([text])[0] <= max(budget, 1):
            return [text]
        middle = len(text) // 2
        for mark in ("\n\n", "\n", " "):
            at = text.rfind(mark, len(text) // 4, middle)
            if at > 0:
                middle = at
                break
        return [*self._parts(text[:middle], budget), *self._parts(text[middle:], budget)]


def _told(messages: Sequence[Message]) -> str:
    """Returns who said what."""
    said = (
        f"{_SPEAKERS[each.role]}: {full_text(each.text, attachments_of(each)).strip()}"
        for each in messages
        if each.text.strip() or attachments_of(each)
    )
    return "\n\n".join(said)
