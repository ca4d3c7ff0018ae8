"""A data folder with its keyring and the places for its key, as a person has one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.keys import InKeyFile, InKeyring, Keys, NewPlace, UnderPassphrase
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.storage.times import utc_now
from tests.fakes.keyring import FakeKeyring

CHEAP = Scrypt(n=2)
WORDS = "correct horse battery stäple"


class Home:
    """A data folder, its keyring, and the three places for a key."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "data"
        self.database = self.folder / "x.db"
        self.record = self.folder / "key.json"
        self.key_file = root / "elsewhere" / "slm.key"
        self.keyring = FakeKeyring("SecretService", "kwallet")
        self.keys = Keys(self.database, self.record, self.keyring, CHEAP)
        self.places: dict[str, NewPlace] = {
            "keyring": InKeyring("SecretService"),
            "passphrase": UnderPassphrase(WORDS),
            "key file": InKeyFile(self.key_file),
        }

    def start(self, place: str) -> None:
        """Makes a database whose key is in that place."""
        with self.keys.create(self.places[place]) as key, Database.open(self.database, key) as new:
            Conversations(new, utc_now).create("kept")

    def titles(self, **how: Any) -> list[str]:
        """Opens the data and reads it."""
        with self.keys.unlock(**how) as key, Database.open(self.database, key) as database:
            return [chat.title for chat in Conversations(database, utc_now).recent()]

    def edit_record(self, **changes: object) -> None:
        record = json.loads(self.record.read_text())
        self.record.write_text(json.dumps({**record, **changes}))

    def secret(self) -> str:
        [secret] = self.keyring.secrets.values()
        return secret

    def replace_secret(self, secret: str) -> None:
        [name] = self.keyring.secrets
        self.keyring.secrets[name] = secret
