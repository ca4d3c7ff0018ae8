"""Tests, on the running system, what the processes of this app may not do; see `probe`.

A child's first line says what it asked the system for; here the system is put to the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.workers import probe
from desktop_slm.workers.probe import Outcome
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Tries:
    """How each try ended in one process; none were made where it could not be asked."""

    process: str
    outcomes: Mapping[str, Outcome]

    def those(self, outcome: Outcome) -> tuple[str, ...]:
        """Returns the tries that ended so."""
        return tuple(name for name, each in self.outcomes.items() if each is outcome)

    @property
    def holds(self) -> bool:
        """Whether something was tried, and all of it was refused or is not there."""
        return bool(self.those(Outcome.REFUSED)) and not self.those(Outcome.ALLOWED)


def try_here(process: str) -> Tries:
    """Tries in this very process to reach a network."""
    return Tries(process, _outcomes(probe.probe(probe.NETWORK)))


def try_in_children(
    names: Iterable[str], files: Iterable[Path], start: Callable[[str], Worker] = Worker
) -> tuple[Tries, ...]:
    """Starts each sealed child and has it try everything, the reading of `files` too."""
    given = [str(path) for path in files]
    return tuple(_test(start(name), probe.SEALED, given) for name in names)


def try_in_fetch(files: Iterable[Path], start: Callable[[str], Worker] = Worker) -> Tries:
    """The network is its job: it tries programs, `files` and the process that started it."""
    return _test(
        start("fetch"), ("start a program", "memory", "files"), [str(path) for path in files]
    )


def private_files(data: Path, database: Path) -> tuple[Path, ...]:
    """Returns what no child may read by itself and is there: the data, the keys of this account."""
    home = Path.home()
    wanted = (database, data, home / ".ssh", home / ".gnupg", home / ".mozilla", home)
    return tuple(path for path in wanted if path.exists())


def _test(child: Worker, tries: Iterable[str], files: Iterable[str]) -> Tries:
    try:
        child.start()
        reply = child.request("probe", tries=list(tries), files=list(files))
        return Tries(child.name, _outcomes(reply.result(_PATIENCE_S).fields["made"]))
    except (WorkerEnded, WorkerSilent, KeyError, ValueError):
        return Tries(child.name, {})
    finally:
        child.stop(grace_s=0.2)


def _outcomes(made: Mapping[str, str]) -> dict[str, Outcome]:
    return {name: Outcome(outcome) for name, outcome in made.items()}
