"""A key in a file of its own: 64 hexadecimal characters, for this account alone."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_slm.errors import EmptyPassphrase, KeyCutOff, KeyDoesNotFit, KeyFileExposed, KeyMissing
from desktop_slm.storage.keys.data_key import DataKey, parse_hex
from desktop_slm.storage.private_files import make_private_folder, write_private

_MOST_BYTES = 4_096


def read_key_file(path: Path) -> bytearray:
    """Returns the key.

    Raises KeyMissing, KeyDoesNotFit for anything but a key, and KeyFileExposed where the file is
    open to others (POSIX; elsewhere the folder's own rights have to do).
    """
    secret = parse_hex(_read(path, must_be_private=True))
    if secret is None:
        raise KeyCutOff(place=path)
    return secret


def write_key_file(path: Path, key: DataKey) -> None:
    """Makes the key file; to be called only where a person has said yes to one."""
    make_private_folder(path.parent)
    write_private(path, key.as_hex().encode("ascii") + b"\n")


def read_passphrase_file(path: Path) -> str:
    """Returns the first line of a file named by DESKTOP_SLM_PASSPHRASE_FILE."""
    passphrase = _read(path, must_be_private=False).partition("\n")[0].rstrip("\r")
    if not passphrase:
        raise EmptyPassphrase
    return passphrase


def _read(path: Path, *, must_be_private: bool) -> str:
    try:
        with open(path, "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if must_be_private and os.name == "posix" and mode & 0o077:
                raise KeyFileExposed(path=path)
            return file.read(_MOST_BYTES).decode("utf-8")
    except OSError:
        raise KeyMissing(place=path) from None
    except UnicodeDecodeError:
        raise KeyDoesNotFit(place=path) from None
