"""Hostile documents by families; every family makes another file for every draw of chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.fakes.hostile_documents import pdfs, texts, zips

Maker = Callable[[random.Random], bytes]


@dataclass(frozen=True)
class Hostile:
    """One hostile file: which family it is of, under which name it comes, and its bytes."""

    family: str
    name: str
    data: bytes


FAMILIES: dict[str, tuple[str, Maker]] = {
    **{f"pdf: {name}": ("a.pdf", make) for name, make in pdfs.FAMILIES.items()},
    **zips.FAMILIES,
    **texts.FAMILIES,
}


def documents(count: int, seed: int) -> Iterator[Hostile]:
    """Yields so many, one of each family in turn."""
    names = sorted(FAMILIES)
    for number in range(count):
        family = names[number % len(names)]
        chance = random.Random(f"{seed} {number}")
        name, make = FAMILIES[family]
        yield Hostile(family, name, make(chance))
