"""Prompts by name: which are meant while one types, and what they put into the box."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_slm.assistants.personas.prompt_library import (
    Prompt,
    PromptLibrary,
    fill,
    matching,
    slug,
)
from desktop_slm.errors import PromptNameTaken, PromptNameUnfit
from desktop_slm.storage.database import Database
from desktop_slm.storage.library.prompts import OwnPrompts
from desktop_slm.storage.times import utc_now

SHORT, SEND, RESEND = Prompt("short", "Cut: {text}!"), Prompt("send", "Hi"), Prompt("resend", "x")
ALL = (RESEND, SEND, SHORT)


@pytest.fixture
def library() -> Iterator[PromptLibrary]:
    with Database.in_memory() as database:
        yield PromptLibrary(OwnPrompts(database, utc_now))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("/", ["resend", "send", "short"]),
        ("/se", ["send", "resend"]),
        ("/SE", ["send", "resend"]),
        ("/short", ["short"]),
        ("/short my words", ["short"]),
        ("/short\nmy words", ["short"]),
        ("/sho my words", []),
        ("/ my words", ["resend", "send", "short"]),
        ("/etc/hosts", []),
        ("and /short", []),
        ("", []),
    ],
)
def test_a_name_is_found_at_the_start_alone(typed: str, names: list[str]) -> None:
    assert [prompt.name for prompt in matching(ALL, typed)] == names


@pytest.mark.parametrize(
    ("prompt", "typed", "text", "behind"),
    [
        (SHORT, "/short my words", "Cut: my words!", "Cut: my words"),
        (SHORT, "/sho", "Cut: !", "Cut: "),
        (SHORT, "/ kept words", "Cut: kept words!", "Cut: kept words"),
        (SHORT, "/short {text}", "Cut: {text}!", "Cut: {text}"),
        (SEND, "/send", "Hi", "Hi"),
        (SEND, "/send there\nyou", "Hi\n\nthere\nyou", "Hi\n\nthere\nyou"),
    ],
)
def test_the_words_go_to_their_place_with_the_caret_behind(
    prompt: Prompt, typed: str, text: str, behind: str
) -> None:
    filled = fill(prompt, typed)
    assert (filled.text, filled.text[: filled.caret]) == (text, behind)


def test_a_name_is_kept_as_it_is_typed() -> None:
    assert slug(" /My Letter ") == "my-letter"
    assert slug("Größe") == "grösse"
    for unfit in ("", "  ", "a/b", "-x", "x" * 40, "a.b", "🙂"):
        with pytest.raises(PromptNameUnfit):
            slug(unfit)


def test_an_own_prompt_stands_in_for_a_shipped_one(library: PromptLibrary) -> None:
    library.keep(Prompt("shorter", "My way: {text}"))
    found = [prompt for prompt in library.all() if prompt.name == "shorter"]
    assert [prompt.text for prompt in found] == ["My way: {text}"]
    library.delete(found[0])
    [shipped] = [prompt for prompt in library.all() if prompt.name == "shorter"]
    assert shipped.own_id is None


def test_two_own_prompts_never_share_a_name(library: PromptLibrary) -> None:
    library.keep(Prompt("mine", "one"))
    with pytest.raises(PromptNameTaken):
        library.keep(Prompt("Mine", "two"))
    [mine] = [prompt for prompt in library.all() if prompt.own_id is not None]
    library.keep(Prompt("mine", "changed", mine.own_id))
    assert [each.text for each in library.all() if each.name == "mine"] == ["changed"]


def test_a_deleted_prompt_comes_back_unless_its_name_was_taken(library: PromptLibrary) -> None:
    library.keep(Prompt("mine", "one"))
    [mine] = [prompt for prompt in library.all() if prompt.own_id is not None]
    library.delete(mine)
    library.restore(mine)
    assert "mine" in {prompt.name for prompt in library.all()}
    library.delete(mine)
    library.keep(Prompt("mine", "two"))
    with pytest.raises(PromptNameTaken):
        library.restore(mine)
