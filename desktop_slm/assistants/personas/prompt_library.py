"""Prompts with a name: `/name words` becomes the prompt's text, with the words in their place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop_slm.assistants.personas import shipped
from desktop_slm.assistants.personas.assistant import tidy
from desktop_slm.errors import PromptNameUnfit
from desktop_slm.storage.library.prompts import OwnPrompts

PLACE = "{text}"
MOST_NAME = 32
MOST_TEXT = 8_000
_NAME = re.compile(rf"[^\W_](?:[^\W_]|-){{0,{MOST_NAME - 1}}}")
_TYPED = re.compile(r"/(\S*)")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt; `own_id` is None for one that came with the app."""

    name: str
    text: str
    own_id: int | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """What a prompt puts into the box, and where the caret stands then."""

    text: str
    caret: int


def slug(name: str) -> str:
    """Returns the name as it is kept. Raises PromptNameUnfit where it cannot be typed."""
    wanted = "-".join(tidy(name).strip().removeprefix("/").casefold().split())
    if not _NAME.fullmatch(wanted):
        raise PromptNameUnfit(name=name)
    return wanted


def typed_name(text: str) -> str | None:
    """Returns the name that is being typed at the start of a text, None where there is none."""
    found = _TYPED.match(text)
    return found[1].casefold() if found and "/" not in found[1] else None


def matching(prompts: Iterable[Prompt], text: str) -> tuple[Prompt, ...]:
    """Returns the prompts that what stands in the box may mean.

    While the name is being typed those that begin so, then those that have it in them; once
    something stands behind it the one of that name. A slash alone means any of them.
    """
    name = typed_name(text)
    if name is None:
        return ()
    if name and len(text) > len(name) + 1:
        return tuple(each for each in prompts if each.name == name)
    found = [each for each in prompts if name in each.name]
    return tuple(sorted(found, key=lambda each: (not each.name.startswith(name), each.name)))


def fill(prompt: Prompt, typed: str) -> Filled:
    """Returns the prompt's text with the words behind the name in the place of `{text}`.

    Only the first place gets them. The caret stands behind them: where one goes on.
    """
    words = _TYPED.sub("", typed, count=1).strip()
    before, place, after = prompt.text.partition(PLACE)
    if not place and words:
        before += "\n\n"
    return Filled(f"{before}{words}{after}", len(before) + len(words))


class PromptLibrary:
    """All prompts: the person's own, and those of the app under other names. Blocks."""

    def __init__(self, own: OwnPrompts, language: str = "en") -> None:
        self._own = own
        self._language = language

    def all(self) -> tuple[Prompt, ...]:
        """Returns them by name; an own one stands in the place of a shipped one of its name."""
        own = [Prompt(each.name, each.text, each.id) for each in self._own.all()]
        names = {each.name for each in own}
        others = (each for each in _shipped(self._language) if each.name not in names)
        return tuple(sorted([*own, *others], key=lambda each: each.name))

    def keep(self, prompt: Prompt) -> None:
        """Keeps a new or a changed one. Raises PromptNameTaken, PromptNameUnfit."""
        name, text = slug(prompt.name), tidy(prompt.text)
        if prompt.own_id is None:
            self._own.add(name, text)
        else:
            self._own.change(prompt.own_id, name, text)

    def delete(self, prompt: Prompt) -> None:
        """Takes an own one away; `restore` brings it back until it is purged."""
        if prompt.own_id is not None:
            self._own.delete(prompt.own_id)

    def restore(self, prompt: Prompt) -> None:
        """Undoes `delete`. Raises PromptNameTaken."""
        if prompt.own_id is not None:
            self._own.restore(prompt.own_id)


@cache
def _shipped(language: str) -> tuple[Prompt, ...]:
    tables = tomllib.loads(shipped.text("prompts"))["prompt"]
    chosen = (table.get(language, table) for table in tables)
    return tuple(Prompt(each["name"], each["text"]) for each in chosen)
