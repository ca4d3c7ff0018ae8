"""Every way in which a key cannot be had: the right error, and not a byte of the folder changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest

from desktop_slm.errors import (
    EmptyPassphrase,
    KeyCutOff,
    KeyDoesNotFit,
    KeyFileExposed,
    KeyMissing,
    KeyringChanged,
    KeyringLocked,
    PassphraseNeeded,
    StorageError,
    WrongKey,
)
from tests.unit.storage.folders import contents
from tests.unit.storage.home import WORDS, Home

Case = tuple[str, Callable[[Home], object], dict[str, Any], type[StorageError]]

CASES: dict[str, Case] = {
    "keyring empty": ("keyring", lambda h: h.keyring.secrets.clear(), {}, KeyMissing),
    "keyring locked": (
        "keyring",
        lambda h: setattr(h.keyring, "is_locked", True),
        {},
        KeyringLocked,
    ),
    "keyring gone": ("keyring", lambda h: h.keyring.names.clear(), {}, KeyringChanged),
    "other keyring": (
        "keyring",
        lambda h: h.keyring.names.remove("SecretService"),
        {},
        KeyringChanged,
    ),
    "key cut short": ("keyring", lambda h: h.replace_secret(h.secret()[:63]), {}, KeyCutOff),
    "key no key": ("keyring", lambda h: h.replace_secret("x" * 64), {}, KeyCutOff),
    "key of others": ("keyring", lambda h: h.replace_secret("ab" * 32), {}, KeyDoesNotFit),
    "keyring, record lost": ("keyring", lambda h: h.record.unlink(), {}, KeyMissing),
    "record of another id": (
        "keyring",
        lambda h: h.edit_record(database="00" * 16),
        {},
        KeyMissing,
    ),
    "check value changed": (
        "keyring",
        lambda h: h.edit_record(check="00" * 16),
        {},
        KeyDoesNotFit,
    ),
    "no passphrase": ("passphrase", lambda h: None, {}, PassphraseNeeded),
    "empty passphrase": ("passphrase", lambda h: None, {"passphrase": ""}, EmptyPassphrase),
    "wrong passphrase": ("passphrase", lambda h: None, {"passphrase": "Correct"}, WrongKey),
    "wrapped key changed": (
        "passphrase",
        lambda h: h.edit_record(wrapped="00" * 32),
        {"passphrase": WORDS},
        WrongKey,
    ),
    "salt changed": (
        "passphrase",
        lambda h: h.edit_record(salt="00" * 16),
        {"passphrase": WORDS},
        WrongKey,
    ),
    "absurd cost": (
        "passphrase",
        lambda h: h.edit_record(scrypt={"n": 1 << 40, "r": 8, "p": 1}),
        {"passphrase": WORDS},
        KeyMissing,
    ),
    "cost lowered": (
        "passphrase",
        lambda h: h.edit_record(scrypt={"n": 4, "r": 8, "p": 1}),
        {"passphrase": WORDS},
        WrongKey,
    ),
    "passphrase, record lost": (
        "passphrase",
        lambda h: h.record.unlink(),
        {"passphrase": WORDS},
        KeyMissing,
    ),
    "key file gone": ("key file", lambda h: h.key_file.unlink(), {}, KeyMissing),
    "key file empty": ("key file", lambda h: h.key_file.write_text(""), {}, KeyCutOff),
    "key file of others": (
        "key file",
        lambda h: h.key_file.write_text("ab" * 32),
        {},
        KeyDoesNotFit,
    ),
    "key file is a picture": (
        "key file",
        lambda h: h.key_file.write_bytes(b"\xff\xd8" * 99),
        {},
        KeyDoesNotFit,
    ),
    "key file is a folder": (
        "key file",
        lambda h: h.key_file.rename(h.key_file.with_name("x")).with_name("slm.key").mkdir(),
        {},
        KeyMissing,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_key_that_cannot_be_had_is_refused_and_changes_nothing(home: Home, case: Case) -> None:
    place, spoil, how, error = case
    home.start(place)
    spoil(home)
    before, secrets = contents(home.folder), dict(home.keyring.secrets)
    with pytest.raises(error) as caught:
        home.keys.unlock(**how)
    assert type(caught.value) is error
    assert str(caught.value)  # every field of the sentence is there
    assert (contents(home.folder), home.keyring.secrets) == (before, secrets)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_key_file_open_to_others_is_refused(home: Home, mode: int) -> None:
    home.start("key file")
    home.key_file.chmod(mode)
    with pytest.raises(KeyFileExposed):
        home.keys.unlock()
    assert home.key_file.stat().st_mode & 0o777 == mode


def test_a_wrong_key_file_without_a_record_is_a_wrong_key(home: Home) -> None:
    home.start("key file")
    home.record.unlink()
    home.key_file.write_text("ab" * 32)
    with pytest.raises(WrongKey):
        home.titles(key_file=home.key_file)
