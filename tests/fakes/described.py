"""Computers that are only described: their memory, cards and speeds, with nothing measured."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from desktop_slm.engine.survey import Survey
from desktop_slm.models.computer import Computer
from desktop_slm.models.machine import Card, Machine, Rate, Rates
from desktop_slm.models.speed import FORMATS
from desktop_slm.paths import Paths
from desktop_slm.tuning.calibration import Calibration

GB = 1 << 30


@dataclass(frozen=True)
class Described:
    """A computer; rates in 10^9 bytes and operations a second, of the processor and of the card."""

    memory_gb: float
    free_gb: float
    cores: int = 4
    rate: tuple[float, float] = (25.0, 250.0)
    card: Card | None = None
    card_rate: tuple[float, float] = (0.0, 0.0)
    disk_bytes: int = 500 * GB
    instructions: tuple[str, ...] = field(default=("AVX2", "FMA"))

    def machine(self) -> Machine:
        """Returns it as the choices see it."""
        rates = {"CPU": _rates(self.rate)}
        if self.card is not None:
            rates[self.card.name] = _rates(self.card_rate)
        return Machine(
            processor="A processor",
            cores=self.cores,
            memory_bytes=int(self.memory_gb * GB),
            free_bytes=int(self.free_gb * GB),
            disk_free_bytes=self.disk_bytes,
            instructions=self.instructions,
            cards=(self.card,) if self.card else (),
            rates=rates,
        )


def _card(gigabytes: int, rate: tuple[float, float]) -> dict[str, Any]:
    """Returns a card with that much memory of its own, of which its desktop takes some."""
    total = gigabytes * GB
    return {"card": Card("CUDA0", "A card", total - GB // 2, total), "card_rate": rate}


SMALL = Described(4, 2.2, rate=(12, 80))
OLD = Described(8, 4.8, rate=(18, 200))
LAPTOP = Described(16, 9.8, cores=8, rate=(45, 450))
LARGE = Described(32, 25, cores=8, rate=(60, 700))
SMALL_WITH_CARD = replace(SMALL, **_card(2, (80, 1500)))
OLD_WITH_CARD = replace(OLD, **_card(4, (120, 3000)))
WITH_CARD = replace(LAPTOP, **_card(8, (300, 9000)))
LARGE_WITH_CARD = replace(LARGE, **_card(16, (500, 20000)))
UNIFIED = Described(
    16, 10, cores=8, rate=(60, 400),
    card=Card("MTL0", "A chip", 11 * GB, 11 * GB, shares_memory=True), card_rate=(95, 3000),
)  # fmt: skip
EVERY = {
    "4 GB": SMALL,
    "8 GB": OLD,
    "16 GB": LAPTOP,
    "32 GB": LARGE,
    "4 GB and a card": SMALL_WITH_CARD,
    "8 GB and a card": OLD_WITH_CARD,
    "16 GB and a card": WITH_CARD,
    "32 GB and a card": LARGE_WITH_CARD,
    "unified memory": UNIFIED,
}


def calibration(paths: Paths, described: Described) -> Calibration:
    """Returns what says that this computer is the described one; it starts no child."""

    def surveyor(*, with_rates: bool) -> Survey:
        rates = {"CPU": dict.fromkeys(FORMATS, _per_s(described.rate))}
        return Survey(
            devices=({"name": "CPU", "description": "A processor", "kind": "cpu"},),
            system="CPU : AVX2 = 1 | FMA = 1",
            rates=rates if with_rates else {},
        )

    def measure() -> Computer:
        return Computer(described.cores, int(described.memory_gb * GB), int(described.free_gb * GB))

    return Calibration(paths, surveyor=surveyor, measure=measure, name="described")


def _rates(billions: tuple[float, float]) -> Rates:
    return dict.fromkeys(FORMATS, Rate(*_per_s(billions)))


def _per_s(billions: tuple[float, float]) -> tuple[float, float]:
    return billions[0] * 1e9, billions[1] * 1e9
