"""Messages as Outlook keeps them (MSG): properties in the streams of a compound file.

Sources: [MS-OXMSG], [MS-OXPROPS].
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.readers import msg_rtf, rtf_encodings
from desktop_slm.documents.readers.mail_attachments import Attachment
from desktop_slm.documents.readers.mail_letter import Letter, LetterReader
from desktop_slm.documents.readers.mail_texts import decode_mail
from desktop_slm.documents.readers.msg_file import Broken, Container, Storage
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Source

_PROPERTIES = "__properties_version1.0"
_STREAM = "__substg1.0_"
_ATTACHED = "__attach_version1.0_"
_TEXT, _OLD_TEXT, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"
_SUBJECT, _BODY, _HTML, _RTF, _CLASS = 0x0037, 0x1000, 0x1013, 0x1009, 0x001A
_SENDER, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_FOR, _FOR_ADDRESS = 0x0042, 0x0065
_PEOPLE = (("To", 0x0E04), ("Cc", 0x0E03), ("Bcc", 0x0E02))
_SENT, _DELIVERED = 0x0039, 0x0E06
_CODE_PAGE, _HTML_CODE_PAGE = 0x3FFD, 0x3FDE
_NAME, _SHORT_NAME, _SHOWN_NAME, _DATA = 0x3707, 0x3704, 0x3001, 0x3701
_MAX_TEXT = 64 << 20
_MAX_DEPTH = 8
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends an Outlook message to the sink: its text first, then what is attached."""
    try:
        root = Container(source.data).root()
        if _PROPERTIES not in root.streams:
            raise Broken
        letter = _letter(root, 32, 0)
    except (Broken, struct.error):
        raise errors.DamagedFile(name=source.name) from None
    LetterReader(sink, budget, source.name).read(letter)


class _Properties:
    """The properties of a message or an attachment by their number."""

    def __init__(self, storage: Storage, header_bytes: int, code_page: str = "") -> None:
        self._storage = storage
        self._fixed = _fixed(storage, header_bytes)
        number = self.number(_CODE_PAGE)
        self.code_page = (number and rtf_encodings.of_code_page(number)) or code_page

    def text(self, number: int) -> str:
        """Returns a text; "" where there is none."""
        if data := self._stream(number, _TEXT):
            return data.decode("utf-16-le", "replace").rstrip("\x00")
        if data := self._stream(number, _OLD_TEXT):
            return decode_mail(data, self.code_page).rstrip("\x00")
        return ""

    def binary(self, number: int) -> bytes:
        """Returns bytes; b"" where there are none."""
        return self._stream(number, _BINARY)

    def number(self, number: int) -> int:
        """Returns a number; 0 where there is none."""
        value = self._fixed.get(number, b"")
        return int(struct.unpack("<I", value[:4])[0]) if value else 0

    def time(self, number: int) -> datetime | None:
        """Returns a time, which is counted in tenths of a microsecond from 1601."""
        value = self._fixed.get(number, b"")
        if not value:
            return None
        try:
            return _EPOCH + timedelta(microseconds=struct.unpack("<Q", value)[0] // 10)
        except OverflowError:
            return None

    def _stream(self, number: int, kind: str) -> bytes:
        stream = self._storage.streams.get(f"{_STREAM}{number:04X}{kind}")
        return stream.read() if stream is not None and stream.size <= _MAX_TEXT else b""


def _fixed(storage: Storage, header_bytes: int) -> Mapping[int, bytes]:
    stream = storage.streams.get(_PROPERTIES)
    data = stream.read() if stream else b""
    found = {}
    for place in range(header_bytes, len(data) - 15, 16):
        _, number = struct.unpack_from("<HH", data, place)
        found[number] = data[place + 8 : place + 16]
    return found


def _letter(storage: Storage, header_bytes: int, depth: int, code_page: str = "") -> Letter:
    found = _Properties(storage, header_bytes, code_page)
    when = found.time(_SENT) or found.time(_DELIVERED)
    letter = Letter(
        Format.MSG,
        subject=found.text(_SUBJECT),
        sender=_sender(found),
        people=[(label, found.text(number)) for label, number in _PEOPLE],
        written=when.strftime("%Y-%m-%d %H:%M UTC") if when else "",
        date=when.date().isoformat() if when else "",
        texts=[found.text(_BODY)],
        html=_html(found),
        rtf=msg_rtf.expand(found.binary(_RTF)),
    )
    for name, inner in sorted(storage.storages.items()):
        if name.startswith(_ATTACHED):
            _attach(letter, inner, found.code_page, depth)
    return letter


def _sender(found: _Properties) -> str:
    name = found.text(_SENDER) or found.text(_FOR)
    for number in (_SENDER_SMTP, _SENDER_ADDRESS, _FOR_ADDRESS):
        address = found.text(number)
        if "@" in address and address != name:
            return f"{name} <{address}>" if name else address
    return name


def _html(found: _Properties) -> list[str]:
    if text := found.text(_HTML):
        return [text]
    data = found.binary(_HTML)
    if not data:
        return []
    number = found.number(_HTML_CODE_PAGE)
    named = (number and rtf_encodings.of_code_page(number)) or found.code_page
    return [decode_mail(data, named, is_html=True)]


def _attach(letter: Letter, storage: Storage, code_page: str, depth: int) -> None:
    found = _Properties(storage, 8, code_page)
    name = found.text(_NAME) or found.text(_SHORT_NAME) or found.text(_SHOWN_NAME)
    inner = storage.storages.get(f"{_STREAM}{_DATA:04X}{_OBJECT}")
    stream = storage.streams.get(f"{_STREAM}{_DATA:04X}{_BINARY}")
    if inner is not None and _PROPERTIES in inner.streams and depth < _MAX_DEPTH:
        letter.attachments.append(_letter(inner, 24, depth + 1, code_page))
    elif stream is not None:
        letter.attachments.append(Attachment(name, stream.read))
    else:
        letter.left_out.append((name or "an embedded object", "not a file"))
