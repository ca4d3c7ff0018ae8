"""`desktop-slm doctor`: versions, devices, folders, and what this system really enforces."""

from __future__ import annotations

import platform
from dataclasses import fields
from datetime import UTC, datetime
from importlib import metadata
from typing import Any

from desktop_slm import __version__, packager, paths, policy
from desktop_slm.cli import live, output
from desktop_slm.cli.parser import Arguments
from desktop_slm.errors import KeyringUnavailable
from desktop_slm.models.library import Library
from desktop_slm.storage import locations
from desktop_slm.storage.keys.keys import Keys, NewData, StoredData
from desktop_slm.storage.keys.os_keyring import OsKeyring
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_PACKAGES = (
    *("PySide6-Essentials", "llama-cpp-python", "huggingface-hub", "apsw-sqlite3mc"),
    *("pypdfium2", "keyring"),
)
_CHILDREN = (
    "engine",
    "reader",
    "recognizer",
    "inspect",
    "analysis",
    "template",
    "typesetting",
    "convert",
)


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    found = paths.find()
    children = {name: _ask_child(name) for name in _CHILDREN}
    engine = children["engine"]
    report: dict[str, Any] = {
        "version": __version__,
        **_age(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "packages": {name: _version(name) for name in _PACKAGES},
        "devices": [_device(device) for device in engine.get("devices", [])],
        "backends": engine.get("backends", []),
        "engine": engine.get("system", engine.get("problem", "")),
        "folders": {
            "data": str(found.data),
            "models": str(found.models),
            "settings": str(found.config),
            "log": str(found.logs),
        },
        "models": len(Library(found).models()),
        **_storage(found),
        "policy": _policy(),
        "confinement": {
            "window": enforced.to_dict(),
            **{name: child.get("confinement", {}) for name, child in children.items()},
        },
    }
    tested = []
    if arguments.live:
        tested = live.run(_CHILDREN, found, is_offline=arguments.offline)
        report["tested"] = live.report(tested)
    if arguments.json:
        output.result(report)
    else:
        _print(report)
    return live.status(tested, enforced.network)


def _ask_child(name: str) -> dict[str, Any]:
    """Starts a child and returns what its first line says of itself."""
    worker = Worker(name)
    try:
        return dict(worker.start())
    except (WorkerEnded, WorkerSilent) as error:
        return {"problem": f"the {name} child does not start: {error}"}
    finally:
        worker.stop(grace_s=0.2)


def _age() -> dict[str, str]:
    """Returns the day of this version, and how old it is, without asking anybody."""
    known = packager.load()
    return {
        "built": known.day.isoformat(),
        "age": age_sentence(known.age_months(datetime.now(UTC).date())),
    }


def age_sentence(months: int | None) -> str:
    """Returns how old the version is; `months` as `Packager.age_months` counts them."""
    if months is None:
        return "not known: the clock of this computer stands before the day of this version"
    age = "less than a month" if months < 1 else f"{months} month{'s' if months > 1 else ''}"
    return f"{age}; engine fixes are likely" if months >= packager.OLD_MONTHS else age


def _device(device: dict[str, Any]) -> str:
    memory = f", {device['free_bytes'] / 1e9:.1f} GB free" if device["free_bytes"] else ""
    return f"{device['description']} ({device['kind']}{memory})"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _policy() -> str:
    """Returns what an organisation has set, by the names of its settings."""
    found, free = policy.current(), policy.Policy()
    names = [f.name for f in fields(found) if getattr(found, f.name) != getattr(free, f.name)]
    return f"{policy.place()}: {', '.join(names)}" if names else "none"


def _storage(found: paths.Paths) -> dict[str, Any]:
    """Looks at the data without opening it."""
    shared = locations.recognise(found.data)
    try:
        case = Keys(found.database, found.key_record, OsKeyring()).examine()
    except KeyringUnavailable as error:
        return {"stored": False, "key": str(error), "shared_folder": None}
    match case:
        case NewData(keyrings):
            key = f"would be kept in {keyrings[0]}" if keyrings else "no keyring here"
            stored = bool(keyrings)
        case StoredData(place=place, keyring=keyring):
            key = f"{place.value if place else 'unknown place'} {keyring}".strip()
            stored = True
    return {
        "stored": stored,
        "key": key,
        "shared_folder": shared.name if shared else None,
    }


def _print(report: dict[str, Any], indent: str = "") -> None:
    for name, value in report.items():
        if isinstance(value, dict):
            print(f"{indent}{name}:")
            _print(value, indent + "  ")
        else:
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            print(f"{indent}{name}: {'' if shown is None else shown}")
