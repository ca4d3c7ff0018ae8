"""Every assistant that can be chosen: those that came with the app, then the person's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_slm.assistants.personas import shipped
from desktop_slm.assistants.personas.assistant import Assistant, own_number
from desktop_slm.assistants.personas.fields import NewerForm, Unfit, from_row, to_row
from desktop_slm.storage.library.assistants import OwnAssistants, StoredAssistant


class Shelf:
    """Reads files and the database: blocks. `language` is that of the shipped ones."""

    def __init__(self, own: OwnAssistants, language: str = "en") -> None:
        self._own = own
        self._language = language

    @property
    def general(self) -> Assistant:
        """The one that answers where no other was chosen."""
        return shipped.general(self._language)

    def all(self) -> tuple[Assistant, ...]:
        """Returns all of them, in the order in which they are offered."""
        return (*shipped.all_in(self._language), *_read(self._own.all()))

    def find(self, key: str) -> Assistant | None:
        """Returns the one with that key; None where it was deleted."""
        if key in shipped.KEYS:
            return shipped.in_language(key, self._language)
        number = own_number(key)
        stored = self._own.find(number) if number is not None else None
        return next(iter(_read([stored] if stored else [])), None)

    def add(self, assistant: Assistant) -> Assistant:
        """Keeps one as the person's own, and returns it as it then is."""
        return assistant.owned(self._own.add(to_row(assistant)))

    def change(self, assistant: Assistant) -> None:
        """Replaces one of the person's own. Raises AssistantGone."""
        if assistant.own_id is not None:
            self._own.change(assistant.own_id, to_row(assistant))

    def delete(self, assistant: Assistant) -> None:
        """Takes one of the person's own away; `restore` brings it back until it is purged."""
        if assistant.own_id is not None:
            self._own.delete(assistant.own_id)

    def restore(self, assistant: Assistant) -> None:
        """Undoes `delete`."""
        if assistant.own_id is not None:
            self._own.restore(assistant.own_id)


def copy_of(assistant: Assistant, name: str) -> Assistant:
    """Returns a copy under another name, which is nobody's yet."""
    return replace(assistant, name=name, key="")


def _read(rows: Iterable[StoredAssistant]) -> list[Assistant]:
    """Returns what can be read: a row of a later version may be more than this one knows."""
    found = []
    for row in rows:
        try:
            found.append(from_row(row.body).owned(row.id))
        except (Unfit, NewerForm):
            continue
    return found
