"""A process that writes to a database and tells its parent, line by line, what it was told is kept.

Started as `python -m tests.fakes.storage_child VERB DATABASE`, with the key on standard input.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.instance import WindowInstance
from desktop_slm.storage.keys.data_key import DataKey, parse_hex
from desktop_slm.storage.times import utc_now


def spawn(verb: str, path: Path, key: DataKey) -> subprocess.Popen[str]:
    """Starts the child; its lines come out of `stdout`."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.storage_child", verb, str(path)],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin
    child.stdin.write(f"{key.as_hex()} {key.database_id.hex()}\n")
    child.stdin.flush()
    return child


def tell(*words: object) -> None:
    """Says one line, at once."""
    print(*words, flush=True)


def talk(conversations: Conversations) -> None:
    """Writes turns for ever; each line is a message and how many of its characters are kept."""
    chance = random.Random()
    turn = conversations.begin_chat("q0 " + "x" * 50)
    number = 0
    while True:
        tell(turn.user.id, len(turn.user.text))
        for size in range(0, chance.choice((500, 30_000)), 4_000):
            conversations.update_answer(turn.answer.id, "a" * size)
            tell(turn.answer.id, size)
        conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text="a" * 777)
        tell(turn.answer.id, 777)
        number += 1
        turn = conversations.begin_turn(turn.user.chat_id, f"q{number} " + "x" * 50)


def stream(conversations: Conversations) -> None:
    """Begins an answer, then adds to it whenever a line comes in."""
    answer = conversations.begin_chat("q").answer
    tell(answer.id)
    for size, _ in enumerate(sys.stdin, 1):
        tell(conversations.update_answer(answer.id, "a" * size))


def fill(conversations: Conversations) -> None:
    """Writes fifty turns to a chat of its own, and says which chat that was."""
    chat_id = conversations.create().id
    for number in range(50):
        turn = conversations.begin_turn(chat_id, str(number))
        conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=str(number))
    tell(chat_id)


def window(path: Path) -> None:
    """Takes the window's lock and keeps it until the end of its input."""
    tell(WindowInstance(path.parent).take())
    sys.stdin.read()


def main(verb: str, path: Path) -> None:
    """Runs one verb."""
    secret, database_id = sys.stdin.readline().split()
    if verb == "window":
        window(path)
        return
    key = DataKey(parse_hex(secret) or bytearray(), bytes.fromhex(database_id), is_verified=True)
    with Database.open(path, key) as database:
        {"talk": talk, "stream": stream, "fill": fill}[verb](Conversations(database, utc_now))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
