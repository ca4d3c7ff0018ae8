from __future__ import annotations

import threading
from collections.abc import Iterator

import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService

from desktop_slm.errors import KeyringChanged, KeyringLocked
from desktop_slm.storage.keys.os_keyring import OsKeyring


class Scripted(KeyringBackend):
    """Takes the place of the Secret Service's class; each test says what it does."""

    priority = 5
    kept: dict[tuple[str, str], str]
    error: Exception | None
    gate: threading.Event

    def get_password(self, service: str, username: str) -> str | None:
        self._act()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._act()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._act()
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError

    def _act(self) -> None:
        self.gate.wait(10)
        if self.error:
            raise self.error


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Scripted]]:
    Scripted.kept, Scripted.error, Scripted.gate = {}, None, threading.Event()
    Scripted.gate.set()
    monkeypatch.setattr(SecretService, "Keyring", Scripted)
    monkeypatch.setattr("sys.platform", "linux")
    yield Scripted
    Scripted.gate.set()
    KeyringBackend._classes.discard(Scripted)


def test_a_secret_is_kept_read_and_forgotten(backend: type[Scripted]) -> None:
    keys = OsKeyring()
    assert "SecretService" in keys.backends()
    assert keys.read("SecretService", "id") is None
    keys.write("SecretService", "id", "ab" * 32)
    assert keys.read("SecretService", "id") == "ab" * 32
    assert backend.kept == {("desktop-slm", "id"): "ab" * 32}
    keys.delete("SecretService", "id")
    keys.delete("SecretService", "id")
    assert backend.kept == {}


@pytest.mark.parametrize("name", ["kwallet", "fail", "null", "chainer", "keyrings.alt", ""])
def test_a_keyring_that_is_not_here_or_not_accepted_is_not_opened(
    backend: type[Scripted], name: str
) -> None:
    with pytest.raises(KeyringChanged) as caught:
        OsKeyring().read(name, "id")
    assert caught.value.fields == {"place": name}


@pytest.mark.parametrize(
    "error", [keyring.errors.KeyringLocked(), keyring.errors.InitError(), RuntimeError("D-Bus")]
)
def test_a_keyring_that_refuses_is_locked(backend: type[Scripted], error: Exception) -> None:
    backend.error = error
    with pytest.raises(KeyringLocked) as caught:
        OsKeyring().read("SecretService", "id")
    assert caught.value.details == type(error).__name__


def test_a_keyring_that_does_not_answer_is_not_waited_for_for_ever(
    backend: type[Scripted],
) -> None:
    backend.gate.clear()
    with pytest.raises(KeyringLocked) as caught:
        OsKeyring(timeout_s=0.05).read("SecretService", "id")
    assert caught.value.details == "no answer"


def test_a_keyring_without_a_service_is_not_offered(
    backend: type[Scripted], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Scripted, "viable", False)
    assert "SecretService" not in OsKeyring().backends()
