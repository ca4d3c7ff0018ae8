"""What keeps each of the program's processes off the network: asked of the processes themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_slm.workers.confine import Level
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

# Every child of the window but the one whose job is the network.
CHILDREN = (
    "engine",
    "template",
    "reader",
    "recognizer",
    "analysis",
    "typesetting",
    "inspect",
    "convert",
)


def ask_children(start: Callable[[str], Worker] = Worker) -> Mapping[str, Level | None]:
    """Starts each child once and returns what its first line says; None where it says nothing."""
    return {name: _ask(start(name)) for name in CHILDREN}


def _ask(child: Worker) -> Level | None:
    try:
        said = child.start().get("confinement")
        return Level(said["network"]) if isinstance(said, dict) else None
    except (WorkerEnded, WorkerSilent, KeyError, ValueError):
        return None
    finally:
        child.stop(grace_s=0.2)
