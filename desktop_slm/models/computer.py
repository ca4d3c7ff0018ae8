"""What this computer has for models: cores and memory, as the system tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Computer:
    """Physical cores (0 where the system does not tell), memory in all and free now."""

    cores: int
    memory_bytes: int
    free_bytes: int


def measure() -> Computer:
    """Asks the system; blocks for some milliseconds."""
    import psutil  # here: starting the program must not wait for it

    memory = psutil.virtual_memory()
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 0
    return Computer(int(cores), int(memory.total), int(memory.available))
