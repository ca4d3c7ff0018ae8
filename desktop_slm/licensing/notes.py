"""Reads `resources/licenses/parts.toml`: what is no distribution, and what those do not say."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from desktop_slm import resources
from desktop_slm.licensing.part import PartUnclear

FOLDER = Path(resources.__file__).with_name("licenses")


@dataclass(frozen=True, slots=True)
class DistributionNote:
    """What is known of a distribution beside its metadata; "" and () where that says it."""

    license: str = ""
    texts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartNote:
    """What is known of a part that is no distribution."""

    name: str
    license: str
    texts: tuple[str, ...]
    address: str
    version: str = ""
    within: str = ""
    pinned: str = ""
    host: str = ""
    kind: str = "library"
    files: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """The whole file; names of distributions are normalized."""

    distributions: Mapping[str, DistributionNote] = field(default_factory=dict)
    parts: tuple[PartNote, ...] = ()


def load(file: Path = FOLDER / "parts.toml") -> Notes:
    """Returns what the file says. Raises PartUnclear for what it leaves open."""
    values = tomllib.loads(file.read_text(encoding="utf-8"))
    return Notes(
        {
            normalized(name): _made(DistributionNote, name, each)
            for name, each in values["distributions"].items()
        },
        tuple(_made(PartNote, each.get("name", "?"), each) for each in values["part"]),
    )


@cache
def text(name: str) -> str:
    """Returns a license text of the folder. Raises PartUnclear where there is none."""
    try:
        found = (FOLDER / name).read_text(encoding="utf-8").strip()
    except OSError:
        found = ""
    if not found:
        raise PartUnclear(f"there is no license text {name!r} in {FOLDER.name}/")
    return found


def normalized(name: str) -> str:
    """Returns the name of a distribution as all its spellings are compared."""
    return name.lower().replace("_", "-").replace(".", "-")


def _made(kind: Callable[..., Any], name: str, values: Mapping[str, Any]) -> Any:
    given = {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}
    try:
        return kind(**given)
    except TypeError as error:
        raise PartUnclear(f"parts.toml, {name}: {error}") from None
