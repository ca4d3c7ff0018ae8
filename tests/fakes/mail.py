"""Small real mails: as programs send them (EML), and as Outlook keeps them (MSG)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from email.message import EmailMessage
from typing import TypeAlias, Union

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
Tree: TypeAlias = Mapping[str, Union[bytes, "Tree"]]


def mail(
    text: str = "Hello Bob,\nsee you.\n", subject: str = "The plan", html: str = ""
) -> EmailMessage:
    """Returns a mail from Ann to Bob; the caller attaches to it."""
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "Ann Lee <ann@example.org>"
    made["To"] = "Bob <bob@example.org>, Zoë <zoe@example.org>"
    made["Date"] = "Mon, 02 Nov 2026 09:30:00 +0100"
    if text:
        made.set_content(text)
    if html:
        (made.add_alternative if text else made.set_content)(html, subtype="html")
    return made


def compound(tree: Tree) -> bytes:
    """Returns an OLE compound file of streams and storages."""
    return _Writer(tree).file()


class _Writer:
    def __init__(self, tree: Tree) -> None:
        self._entries: list[bytearray] = []
        self._sectors: list[bytes] = []
        self._fat: list[int] = []
        self._mini = bytearray()
        self._mini_fat: list[int] = []
        self._add("Root Entry", _ROOT)
        self._children(0, tree)

    def file(self) -> bytes:
        """Returns the file."""
        start, size = self._store(bytes(self._mini)), len(self._mini)
        struct.pack_into("<IQ", self._entries[0], 116, start, size)
        directory = self._store(b"".join(self._entries).ljust(_up(len(self._entries) * 128), b"\0"))
        mini = self._store(struct.pack(f"<{len(self._mini_fat)}I", *self._mini_fat), _FREE)
        # The table of chains stands last and holds its own sectors too.
        count = 1
        while count * 128 < len(self._fat) + count:
            count += 1
        first = len(self._sectors)
        fat = self._fat + [0xFFFFFFFD] * count
        fat += [_FREE] * (count * 128 - len(fat))
        data = struct.pack(f"<{len(fat)}I", *fat)
        header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(_SECTOR, b"\0"))
        struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
        struct.pack_into(
            "<IIIIIIIII", header, 44, count, directory, 0, _CUTOFF, mini, 1, _END, 0, 0
        )
        names = [*range(first, first + count)] + [_FREE] * (109 - count)
        struct.pack_into("<109I", header, 76, *names)
        return bytes(header) + b"".join(self._sectors) + data

    def _add(self, name: str, kind: int) -> int:
        entry = bytearray(128)
        encoded = name.encode("utf-16-le") + b"\0\0"
        entry[: len(encoded)] = encoded
        struct.pack_into("<HBBIII", entry, 64, len(encoded), kind, 1, _FREE, _FREE, _FREE)
        self._entries.append(entry)
        return len(self._entries) - 1

    def _children(self, parent: int, tree: Tree) -> None:
        before, offset = parent, 76  # the first is the parent's child, the others follow right
        for name, content in tree.items():
            is_stream = isinstance(content, bytes)
            number = self._add(name, _STREAM if is_stream else _STORAGE)
            struct.pack_into("<I", self._entries[before], offset, number)
            before, offset = number, 72
            if isinstance(content, bytes):
                start = (
                    self._store_mini(content) if len(content) < _CUTOFF else self._store(content)
                )
                struct.pack_into("<IQ", self._entries[number], 116, start, len(content))
            else:
                self._children(number, content)

    def _store(self, data: bytes, filling: int = 0) -> int:
        if not data:
            return _END
        start = len(self._sectors)
        data = data.ljust(_up(len(data)), b"\xff" if filling else b"\0")
        pieces = [data[place : place + _SECTOR] for place in range(0, len(data), _SECTOR)]
        self._sectors += pieces
        self._fat += [*range(start + 1, start + len(pieces)), _END]
        return start

    def _store_mini(self, data: bytes) -> int:
        start = len(self._mini_fat)
        count = max(1, -(-len(data) // _MINI))
        self._mini += data.ljust(count * _MINI, b"\0")
        self._mini_fat += [*range(start + 1, start + count), _END]
        return start


def _up(size: int) -> int:
    return -(-size // _SECTOR) * _SECTOR


def msg(texts: Mapping[int, str | bytes], attached: Tree = {}, header: int = 32) -> Tree:  # noqa: B006
    """Returns the tree of an Outlook message sent at noon of 2 November 2026, UTC."""
    sent = struct.pack("<HHIQ", 0x40, 0x0039, 6, _NOON)
    return {
        "__properties_version1.0": b"\0" * header + sent,
        **_properties(texts),
        **{f"__attach_version1.0_#{i:08X}": item for i, item in enumerate(attached.values())},
    }


_NOON = 134_380_944_000_000_000  # in tenths of a microsecond from 1601


def attached_file(name: str, data: bytes) -> Tree:
    """Returns the storage of a file attached to an Outlook message."""
    return {"__properties_version1.0": b"\0" * 8, **_properties({0x3707: name, 0x3701: data})}


def attached_message(inner: Tree) -> Tree:
    """Returns the storage of a message attached to another."""
    return {"__properties_version1.0": b"\0" * 8, "__substg1.0_3701000D": inner}


def _properties(texts: Mapping[int, str | bytes]) -> dict[str, bytes | Tree]:
    return {
        f"__substg1.0_{number:04X}{'0102' if isinstance(value, bytes) else '001F'}": (
            value if isinstance(value, bytes) else value.encode("utf-16-le")
        )
        for number, value in texts.items()
    }
