"""A chat turn: what is asked, what is stored, and what is left when it goes wrong."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop_slm.assistants.attachments import Attachment, details_of
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.chat import BUILT_IN, TEMPLATE, ChatEvent, ChatOptions, ChatTurns
from desktop_slm.assistants.chat_prompt import sent
from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.engine.protocol import Delta, Segment
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import ContextFull, EmptyPrompt, EngineStopped
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import Message, MessageState
from tests.fakes.scripted_engine import ScriptedEngine, last_text
from tests.fakes.tiny_models import CHATML


class Chat:
    """A chat with a scripted engine."""

    def __init__(
        self, conversations: Conversations, templating: Templating, model: InstalledModel
    ) -> None:
        self.conversations = conversations
        self.engine = ScriptedEngine()
        self.turns = ChatTurns(conversations, self.engine, templating)
        self.options = ChatOptions(model, Assistant(instructions="Be brief."))
        self.events: list[ChatEvent] = []
        self.cancellation = Cancellation()

    def begin(self, text: str) -> Message:
        return self.conversations.begin_chat(text).answer

    def answer(self, answer: Message) -> Message:
        return self.turns.answer(answer, self.options, self.events.append, self.cancellation)


@pytest.fixture
def chat(conversations: Conversations, templating: Templating, model: InstalledModel) -> Chat:
    return Chat(conversations, templating, model)


def _prompt(chat: Chat) -> str:
    return "".join(segment.text for segment in chat.engine.requests[-1].prompt)


def test_an_answer_is_streamed_and_stored_with_what_it_took(chat: Chat) -> None:
    chat.engine.script = lambda request: "Paris is the capital."
    answer = chat.answer(chat.begin("What is the capital?"))
    shown = "".join(event.text for event in chat.events if isinstance(event, Delta))
    assert answer.text == shown == "Paris is the capital."
    assert answer.state is MessageState.COMPLETE
    assert answer.details["stop_reason"] == "finished"
    assert answer.details["model"] == "test"
    assert answer.details["new_tokens"] == 4
    assert isinstance(answer.details["sampling"]["seed"], int)


def test_the_prompt_holds_instructions_and_all_turns_in_order(chat: Chat) -> None:
    first = chat.answer(chat.begin("One?"))
    turn = chat.conversations.begin_turn(first.chat_id, "Two?")
    chat.answer(turn.answer)
    assert _prompt(chat) == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nOne?<|im_end|>\n"
        "<|im_start|>assistant\nAn answer.<|im_end|>\n<|im_start|>user\nTwo?<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_another_branch_is_not_in_the_prompt(chat: Chat) -> None:
    first = chat.answer(chat.begin("A secret of the first branch"))
    user = chat.conversations.path(first.chat_id)[0]
    turn = chat.conversations.begin_edit(user.id, "Another question")
    chat.answer(turn.answer)
    assert "secret" not in _prompt(chat)


def test_a_seed_is_drawn_for_each_answer_and_kept_where_given(
    chat: Chat, model: InstalledModel
) -> None:
    seeds = {chat.answer(chat.begin("x")).details["sampling"]["seed"] for _ in range(3)}
    assert len(seeds) == 3
    chat.options = ChatOptions(model, seed=7)
    assert chat.answer(chat.begin("x")).details["sampling"]["seed"] == 7


def test_stopping_keeps_what_is_there(chat: Chat) -> None:
    chat.engine.script = lambda request: "one two three four five six"
    answer = chat.begin("Count")

    def stop_after_two(event: ChatEvent) -> None:
        chat.events.append(event)
        if len([e for e in chat.events if isinstance(e, Delta)]) == 2:
            chat.cancellation.cancel()

    stored = chat.turns.answer(answer, chat.options, stop_after_two, chat.cancellation)
    assert stored.text == "one two"
    assert stored.state is MessageState.STOPPED


def test_stopping_before_the_first_word_leaves_an_empty_stopped_answer(chat: Chat) -> None:
    chat.cancellation.cancel()
    stored = chat.answer(chat.begin("x"))
    assert (stored.text, stored.state) == ("", MessageState.STOPPED)


def test_a_dead_engine_leaves_the_text_so_far(chat: Chat) -> None:
    chat.engine.script = lambda request: EngineStopped(how="signal 9")
    chat.engine.text_before_error = "It begins with"
    answer = chat.begin("x")
    with pytest.raises(EngineStopped):
        chat.answer(answer)
    stored = chat.conversations.message(answer.id)
    assert (stored.text, stored.state) == ("It begins with", MessageState.FAILED)
    assert stored.details["error"] == "EngineStopped"


def test_an_answer_that_failed_without_text_is_not_in_the_next_prompt(chat: Chat) -> None:
    chat.engine.script = lambda request: EngineStopped(how="signal 9")
    chat.engine.text_before_error = ""
    answer = chat.begin("first")
    with pytest.raises(EngineStopped):
        chat.answer(answer)
    chat.engine.script = lambda request: "Fine."
    turn = chat.conversations.begin_turn(answer.chat_id, "second")
    assert chat.answer(turn.answer).text == "Fine."
    assert last_text(chat.engine.requests[-1]) == "first\n\nsecond"


def test_what_does_not_fit_is_refused_and_kept(chat: Chat) -> None:
    chat.engine.context = 20
    answer = chat.begin("word " * 50)
    with pytest.raises(ContextFull):
        chat.answer(answer)
    user, stored = chat.conversations.path(answer.chat_id)
    assert user.text == "word " * 50
    assert stored.state is MessageState.FAILED


def test_an_empty_message_is_not_answered(chat: Chat) -> None:
    with pytest.raises(EmptyPrompt):
        chat.answer(chat.begin("  \n"))
    assert not chat.engine.requests


def test_the_text_is_stored_at_most_every_half_second(
    conversations: Conversations,
    templating: Templating,
    model: InstalledModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = ScriptedEngine(lambda request: " ".join(["word"] * 200))
    times = iter(range(100_000))
    turns = ChatTurns(conversations, engine, templating, clock=lambda: next(times) * 0.01)
    saves: list[str] = []
    update = conversations.update_answer

    def noted(message_id: int, text: str, thinking: str = "") -> bool:
        saves.append(text)
        return update(message_id, text, thinking)

    monkeypatch.setattr(conversations, "update_answer", noted)
    answer = conversations.begin_chat("x").answer
    turns.answer(answer, ChatOptions(model), lambda event: None, Cancellation())
    assert 2 <= len(saves) <= 6
    assert conversations.message(answer.id).text == " ".join(["word"] * 200)


def test_a_wish_to_stop_reaches_work_that_registers_later() -> None:
    cancellation = Cancellation()
    called = threading.Event()
    cancellation.cancel()
    cancellation.when_cancelled(called.set)
    assert called.is_set()


def test_a_model_runs_as_the_settings_say(
    conversations: Conversations, templating: Templating, model: InstalledModel
) -> None:
    chat = Chat(conversations, templating, model)
    wanted = Model(model.path, threads=3, context_tokens=2048)
    chat.turns = ChatTurns(conversations, chat.engine, templating, to_run=lambda model: wanted)
    chat.answer(chat.begin("Hello"))
    assert chat.engine.loads == [wanted]


def test_an_answer_tells_that_a_built_in_template_wrote_its_prompt(
    conversations: Conversations, model: InstalledModel
) -> None:
    def built_in(template: str, messages: Sequence[tuple[str, str]]) -> str:
        assert template == "{{ broken"
        return "".join(f"[{role}] {text}\n" for role, text in messages)

    templating = Templating(built_in=built_in)
    chat = Chat(conversations, templating, model)
    chat.engine.template = "{{ broken"
    failed = chat.answer(chat.begin("Hello"))
    assert failed.details[TEMPLATE] == BUILT_IN
    assert _prompt(chat) == "[system] Be brief.\n[user] Hello\n"
    chat.engine.template = CHATML
    assert TEMPLATE not in chat.answer(chat.begin("Hello")).details
    templating.close()


# What goes with a message, what goes on, what is left out


def test_an_attached_text_is_sent_as_a_literal_in_this_turn_and_the_next(chat: Chat) -> None:
    details = details_of([Attachment("lease.txt", "The rent is 900. <|im_end|>")])
    first = chat.conversations.begin_chat("How much?", user_details=details).answer
    chat.answer(first)
    text = last_text(chat.engine.requests[-1])
    assert text == "lease.txt:\n\nThe rent is 900. <|im_end|>\n\nHow much?"
    chat.answer(chat.conversations.begin_turn(first.chat_id, "And then?").answer)
    assert "The rent is 900." in _prompt(chat)


def test_a_file_without_words_can_be_asked_about(chat: Chat) -> None:
    details = details_of([Attachment("lease.txt", "The rent is 900.")])
    answer = chat.conversations.begin_chat("", user_details=details).answer
    assert chat.answer(answer).text == "An answer."


def test_an_answer_goes_on_behind_its_text(chat: Chat) -> None:
    answer = chat.begin("Count")
    chat.conversations.finish_answer(
        answer.id, MessageState.FAILED, text="one", details={"error": "EngineStopped"}
    )
    chat.engine.script = lambda request: ", two"
    stored = chat.answer(chat.conversations.resume_answer(answer.id))
    assert (stored.text, stored.state) == ("one, two", MessageState.COMPLETE)
    assert stored.details["error"] == ""
    assert chat.engine.requests[-1].prompt[-1] == Segment("one", is_literal=True)


def test_the_text_before_stays_where_going_on_fails(chat: Chat) -> None:
    answer = chat.begin("Count")
    chat.conversations.finish_answer(answer.id, MessageState.STOPPED, text="one")
    chat.engine.script = lambda request: EngineStopped(how="signal 9")
    chat.engine.text_before_error = ", two"
    with pytest.raises(EngineStopped):
        chat.answer(chat.conversations.resume_answer(answer.id))
    assert chat.conversations.message(answer.id).text == "one, two"


def _full_chat(chat: Chat) -> Message:
    """Returns an answer to be written in a chat of which only the end fits."""
    answer = chat.answer(chat.begin("question 0 " + "word " * 40))
    for number in range(1, 4):
        text = f"question {number} " + "word " * 40
        answer = chat.answer(chat.conversations.begin_turn(answer.chat_id, text).answer)
    chat.engine.context = 150
    return chat.conversations.begin_turn(answer.chat_id, "the last").answer


def test_the_oldest_are_left_out_only_where_a_person_says_so(chat: Chat) -> None:
    answer = _full_chat(chat)
    with pytest.raises(ContextFull):
        chat.answer(answer)
    chat.options = replace(chat.options, leaves_oldest_out=True)
    stored = chat.answer(chat.conversations.resume_answer(answer.id))
    prompt = _prompt(chat)
    assert "question 0" not in prompt
    assert "question 3" in prompt  # no more than it takes
    path = chat.conversations.path(answer.chat_id)
    first = next(message for message in path if message.id == stored.details["sent_from"])
    assert first.text.startswith("question 2") or first.text.startswith("question 3")
    assert list(sent(path)) == list(path[path.index(first) :])


def test_a_last_message_that_cannot_fit_alone_is_an_error(chat: Chat) -> None:
    chat.engine.context = 30
    chat.options = replace(chat.options, leaves_oldest_out=True)
    with pytest.raises(ContextFull):
        chat.answer(chat.begin("word " * 50))


def test_how_long_an_answer_took_is_stored(chat: Chat) -> None:
    assert chat.answer(chat.begin("x")).details["seconds"] >= 0
