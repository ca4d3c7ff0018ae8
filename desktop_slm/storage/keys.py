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
    KeyDoesNotFit,
    KeyMissing,
    KeyringLocked,
    KeyringUnavailable,
    PassphraseNeeded,
)
from desktop_slm.storage import key_record
from desktop_slm.storage.data_key import DataKey, parse_hex
from desktop_slm.storage.database import read_id
from desktop_slm.storage.failures import os_errors_named
from desktop_slm.storage.key_file import read_key_file, write_key_file
from desktop_slm.storage.key_record import KeyPlace, KeyRecord
from desktop_slm.storage.locks import FileLock
from desktop_slm.storage.os_keyring import Keyring
from desktop_slm.storage.passphrase import Scrypt, unwrap, wrap
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
            try:
                return NewData(tuple(self._keyring.backends()))
            except KeyringUnavailable:
                return NewData(())
        record = key_record.load(self._record)
        return StoredData(
            place=record.place if record else None,
            has_database=self._database.exists(),
            keyring=record.keyring if record else "",
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

    def unlock(self, *, passphrase: str | None = None, key_file: Path | None = None) -> DataKey:
        """Returns the key from where it is kept, or from a key file given by name.

        Raises KeyMissing, WrongKey or KeyDoesNotFit, PassphraseNeeded, KeyringChanged and
        KeyringLocked, each with the data left as it is.
        """
        record = key_record.load(self._record)
        if record is None:
            return self._unlock_without_record(key_file)
        if key_file is not None or record.place is KeyPlace.KEY_FILE:
            place = str(key_file or record.key_file)
            secret = read_key_file(Path(place))
        elif record.place is KeyPlace.KEYRING:
            place = f"the keyring ({record.keyring})"
            secret = self._from_keyring(record, place)
        else:
            place = str(self._record)
            secret = _from_passphrase(record, passphrase)
        key = DataKey(secret, record.database_id, is_verified=True)
        if not hmac.compare_digest(key.check_value(), record.check):
            key.wipe()
            raise KeyDoesNotFit(place=place)
        return key

    def move(self, key: DataKey, place: NewPlace) -> None:
        """Keeps the key somewhere else, or under another passphrase; the database is not touched.

        The copy in a keyring that is left is forgotten, after the new record is on the disk.
        """
        with self._alone():
            old = key_record.load(self._record)
            new = self._keep(key, place)
            key_record.save(self._record, new)
            if old and old.keyring and old.keyring != new.keyring:
                with contextlib.suppress(KeyringUnavailable):
                    self._keyring.delete(old.keyring, key.database_id.hex())

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
            raise KeyDoesNotFit(place=place)
        return secret

    def _unlock_without_record(self, key_file: Path | None) -> DataKey:
        if key_file is None:
            raise KeyMissing(place=self._record)
        with os_errors_named(self._database.parent):
            if not self._database.exists():
                raise DatabaseMissing(path=self._database)
        return DataKey(read_key_file(key_file), read_id(self._database), is_verified=False)


def _from_passphrase(record: KeyRecord, passphrase: str | None) -> bytearray:
    if passphrase is None or record.wrapped is None:
        raise PassphraseNeeded
    return unwrap(record.wrapped, passphrase, record.database_id)
