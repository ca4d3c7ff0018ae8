"""Passphrase and recovery code: set, changed, renewed and taken away, with a kill at each step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_slm.errors import (
    CodeMistyped,
    KeyMissing,
    KeyringLocked,
    KeyringUnavailable,
    NoCode,
    NoPassphrase,
    PassphraseNeeded,
    StorageError,
    WrongCode,
    WrongKey,
)
from desktop_slm.storage.keys import key_record, recovery_code
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.key_record import KeyPlace
from desktop_slm.storage.keys.keys import InKeyFile, InKeyring, Keys
from tests.fakes.keyring import FakeKeyring
from tests.unit.storage.home import CHEAP, WORDS, Home

NEW = "another five words entirely here"
CODE = recovery_code.draw()


def record(home: Home) -> key_record.KeyRecord:
    loaded = key_record.load(home.record)
    assert loaded is not None
    return loaded


# The code


def test_a_code_has_130_bits_in_seven_groups() -> None:
    codes = {recovery_code.draw() for _ in range(50)}
    assert len(codes) == 50
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4] * 7
        assert not set(code) & set("ILOU")


def test_a_code_is_understood_as_people_write_it() -> None:
    code = next(code for code in iter(recovery_code.draw, "") if {"0", "1"} <= set(code))
    typed = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery_code.normalized(f" {typed}\n") == code


def test_a_slip_of_the_pen_is_told_from_a_wrong_code() -> None:
    slips = 0
    for at, letter in enumerate(CODE):
        if letter != "-":
            typed = CODE[:at] + ("2" if letter != "2" else "3") + CODE[at + 1 :]
            try:
                recovery_code.normalized(typed)
            except CodeMistyped:
                slips += 1
    assert slips >= 26  # a check of ten bits lets one in a thousand through
    for typed in ("", CODE[:-1], CODE + "A", "é" * 28):
        with pytest.raises(CodeMistyped):
            recovery_code.normalized(typed)


def test_a_renewed_code_opens_and_the_one_before_does_not(home: Home) -> None:
    home.start("keyring")
    with pytest.raises(NoCode):
        home.keys.unlock(code=CODE)
    renewed = recovery_code.draw()
    for code in (CODE, renewed):
        with home.keys.unlock() as key:
            home.keys.set_code(key, code)
    assert home.titles(code=renewed) == ["kept"]
    with pytest.raises(WrongCode):
        home.keys.unlock(code=CODE)
    assert CODE not in home.record.read_text() and renewed not in home.record.read_text()


@pytest.mark.parametrize("place", ["keyring", "passphrase", "key file"])
def test_a_code_stays_when_the_key_moves(home: Home, place: str) -> None:
    home.start("keyring")
    with home.keys.unlock() as key:
        home.keys.set_code(key, CODE)
        home.keys.move(key, home.places[place])
    assert home.titles(code=CODE) == ["kept"]


def test_a_code_cannot_stand_in_for_a_passphrase(home: Home) -> None:
    """What is sealed with one says which of the two it is."""
    home.start("keyring")
    with home.keys.unlock() as key:
        home.keys.set_code(key, CODE)
    swapped = record(home)
    key_record.save(home.record, replace(swapped, wrapped=swapped.recovery))
    with pytest.raises(WrongKey):
        home.keys.unlock(passphrase=CODE)


# The passphrase


def test_a_passphrase_for_the_lock_leaves_the_key_in_the_keyring(home: Home) -> None:
    home.start("keyring")
    with pytest.raises(NoPassphrase):
        home.keys.confirm(WORDS)
    with home.keys.unlock() as key:
        home.keys.protect(key, WORDS, at_start=False)
    assert home.titles() == ["kept"]
    home.keys.confirm(WORDS).wipe()
    with pytest.raises(WrongKey):
        home.keys.confirm("wrong")
    home.keyring.secrets.clear()  # never the keyring's word
    home.keys.confirm(WORDS).wipe()


def test_a_passphrase_at_each_start_takes_the_key_out_of_the_keyring(home: Home) -> None:
    home.start("keyring")
    with home.keys.unlock() as key:
        home.keys.protect(key, WORDS, at_start=True)
    assert home.keyring.secrets == {}
    assert record(home).leaving == ""
    with pytest.raises(PassphraseNeeded):
        home.keys.unlock()
    assert home.titles(passphrase=WORDS) == ["kept"]


def test_changes_ask_for_the_passphrase_that_is_set(home: Home) -> None:
    home.start("keyring")
    home.keys.unlock_to_change(None).wipe()
    with home.keys.unlock() as key:
        home.keys.protect(key, WORDS, at_start=False)
    with pytest.raises(PassphraseNeeded):
        home.keys.unlock_to_change(None)
    with pytest.raises(WrongKey):
        home.keys.unlock_to_change("wrong")
    home.keys.unlock_to_change(WORDS).wipe()
    with home.keys.unlock() as key:
        home.keys.set_code(key, CODE)
    home.keys.unlock_to_change(CODE).wipe()


def test_without_a_keyring_a_passphrase_is_not_taken_away(home: Home) -> None:
    home.start("passphrase")
    home.keyring.names.clear()
    before = home.record.read_bytes()
    with home.keys.unlock(passphrase=WORDS) as key, pytest.raises(KeyringUnavailable):
        home.keys.unprotect(key)
    assert home.record.read_bytes() == before


def test_a_keyring_that_is_locked_then_is_left_at_the_next_start(home: Home) -> None:
    home.start("keyring")
    with home.keys.unlock() as key:
        home.keyring.is_locked = True
        home.keys.protect(key, WORDS, at_start=True)
    assert record(home).leaving == "SecretService"
    home.keys.finish_leaving()
    home.keyring.is_locked = False
    home.keys.finish_leaving()
    assert (record(home).leaving, home.keyring.secrets) == ("", {})


def test_a_key_file_beside_the_data_goes_when_a_passphrase_comes(home: Home) -> None:
    home.start("keyring")
    own = home.folder / "desktop-slm.key"
    with home.keys.unlock() as key:
        home.keys.move(key, InKeyFile(own))
        home.keys.protect(key, WORDS, at_start=True)
    assert not own.exists()
    assert home.titles(passphrase=WORDS) == ["kept"]


def test_a_key_file_elsewhere_is_the_person_s_own(home: Home) -> None:
    home.start("key file")
    with home.keys.unlock() as key:
        home.keys.protect(key, WORDS, at_start=True)
    assert home.key_file.exists()


def test_a_damaged_wrapping_is_no_silent_way_in(home: Home) -> None:
    home.start("passphrase")
    home.edit_record(wrapped="zz")
    with pytest.raises(KeyMissing):
        home.keys.unlock(passphrase=WORDS)


# A kill at each step


class Killed(BaseException):
    """Stands for the end of the process."""


CHANGES: dict[str, tuple[str, Callable[[Keys, DataKey], None]]] = {
    "set for the lock": ("keyring", lambda k, key: k.protect(key, NEW, at_start=False)),
    "set for each start": ("keyring", lambda k, key: k.protect(key, NEW, at_start=True)),
    "changed": ("passphrase", lambda k, key: k.protect(key, NEW, at_start=True)),
    "for the lock alone": ("passphrase", lambda k, key: k.protect(key, NEW, at_start=False)),
    "taken away": ("passphrase", lambda k, key: k.unprotect(key)),
    "from a key file": ("key file", lambda k, key: k.protect(key, NEW, at_start=True)),
    "moved": ("keyring", lambda k, key: k.move(key, InKeyring("kwallet"))),
    "code renewed": ("keyring", lambda k, key: k.set_code(key, CODE)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_kill_at_any_step_leaves_a_way_in(
    home: Home, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, act = CHANGES[change]
    steps = run_until(home, place, act, 1_000, monkeypatch)
    assert 1 <= steps < 20
    for dies_at in range(1, steps + 1):
        fresh = Home(home.folder.parent / f"{dies_at}")
        run_until(fresh, place, act, dies_at, monkeypatch)
        before = fresh.database.read_bytes()
        ways = [how for how in all_ways() if opens(fresh, how)]
        assert ways, f"no way in after a kill at step {dies_at} of {steps}"
        fresh.keys.finish_leaving()
        assert [how for how in ways if opens(fresh, how)] != []
        if record(fresh).place is KeyPlace.PASSPHRASE:
            assert fresh.keyring.secrets == {} or place == "passphrase"
        assert before[:16] == fresh.database.read_bytes()[:16]


def run_until(
    home: Home,
    place: str,
    act: Callable[[Keys, DataKey], None],
    dies_at: int,
    monkeypatch: pytest.MonkeyPatch,
) -> int:
    """Makes the change and dies before its n-th step; returns how many steps it took."""
    home.start(place)
    seen = 0

    def stepping(real: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object) -> object:
            nonlocal seen
            seen += 1
            if seen >= dies_at:
                raise Killed
            return real(*given)

        return step

    with monkeypatch.context() as patched:
        key = home.keys.unlock(passphrase=WORDS if place == "passphrase" else None)
        for name in ("read", "write", "delete"):
            patched.setattr(FakeKeyring, name, stepping(getattr(FakeKeyring, name)))
        patched.setattr(key_record, "save", stepping(key_record.save))
        try:
            act(Keys(home.database, home.record, home.keyring, CHEAP), key)
        except Killed:
            return seen
    return seen


def all_ways() -> list[dict[str, str]]:
    return [{}, {"passphrase": WORDS}, {"passphrase": NEW}, {"code": CODE}]


def opens(home: Home, how: dict[str, str]) -> bool:
    try:
        return home.titles(**how) == ["kept"]
    except (StorageError, KeyringLocked):
        return False
