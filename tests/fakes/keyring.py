"""A keyring in memory that can be locked, missing, slow to agree or full of rubbish."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from desktop_slm.errors import KeyringChanged, KeyringLocked, StorageError


class FakeKeyring:
    """Stands in for `storage.os_keyring.OsKeyring`; tests reach into its fields."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.is_locked = False
        self.forgets = False
        self.refuses: type[StorageError] | None = None
        self.secrets: dict[tuple[str, str], str] = {}
        self.calls = 0

    def backends(self) -> Sequence[str]:
        """Returns the keyrings that "work" here."""
        self.calls += 1
        return tuple(self.names)

    def read(self, backend: str, account: str) -> str | None:
        """Returns a secret, or None."""
        self._open(backend)
        return self.secrets.get((backend, account))

    def write(self, backend: str, account: str, secret: str) -> None:
        """Keeps a secret, unless told to forget."""
        self._open(backend)
        if not self.forgets:
            self.secrets[backend, account] = secret

    def delete(self, backend: str, account: str) -> None:
        """Forgets a secret."""
        self._open(backend)
        self.secrets.pop((backend, account), None)

    def _open(self, backend: str) -> None:
        self.calls += 1
        if backend not in self.names:
            raise KeyringChanged(place=backend)
        if self.is_locked:
            raise KeyringLocked(place=backend)
        if self.refuses is not None:
            raise self.refuses(place=backend)


class FileKeyring(FakeKeyring):
    """One whose secrets lie in a file, so that two processes share them."""

    def __init__(self, path: Path) -> None:
        super().__init__("File keyring")
        self._path = path
        if path.exists():
            stored = json.loads(path.read_text())
            self.secrets = {(self.names[0], account): secret for account, secret in stored.items()}

    def write(self, backend: str, account: str, secret: str) -> None:
        """Keeps a secret, in the file too."""
        super().write(backend, account, secret)
        stored = {account: secret for (_, account), secret in self.secrets.items()}
        self._path.write_text(json.dumps(stored))
