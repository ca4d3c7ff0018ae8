"""What a document says at a glance: values that travel from the analysis child to the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from desktop_slm.assistants.evidence import Place


class AmountKind(StrEnum):
    """What an amount is of."""

    MONEY = "money"
    PERCENTAGE = "percentage"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of the document; `text` is exactly the page's text at the first of `places`.

    `count` is how often they stand in the document, where `places` holds only the first ones.
    `sentence` is the sentence around the first place, empty for headings and key sentences.
    `level` is a heading's depth, `kind` an amount's.
    """

    text: str
    places: tuple[Place, ...]
    count: int = 1
    sentence: str = ""
    level: int = 0
    kind: str = ""

    @property
    def place(self) -> Place:
        """Where the words stand first."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Glance:
    """All of it, each kind in its own order: outline and sentences as they are read, terms and
    names the most telling first, dates by time, amounts by kind and then as they are read.
    """

    outline: tuple[Entry, ...]
    key_sentences: tuple[Entry, ...]
    key_terms: tuple[Entry, ...]
    dates: tuple[Entry, ...]
    amounts: tuple[Entry, ...]
    names: tuple[Entry, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found at all."""
        return not any(getattr(self, field.name) for field in fields(self))


def to_dict(glance: Glance) -> dict[str, Any]:
    """Returns it as JSON values."""
    return asdict(glance)


def from_dict(stored: Mapping[str, Any]) -> Glance:
    """Returns what `to_dict` described."""
    return Glance(**{field.name: _entries(stored[field.name]) for field in fields(Glance)})


def _entries(stored: list[dict[str, Any]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(**{**entry, "places": tuple(Place(**place) for place in entry["places"])})
        for entry in stored
    )
