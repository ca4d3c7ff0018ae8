"""GPT4All's chats: one file each, `gpt4all-*.chat`, as Qt's QDataStream of version 6.2 writes it.

The form changed twelve times; every one of them is read. Source: `Chat::deserialize`,
`ChatLLM::deserialize` and `ChatItem::deserialize` of the client's last release.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop_slm.assistants.chat_files.chat_file import (
    MOST_MESSAGES,
    MOST_TITLE,
    ChatFile,
    FileMessage,
    NotChats,
    moment,
)

APP = "GPT4All"
_MAGIC = 0xF5D553CC
_NEWEST = 12
_NOTHING = 0xFFFFFFFF
_MOST_COUNT = 1_000_000
_DEEPEST = 16
_QSTRING = 10  # QMetaType of the only kind of value that its one tool takes
_ROLES = {"Prompt: ": "user", "Response: ": "assistant", "System: ": "system"}


def is_chat(content: bytes) -> bool:
    """Whether these are the first bytes of such a file."""
    return content[:4] == _MAGIC.to_bytes(4, "big")


def chat(content: bytes) -> ChatFile:
    """Returns the chat of a file. Raises NotChats."""
    stream = _Stream(content)
    stream.u32()
    version = stream.i32()
    if not 1 <= version <= _NEWEST:
        raise NotChats("an unknown version")
    created = moment(stream.i64())
    stream.string()  # id
    title = stream.string()
    stream.string()  # the person's name
    model = stream.string()
    if version > 2:
        stream.each(stream.u32, stream.string)  # collections of documents
    if version < 11:
        _skip_engine(stream, version)
    items = [_item(stream, version) for _ in range(stream.count(stream.i32))]
    messages: list[FileMessage] = []
    for item in items:
        role = _ROLES.get(item.name)
        if role is None or not (item.text.strip() or item.thinking.strip()):
            continue
        number = len(messages) + 1
        parent = messages[-1].number if messages else None
        is_answer = role == "assistant"
        messages.append(
            FileMessage(
                number,
                parent,
                role,
                item.text.strip(),
                created,
                "stopped" if is_answer and item.is_stopped else "complete",
                item.thinking.strip(),
                _details(model, item) if is_answer else {},
            )
        )
    shown = messages[-1].number if messages else None
    return ChatFile(title[:MOST_TITLE], created, tuple(messages), shown, APP)


def _details(model: str, item: _Item) -> dict[str, Any]:
    told = {"model_name": model, "rating": item.rating}
    return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    text: str
    thinking: str = ""
    is_stopped: bool = False
    rating: int = 0


def _skip_engine(stream: _Stream, version: int) -> None:
    """Passes over what was kept of the model's state."""
    has_state = stream.flag() if version >= 6 else True
    if version >= 2:
        stream.i32()  # kind of model
        stream.i32()  # version of its state
    stream.string()
    stream.string()
    stream.u32()
    if not has_state:
        return
    if version < 4:
        stream.u32()
    stream.u32()
    if version >= 7:
        stream.u32()
    if version < 9:
        stream.skip(stream.u64() * 4)  # logits
    stream.skip(stream.u64() * 4)  # tokens
    stream.data()


def _item(stream: _Stream, version: int) -> _Item:
    if version < 12:
        stream.i32()  # id
    name, value = stream.string(), stream.string()
    if version < 10:
        stream.string()  # the prompt, no longer used
    improved = stream.string()
    stream.flag()  # whether it is being written
    is_stopped, is_liked, is_disliked = stream.flag(), stream.flag(), stream.flag()
    if version >= 11 and name == "Response: ":
        stream.flag()  # whether it ended in an error
    if version >= 8:
        for _ in range(stream.count(stream.i64)):
            _skip_source(stream)
    elif version >= 3:
        stream.string()
        stream.each(stream.u32, stream.string)
    if version >= 10:
        for _ in range(stream.count(stream.i64)):
            stream.data()  # the attachment's address
            stream.data()
    parts = [_part(stream, 0) for _ in range(stream.count(stream.i64))] if version >= 12 else []
    thinking = "\n\n".join(part.thinking for part in parts if part.thinking)
    words = [part.text for part in parts if part.text]
    return _Item(
        name,
        "\n\n".join([*words, improved or value]),
        thinking,
        is_stopped,
        is_liked - is_disliked,
    )


def _skip_source(stream: _Stream) -> None:
    for _ in range(7):  # collection, path, file, title, author, date, text
        stream.string()
    for _ in range(3):  # page, from, to
        stream.i32()


def _part(stream: _Stream, depth: int) -> _Item:
    """Returns a part of an answer: thinking, code that was run, and what came of it."""
    if depth > _DEEPEST:
        raise NotChats("parts in parts without end")
    name, value = stream.string(), stream.string()
    if name == "Think: ":
        stream.i32()  # milliseconds
    elif name == "ToolCall: ":
        stream.string()
        for _ in range(stream.count(stream.i64)):
            stream.string()  # the parameter's name
            stream.i32()  # its type
            _skip_variant(stream)
        stream.string()
        stream.i32()
        stream.string()
    elif name not in ("Response: ", "Text: ", "ToolResponse: "):
        raise NotChats("a part of an unknown kind")
    inner = [_part(stream, depth + 1) for _ in range(stream.count(stream.i64))]
    thinking = [value] if name == "Think: " else []
    words = [value] if name in ("Response: ", "Text: ", "ToolCall: ") else []
    return _Item(
        name,
        "\n\n".join([*filter(None, words), *(part.text for part in inner if part.text)]),
        "\n\n".join([*thinking, *(part.thinking for part in inner if part.thinking)]),
    )


def _skip_variant(stream: _Stream) -> None:
    kind = stream.u32()
    stream.flag()  # whether it holds nothing
    if kind != _QSTRING:
        raise NotChats("a value of an unknown kind")
    stream.string()


class _Stream:
    """Reads what QDataStream writes: numbers from the high byte on, texts as UTF-16."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def u32(self) -> int:
        return self._number(">I")

    def i32(self) -> int:
        return self._number(">i")

    def u64(self) -> int:
        return self._number(">Q")

    def i64(self) -> int:
        return self._number(">q")

    def flag(self) -> bool:
        return self._number(">B") != 0

    def count(self, read: Callable[[], int]) -> int:
        """Returns how many follow, each of a byte at least."""
        found = read()
        if not 0 <= found <= min(_MOST_COUNT, MOST_MESSAGES, len(self._content) - self._at):
            raise NotChats("more than there is")
        return found

    def each(self, count: Callable[[], int], read: Callable[[], object]) -> None:
        """Passes over a list."""
        for _ in range(self.count(count)):
            read()

    def data(self) -> bytes:
        """Returns bytes behind their length."""
        size = self.u32()
        return b"" if size == _NOTHING else self._take(size)

    def string(self) -> str:
        """Returns a text; "" for none."""
        return self.data().decode("utf-16-be", "replace")

    def skip(self, size: int) -> None:
        """Passes over bytes."""
        self._take(size)

    def _number(self, form: str) -> int:
        (found,) = struct.unpack(form, self._take(struct.calcsize(form)))
        return int(found)

    def _take(self, size: int) -> bytes:
        if size > len(self._content) - self._at:
            raise NotChats("it ends too early")
        start, self._at = self._at, self._at + size
        return self._content[start : self._at]
