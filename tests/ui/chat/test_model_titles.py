"""Titles by the model: after the first answer, in the background, never over a person's own."""

from __future__ import annotations

import threading

import pytest

from desktop_slm.engine.protocol import Priority, Request
from desktop_slm.ui.chat.answering.model_titles import TitleWork
from tests.ui.chat_window import ChatWindow


def script(request: Request) -> str:
    return "Subletting a flat" if request.priority is Priority.BATCH else "An answer."


@pytest.fixture
def titled(window: ChatWindow) -> ChatWindow:
    window.core.settings = window.core.settings.with_changes(model_titles=True)
    window.scripted.script = script
    window.open_data()
    return window


def batches(window: ChatWindow) -> int:
    return sum(each.priority is Priority.BATCH for each in window.scripted.requests)


def title(window: ChatWindow) -> str:
    return window.page._header.title.title()


def test_the_first_answer_gives_the_chat_a_title(titled: ChatWindow) -> None:
    titled.ask("Can I sublet my flat?")
    titled.wait(lambda: title(titled) == "Subletting a flat")
    [chat] = titled.chats.recent()
    assert (chat.title, chat.has_own_title) == ("Subletting a flat", False)


def test_the_words_are_the_title_until_then_and_nothing_waits(titled: ChatWindow) -> None:
    held = threading.Event()

    def slow(request: Request) -> str:
        if request.priority is Priority.BATCH:
            held.wait(10)
        return script(request)

    titled.scripted.script = slow
    titled.ask("Can I sublet my flat?")
    assert title(titled) == "Can I sublet my flat?"
    titled.ask("And the garage?")
    held.set()
    titled.wait(lambda: title(titled) == "Subletting a flat")


def test_later_answers_ask_for_no_title(titled: ChatWindow) -> None:
    titled.ask("one")
    titled.wait(lambda: title(titled) == "Subletting a flat")
    titled.ask("two")
    assert titled.operations.stop()  # whatever was asked for has run
    assert batches(titled) == 1


def test_the_person_s_own_title_stays(titled: ChatWindow) -> None:
    held = threading.Event()

    def slow(request: Request) -> str:
        if request.priority is Priority.BATCH:
            held.wait(10)
        return script(request)

    titled.scripted.script = slow
    titled.ask("Can I sublet my flat?")
    titled.wait(lambda: batches(titled) == 1)
    [chat] = titled.chats.recent()
    titled.chats.rename(chat.id, "Mine")
    held.set()
    titled.wait(lambda: title(titled) == "Mine")
    assert titled.chats.chat(chat.id).title == "Mine"


def test_what_is_no_title_leaves_the_words(titled: ChatWindow) -> None:
    titled.scripted.script = lambda request: "One.\n\nTwo."
    titled.ask("Can I sublet my flat?")
    titled.wait(lambda: batches(titled) == 1)
    titled.ask("And?")
    assert titled.chats.recent()[0].title == "Can I sublet my flat?"


def test_the_setting_switches_it_off(titled: ChatWindow) -> None:
    titled.core.change_settings(model_titles=False)
    titled.ask("one")
    titled.ask("two")
    assert titled.operations.stop()
    assert batches(titled) == 0


def test_a_model_that_was_let_go_is_not_loaded_again(titled: ChatWindow) -> None:
    answers = titled.page._chat.live_answers
    answers.ended.disconnect()  # what follows is to come before the title is asked for
    answers.ended.connect(titled.page._chat._on_answer_ended)
    answers.ended.connect(lambda message: titled.scripted.unload())
    TitleWork(titled.core, answers, titled.page)
    titled.ask("one")
    loads = len(titled.scripted.loads)
    assert titled.operations.stop()
    assert batches(titled) == 0
    assert len(titled.scripted.loads) == loads
