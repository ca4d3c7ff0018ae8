"""The system's own keyring, through the `keyring` library.

The modules of the five keyrings that really encrypt are named here and asked one by one: the
library's own choice may fall on a plug-in that writes clear text.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from desktop_slm.errors import KeyringChanged, KeyringLocked, KeyringRefused, KeyringSilent

SERVICE = "desktop-slm"

_Result = TypeVar("_Result")


class Keyring(Protocol):
    """Where systems keep secrets: the seam that tests fake."""

    def backends(self) -> Sequence[str]:
        """Returns the names of the keyrings that work here now, the best first."""

    def read(self, backend: str, account: str) -> str | None:
        """Returns a secret, or None where that keyring has none of this name."""

    def write(self, backend: str, account: str, secret: str) -> None:
        """Keeps a secret."""

    def delete(self, backend: str, account: str) -> None:
        """Forgets a secret; none there is fine."""


class OsKeyring:
    """The real one. Every call may ask the person to unlock, so never call it on the Qt thread.

    Raises KeyringChanged where the named keyring is not there, KeyringLocked where it stays
    locked, KeyringSilent where it does not answer in `timeout_s`, and KeyringRefused for the rest.
    """

    def __init__(self, timeout_s: float = 120) -> None:
        self._timeout_s = timeout_s

    def backends(self) -> Sequence[str]:
        """Returns the names of the keyrings that work here now, the best first."""
        found = self._in_time("", _usable)
        return sorted(found, key=lambda name: -float(found[name].priority))

    def read(self, backend: str, account: str) -> str | None:
        """Returns a secret, or None where that keyring has none of this name."""

        def get() -> str | None:
            value = self._open(backend).get_password(SERVICE, account)
            return None if value is None else str(value)

        return self._in_time(backend, get)

    def write(self, backend: str, account: str, secret: str) -> None:
        """Keeps a secret."""
        self._in_time(backend, lambda: self._open(backend).set_password(SERVICE, account, secret))

    def delete(self, backend: str, account: str) -> None:
        """Forgets a secret; none there is fine."""
        from keyring.errors import PasswordDeleteError

        with contextlib.suppress(PasswordDeleteError):
            self._in_time(backend, lambda: self._open(backend).delete_password(SERVICE, account))

    @staticmethod
    def _open(backend: str) -> Any:
        kind = _usable().get(backend)
        if kind is None:
            raise KeyringChanged(place=backend)
        return kind()

    def _in_time(self, backend: str, call: Callable[[], _Result]) -> _Result:
        """Runs the call beside this thread: a keyring that waits for a prompt waits for ever."""
        done: list[_Result] = []
        failed: list[Exception] = []

        def run() -> None:
            try:
                done.append(call())
            except Exception as error:  # each keyring raises what its own D-Bus library raises
                failed.append(error)

        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._timeout_s)
        if done:
            return done[0]
        if failed and _is_ours(failed[0]):
            raise failed[0]
        if not failed:
            raise KeyringSilent(place=backend, details="no answer") from None
        kind = KeyringLocked if _is_lock(failed[0]) else KeyringRefused
        raise kind(place=backend, details=type(failed[0]).__name__) from None


def _is_lock(error: Exception) -> bool:
    from keyring import errors

    return isinstance(error, errors.KeyringLocked)


def _is_ours(error: Exception) -> bool:
    from keyring.errors import PasswordDeleteError

    return isinstance(error, KeyringChanged | PasswordDeleteError)


def _usable() -> dict[str, Any]:
    """Returns the accepted backend classes that work here; takes 100 ms the first time."""
    if sys.platform == "win32":
        accepted = {"Windows": "WinVaultKeyring"}
    elif sys.platform == "darwin":
        accepted = {"macOS": "Keyring"}
    else:
        accepted = {"SecretService": "Keyring", "kwallet": "DBusKeyring", "libsecret": "Keyring"}
    kinds = {
        name: getattr(importlib.import_module(f"keyring.backends.{name}"), kind)
        for name, kind in accepted.items()
    }
    return {name: kind for name, kind in kinds.items() if kind.viable}
