"""Assistants in a chat: chosen, switched, kept with what they wrote; thumbs under an answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from pytestqt.qtbot import QtBot

from desktop_slm.assistants.chat import ASSISTANT
from desktop_slm.assistants.personas import shipped
from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.engine.protocol import Priority
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.chats.messages import Message
from desktop_slm.storage.chats.ratings import DISLIKED, LIKED, rating_of
from desktop_slm.ui.chat.answering.assistant_button import AssistantButton
from desktop_slm.ui.chat.answering.assistant_note import AssistantNote
from desktop_slm.ui.chat.answers.answer_view import AnswerView
from desktop_slm.ui.core import Data
from tests.fakes.tiny_models import make_llama
from tests.ui.chat_window import ChatWindow

PIRATE = Assistant(
    name="Pirate", about="Sails.", instructions="Speak like a pirate.", note="Knows no ships."
)


def _data(window: ChatWindow) -> Data:
    assert window.core.data is not None
    return window.core.data


def _add(window: ChatWindow, assistant: Assistant) -> Assistant:
    kept = _data(window).shelf.add(assistant)
    window.page.refresh_assistants()
    return kept


def _note(window: ChatWindow) -> str:
    note = window.find(AssistantNote)
    return note.accessibleName() if note.isVisible() else ""


def _chosen(window: ChatWindow) -> str:
    return window.find(AssistantButton).accessibleName()


def _choose_in_header(window: ChatWindow, name: str) -> None:
    offered = window.page._assistants.list
    window.wait(lambda: name in [each.name for each in offered.assistants])
    menu = window.find(AssistantButton).menu_of(offered.assistants, "")
    [action] = [each for each in menu.actions() if each.text() == name]
    action.trigger()
    window.wait(lambda: _chosen(window) == f"Assistant: {name}")


def _prompt(window: ChatWindow) -> str:
    """Returns the prompt of the last answer; titles are asked for in the background."""
    requests = window.scripted.requests
    answers = [each for each in requests if each.priority is Priority.INTERACTIVE]
    return "".join(segment.text for segment in answers[-1].prompt)


def _last(window: ChatWindow) -> Message:
    return window.answers()[-1].message


def test_the_general_one_answers_where_nobody_chose(window: ChatWindow) -> None:
    window.wait(lambda: _note(window) == shipped.general().note)
    window.ask("Hello")
    assert shipped.general().instructions in _prompt(window)
    assert _last(window).details[ASSISTANT]["key"] == "general"


def test_one_is_chosen_on_the_empty_page_and_answers(window: ChatWindow) -> None:
    window.click("Contract reader")
    contract = shipped.in_language("contract")
    window.wait(lambda: _note(window) == contract.note)
    window.wait(lambda: contract.about in window.words())
    window.ask("What do I owe?")
    assert contract.instructions in _prompt(window)
    assert _last(window).details[ASSISTANT]["name"] == "Contract reader"
    assert _note(window) == contract.note


def test_the_choice_is_stored_with_the_chat(window: ChatWindow) -> None:
    window.click("Writer")
    window.wait(lambda: _chosen(window) == "Assistant: Writer")
    window.ask("A letter")
    chat_id = _last(window).chat_id
    window.page.new_chat()
    window.wait(lambda: _chosen(window) == "Assistant: General")
    window.page.open_chat(chat_id)
    window.wait(lambda: _chosen(window) == "Assistant: Writer")


def test_switched_in_the_header_the_next_answer_is_the_other_s(window: ChatWindow) -> None:
    _add(window, PIRATE)
    window.ask("Hello")
    _choose_in_header(window, "Pirate")
    window.ask("And now?")
    assert "Speak like a pirate." in _prompt(window)
    wrote = [view.message.details[ASSISTANT]["name"] for view in window.answers()]
    assert wrote == ["General", "Pirate"]


def test_a_choice_made_just_before_sending_counts(window: ChatWindow) -> None:
    kept = _add(window, PIRATE)
    window.page.begin_with(kept.key)
    window.ask("Hello")
    assert "Speak like a pirate." in _prompt(window)


def test_where_it_was_deleted_the_general_one_answers_and_it_is_said(window: ChatWindow) -> None:
    kept = _add(window, PIRATE)
    window.page.begin_with(kept.key)
    window.ask("Hello")
    _data(window).shelf.delete(kept)
    window.page.refresh_assistants()
    window.wait(lambda: "“Pirate” was deleted; General answers here now." in _note(window))
    window.ask("Still there?")
    assert "pirate" not in _prompt(window)
    assert window.answers()[0].message.details[ASSISTANT]["note"] == "Knows no ships."


def test_what_was_changed_is_used_for_the_next_answer(window: ChatWindow) -> None:
    kept = _add(window, PIRATE)
    window.page.begin_with(kept.key)
    window.ask("Hello")
    _data(window).shelf.change(replace(kept, instructions="Whisper."))
    window.ask("And now?")
    assert "Whisper." in _prompt(window)


# Its model


def _installed(window: ChatWindow, name: str) -> InstalledModel:
    folder = window.core.library.folder
    folder.mkdir(parents=True, exist_ok=True)
    make_llama(folder / f"{name}.gguf")
    [model] = [each for each in window.core.library.models() if each.path.stem == name]
    return model


def test_its_own_model_answers_until_the_person_chooses_another(window: ChatWindow) -> None:
    own = _installed(window, "own")
    kept = _add(window, replace(PIRATE, model=own.id))
    window.page.begin_with(kept.key)
    window.ask("Hello")
    assert _last(window).details["model"] == own.id
    other = _installed(window, "other")
    window.core.choose_model(other)
    window.ask("Still its own?")
    assert _last(window).details["model"] == own.id
    window.page._header.model.model_chosen.emit(other)
    window.wait(lambda: window.page._chat.assistant.model == other)
    window.ask("And now?")
    assert _last(window).details["model"] == other.id
    assert _last(window).details[ASSISTANT]["name"] == "Pirate"


def test_a_model_that_is_not_here_is_told_and_the_chosen_one_answers(window: ChatWindow) -> None:
    kept = _add(window, replace(PIRATE, model="big-model"))
    window.page.begin_with(kept.key)
    window.wait(lambda: "The model “big-model” is not on this computer" in _note(window))
    window.ask("Hello")
    assert _last(window).details["model"] == "test 1b"


def test_a_path_as_a_model_s_name_opens_no_file(window: ChatWindow) -> None:
    own = _installed(window, "hidden")
    kept = _add(window, replace(PIRATE, model=str(own.path)))
    window.page.begin_with(kept.key)
    window.ask("Hello")
    assert _last(window).details["model"] == "test 1b"


# Thumbs


def _is_rated(window: ChatWindow, view: AnswerView, rating: int) -> bool:
    return _stored(window, view) == rating_of(window.answers()[0].message) == rating


def _stored(window: ChatWindow, view: AnswerView) -> int:
    return rating_of(window.chats.message(view.message.id))


def test_a_thumb_is_kept_changed_and_taken_back(window: ChatWindow) -> None:
    window.ask("Hello")
    [view] = window.answers()
    for name, rating in (("Good answer", LIKED), ("Bad answer", DISLIKED), ("Bad answer", 0)):
        window.click(name)
        window.wait(partial(_is_rated, window, view, rating))
    assert not window.button("Good answer").isChecked()
    assert not window.button("Bad answer").isChecked()


def test_an_answer_can_be_rated_while_the_next_one_is_written(
    window: ChatWindow, qtbot: QtBot
) -> None:
    window.ask("Hello")
    gate = window.hold_answers()
    window.send("More")
    window.wait(lambda: len(window.answers()) == 2)
    first = window.answers()[0]
    window.click("Good answer", first)
    window.wait(lambda: _stored(window, first) == LIKED)
    gate.set()
    window.wait_for_end()
    assert rating_of(window.answers()[0].message) == LIKED
