"""Writes chats as GPT4All kept them, in every version of its form."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """One item: "Prompt", "Response" or "System"."""

    name: str
    text: str
    thinking: str = ""
    is_stopped: bool = False
    is_liked: bool = False
    improved: str = ""
    code: str = ""  # what its one tool ran


def chat_bytes(
    said: Sequence[Said], *, title: str = "Trip", version: int = 12, has_state: bool = False
) -> bytes:
    """Returns the file."""
    made = struct.pack(">Iiq", 0xF5D553CC, version, 1_700_000_000)
    made += _text("an-id") + _text(title) + _text("") + _text("Llama 3 8B")
    if version > 2:
        made += struct.pack(">I", 1) + _text("My papers")
    if version < 11:
        made += _state(version, has_state=has_state)
    made += struct.pack(">i", len(said))
    return made + b"".join(_item(item, number, version) for number, item in enumerate(said))


def _state(version: int, *, has_state: bool) -> bytes:
    made = struct.pack(">?", has_state) if version >= 6 else b""
    if version >= 2:
        made += struct.pack(">ii", 1, 0)
    made += _text("an answer") + _text("a name") + struct.pack(">I", 12)
    if version >= 6 and not has_state:
        return made
    made += struct.pack(">I", 0) if version < 4 else b""
    made += struct.pack(">I", 7)
    made += struct.pack(">I", 2048) if version >= 7 else b""
    if version < 9:
        made += struct.pack(">Q", 2) + b"\0" * 8
    return made + struct.pack(">Q", 3) + b"\0" * 12 + struct.pack(">I", 5) + b"state"


def _item(item: Said, number: int, version: int) -> bytes:
    name = f"{item.name}: "
    made = struct.pack(">i", number) if version < 12 else b""
    made += _text(name) + _text(item.text)
    made += _text("the prompt") if version < 10 else b""
    made += _text(item.improved)
    made += struct.pack(">????", False, item.is_stopped, item.is_liked, False)
    if version >= 11 and item.name == "Response":
        made += struct.pack(">?", False)
    if version >= 8:
        made += struct.pack(">q", 1) + _text("source") * 7 + struct.pack(">iii", 1, 2, 3)
    elif version >= 3:
        made += _text("1. In a.txt") + struct.pack(">I", 1) + _text("words")
    if version >= 10:
        made += struct.pack(">q", 1) + _data(b"file:///a.txt") + _data(b"content")
    return made + (_parts(item) if version >= 12 else b"")


def _parts(item: Said) -> bytes:
    inner = b""
    count = 0
    if item.thinking:
        inner += _text("Think: ") + _text(item.thinking) + struct.pack(">iq", 900, 0)
        count += 1
    if item.code:
        inner += _text("ToolCall: ") + _text(item.code) + _text("run")
        inner += struct.pack(">q", 1) + _text("code") + struct.pack(">i", 0)
        inner += struct.pack(">I?", 10, False) + _text(item.code)  # a QVariant with a QString
        inner += _text("42") + struct.pack(">i", 0) + _text("") + struct.pack(">q", 0)
        count += 1
    if not count:
        return struct.pack(">q", 0)
    return struct.pack(">q", 1) + _text("Response: ") + _text("") + struct.pack(">q", count) + inner


def _text(words: str) -> bytes:
    return _data(words.encode("utf-16-be")) if words else struct.pack(">I", 0xFFFFFFFF)


def _data(content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + content
