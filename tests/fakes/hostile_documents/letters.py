"""Hostile mails: parts in parts, headers without end, attachments that lead away; MSG in pieces."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from tests.fakes.hostile_documents.seeds import seed
from tests.fakes.mail import attached_file, attached_message, compound, mail, msg

Defect = Callable[[bytes], bytes]
_HEAD = "Subject: x\nFrom: a@x.invalid\nMIME-Version: 1.0\n"


def _in_parts(depth: int) -> str:
    inner = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    return f"{_HEAD}{inner}\nwords"


def _attached(name: str, kind: str = "text/plain", data: bytes = b"x") -> bytes:
    made = mail("words")
    main, _, sub = kind.partition("/")
    made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


def _letters_in_letters(depth: int) -> bytes:
    made = mail("words")
    for _ in range(depth):
        outer = mail("outer")
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


_LETTERS: dict[str, Callable[[], bytes | str]] = {
    "parts in 2,000 parts": lambda: _in_parts(2_000),
    "parts in 90 parts": lambda: _in_parts(90),
    "40 letters in letters": lambda: _letters_in_letters(40),
    "a boundary that is nowhere": lambda: f"{_HEAD}Content-Type: multipart/mixed; boundary=b\n\nw",
    "no boundary": lambda: f"{_HEAD}Content-Type: multipart/mixed\n\nwords",
    "an empty boundary": lambda: f'{_HEAD}Content-Type: multipart/mixed; boundary=""\n\n--\nwords',
    "20,000 parts": lambda: (
        f"{_HEAD}Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nwords\n" * 20_000
    ),
    "an unknown encoding": lambda: f"{_HEAD}Content-Transfer-Encoding: x-nobody\n\nwords",
    "an unknown charset": lambda: f"{_HEAD}Content-Type: text/plain; charset=x-nobody\n\nw\u00f6",
    "a charset that is a program": lambda: (
        f"{_HEAD}Content-Type: text/plain; charset=zlib_codec\n\nw\u00f6rds"
    ),
    "base64 that is none": lambda: f"{_HEAD}Content-Transfer-Encoding: base64\n\n!!!wor=ds==x",
    "quoted text that is none": lambda: (
        f"{_HEAD}Content-Transfer-Encoding: quoted-printable\n\n=ZZ=\n=3words=" + "=" * 99_000
    ),
    "uuencode that is none": lambda: (
        f"{_HEAD}Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n\xff\xff\nwords"
    ),
    "a subject of 200,000 words": lambda: "Subject: " + "=?utf-8?B?eA==?= " * 50_000 + "\n\nwords",
    "a subject in no charset": lambda: "Subject: =?nobody?Q?=C3?=\n\nwords",
    "a receiver of 50,000 names": lambda: f"{_HEAD}To: {'a@x.invalid, ' * 50_000}\n\nwords",
    "names in brackets": lambda: f"{_HEAD}To: {'(' * 20_000}a{')' * 20_000} <a@x.invalid>\n\nwords",
    "groups in groups": lambda: f"{_HEAD}To: {'a:' * 20_000};\n\nwords",
    "a date of no calendar": lambda: f"{_HEAD}Date: 99 Foo 99999 99:99:99 +9999\n\nwords",
    "a date of 5,000 digits": lambda: f"{_HEAD}Date: {'9' * 5_000}\n\nwords",
    "20,000 headers": lambda: "X-A: b\n" * 20_000 + _HEAD + "\nwords",
    "one header in 20,000 lines": lambda: f"{_HEAD}X-A:{' b' * 9}\n" + "\tc\n" * 20_000 + "\nwords",
    "2,000 parameters": lambda: (
        f"{_HEAD}Content-Type: text/plain" + "".join(f"; a*{n}*=x" for n in range(2_000)) + "\n\nw"
    ),
    "a parameter that goes on at -1": lambda: (
        f"{_HEAD}Content-Type: text/plain; name*-1=x; name*99999999=y; charset*=utf-8'\n\nwords"
    ),
    "no body": lambda: _HEAD,
    "no end of the headers": lambda: _HEAD.rstrip("\n"),
    "HTML that reads a file": lambda: (
        f"{_HEAD}Content-Type: text/html\n\n<p>words<img src='file:///etc/hostname'>"
    ),
    "HTML in 60,000 divisions": lambda: (
        f"{_HEAD}Content-Type: text/html\n\n" + "<div>" * 60_000 + "words"
    ),
    "a body elsewhere": lambda: (
        f"{_HEAD}Content-Type: message/external-body; access-type=local-file; "
        'name="/etc/hostname"\n\n\nwords'
    ),
    "a letter in pieces": lambda: (
        f"{_HEAD}Content-Type: message/partial; id=x; number=1; total=99999999\n\nwords"
    ),
    "an attachment that climbs": lambda: _attached("../../../tmp/slm-escaped.txt"),
    "an attachment from the root": lambda: _attached("/etc/hostname"),
    "an attachment with a name of 9,000 signs": lambda: _attached("x" * 9_000 + ".txt"),
    "an attachment without a name": lambda: _attached(""),
    "an attachment that is a program": lambda: _attached("a.pdf", "application/pdf", b"MZ\x90"),
    "an attachment that is this letter": lambda: _attached("a.eml", data=seed("eml")),
    "an attached PDF that is cut": lambda: _attached("a.pdf", "application/pdf", seed("pdf")[:900]),
    "an attached ZIP that is cut": lambda: _attached("a.docx", "a/b", seed("docx")[:900]),
}


def _field(form: str, place: int, *values: int) -> Defect:
    """Returns what writes into the header of a compound file."""

    def change(data: bytes) -> bytes:
        changed = bytearray(data)
        struct.pack_into(form, changed, place, *values)
        return bytes(changed)

    return change


def _entries(form: str, offset: int, value: int) -> Defect:
    """Returns what writes into every entry of the directory of a compound file."""

    def change(data: bytes) -> bytes:
        changed = bytearray(data)
        start = 512 + 512 * struct.unpack_from("<I", data, 48)[0]
        for place in range(start, min(start + 16 * 128, len(data) - 128), 128):
            struct.pack_into(form, changed, place + offset, value)
        return bytes(changed)

    return change


def _chains(value: int) -> Defect:
    """Returns what lets every chain of sectors lead to one place."""

    def change(data: bytes) -> bytes:
        table = 512 + 512 * struct.unpack_from("<I", data, 76)[0]
        return data[:table] + struct.pack("<I", value) * 128 + data[table + 512 :]

    return change


_OUTLOOK: dict[str, Defect] = {
    "sectors of 4 GB": _field("<H", 30, 32),
    "sectors of one byte": _field("<H", 30, 0),
    "small sectors of 4 GB": _field("<H", 32, 32),
    "small sectors of one byte": _field("<H", 32, 0),
    "a table of 4 thousand million": _field("<I", 44, 0xFFFFFFFF),
    "no table": _field("<I", 44, 0),
    "a directory beyond the file": _field("<I", 48, 0x00FFFFFF),
    "a directory in the table": _field("<I", 48, 0xFFFFFFFD),
    "no limit of small streams": _field("<I", 56, 0xFFFFFFFF),
    "nothing is small": _field("<I", 56, 0),
    "small chains beyond the file": _field("<II", 60, 0x00FFFFFF, 0xFFFF),
    "more tables that are the first": _field("<II", 68, 0, 0xFFFFFFFF),
    "tables beyond the file": _field("<I", 76, 0x00FFFFFF),
    "the other order of bytes": _field("<H", 28, 0xFEFF),
    "another version": _field("<H", 26, 99),
    "every chain leads to itself": _chains(0),
    "every chain leads away": _chains(0x00FFFFFF),
    "every chain ends at once": _chains(0xFFFFFFFE),
    "every sector is free": _chains(0xFFFFFFFF),
    "entries that are their own left": _entries("<I", 68, 1),
    "entries that are their own right": _entries("<I", 72, 1),
    "entries that are their own child": _entries("<I", 76, 0),
    "children beyond the directory": _entries("<I", 76, 0x00FFFFFF),
    "streams of 8 EB": _entries("<Q", 120, 1 << 62),
    "streams of no length": _entries("<Q", 120, 0),
    "streams beyond the file": _entries("<I", 116, 0x00FFFFFF),
    "names of 64 kB": _entries("<H", 64, 0xFFFF),
    "names of no length": _entries("<H", 64, 0),
    "everything is a folder": _entries("<B", 66, 1),
    "everything is a root": _entries("<B", 66, 5),
    "everything is of no kind": _entries("<B", 66, 0),
}


def _messages_in_messages() -> bytes:
    tree = msg({0x37: "S", 0x1000: "words"})
    for _ in range(40):
        tree = msg({0x37: "S", 0x1000: "words"}, {"a": attached_message(tree)})
    return compound(tree)


_MADE: dict[str, Callable[[], bytes]] = {
    "40 messages in messages": _messages_in_messages,
    "packed text that lies": lambda: compound(
        msg({0x37: "S", 0x1009: struct.pack("<IIII", 9, 0xFFFFFFF0, 0x75465A4C, 0) + b"\xff" * 90})
    ),
    "packed text that never ends": lambda: compound(
        msg({0x37: "S", 0x1009: struct.pack("<IIII", 20_000, 60_000, 0x75465A4C, 0) + bytes(9_000)})
    ),
    "HTML in no charset": lambda: compound(
        msg({0x37: "S", 0x1013: b"<meta charset=nobody><p>w\xffrds"})
    ),
    "2,000 attachments": lambda: compound(
        msg({0x37: "S"}, {str(n): attached_file("a.txt", b"x") for n in range(2_000)})
    ),
    "an attachment that climbs": lambda: compound(
        msg({0x37: "S"}, {"a": attached_file("..\\..\\slm-escaped.txt", b"words")})
    ),
    "text with half a letter": lambda: compound(msg({0x37: "S", 0x1000: b"\x00\xd8w"})),
    "nothing in it": lambda: compound({"__properties_version1.0": b""}),
}


def _as_bytes(made: bytes | str) -> bytes:
    return made if isinstance(made, bytes) else made.encode()


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields format, what is wrong, and what makes the file."""
    for what, make in _LETTERS.items():
        yield "eml", what, lambda make=make: _as_bytes(make())  # type: ignore[misc]
    for what, defect in _OUTLOOK.items():
        yield "msg", what, lambda defect=defect: defect(seed("msg"))  # type: ignore[misc]
    for what, made in _MADE.items():
        yield "msg", what, made
