"""P5: seven ways to lose the key, each with three ways to try to get in; 21 cases.

Whatever happens: the database stays byte-identical, nothing is keyed anew, each loss has an error
of its own, and whoever has the right code or the passphrase gets in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop_slm.errors import (
    KeyCutOff,
    KeyDoesNotFit,
    KeyMissing,
    KeyringChanged,
    KeyringLocked,
    KeyringRefused,
    KeyringSilent,
    StorageError,
    WrongCode,
)
from desktop_slm.storage.keys import recovery_code
from desktop_slm.storage.keys.keys import Keys
from tests.unit.storage.home import CHEAP, WORDS, Home

CODE = recovery_code.draw()


def refusing(kind: type[StorageError]) -> Callable[[Home], None]:
    """Lets the keyring answer like that from now on."""

    def spoil(home: Home) -> None:
        home.keyring.refuses = kind

    return spoil


LOSSES: dict[str, tuple[Callable[[Home], object], type[StorageError]]] = {
    "missing": (lambda home: home.keyring.secrets.clear(), KeyMissing),
    "locked": (refusing(KeyringLocked), KeyringLocked),
    "wrong value": (lambda home: home.replace_secret("ab" * 32), KeyDoesNotFit),
    "other backend": (lambda home: home.keyring.names.remove("SecretService"), KeyringChanged),
    "denied": (refusing(KeyringRefused), KeyringRefused),
    "slow": (refusing(KeyringSilent), KeyringSilent),
    "truncated": (lambda home: home.replace_secret(home.secret()[:40]), KeyCutOff),
}
WAYS: dict[str, tuple[dict[str, Any], type[StorageError] | None]] = {
    "right code": ({"code": CODE.lower().replace("-", "")}, None),
    "wrong code": ({"code": recovery_code.draw()}, WrongCode),
    "passphrase": ({"passphrase": WORDS}, None),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("loss", LOSSES)
def test_a_lost_key_is_told_and_the_ways_back_work(home: Home, loss: str, way: str) -> None:
    home.start("keyring")
    with home.keys.unlock() as key:
        home.keys.set_code(key, CODE)
        home.keys.protect(key, WORDS, at_start=False)
    spoil, error = LOSSES[loss]
    spoil(home)
    before = home.database.read_bytes(), home.record.read_bytes(), dict(home.keyring.secrets)

    def as_before() -> bool:
        now = home.database.read_bytes(), home.record.read_bytes(), dict(home.keyring.secrets)
        return now == before

    keys = Keys(home.database, home.record, home.keyring, CHEAP)
    keys.examine()
    with pytest.raises(StorageError) as told:
        keys.unlock()
    assert type(told.value) is error
    assert "unchanged" in str(told.value)
    how, refused = WAYS[way]
    if refused is None:
        keys.unlock(**how).wipe()
    else:
        with pytest.raises(refused):
            keys.unlock(**how)
    assert as_before()
    if refused is None:
        assert home.titles(**how) == ["kept"]


def test_every_loss_has_words_of_its_own() -> None:
    sentences = {error.sentence for _, error in LOSSES.values()}
    assert len(sentences) == len(LOSSES)
