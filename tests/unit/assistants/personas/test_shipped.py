"""The assistants that come with the app: all there, in both languages, fit for small models."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from desktop_slm.assistants.personas import shipped
from desktop_slm.assistants.personas.assistant import ICONS
from desktop_slm.assistants.personas.fields import MOST_NOTE
from desktop_slm.assistants.personas.prompt_library import PLACE, PromptLibrary, slug
from desktop_slm.storage.database import Database
from desktop_slm.storage.library.prompts import OwnPrompts
from desktop_slm.storage.times import utc_now

_MOST_WORDS = 170  # of instructions: what a model of 1B still follows


def test_every_file_is_offered() -> None:
    folder = resources.files("desktop_slm.resources") / "assistants"
    names = {file.name.removesuffix(".toml") for file in folder.iterdir()} - {"prompts"}
    assert names == set(shipped.KEYS)


@pytest.mark.parametrize("language", shipped.LANGUAGES)
@pytest.mark.parametrize("key", shipped.KEYS)
def test_it_says_what_it_is_and_what_it_cannot(key: str, language: str) -> None:
    assistant = shipped.in_language(key, language)
    assert assistant.key == key
    assert assistant.name and assistant.about and assistant.instructions
    assert 40 < len(assistant.note) <= MOST_NOTE
    assert len(assistant.instructions.split()) <= _MOST_WORDS
    assert assistant.icon in ICONS


@pytest.mark.parametrize("key", shipped.KEYS)
def test_german_has_words_of_its_own_for_everything(key: str) -> None:
    english, german = shipped.in_language(key, "en"), shipped.in_language(key, "de")
    for name in ("name", "about", "instructions", "note"):
        assert getattr(english, name) != getattr(german, name)
    assert len(english.examples) == len(german.examples)
    assert english.sampling == german.sampling


def test_a_language_that_is_not_there_gives_english() -> None:
    assert shipped.in_language("writer", "pt") == shipped.in_language("writer", "en")


def test_every_icon_is_there() -> None:
    folder = resources.files("desktop_slm.resources") / "icons"
    assert [name for name in ICONS if not (folder / f"{name}.svg").is_file()] == []


@pytest.mark.parametrize("language", shipped.LANGUAGES)
def test_shipped_prompts_can_be_typed_and_have_one_place(language: str) -> None:
    prompts = PromptLibrary(OwnPrompts(Database.in_memory(), utc_now), language).all()
    assert len({prompt.name for prompt in prompts}) == len(prompts) >= 8
    for prompt in prompts:
        assert slug(prompt.name) == prompt.name
        assert prompt.text.count(PLACE) == 1


def test_every_shipped_prompt_is_there_in_german() -> None:
    tables = tomllib.loads(shipped.text("prompts"))["prompt"]
    assert [each["name"] for each in tables if set(each["de"]) != {"name", "text"}] == []
