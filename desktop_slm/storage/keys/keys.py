"""Where the database's key comes from, and how it gets there.

Nothing is ever deleted, newly keyed or opened in silence: `examine` only looks, `create` refuses
where there is data, `unlock` changes nothing and tells a missing key, a wrong one and a keyring
that is not there apart. What each error means for the data is in its sentence.
"""

from __future__ import annotations

import contextlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_slm.errors import (
    AlreadyStored,
    DatabaseBusy,
    DatabaseMissing,
    KeyCutOff,
    KeyDoesNotFit,
    KeyMissing,
    KeyringLocked,
    KeyringUnavailable,
    NoCode,
    NoPassphrase,
    PassphraseNeeded,
    WrongCode,
    WrongKey,
)
from desktop_slm.storage.database import read_id
from desktop_slm.storage.failures import os_errors_named
from desktop_slm.storage.keys import key_record, recovery_code
from desktop_slm.storage.keys.data_key import DataKey, parse_hex
from desktop_slm.storage.keys.key_file import read_key_file, write_key_file
from desktop_slm.storage.keys.key_record import KeyPlace, KeyRecord
from desktop_slm.storage.keys.os_keyring import Keyring
from desktop_slm.storage.keys.passphrase import Scrypt, unwrap, wrap
from desktop_slm.storage.locks import FileLock
from desktop_slm.storage.private_files import make_private_file, make_private_folder


@dataclass(frozen=True, slots=True)
class NewData:
    """There is nothing yet. `keyrings` names those that could keep the key, the best first."""

    keyrings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredData:
    """There is a database, or a record of its key.

    `place` is None where the record is missing or unreadable: only a key file given by name
    opens the data then. `has_database` is False where the file itself is gone.
    """

    place: KeyPlace | None
    has_database: bool
    keyring: str = ""
    has_code: bool = False
    has_passphrase: bool = False

    @property
    def needs_passphrase(self) -> bool:
        """Whether somebody has to be asked."""
        return self.place is KeyPlace.PASSPHRASE


@dataclass(frozen=True, slots=True)
class InKeyring:
    """Keep the key in this keyring."""

    keyring: str


@dataclass(frozen=True, slots=True)
class UnderPassphrase:
    """Keep the key in the record, under a passphrase."""

    passphrase: str


@dataclass(frozen=True, slots=True)
class InKeyFile:
    """Keep the key in a file with tight rights; one that is there is used as it is."""

    path: Path


NewPlace = InKeyring | UnderPassphrase | InKeyFile


