"""What this computer is and how fast it computes, measured once and kept in a small clear file.

Other programs slow a measurement down and nothing speeds it up, so the best of the first three
counts, each made on another occasion. Another processor or build of llama.cpp is another computer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from desktop_slm.engine.survey import Survey, survey
from desktop_slm.models import computer, machine
from desktop_slm.models.computer import Computer
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.machine import Machine, Rate, Rates
from desktop_slm.paths import Paths
from desktop_slm.tuning.tuned import this_computer

_OCCASIONS = 3


class Surveyor(Protocol):
    """Asks an engine child."""

    def __call__(self, *, with_rates: bool) -> Survey: ...


class Calibration:
    """Says what this computer is. Blocks: two seconds the first times, then a third of one; any
    thread may ask."""

    def __init__(
        self,
        paths: Paths,
        *,
        surveyor: Surveyor = survey,
        measure: Callable[[], Computer] = computer.measure,
        name: str = "",
    ) -> None:
        self._file = JsonFile(paths.data / "speed.json")
        self._paths = paths
        self._surveyor = surveyor
        self._measure = measure
        self._name = name
        self._is_measured = False
        self._lock = threading.Lock()  # whoever asks meanwhile waits for the measurement

    def machine(self) -> Machine:
        """Returns the computer as it is now. Raises EngineStopped, EngineHung, EngineFailed."""
        with self._lock:
            return self._machine()

    def _machine(self) -> Machine:
        occasions, known = self._load()
        is_due = occasions < _OCCASIONS and not self._is_measured
        free = self._measure()  # before the child takes memory
        said = self._surveyor(with_rates=is_due)
        if is_due:
            self._is_measured = True
            known = _better(known, said.rates)
            self._store(occasions + 1, known)
        return machine.assemble(free, self._paths.models, list(said.devices), said.system, known)

    def _load(self) -> tuple[int, Mapping[str, Rates]]:
        stored = self._file.load()
        if not isinstance(stored, dict) or stored.get("computer") != self._own_name():
            return 0, {}
        try:
            return int(stored["occasions"]), _parse(stored["rates"])
        except (KeyError, TypeError, ValueError, AttributeError):
            return 0, {}

    def _store(self, occasions: int, rates: Mapping[str, Rates]) -> None:
        kept = {
            device: {name: [rate.bytes_per_s, rate.operations_per_s] for name, rate in each.items()}
            for device, each in rates.items()
        }
        self._file.store({"computer": self._own_name(), "occasions": occasions, "rates": kept})

    def _own_name(self) -> str:
        return self._name or this_computer()


def _parse(stored: Any) -> dict[str, Rates]:
    found: dict[str, Rates] = {
        str(device): {str(name): Rate(*map(float, pair)) for name, pair in each.items()}
        for device, each in stored.items()
    }
    for each in found.values():
        for rate in each.values():
            if not (rate.bytes_per_s > 0 and rate.operations_per_s > 0):
                raise ValueError("a rate of nothing")
    return found


def _better(
    known: Mapping[str, Rates], new: Mapping[str, Mapping[str, tuple[float, float]]]
) -> dict[str, Rates]:
    """Returns the larger of both rates; a device that is gone stays known."""
    found: dict[str, Rates] = dict(known)
    for device, each in new.items():
        before = known.get(device, {})
        found[device] = {
            name: Rate(
                max(pair[0], before[name].bytes_per_s if name in before else 0.0),
                max(pair[1], before[name].operations_per_s if name in before else 0.0),
            )
            for name, pair in each.items()
        }
    return found
