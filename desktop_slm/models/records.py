"""What is noted of model files beside what lies in them: in use where they lie, names, last use.

A small clear file, `models.json`; paths are its keys, and fingerprints those of names that follow
a file wherever it comes again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_slm.models.json_file import JsonFile
from desktop_slm.paths import Paths

_MOST_NOTED = 500
_lock = threading.Lock()  # every `Library` of this process writes to the one file


@dataclass(frozen=True, slots=True)
class Record:
    """What is noted of one file; `name` is "" where nobody gave it one."""

    is_in_place: bool = False
    name: str = ""
    used_at: datetime | None = None


class Records:
    """Reads and writes the file. A damaged one reads as empty, and a damaged entry as none."""

    def __init__(self, paths: Paths) -> None:
        self._file = JsonFile(paths.data / "models.json")

    def load(self) -> dict[Path, Record]:
        """Returns what is noted, by path."""
        stored = self._stored()
        used = _dict(stored, "used")
        names = _dict(stored, "names")
        in_place = [path for path in _list(stored, "in_place") if isinstance(path, str)]
        return {
            Path(path): Record(path in in_place, _text(names.get(path)), _time(used.get(path)))
            for path in dict.fromkeys([*in_place, *names, *used])
        }

    def change(self, path: Path, **changes: Any) -> None:
        """Notes something of a file. Raises DiskFull, FolderUnwritable."""
        with _lock:
            records = self.load()
            records[path] = replace(records.get(path, Record()), **changes)
            self._store(records)

    def drop(self, path: Path) -> None:
        """Forgets a file."""
        with _lock:
            records = self.load()
            if records.pop(path, None) is not None:
                self._store(records)

    def replace(self, new_path: Callable[[Path], Path]) -> None:
        """Gives the notes of files that have moved their new paths."""
        with _lock:
            records = self.load()
            moved = {new_path(path): record for path, record in records.items()}
            if moved != records:
                self._store(moved)

    def name_of(self, sha256: str) -> str:
        """Returns the name that was given to the file with a fingerprint, or ""."""
        return _text(_dict(self._stored(), "names_by_hash").get(sha256))

    def name_hash(self, sha256: str, name: str) -> None:
        """Notes a name for a fingerprint; "" forgets it."""
        with _lock:
            names = {**_dict(self._stored(), "names_by_hash")}
            names.pop(sha256, None)
            if name:
                names[sha256] = name
            kept = dict(list(names.items())[-_MOST_NOTED:])
            self._store(self.load(), names_by_hash=kept)

    def declined(self) -> frozenset[Path]:
        """Returns the models of other apps that the person did not want."""
        paths = _list(self._stored(), "declined")
        return frozenset(Path(path) for path in paths if isinstance(path, str))

    def decline(self, paths: Iterable[Path]) -> None:
        """Notes models of other apps that are not to be offered again."""
        with _lock:
            declined = [str(path) for path in {*self.declined(), *paths}]
            self._store(self.load(), declined=sorted(declined)[-_MOST_NOTED:])

    def _stored(self) -> Mapping[str, Any]:
        stored = self._file.load()
        return stored if isinstance(stored, dict) else {}

    def _store(self, records: Mapping[Path, Record], **others: object) -> None:
        """Writes the records, and what else is noted where it is not given anew."""
        stored = self._stored()
        self._file.store(
            {
                "names_by_hash": _dict(stored, "names_by_hash"),
                "declined": _list(stored, "declined"),
                **others,
                "in_place": [str(path) for path, each in records.items() if each.is_in_place],
                "names": {str(path): each.name for path, each in records.items() if each.name},
                "used": {
                    str(path): each.used_at.isoformat()
                    for path, each in records.items()
                    if each.used_at is not None
                },
            }
        )


def _dict(stored: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = stored.get(key)
    return value if isinstance(value, dict) else {}


def _list(stored: Mapping[str, Any], key: str) -> list[Any]:
    value = stored.get(key)
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _time(value: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
