"""A process at work on the data, to be killed: backups, imports, migrations, passphrases.

Started as `python -m tests.fakes.working_child VERB FOLDER`; each line that it says is something
that it was told is done.
"""

from __future__ import annotations

import contextlib
import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.imported_chats import ImportedChats, ImportedMessage
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database, connect
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.keys import Keys, UnderPassphrase
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.times import utc_now
from tests.fakes.keyring import FakeKeyring

CHEAP = Scrypt(n=2)
TEXT = "a line of an imported chat " * 200
MESSAGES = 40


def data_in(folder: Path) -> Path:
    """Returns the database of a folder."""
    return folder / "x.db"


def keys_in(folder: Path) -> Keys:
    """Returns the keys of a folder."""
    return Keys(data_in(folder), folder / "key.json", FakeKeyring(), CHEAP)


def begin(folder: Path) -> None:
    """Makes data under the passphrase "0", with a few chats."""
    with (
        keys_in(folder).create(UnderPassphrase("0")) as key,
        Database.open(data_in(folder), key) as database,
    ):
        conversations = Conversations(database, utc_now)
        for number in range(30):
            turn = conversations.begin_chat(f"kept {number}")
            conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=TEXT)


def later_steps(number: int) -> tuple[str, ...]:
    """Returns the schema after so many versions that are still to come."""
    more = [
        f"CREATE TABLE later{n} (a TEXT); INSERT INTO later{n} SELECT text FROM messages"
        for n in range(number)
    ]
    return (*STEPS, *more)


def reached(folder: Path, key: DataKey) -> int:
    """Returns how many of the later versions the data has taken."""
    with contextlib.closing(connect(data_in(folder), key)) as connection:
        return max(0, int(connection.pragma("user_version")) - len(STEPS))


def spawn(verb: str, folder: Path) -> subprocess.Popen[str]:
    """Starts the child; its lines come out of `stdout`."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.working_child", verb, str(folder)],
        cwd=Path(__file__).resolve().parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )


def _tell(*words: object) -> None:
    print(*words, flush=True)


def _back_up(folder: Path, key: DataKey) -> None:
    with Database.open(data_in(folder), key) as database:
        backups = Backups(data_in(folder))
        _tell("ready")
        while True:
            _tell(backups.make(database, utc_now()).path.name)


def _import(folder: Path, key: DataKey) -> None:
    with Database.open(data_in(folder), key) as database:
        chats = ImportedChats(database)
        first = len(Conversations(database, utc_now).recent())
        _tell("ready")
        for number in itertools.count(first):
            messages = [
                ImportedMessage(
                    n, n - 1 if n else None, "user", "complete", utc_now(), TEXT, "", {}
                )
                for n in range(MESSAGES)
            ]
            details = {"imported_key": f"chat {number}"}
            chats.keep(
                f"chat {number}",
                utc_now(),
                messages,
                MESSAGES - 1,
                details,
                str(number),
                lambda details, ids: details,
            )
            _tell(f"chat {number}")


def _migrate(folder: Path, key: DataKey) -> None:
    _tell("ready")
    for number in itertools.count(reached(folder, key) + 1):
        Database.open(data_in(folder), key, steps=later_steps(number)).close()
        _tell(number)


def _change_passphrase(folder: Path, key: DataKey) -> None:
    keys = keys_in(folder)
    _tell("ready")
    for number in itertools.count():
        keys.protect(key, str(number % 2), at_start=True)
        _tell(number % 2)


def unlock(folder: Path) -> DataKey:
    """Returns the key; the passphrase is one of the two that the child sets in turn."""
    try:
        return keys_in(folder).unlock(passphrase="0")
    except Exception:
        return keys_in(folder).unlock(passphrase="1")


VERBS: dict[str, Callable[[Path, DataKey], None]] = {
    "back up": _back_up,
    "import": _import,
    "migrate": _migrate,
    "change passphrase": _change_passphrase,
}

if __name__ == "__main__":
    given = Path(sys.argv[2])
    VERBS[sys.argv[1]](given, unlock(given))
