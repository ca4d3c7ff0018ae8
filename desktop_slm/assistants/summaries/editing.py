"""What a person does to the items of a summary: an edit is a value that is applied and undone.

The window applies it to what it shows, the records to what they keep, so that both stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.summary import Item

_T = TypeVar("_T")
Items = tuple[Item, ...]


class Edit(Protocol):
    """One change. Numbers count items from 0."""

    def applied(self, items: Items) -> Items:
        """Returns the items after it."""

    def followed(self, others: Sequence[_T], new: _T) -> tuple[_T, ...]:
        """Returns what belongs to each item, in the places that the items have after it."""

    def undoing(self, items: Items) -> Edit:
        """Returns the edit that takes this one back; `items` are those before it."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Another item stands in the place of one: edited, ticked, or looked for again."""

    number: int
    item: Item

    def applied(self, items: Items) -> Items:
        """Returns the items after it."""
        return (*items[: self.number], self.item, *items[self.number + 1 :])

    def followed(self, others: Sequence[_T], new: _T) -> tuple[_T, ...]:
        """Returns all of them: nothing moved."""
        return tuple(others)

    def undoing(self, items: Items) -> Edit:
        """Returns the edit that brings the old item back."""
        return Replace(self.number, items[self.number])


@dataclass(frozen=True, slots=True)
class Remove:
    """An item is taken out."""

    number: int

    def applied(self, items: Items) -> Items:
        """Returns the items after it."""
        return self.followed(items, items[self.number])

    def followed(self, others: Sequence[_T], new: _T) -> tuple[_T, ...]:
        """Returns the others without that of the item."""
        return (*others[: self.number], *others[self.number + 1 :])

    def undoing(self, items: Items) -> Edit:
        """Returns the edit that puts the item back."""
        return Insert(self.number, items[self.number])


@dataclass(frozen=True, slots=True)
class Insert:
    """An item is put in, before the one that had its number."""

    number: int
    item: Item

    def applied(self, items: Items) -> Items:
        """Returns the items after it."""
        return self.followed(items, self.item)

    def followed(self, others: Sequence[_T], new: _T) -> tuple[_T, ...]:
        """Returns the others with a new one for the item."""
        return (*others[: self.number], new, *others[self.number :])

    def undoing(self, items: Items) -> Edit:
        """Returns the edit that takes the item out."""
        return Remove(self.number)


@dataclass(frozen=True, slots=True)
class Move:
    """An item goes to another place."""

    number: int
    to: int

    def applied(self, items: Items) -> Items:
        """Returns the items after it."""
        return self.followed(items, items[self.number])

    def followed(self, others: Sequence[_T], new: _T) -> tuple[_T, ...]:
        """Returns the others, that of the item in its new place."""
        kept = [*others[: self.number], *others[self.number + 1 :]]
        return (*kept[: self.to], others[self.number], *kept[self.to :])

    def undoing(self, items: Items) -> Edit:
        """Returns the way back."""
        return Move(self.to, self.number)


def reworded(item: Item, text: str) -> Item:
    """Returns an item in a person's words: to be looked for again, and not checked any more."""
    return Item(" ".join(text.split()), label=item.label, is_edited=True)


def written(text: str) -> Item:
    """Returns an item that a person added."""
    return reworded(Item(""), text)


def ticked(item: Item, *, is_checked: bool) -> Item:
    """Returns an item that a person has checked, or no longer."""
    return replace(item, is_checked=is_checked)


def is_supported(item: Item) -> bool:
    """Whether something supports an item: the document, or the person who checked and kept it."""
    return item.support is not Support.NONE or item.is_checked or not item.is_looked_for


def next_unchecked(items: Sequence[Item], after: int) -> int | None:
    """Returns the number of the next item that nobody has checked, from the start again at the
    end; None where all are."""
    order = [*range(after + 1, len(items)), *range(min(after + 1, len(items)))]
    return next((number for number in order if not items[number].is_checked), None)


def counts(items: Sequence[Item]) -> tuple[int, int]:
    """Returns how many items a person edited, and how many a person checked."""
    return sum(item.is_edited for item in items), sum(item.is_checked for item in items)
