"""What a verb works with: the database as far as it can be opened, the engine, the models."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop_slm import paths, policy
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.engine.client import Engine, EngineState
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EmptyPassphrase, NoModel, StorageError
from desktop_slm.models.library import InstalledModel, Library
from desktop_slm.settings import SettingsFile
from desktop_slm.storage import locations
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.erasure.retention import erase_old
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.key_file import read_passphrase_file
from desktop_slm.storage.keys.keys import (
    InKeyFile,
    InKeyring,
    Keys,
    NewData,
    NewPlace,
    StoredData,
    UnderPassphrase,
)
from desktop_slm.storage.keys.os_keyring import OsKeyring
from desktop_slm.tuning.tuned import Tunings

NOT_STORED = (
    "Nothing is stored: there is no keyring here. --key-file FILE keeps chats and summaries."
)
_PASSPHRASE_FILE = "DESKTOP_SLM_PASSPHRASE_FILE"


def now() -> datetime:
    """Returns the time, with its zone."""
    return datetime.now(UTC)


class Session:
    """The parts of the core for one verb; leaving a `with` ends the children."""

    def __init__(self, arguments: Arguments) -> None:
        self.paths = paths.find()
        stored = SettingsFile(self.paths.settings).load()
        self.settings = stored.with_changes(**policy.current().settings)
        self.library = Library(self.paths)
        self.tunings = Tunings(self.paths)
        self.engine = Engine()
        self.engine.on_state = self._on_engine_state
        self.templating = Templating(built_in=self.engine.built_in_prompt)
        self.database = open_data(self.paths, arguments)
        erase_old(self.database, now)
        self.conversations = Conversations(self.database, now)
        if not self.database.is_stored:
            output.note_on_terminal(NOT_STORED)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.engine.unload()
        self.templating.close()
        self.database.close()

    def _on_engine_state(self, state: EngineState) -> None:
        loaded = self.engine.loaded
        if state is EngineState.READY and loaded is not None:
            with contextlib.suppress(StorageError):  # a date that is not noted bothers nobody
                self.library.note_use(loaded.path, now())

    def engine_model(self, model: InstalledModel) -> Model:
        """Returns how a model is run: as it was measured best, under the person's settings."""
        wanted = Model(
            model.path,
            context_tokens=self.settings.context_tokens,
            threads=self.settings.threads,
        )
        return self.tunings.applied(wanted)

    def model(self, wanted: str) -> InstalledModel:
        """Returns the model to use. Raises UnknownModel or NoModel."""
        if wanted:
            return self.library.find(wanted)
        chosen = self.library.choose(self.settings.model)
        if chosen is None:
            raise NoModel
        return chosen


def open_data(found: paths.Paths, arguments: Arguments) -> Database:
    """Opens the person's data, or a database in memory where nobody can give a key."""
    keys = Keys(found.database, found.key_record, OsKeyring())
    case = keys.examine()
    key_file = Path(arguments.key_file) if arguments.key_file else None
    if isinstance(case, NewData):
        _tell_shared_location(found.data)
        place = choose_place(case, key_file)
        if place is None:
            return Database.in_memory()
        with keys.create(place) as key:
            return Database.open(found.database, key)
    unlocked = unlock(keys, case, key_file)
    if unlocked is None:
        return Database.in_memory()
    with unlocked as key:
        return Database.open(found.database, key)


def open_quietly(found: paths.Paths, arguments: Arguments) -> Database | None:
    """Opens the person's data where nobody has to be asked for it; None where there is none, or
    no key to it."""
    keys = Keys(found.database, found.key_record, OsKeyring())
    try:
        case = keys.examine()
        if isinstance(case, NewData):
            return None
        key_file = Path(arguments.key_file) if arguments.key_file else None
        passphrase = _passphrase_from_file()
        if case.needs_passphrase and key_file is None and passphrase is None:
            return None
        unlocked = (
            keys.unlock(key_file=key_file)
            if key_file is not None or not case.needs_passphrase
            else keys.unlock(passphrase=passphrase)
        )
        with unlocked as key:
            return Database.open(found.database, key)
    except StorageError:
        return None


def unlock(keys: Keys, case: StoredData, key_file: Path | None) -> DataKey | None:
    """Returns the key of the data that is there; None where nobody can be asked for it."""
    if key_file is not None or not case.needs_passphrase:
        return keys.unlock(key_file=key_file)
    passphrase = _passphrase_from_file()
    if passphrase is None and can_ask():
        passphrase = getpass.getpass("Passphrase for your chats and summaries: ")
    if passphrase is None:
        return None
    return keys.unlock(passphrase=passphrase)


def choose_place(case: NewData, key_file: Path | None) -> NewPlace | None:
    """Returns where a new key is kept: as the person said, else the keyring, else as asked."""
    if key_file is not None:
        return InKeyFile(key_file)
    passphrase = _passphrase_from_file()
    if passphrase is not None:
        return UnderPassphrase(passphrase)
    if case.keyrings:
        return InKeyring(case.keyrings[0])
    return _ask_for_place() if can_ask() else None


def _ask_for_place() -> NewPlace | None:
    output.note(
        "This system has no keyring. Chats and summaries can be stored under a passphrase (p), "
        "with a key file that only this account can read (k), or not at all (n)."
    )
    answer = input("p, k or n? ").strip().lower()
    if answer == "p":
        while True:
            first = getpass.getpass("New passphrase: ")
            if not first:
                raise EmptyPassphrase
            if first == getpass.getpass("Once more: "):
                return UnderPassphrase(first)
            output.note("The two are not the same.")
    if answer == "k":
        return InKeyFile(paths.find().data / "desktop-slm.key")
    return None


def _tell_shared_location(folder: Path) -> None:
    shared = locations.recognise(folder)
    if shared is not None:
        output.note(
            f"desktop-slm: {folder} is shared with other computers ({shared.name}). "
            "Two computers that write there can damage your data; --data-dir DIR chooses another."
        )


def _passphrase_from_file() -> str | None:
    name = os.environ.get(_PASSPHRASE_FILE)
    return read_passphrase_file(Path(name)) if name else None


def can_ask() -> bool:
    """Whether a person sits at this terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()
