"""How each model runs best on this computer, as it was measured here: a small clear file.

What was measured counts only for the same file (path, size, time of change), the same processor
and the same build of llama.cpp; anything else is as if it had never been measured.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from desktop_slm.engine.text_engine import Model
from desktop_slm.models.json_file import JsonFile
from desktop_slm.paths import Paths

_MOST_THREADS, _MOST_PARALLEL, _MOST_BATCH = 1024, 64, 8192
_FLASH_ATTENTION = ("auto", "on", "off")


@dataclass(frozen=True, slots=True)
class TunedSettings:
    """What was found best; the defaults are what the engine does when nobody measured."""

    threads: int = 0
    batch_tokens: int = 0
    flash_attention: str = "auto"
    parallel: int = 0
    lookup: bool = True

    def applied(self, model: Model) -> Model:
        """Returns the model run so; threads that a person chose stay."""
        return replace(
            model,
            threads=model.threads or self.threads,
            batch_tokens=self.batch_tokens,
            flash_attention=self.flash_attention,
            parallel=self.parallel,
            lookup=self.lookup,
        )


@dataclass(frozen=True, slots=True)
class Speeds:
    """Tokens a second: of a prompt read, of an answer written, of passages read and noted."""

    read: float
    write: float
    map: float


@dataclass(frozen=True, slots=True)
class Offer:
    """A format in which a copy of a model was measured to be faster; `loss` is of its quality.

    `gain` is how many times as fast a document is read, `loss` a share of the perplexity.
    """

    format: str
    size_bytes: int
    gain: float
    loss: float


class Tunings:
    """What is in the file. Reading it blocks for a moment; `applied` never does."""

    def __init__(self, paths: Paths, computer: str = "") -> None:
        self._file = JsonFile(paths.data / "tuned.json")
        self._computer = computer
        self._in_force: Mapping[Path, TunedSettings] = {}
        self._offers: Mapping[Path, Offer] = {}
        self.refresh()

    def refresh(self) -> None:
        """Reads the file again, and leaves out what belongs to files that have changed."""
        valid = {
            Path(entry["path"]): entry
            for entry in self._entries()
            if entry.get("computer") == self._own_computer()
            and entry.get("state") == _state(Path(entry["path"]))
        }
        self._in_force = {
            path: settings
            for path, entry in valid.items()
            if (settings := _parse(entry.get("settings"))) is not None
        }
        self._offers = {
            path: offer
            for path, entry in valid.items()
            if (offer := _parse_offer(entry.get("offer"))) is not None
        }

    def settings(self, path: Path) -> TunedSettings:
        """Returns what was measured best for a model, or the defaults."""
        return self._in_force.get(path, TunedSettings())

    def speeds(self, path: Path) -> Speeds | None:
        """Returns how fast a model was measured to be, or None. Reads the file."""
        for entry in self._entries():
            measured = entry.get("speeds")
            is_valid = entry["path"] == str(path) and path in self._in_force
            if is_valid and entry.get("computer") == self._own_computer():
                return _parse_speeds(measured)
        return None

    def offer(self, path: Path) -> Offer | None:
        """Returns the faster format that was measured for a model, or None; touches no disk."""
        return self._offers.get(path)

    def take_offer(self, path: Path) -> None:
        """Offers it no longer: the copy is there. Raises DiskFull, FolderUnwritable."""
        entries = self._entries()
        for entry in entries:
            if entry["path"] == str(path) and entry.get("computer") == self._own_computer():
                entry["offer"] = None
        self._file.store({"models": entries})
        self.refresh()

    def applied(self, model: Model) -> Model:
        """Returns how to run a model; touches no disk, any thread may call."""
        return self.settings(model.path).applied(model)

    def keep(
        self,
        path: Path,
        settings: TunedSettings,
        speeds: Speeds,
        device: str,
        offer: Offer | None = None,
    ) -> None:
        """Stores what was measured. Raises DiskFull, FolderUnwritable."""
        self._store(
            {
                "path": str(path),
                "state": _state(path),
                "computer": self._own_computer(),
                "device": device,
                "settings": asdict(settings),
                "speeds": asdict(speeds),
                "offer": asdict(offer) if offer else None,
            }
        )

    def pass_on(self, source: Path, made: Path) -> None:
        """Runs a model that was made from another as that one, until it is measured itself."""
        settings = self._in_force.get(source)
        if settings is not None:
            self.keep(made, settings, Speeds(0.0, 0.0, 0.0), "")

    def moved(self, source: Path, target: Path) -> None:
        """Has what was measured of the files of one folder be of those in another.

        Raises DiskFull, FolderUnwritable.
        """
        entries = self._entries()
        for entry in entries:
            path = Path(entry["path"])
            if path.is_relative_to(source):
                entry["path"] = str(target / path.relative_to(source))
        self._file.store({"models": entries})
        self.refresh()

    def _store(self, new: Mapping[str, Any]) -> None:
        place = (new["path"], new["computer"])
        kept = [
            entry
            for entry in self._entries()
            if (entry["path"], entry.get("computer")) != place and Path(entry["path"]).exists()
        ]
        self._file.store({"models": [*kept, new]})
        self.refresh()

    def _entries(self) -> list[dict[str, Any]]:
        stored = self._file.load()
        entries = stored.get("models") if isinstance(stored, dict) else None
        if not isinstance(entries, list):
            return []
        return [
            entry
            for entry in entries
            if isinstance(entry, dict) and isinstance(entry.get("path"), str)
        ]

    def _own_computer(self) -> str:
        return self._computer or this_computer()


@cache
def this_computer() -> str:
    """Returns what speeds depend on: the processor and the build of llama.cpp."""
    # Imported here: only who has measured something pays for it at the start.
    import os
    from importlib import metadata

    try:
        build = metadata.version("llama_cpp_python")
    except metadata.PackageNotFoundError:
        build = ""
    return f"{_processor()}, {os.cpu_count()} cores, llama-cpp-python {build}"


def _processor() -> str:
    if sys.platform == "linux":
        try:
            with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
                for line in file:
                    if line.startswith("model name"):
                        return line.partition(":")[2].strip()
        except OSError:
            pass
    import platform

    return platform.processor() or platform.machine()


def _state(path: Path) -> list[int]:
    """Returns the size and the time of change of a file, or nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns]


