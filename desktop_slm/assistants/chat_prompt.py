"""From a chat's messages to the prompt of the next answer: what is sent, and how long it is.

Nothing is left out by itself. Where a person said so, an answer's details name the message that
the prompt begins with (`sent_from`), and later answers of that branch begin there, too. What
stands before it goes as a summary where the details have one (`earlier_note`), else not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_slm.assistants import chat_evidence, prompts
from desktop_slm.assistants.attachments import Attachment, attachments_of, full_text
from desktop_slm.assistants.personas import shipped
from desktop_slm.assistants.personas.assistant import PLAIN, Assistant
from desktop_slm.engine.protocol import ModelFacts, Segment
from desktop_slm.engine.templating import TemplatedPrompt, Templating, Turn
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.errors import ContextFull, EmptyPrompt
from desktop_slm.storage.chats.messages import Details, Message, Role

SENT_FROM = "sent_from"
EARLIER = "earlier_note"
_ANSWER_SHARE = 4  # what is left out makes room for an answer of a quarter of the context,
_ANSWER_TOKENS = 1024  # and at most of so many tokens


def first_sent(path: Sequence[Message]) -> int | None:
    """Returns the id of the first message that is sent, or None where that is all of them."""
    for message in reversed(path):
        if SENT_FROM in message.details:
            return int(message.details[SENT_FROM])
    return None


def earlier_note(path: Sequence[Message]) -> str:
    """Returns the summary that goes in place of the messages that are left out, or ""."""
    for message in reversed(path):
        if SENT_FROM in message.details:
            return str(message.details.get(EARLIER, ""))
    return ""


def remapped(details: Details, ids: Mapping[int, int]) -> Details:
    """Returns the details of a message for a copy of its chat, where ids are others."""
    details = chat_evidence.remapped(details, ids)
    if SENT_FROM not in details:
        return details
    first = details[SENT_FROM]
    if isinstance(first, int) and first in ids:
        return {**details, SENT_FROM: ids[first]}
    return {name: details[name] for name in details if name not in (SENT_FROM, EARLIER)}


def sent(path: Sequence[Message], first: int | None = None) -> Sequence[Message]:
    """Returns the messages of a branch that go to the model."""
    wanted = first_sent(path) if first is None else first
    place = next((at for at, message in enumerate(path) if message.id == wanted), 0)
    return path[place:]


def answer_room(context_tokens: int) -> int:
    """Returns how much is kept free for an answer where messages are left out."""
    return min(context_tokens // _ANSWER_SHARE, _ANSWER_TOKENS)


class ChatPrompts:
    """Writes and measures prompts with the loaded model's own template. Blocks."""

    def __init__(self, engine: TextEngine, templating: Templating) -> None:
        self._engine = engine
        self._templating = templating

    def write(
        self,
        messages: Sequence[Message],
        assistant: Assistant = PLAIN,
        begun: str = "",
        earlier: str = "",
    ) -> TemplatedPrompt:
        """Returns the prompt for the next answer; one that goes on begins with the text `begun`.

        `earlier` is a summary of what stands before these messages.
        """
        prompt = self._templating.prompt(self._facts(), _turns(messages, assistant, earlier))
        if not begun:
            return prompt
        return replace(prompt, segments=(*prompt.segments, Segment(begun, is_literal=True)))

    def length(
        self,
        messages: Sequence[Message],
        assistant: Assistant = PLAIN,
        begun: str = "",
        earlier: str = "",
    ) -> int:
        """Returns how many tokens the prompt takes."""
        prompt = self.write(messages, assistant, begun, earlier)
        return self._engine.prompt_length(prompt.segments)

    def length_with(
        self,
        messages: Sequence[Message],
        text: str,
        attachments: Sequence[Attachment] = (),
        assistant: Assistant = PLAIN,
        earlier: str = "",
    ) -> int:
        """Returns the length with what a person is about to send."""
        turns = _turns(messages, assistant, earlier)
        _add(turns, Role.USER.value, full_text(text, attachments) or " ")
        prompt = self._templating.prompt(self._facts(), turns)
        return self._engine.prompt_length(prompt.segments)

    def fitting(
        self, messages: Sequence[Message], assistant: Assistant = PLAIN, kept_tokens: int = 0
    ) -> Message:
        """Returns the first message of the longest end of a chat that leaves room for an answer.

        `kept_tokens` are kept free besides: for a summary, or for what an answer has already.
        Raises ContextFull where the last message alone does not fit.
        """
        room = self._facts().context_tokens
        wanted = room - answer_room(room) - kept_tokens
        starts = [at for at, message in enumerate(messages) if message.role is Role.USER]
        low, high = 0, len(starts) - 1
        while low < high:
            middle = (low + high) // 2
            if self.length(messages[starts[middle] :], assistant) <= wanted:
                high = middle
            else:
                low = middle + 1
        needed = self.length(messages[starts[low] :], assistant) + 1 + kept_tokens
        if needed > room:
            raise ContextFull(needed_tokens=needed, context_tokens=room)
        return messages[starts[low]]

    def _facts(self) -> ModelFacts:
        facts = self._engine.facts
        if facts is None:
            raise EmptyPrompt
        return facts


def _turns(messages: Sequence[Message], assistant: Assistant, earlier: str = "") -> list[Turn]:
    turns = _opening(assistant)
    if earlier:
        _add(turns, Role.USER.value, f"{prompts.instruction('chat_earlier')}\n\n{earlier}")
    for message in messages:
        text = full_text(message.text, attachments_of(message))
        if text.strip():  # else an answer that failed before its first word
            _add(turns, message.role.value, text)
    return turns


def _opening(assistant: Assistant) -> list[Turn]:
    """Returns what stands before a chat and never changes in it: a prefix that stays in memory."""
    instructions = assistant.instructions or shipped.general().instructions
    turns = [Turn("system", _with_documents(instructions, assistant.documents))]
    for example in assistant.examples:
        _add(turns, Role.USER.value, example.question)
        _add(turns, Role.ASSISTANT.value, example.answer)
    return turns


def _with_documents(instructions: str, documents: Sequence[Attachment]) -> str:
    if not documents:
        return instructions
    return f"{instructions}\n\n{full_text('', documents)}"


def _add(turns: list[Turn], role: str, text: str) -> None:
    """Adds a turn; templates want the roles to alternate, so neighbours of one role are joined."""
    if turns[-1].role == role:
        turns[-1] = replace(turns[-1], text=f"{turns[-1].text}\n\n{text}")
    else:
        turns.append(Turn(role, text))
