"""Who answers in a chat: its assistant, the model that this one brings, and what is missing.

It is kept in the chat's details, by the assistant's key; name and note stand beside it, for the
day when the assistant was deleted, and for exports.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.assistants.personas.shelf import Shelf
    from desktop_slm.models.library import InstalledModel, Library
    from desktop_slm.storage.chats.messages import Details

_KEY = "assistant"
_MODEL_ASIDE = "model_aside"  # the person chose another model in this chat


@dataclass(frozen=True, slots=True)
class Answering:
    """The assistant as it now is. `model` is its own where it has one that is here and in use.

    `missing_model` is the id of one that is not here, `gone` the name of an assistant that was
    deleted and that the general one stands in for.
    """

    assistant: Assistant
    model: InstalledModel | None = None
    missing_model: str = ""
    gone: str = ""


class AnsweringReader:
    """Looks at assistants and models: blocks."""

    def __init__(self, shelf: Shelf, library: Library) -> None:
        self._shelf = shelf
        self._library = library

    def of(self, details: Details) -> Answering:
        """Returns who answers in a chat with these details."""
        kept = details.get(_KEY)
        kept = kept if isinstance(kept, dict) else {}
        key = str(kept.get("key", ""))
        found = self._shelf.find(key) if key else self._shelf.general
        if found is None:
            return Answering(self._shelf.general, gone=str(kept.get("name", "")) or key)
        if not found.model or kept.get(_MODEL_ASIDE):
            return Answering(found)
        # By its id alone, and never by a path: the wish may come from a stranger's file.
        models = (each for each in self._library.models() if each.id == found.model)
        model = next(models, None)
        return Answering(found, model, missing_model="" if model else found.model)

    def chosen(self, details: Details, key: str) -> Details:
        """Returns a chat's details once an assistant was chosen for it."""
        found = self._shelf.find(key) or self._shelf.general
        return {**details, _KEY: found.signature()}


def with_model_aside(details: Details) -> Details:
    """Returns a chat's details once the person chose another model than the assistant's."""
    kept: dict[str, Any] = dict(details.get(_KEY, {}))
    return {**details, _KEY: {**kept, _MODEL_ASIDE: True}}
