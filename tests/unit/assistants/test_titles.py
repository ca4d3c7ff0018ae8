"""Titles from first words: short, on one line, without marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.assistants.titles import ModelTitles, title_of
from desktop_slm.engine.protocol import Priority
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model
from tests.fakes.scripted_engine import ScriptedEngine


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("What is the capital?", "What is the capital?"),
        ("\n\n  ## Plan for *Oslo* **\nmore", "Plan for *Oslo"),
        ("---\nThe words", "The words"),
        ("Hello, ", "Hello"),
        ("   \n---\n", ""),
        ("word " * 40, "word word word word word word word word word…"),
        ("x" * 80, "x" * 48 + "…"),
        ("日本語の質問です", "日本語の質問です"),
    ],
)
def test_a_title_is_the_first_line_with_words(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.fixture(scope="module")
def templating() -> Iterator[Templating]:
    made = Templating()
    yield made
    made.close()


@pytest.fixture
def engine() -> ScriptedEngine:
    made = ScriptedEngine()
    made.load(Model(Path("model.gguf")))
    return made


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Subletting a flat", "Subletting a flat"),
        ('"Subletting a flat."', "Subletting a flat"),
        ("Title: **Subletting a flat**", "Subletting a flat"),
        ("Titel: „Wohnung untervermieten“", "Wohnung untervermieten"),
        ("\n転貸について\n", "転貸について"),
        ("Here are some titles:\n- Subletting\n- Flats", ""),
        ("Only with written consent of the landlord may the tenant of a flat sublet it.", ""),
        ("", ""),
        ("?!", ""),
    ],
)
def test_a_model_s_title_is_taken_where_it_is_one(
    engine: ScriptedEngine, templating: Templating, written: str, title: str
) -> None:
    engine.script = lambda request: written
    made = ModelTitles(engine, templating).make("Can I sublet?", "Only with…", Cancellation())
    assert made == title


def test_a_title_is_asked_as_background_work_and_with_little(
    engine: ScriptedEngine, templating: Templating
) -> None:
    engine.script = lambda request: "A title"
    ModelTitles(engine, templating).make("q" * 10_000, "a" * 10_000, Cancellation())
    [request] = engine.requests
    assert request.priority is Priority.BATCH
    assert sum(len(segment.text) for segment in request.prompt) < 5_000
    assert 0 < request.max_tokens <= 32


def test_nothing_is_loaded_for_a_title(templating: Templating) -> None:
    engine = ScriptedEngine()
    assert ModelTitles(engine, templating).make("q", "a", Cancellation()) == ""
    assert engine.loads == []
    assert engine.requests == []


def test_a_cancelled_title_is_not_asked_for(engine: ScriptedEngine, templating: Templating) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(Cancelled):
        ModelTitles(engine, templating).make("q", "a", cancellation)
    assert engine.requests == []
