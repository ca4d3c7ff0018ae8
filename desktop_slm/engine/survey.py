"""What an engine child says of the devices it can compute on, and how fast they are.

In a child of its own, that is thrown away: a broken driver may end it, or never answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_slm.errors import EngineHung, EngineStopped
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_LIMIT_S = 30.0


@dataclass(frozen=True, slots=True)
class Survey:
    """The devices and the processor's features as llama.cpp names them.

    `rates` are bytes and operations a second by device and format, where they were asked for.
    """

    devices: tuple[Mapping[str, Any], ...]
    system: str
    rates: Mapping[str, Mapping[str, tuple[float, float]]] = field(default_factory=dict)


def survey(
    *,
    with_rates: bool,
    start_worker: Callable[[Grant], Worker] = lambda grant: Worker("engine", grant),
) -> Survey:
    """Asks a child; with rates that takes about two seconds of all cores, else a third of one.

    Raises EngineStopped, EngineHung, EngineFailed.
    """
    worker = start_worker(Grant(devices=True))
    try:
        said = worker.start()
        rates: Mapping[str, Any] = {}
        if with_rates:
            rates = worker.request("calibrate").result(_LIMIT_S).fields["rates"]
    except WorkerEnded as ended:
        raise EngineStopped(how=str(ended.ending), details=ended.ending.last_words) from None
    except WorkerSilent:
        raise EngineHung(seconds=_LIMIT_S) from None
    finally:
        worker.stop(grace_s=0.2)
    return Survey(
        devices=tuple(said["devices"]),
        system=str(said["system"]),
        rates={
            device: {name: (float(pair[0]), float(pair[1])) for name, pair in each.items()}
            for device, each in rates.items()
        },
    )
