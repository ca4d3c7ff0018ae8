"""A turn that does not fit: what is offered, and how earlier messages become a summary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.assistants.chat import ChatOptions, ChatTurns
from desktop_slm.assistants.chat_prompt import ChatPrompts, earlier_note, first_sent, remapped
from desktop_slm.assistants.context import ContextCheck, ModelMemory, NoLarger, Overflow
from desktop_slm.assistants.context_summary import EarlierSummary, Shortening
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EngineStopped, NoEarlierSummary
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.machine import Machine
from desktop_slm.models.shape import Shape
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import Message, MessageState
from tests.fakes.scripted_engine import ScriptedEngine

SHAPE = Shape(attention_layers=24, kv_heads=8, head_size=128, embedding_size=2048)


class Room:
    """A chat of three turns with a scripted engine that has room for `context` words."""

    def __init__(
        self,
        conversations: Conversations,
        templating: Templating,
        model: InstalledModel,
        context: int = 300,
        trained: int = 32_768,
    ) -> None:
        self.conversations = conversations
        self.templating = templating
        self.model = model
        self.engine = ScriptedEngine(context=context)
        self.engine.trained_context = trained
        self.engine.load(Model(model.path))
        self.turns = ChatTurns(conversations, self.engine, templating)
        first = conversations.begin_chat("question 0 " + "word " * 60)
        self.chat_id = first.answer.chat_id
        self._end(first.answer.id)
        for number in (1, 2):
            turn = conversations.begin_turn(self.chat_id, f"question {number} " + "word " * 60)
            self._end(turn.answer.id)

    def _end(self, number: int) -> None:
        self.conversations.finish_answer(number, MessageState.COMPLETE, text="An answer.")

    def path(self) -> tuple[Message, ...]:
        return self.conversations.path(self.chat_id)

    def look(
        self, text: str, machine: Callable[[], Machine] | Machine | None = None
    ) -> Overflow | None:
        found = machine if callable(machine) else lambda: machine or _machine(32 << 30)
        memory = ModelMemory(self.model, lambda model: SHAPE, found)
        prompts = ChatPrompts(self.engine, self.templating)
        return ContextCheck(self.engine, prompts, memory).of_next(self.path(), text, ())

    def send(self, text: str, **wish: bool) -> Message:
        turn = self.conversations.begin_turn(self.chat_id, text)
        options = ChatOptions(self.model, **wish)  # type: ignore[arg-type]
        self.events: list[object] = []
        return self.turns.answer(turn.answer, options, self.events.append, Cancellation())

    def sent(self) -> str:
        return "".join(segment.text for segment in self.engine.requests[-1].prompt)


def _shortens(request: Request) -> bool:
    return any("You shorten" in segment.text for segment in request.prompt)


def _machine(memory_bytes: int) -> Machine:
    return Machine("x", 4, memory_bytes, memory_bytes // 2, 1 << 40)


@pytest.fixture
def room(conversations: Conversations, templating: Templating, model: InstalledModel) -> Room:
    return Room(conversations, templating, model)


def test_a_turn_that_fits_is_no_overflow(room: Room) -> None:
    assert room.look("short") is None


def test_a_larger_context_is_priced_by_the_model_s_own_shape(
    conversations: Conversations, templating: Templating, model: InstalledModel
) -> None:
    room = Room(conversations, templating, model, context=8192)
    found = room.look("word " * 9000)
    assert found is not None
    assert found.larger is not None
    assert found.larger.context_tokens == 16_384
    # 24 layers, 8 heads of 128 numbers, keys and values in 16 bits, for two conversations
    assert found.larger.added_bytes == 2 * 24 * 2 * 8 * 128 * 2 * (16_384 - 8192)
    assert not found.larger.is_tight
    assert found.has_older


def test_a_context_that_needs_other_programs_closed_says_so(
    conversations: Conversations, templating: Templating, model: InstalledModel
) -> None:
    room = Room(conversations, templating, model, context=8192)
    tight = Machine("x", 4, 32 << 30, 1 << 30, 1 << 40)
    found = room.look("word " * 9000, tight)
    assert found is not None
    assert found.larger is not None
    assert found.larger.is_tight


@pytest.mark.parametrize(
    ("context", "trained", "memory", "words", "why"),
    [
        (300, 300, 32 << 30, 300, NoLarger.TRAINED),
        (8192, 32_768, 1 << 30, 9000, NoLarger.MEMORY),
        (300, 2048, 32 << 30, 3000, NoLarger.TOO_LONG),
    ],
)
def test_no_larger_context_is_offered_without_a_reason(
    conversations: Conversations,
    templating: Templating,
    model: InstalledModel,
    context: int,
    trained: int,
    memory: int,
    words: int,
    why: NoLarger,
) -> None:
    room = Room(conversations, templating, model, context, trained)
    found = room.look("word " * words, _machine(memory))
    assert found is not None
    assert (found.larger, found.no_larger) == (None, why)


def test_a_memory_that_cannot_be_measured_is_said(room: Room) -> None:
    def fail() -> Machine:
        raise EngineStopped(how="signal 9")

    found = room.look("word " * 200, fail)
    assert found is not None
    assert found.no_larger is NoLarger.UNKNOWN


# Summaries of what is left out


def test_the_summary_goes_in_place_of_what_is_left_out_and_is_kept(room: Room) -> None:
    room.engine.script = lambda request: "They spoke of words." if _shortens(request) else "Fine."
    answer = room.send("now " * 100, summarizes_earlier=True)
    assert answer.text == "Fine."
    assert "They spoke of words." in room.sent()
    assert "question 0" not in room.sent()
    path = room.path()
    assert earlier_note(path) == "They spoke of words."
    assert first_sent(path) in {message.id for message in path}
    assert any(isinstance(event, Shortening) for event in room.events)
    again = room.send("and then")
    assert "They spoke of words." in room.sent()
    assert first_sent([again]) == first_sent(path)


def test_a_second_summary_takes_the_first_one_along(room: Room) -> None:
    seen: list[str] = []

    def script(request: object) -> str:
        prompt = "".join(segment.text for segment in request.prompt)  # type: ignore[attr-defined]
        if not _shortens(request):  # type: ignore[arg-type]
            return "Fine."
        seen.append(prompt)
        return f"Summary {len(seen)}."

    room.engine.script = script
    room.send("now " * 100, summarizes_earlier=True)
    made = len(seen)
    room.send("later " * 150, summarizes_earlier=True)
    assert f"Summary {made}." in seen[made]
    assert earlier_note(room.path()) == f"Summary {len(seen)}."


def test_leaving_out_more_keeps_the_summary_of_what_is_out_already(room: Room) -> None:
    room.engine.script = lambda request: "They spoke of words." if _shortens(request) else "Fine."
    room.send("now " * 100, summarizes_earlier=True)
    room.send("later " * 150, leaves_oldest_out=True)
    assert "They spoke of words." in room.sent()
    assert "now now" not in room.sent()


def test_a_summary_of_nothing_is_an_error_and_nothing_is_sent(room: Room) -> None:
    room.engine.script = lambda request: " "
    with pytest.raises(NoEarlierSummary):
        room.send("now " * 100, summarizes_earlier=True)
    assert all(_shortens(request) for request in room.engine.requests)
    assert room.path()[-1].state is MessageState.FAILED


def test_a_summary_can_be_stopped(room: Room) -> None:
    cancellation = Cancellation()
    summary = EarlierSummary(room.engine, room.templating)
    with pytest.raises(Cancelled):
        summary.make(room.path(), "", lambda event: cancellation.cancel(), cancellation)
    assert not room.engine.requests


def test_what_is_read_for_a_summary_fits_part_by_part(room: Room) -> None:
    room.engine.script = lambda request: "Short."
    summary = EarlierSummary(room.engine, room.templating)
    summary.make(room.path(), "", lambda event: None, Cancellation())
    assert len(room.engine.requests) > 1
    lengths = [room.engine.prompt_length(request.prompt) for request in room.engine.requests]
    assert max(lengths) < room.engine.context
    read = " ".join("".join(s.text for s in request.prompt) for request in room.engine.requests)
    assert all(f"question {number}" in read for number in range(3))


def test_ids_in_details_are_those_of_the_copy() -> None:
    assert remapped({"sent_from": 4, "seed": 1}, {4: 9}) == {"sent_from": 9, "seed": 1}
    assert remapped({"seed": 1}, {4: 9}) == {"seed": 1}