def _parse(stored: Any) -> TunedSettings | None:
    """Returns settings from what a file says, or None where it makes no sense."""
    if not isinstance(stored, dict):
        return None
    defaults = TunedSettings()
    known: dict[str, Any] = {item.name: stored.get(item.name) for item in fields(TunedSettings)}
    if any(type(value) is not type(getattr(defaults, name)) for name, value in known.items()):
        return None
    settings = TunedSettings(**known)
    is_sound = (
        0 <= settings.threads <= _MOST_THREADS
        and 0 <= settings.parallel <= _MOST_PARALLEL
        and 0 <= settings.batch_tokens <= _MOST_BATCH
        and settings.flash_attention in _FLASH_ATTENTION
    )
    return settings if is_sound else None


def _parse_speeds(stored: Any) -> Speeds | None:
    try:
        speeds = Speeds(**{name: float(value) for name, value in stored.items()})
    except (AttributeError, TypeError, ValueError):
        return None
    return speeds if min(speeds.read, speeds.write, speeds.map) > 0 else None


def _parse_offer(stored: Any) -> Offer | None:
    """Returns an offer as it was stored, or None for anything else."""
    try:
        found = Offer(
            str(stored["format"]),
            int(stored["size_bytes"]),
            float(stored["gain"]),
            float(stored["loss"]),
        )
    except (TypeError, KeyError, ValueError):
        return None
    is_real = found.gain > 1 and found.size_bytes > 0 and math.isfinite(found.loss)
    return found if is_real else None