class Keys:
    """The key of the database at `database`, with its record at `record`."""

    def __init__(
        self, database: Path, record: Path, keyring: Keyring, cost: Scrypt | None = None
    ) -> None:
        self._database = database
        self._record = record
        self._keyring = keyring
        self._cost = cost or Scrypt()

    def examine(self) -> NewData | StoredData:
        """Tells what is the case, and changes nothing. Asks the keyring only for new data."""
        if self._is_new():
            return NewData(self.keyrings())
        record = key_record.load(self._record)
        return StoredData(
            place=record.place if record else None,
            has_database=self._database.exists(),
            keyring=record.keyring if record else "",
            has_code=record is not None and record.recovery is not None,
            has_passphrase=record is not None and record.wrapped is not None,
        )

    def create(self, place: NewPlace) -> DataKey:
        """Draws a key for new data, keeps it in that place, and makes the empty database file.

        Raises AlreadyStored where there is data or a record of a key.
        """
        make_private_folder(self._database.parent)
        with self._alone():
            if not self._is_new():
                raise AlreadyStored(path=self._database.parent)
            key = DataKey.new()
            if isinstance(place, InKeyFile) and place.path.exists():
                key.secret[:] = read_key_file(place.path)
            # The empty file says that a database may be made: a record without any file means
            # that the database was lost, and none is made in its place.
            make_private_file(self._database)
            key_record.save(self._record, self._keep(key, place))
        return key

    def unlock(
        self,
        *,
        passphrase: str | None = None,
        key_file: Path | None = None,
        code: str | None = None,
    ) -> DataKey:
        """Returns the key from where it is kept, or by the one way that is given here.

        Raises KeyMissing, WrongKey or KeyDoesNotFit, PassphraseNeeded, KeyringChanged,
        KeyringLocked and those under them, each with the data left as it is.
        """
        record = key_record.load(self._record)
        if record is None:
            return self._unlock_without_record(key_file)
        asks = record.place is KeyPlace.PASSPHRASE or (passphrase is not None and record.wrapped)
        if code is not None:
            place, secret = str(self._record), _from_code(record, code)
        elif key_file is not None:
            place, secret = str(key_file), read_key_file(key_file)
        elif asks:
            place, secret = str(self._record), _from_passphrase(record, passphrase)
        elif record.place is KeyPlace.KEY_FILE:
            place, secret = record.key_file, read_key_file(Path(record.key_file))
        else:
            place = f"the keyring ({record.keyring})"
            secret = self._from_keyring(record, place)
        key = DataKey(secret, record.database_id, is_verified=True)
        if not hmac.compare_digest(key.check_value(), record.check):
            key.wipe()
            raise KeyDoesNotFit(place=place)
        return key

    def unlock_to_change(self, words: str | None) -> DataKey:
        """Returns the key to somebody who may change how it is kept.

        Where a passphrase is set that is who knows it, or the recovery code; else the key comes
        from where it is kept, or from the code where that place is lost. Raises PassphraseNeeded
        and WrongKey.
        """
        record = key_record.load(self._record)
        if words and record is not None and recovery_code.is_code(words):
            return self.unlock(code=words)
        if record is None or record.wrapped is None:
            return self.unlock()
        if words is None:
            raise PassphraseNeeded
        return self.confirm(words)

    def keyrings(self) -> tuple[str, ...]:
        """Returns the keyrings that could keep the key here, the best first."""
        try:
            return tuple(self._keyring.backends())
        except KeyringUnavailable:
            return ()

    def confirm(self, words: str) -> DataKey:
        """Returns the key to whoever knows the passphrase or the recovery code.

        Never on the keyring's word alone. Raises NoPassphrase where none is set.
        """
        record = key_record.load(self._record)
        if record is None or record.wrapped is None:
            raise NoPassphrase
        if record.recovery is not None and recovery_code.is_code(words):
            return self.unlock(code=words)
        return self.unlock(passphrase=words)

    # How it is kept

    def protect(self, key: DataKey, passphrase: str, *, at_start: bool) -> None:
        """Sets or changes the passphrase, which is asked for at each start or for the lock alone.

        Asked for the lock alone, the key lies in its keyring or key file as well. Raises
        KeyringUnavailable where there is no keyring for that.
        """
        with self._alone():
            old = self._loaded()
            wrapped = wrap(key.secret, passphrase, key.database_id, self._cost)
            if at_start:
                new = replace(old, place=KeyPlace.PASSPHRASE, wrapped=wrapped, key_file="")
                self._leave(old, replace(new, keyring=""))
            else:
                self._save(replace(self._out_of_passphrase(key, old), wrapped=wrapped))

    def unprotect(self, key: DataKey) -> None:
        """Takes the passphrase away; the key lies in a keyring, or in its key file, from then on.

        Raises KeyringUnavailable where there is no keyring for it; nothing is changed then.
        """
        with self._alone():
            self._save(replace(self._out_of_passphrase(key, self._loaded()), wrapped=None))

    def set_code(self, key: DataKey, code: str) -> None:
        """Puts the key under this recovery code; one from before opens nothing any more."""
        with self._alone():
            context = _code_context(key.database_id)
            wrapped = wrap(key.secret, recovery_code.normalized(code), context, self._cost)
            self._save(replace(self._loaded(), recovery=wrapped))

    def finish_leaving(self) -> None:
        """Takes the key out of a keyring that was left, where that was cut off or refused then."""
        record = key_record.load(self._record)
        if record is not None and record.leaving:
            with self._alone():
                self._take_out(record)

    def move(self, key: DataKey, place: NewPlace) -> None:
        """Keeps the key somewhere else, or under another passphrase; the database is not touched.

        The copy in a keyring that is left is forgotten, after the new record is on the disk.
        """
        with self._alone():
            old = key_record.load(self._record)
            new = self._keep(key, place)
            if old is None:
                self._save(new)
            else:
                wrapped = new.wrapped or (old.wrapped if isinstance(place, InKeyring) else None)
                self._leave(old, replace(new, wrapped=wrapped, recovery=old.recovery))

    # Steps

    def _loaded(self) -> KeyRecord:
        record = key_record.load(self._record)
        if record is None:
            raise KeyMissing(place=self._record)
        return record

    def _save(self, record: KeyRecord) -> None:
        key_record.save(self._record, record)

    def _leave(self, old: KeyRecord, new: KeyRecord) -> None:
        """Keeps the new record first; then takes the key out of where it was.

        A kill in between leaves the key in both, and a note of what is still to do.
        """
        leaving = old.keyring if old.keyring != new.keyring else ""
        if old.key_file != new.key_file and self._is_own(old.key_file):
            leaving = old.key_file
        new = replace(new, leaving=leaving or old.leaving)
        self._save(new)
        if new.leaving:
            self._take_out(new)

    def _is_own(self, key_file: str) -> bool:
        """Whether the file lies beside the data, where it would open what a passphrase locks."""
        return bool(key_file) and Path(key_file).parent == self._record.parent

    def _take_out(self, record: KeyRecord) -> None:
        """Takes the key out of what was left; what cannot be done is tried at the next start."""
        with contextlib.suppress(KeyringUnavailable):
            if self._is_own(record.leaving):
                Path(record.leaving).unlink(missing_ok=True)
            else:
                self._keyring.delete(record.leaving, record.database_id.hex())
            self._save(replace(record, leaving=""))

    def _out_of_passphrase(self, key: DataKey, old: KeyRecord) -> KeyRecord:
        """Returns a record whose key can be had without asking anybody; keeps it there first."""
        if old.place is not KeyPlace.PASSPHRASE:
            return old
        keyrings = self._keyring.backends()
        if not keyrings:
            raise KeyringUnavailable
        self._into_keyring(key, keyrings[0])
        leaving = "" if old.leaving == keyrings[0] else old.leaving
        return replace(old, place=KeyPlace.KEYRING, keyring=keyrings[0], leaving=leaving)

    def _is_new(self) -> bool:
        is_empty = not self._database.exists() or self._database.stat().st_size == 0
        return is_empty and not self._record.exists()

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keeps a second process from making another key at the same moment."""
        lock = FileLock(self._record.with_name("key.lock"))
        with os_errors_named(self._record.parent):
            if not lock.acquire():
                raise DatabaseBusy
        try:
            yield
        finally:
            lock.release(remove=True)

    def _keep(self, key: DataKey, place: NewPlace) -> KeyRecord:
        """Puts the key in its place, makes sure that it is there, and returns the new record."""
        record = KeyRecord(key.database_id, key.check_value(), KeyPlace.KEYRING)
        match place:
            case InKeyring(keyring):
                self._into_keyring(key, keyring)
                return replace(record, keyring=keyring)
            case InKeyFile(path):
                path = path.absolute()
                if not path.exists():
                    write_key_file(path, key)
                if read_key_file(path) != key.secret:
                    raise KeyDoesNotFit(place=path)
                return replace(record, place=KeyPlace.KEY_FILE, key_file=str(path))
            case UnderPassphrase(words):
                wrapped = wrap(key.secret, words, key.database_id, self._cost)
                return replace(record, place=KeyPlace.PASSPHRASE, wrapped=wrapped)

    def _into_keyring(self, key: DataKey, keyring: str) -> None:
        account = key.database_id.hex()
        self._keyring.write(keyring, account, key.as_hex())
        if self._keyring.read(keyring, account) != key.as_hex():
            raise KeyringLocked(place=keyring, details="the key did not come back")

    def _from_keyring(self, record: KeyRecord, place: str) -> bytearray:
        text = self._keyring.read(record.keyring, record.database_id.hex())
        if text is None:
            raise KeyMissing(place=place)
        secret = parse_hex(text)
        if secret is None:
            raise KeyCutOff(place=place)
        return secret

    def _unlock_without_record(self, key_file: Path | None) -> DataKey:
        if key_file is None:
            raise KeyMissing(place=self._record)
        with os_errors_named(self._database.parent):
            if not self._database.exists():
                raise DatabaseMissing(path=self._database)
        return DataKey(read_key_file(key_file), read_id(self._database), is_verified=False)


def open_record(record: KeyRecord, *, passphrase: str = "", code: str = "") -> DataKey:
    """Returns the key of a record from elsewhere to whoever has its code or its passphrase."""
    secret = _from_code(record, code) if code else _from_passphrase(record, passphrase)
    key = DataKey(secret, record.database_id, is_verified=True)
    if not hmac.compare_digest(key.check_value(), record.check):
        key.wipe()
        raise KeyDoesNotFit(place="the backup")
    return key


def _from_passphrase(record: KeyRecord, passphrase: str | None) -> bytearray:
    if passphrase is None or record.wrapped is None:
        raise PassphraseNeeded
    return unwrap(record.wrapped, passphrase, record.database_id)


def _from_code(record: KeyRecord, code: str) -> bytearray:
    code = recovery_code.normalized(code)
    if record.recovery is None:
        raise NoCode
    try:
        return unwrap(record.recovery, code, _code_context(record.database_id))
    except WrongKey:
        raise WrongCode from None


def _code_context(database_id: bytes) -> bytes:
    """What is sealed with the code: a passphrase's wrapping cannot be put in its place."""
    return b"recovery " + database_id
