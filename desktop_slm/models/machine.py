"""What this computer has for models, and how fast it computes: plain values.

What the system tells is asked for here; the devices and the rates come from an engine child, and
whoever has both makes the `Machine`.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_slm.models.computer import Computer

_SHARED_NAMES = ("metal", "mtl")


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast a device works with weights of a format: bytes a second that it passes over for
    one token, and operations a second that it computes for many tokens at once."""

    bytes_per_s: float
    operations_per_s: float


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card; `shares_memory` says that its memory is the computer's own.

    `free_bytes` is 0 where its driver does not tell.
    """

    name: str
    description: str
    free_bytes: int
    total_bytes: int
    shares_memory: bool = False


Rates = Mapping[str, Rate]  # by the format of the weights


@dataclass(frozen=True, slots=True)
class Machine:
    """The processor, memory, disk and cards, and the rates that were measured of each device."""

    processor: str
    cores: int
    memory_bytes: int
    free_bytes: int
    disk_free_bytes: int
    instructions: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    rates: Mapping[str, Rates] = field(default_factory=dict)  # by the device, "CPU" among them

    @property
    def card(self) -> Card | None:
        """The card that models go to: one with memory of its own before others, then the freest."""
        return max(
            self.cards, key=lambda card: (not card.shares_memory, card.free_bytes), default=None
        )


def assemble(
    computer: Computer,
    folder: Path,
    devices: list[Mapping[str, object]],
    system: str,
    rates: Mapping[str, Rates],
) -> Machine:
    """Returns the machine; `devices` and `system` are what an engine child says of itself."""
    cards = [each for each in devices if each.get("kind") in ("gpu", "integrated gpu")]
    return Machine(
        processor=next((str(d["description"]) for d in devices if d.get("kind") == "cpu"), ""),
        cores=computer.cores,
        memory_bytes=computer.memory_bytes,
        free_bytes=computer.free_bytes,
        disk_free_bytes=disk_free_bytes(folder),
        instructions=instructions(system),
        cards=tuple(_card(each) for each in cards),
        rates=rates,
    )


def disk_free_bytes(folder: Path) -> int:
    """Returns the room on the disk where a folder is, or would be; 0 where nobody can tell."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return 0


def instructions(system: str) -> tuple[str, ...]:
    """Returns the instruction sets in use, from llama.cpp's line "CPU : AVX2 = 1 | FMA = 1"."""
    parts = system.replace(":", "|").split("|")
    pairs = [part.partition("=") for part in parts]
    return tuple(name.strip() for name, _, value in pairs if value.strip() == "1")


def _card(device: Mapping[str, object]) -> Card:
    name = str(device["name"])
    return Card(
        name=name,
        description=str(device["description"]),
        free_bytes=_number(device["free_bytes"]),
        total_bytes=_number(device["total_bytes"]),
        shares_memory=(
            device["kind"] == "integrated gpu" or name.lower().startswith(_SHARED_NAMES)
        ),
    )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
