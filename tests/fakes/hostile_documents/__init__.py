"""Hostile documents: each with one defect of its own, and families that chance varies."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.fakes.hostile_documents import (
    any_bytes,
    letters,
    pdf_structure,
    pdfs,
    picture_parts,
    seeds,
    texts,
    written,
    zip_parts,
    zip_structure,
    zips,
)

Maker = Callable[[random.Random], bytes]
_KINDS = (any_bytes, letters, pdf_structure, picture_parts, written, zip_parts, zip_structure)


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


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields for every defect the format, what is wrong, and what makes the file."""
    for kind in _KINDS:
        yield from kind.makers()


def defects() -> Iterator[Hostile]:
    """Yields a document for every defect of every format; no two are the same, none is sound."""
    seen = {hashlib.sha256(seeds.seed(name)).digest() for name in seeds.FORMATS}
    for form, what, make in makers():
        data = make()
        digest = hashlib.sha256(data).digest()
        # Where a defect leaves a format as it was, or as another does, it is none of it.
        if data and (digest not in seen or what == "another format"):
            seen.add(digest)
            yield Hostile(f"{form}: {what}", f"a.{form}", data)


def documents(count: int, seed: int) -> Iterator[Hostile]:
    """Yields so many, one of each family in turn."""
    names = sorted(FAMILIES)
    for number in range(count):
        family = names[number % len(names)]
        chance = random.Random(f"{seed} {number}")
        name, make = FAMILIES[family]
        yield Hostile(family, name, make(chance))
