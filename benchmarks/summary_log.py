"""The log of summary runs: a line for each step and each end, from which a rerun goes on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop_slm.storage.steps import Step


@dataclass(frozen=True, slots=True)
class Trial:
    """One run: who, at what length, how many pages, which passages, which time."""

    side: str
    length: str
    pages: int
    passages: str
    number: int

    @property
    def name(self) -> str:
        """What stands for it in the log."""
        return (
            f"{self.side}, {self.length}, {self.pages} pages, {self.passages} passages, "
            f"{self.number}"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run took. `read` leaves out what was remembered of an earlier prompt."""

    seconds: float
    read_tokens: int
    written_tokens: int
    requests: int
    passages: int
    passage_tokens: int
    pages_read: int
    items: int
    memory_bytes: int
    load: float  # of the computer, at the end


class Log:
    """What earlier calls have written, and the end of the file."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._steps: defaultdict[str, dict[str, Step]] = defaultdict(dict)
        self._at: dict[str, float] = {}
        self._outcomes: dict[str, Outcome] = {}
        for line in self._lines():
            if "outcome" in line:
                self._outcomes[line["trial"]] = Outcome(**line["outcome"])
            else:
                self._steps[line["trial"]][line["key"]] = Step(**line["step"])
                self._at[line["trial"]] = line["at"]

    def outcome(self, trial: Trial) -> Outcome | None:
        """Returns what a run took that came to its end."""
        return self._outcomes.get(trial.name)

    def end(self, trial: Trial, outcome: Outcome) -> None:
        """Notes the end of a run."""
        self._outcomes[trial.name] = outcome
        self._write({"trial": trial.name, "outcome": asdict(outcome)})

    def steps(self, trial: Trial, seconds: Callable[[], float]) -> LoggedSteps:
        """Returns the steps of a run; `seconds` says what has been spent in this call."""
        spent = self._at.get(trial.name, 0.0)

        def note(key: str, step: Step) -> None:
            at = spent + seconds()
            self._write({"trial": trial.name, "at": at, "key": key, "step": asdict(step)})

        return LoggedSteps(dict(self._steps[trial.name]), spent, note)

    def _write(self, line: dict[str, Any]) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _lines(self) -> Iterator[dict[str, Any]]:
        if not self._path.exists():
            return
        for line in self._path.read_text(encoding="utf-8").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                continue  # the last one of a call that was killed


class LoggedSteps:
    """The steps of one run; `spent` is the time of the calls before this one."""

    def __init__(
        self, known: dict[str, Step], spent: float, note: Callable[[str, Step], None]
    ) -> None:
        self.known = known
        self.spent = spent
        self._note = note

    def find(self, key: str) -> Step | None:
        return self.known.get(key)

    def keep(self, key: str, step: Step) -> None:
        if key not in self.known:
            self.known[key] = step
            self._note(key, step)
