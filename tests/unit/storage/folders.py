"""Looking at a data folder from outside: its bytes, and what could be read in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw

from desktop_slm.storage.keys.data_key import DataKey


def contents(folder: Path) -> dict[str, bytes]:
    """Returns every file below the folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def files_with(folder: Path, sentence: str) -> list[str]:
    """Returns the files in which the sentence stands as UTF-8 or UTF-16, or in whose names."""
    forms = [sentence.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        name
        for name, data in contents(folder).items()
        if sentence in name or any(form in data for form in forms)
    ]


def decrypted_copy(path: Path, key: DataKey, folder: Path) -> Path:
    """Returns a folder with a clear copy of the database, page by page, freed pages included."""
    folder.mkdir()
    copy = folder / "clear.db"
    shutil.copyfile(path, copy)
    connection = apsw.Connection(str(copy))
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", f"raw:{key.as_hex()}")
    connection.pragma("journal_mode", "delete")
    connection.pragma("rekey", "")
    connection.close()
    assert copy.read_bytes().startswith(b"SQLite format 3\0")
    return folder
