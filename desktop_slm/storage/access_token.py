"""The access token of the person's Hugging Face account: in the system's keyring, nowhere else."""

from __future__ import annotations

from desktop_slm.errors import StorageError
from desktop_slm.storage.keys.os_keyring import Keyring

_ACCOUNT = "hugging-face-token"


class AccessToken:
    """Keeps the token; where there is no keyring, in memory until the program ends.

    Every call may ask the person to unlock: never call it on the Qt thread.
    """

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._in_memory = ""

    def read(self) -> str:
        """Returns the token, or "" where there is none."""
        if self._in_memory:
            return self._in_memory
        for backend in self._keyring.backends():
            if token := self._keyring.read(backend, _ACCOUNT):
                return token
        return ""

    def write(self, token: str) -> bool:
        """Keeps the token; returns whether it will still be there at the next start."""
        self._in_memory = token
        try:
            for backend in self._keyring.backends()[:1]:
                self._keyring.write(backend, _ACCOUNT, token)
                return True
        except StorageError:  # locked, or refused: it is good for now all the same
            return False
        return False

    def delete(self) -> None:
        """Forgets the token. Raises KeyringLocked."""
        self._in_memory = ""
        for backend in self._keyring.backends():
            self._keyring.delete(backend, _ACCOUNT)
