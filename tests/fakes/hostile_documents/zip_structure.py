"""Defects of the ZIP itself: directories that lie, members that overlap, names that lead away."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator

from tests.fakes.hostile_documents.seeds import ZIPPED, seed

Defect = Callable[[bytes], bytes]
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_FAR = 0xFFFFFFFE


def members(data: bytes) -> dict[str, bytes]:
    """Returns what is in a ZIP by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Returns a ZIP of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, how)
    return out.getvalue()


def _with(field: str, value: int, signature: bytes, offset: int) -> Defect:
    """Returns what writes a value into that field of every header of a kind."""

    def change(data: bytes) -> bytes:
        changed, place = bytearray(data), data.find(signature)
        while place >= 0:
            struct.pack_into(field, changed, place + offset, value)
            place = data.find(signature, place + 4)
        return bytes(changed)

    return change


def _cut(signature: bytes, *, last: bool = False) -> Defect:
    def cut(data: bytes) -> bytes:
        return data[: (data.rfind if last else data.find)(signature)]

    return cut


def _directory(data: bytes) -> tuple[bytes, bytes, bytes]:
    first, end = data.find(_CENTRAL), data.rfind(_END)
    return data[:first], data[first:end], data[end:]


def _directory_twice(data: bytes) -> bytes:
    files, directory, end = _directory(data)
    return files + directory + directory + end


def _two_ends(data: bytes) -> bytes:
    return data + data[data.rfind(_END) :]


def _directory_first(data: bytes) -> bytes:
    files, directory, end = _directory(data)
    return directory + files + end


def _every_member_at_one_place(data: bytes) -> bytes:
    return _with("<I", 0, _CENTRAL, 42)(data)


def _each_name_twice(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name in archive.namelist():
            archive.writestr(zipfile.ZipInfo(name), b"<second/>")
    return out.getvalue()


def _packed_with(how: int) -> Defect:
    return lambda data: packed(members(data), how)


def _renamed(change: Callable[[str], str]) -> Defect:
    return lambda data: packed({change(name): text for name, text in members(data).items()})


def _inside_itself(data: bytes) -> bytes:
    for _ in range(12):
        data = packed(
            {**members(seed("docx")), "word/inner.docx": data, "inner.zip": data[:60_000]}
        )
    return data


def _comment(data: bytes) -> bytes:
    return data[:-2] + struct.pack("<H", 0xFFFF) + b"PK\x05\x06" * 16_000


DEFECTS: dict[str, Defect] = {
    "cut before its directory": _cut(_CENTRAL),
    "cut in its directory": _cut(_CENTRAL, last=True),
    "cut before its end": _cut(_END),
    "cut in its last member": _cut(_LOCAL, last=True),
    "its directory twice": _directory_twice,
    "its directory first": _directory_first,
    "two ends": _two_ends,
    "a comment of many ends": _comment,
    "every member at one place": _every_member_at_one_place,
    "members beyond the file": _with("<I", _FAR, _CENTRAL, 42),
    "members of 4 GB": _with("<I", _FAR, _CENTRAL, 24),
    "members packed into 4 GB": _with("<I", _FAR, _CENTRAL, 20),
    "members packed into nothing": _with("<I", 0, _CENTRAL, 20),
    "members of no length": _with("<I", 0, _CENTRAL, 24),
    "wrong sums": _with("<I", 0x12345678, _CENTRAL, 16),
    "members that say they are encrypted": _with("<H", 1, _CENTRAL, 8),
    "members strongly encrypted": _with("<H", 0x41, _CENTRAL, 8),
    "an unknown way of packing": _with("<H", 97, _CENTRAL, 10),
    "packed members called plain": _with("<H", 0, _CENTRAL, 10),
    "names of 60 kB": _with("<H", 60_000, _CENTRAL, 28),
    "extra fields of 60 kB": _with("<H", 60_000, _CENTRAL, 30),
    "made for a later version": _with("<H", 900, _CENTRAL, 6),
    "other names in the members": _with("<I", 0x2F2E2E2F, _LOCAL, 30),
    "other sizes in the members": _with("<I", 1, _LOCAL, 18),
    "names in the members that are too long": _with("<H", 0xFFFF, _LOCAL, 26),
    "no members by its end": _with("<H", 0, _END, 10),
    "too many members by its end": _with("<H", 0xFFFE, _END, 10),
    "a directory of 4 GB": _with("<I", _FAR, _END, 12),
    "a directory elsewhere": _with("<I", 7, _END, 16),
    "a directory in the 64-bit form that is missing": _with("<I", 0xFFFFFFFF, _END, 16),
    "on another disk": _with("<H", 3, _END, 4),
    "each name twice": _each_name_twice,
    "not packed at all": _packed_with(zipfile.ZIP_STORED),
    "packed with bzip2": _packed_with(zipfile.ZIP_BZIP2),
    "packed with LZMA": _packed_with(zipfile.ZIP_LZMA),
    "names that climb": _renamed(lambda name: f"../../../../tmp/{name}"),
    "names from the root": _renamed(lambda name: f"/tmp/{name}"),
    "names of Windows": _renamed(lambda name: "C:\\" + name.replace("/", "\\")),
    "names in capitals": _renamed(str.upper),
    "names without folders": _renamed(lambda name: name.rpartition("/")[2]),
    "names with what cannot be seen": _renamed(lambda name: f"\u202e{name}\u200b"),
    "itself in itself": _inside_itself,
}


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields format, what is wrong, and what makes the file."""
    for name in ZIPPED:
        for what, defect in DEFECTS.items():
            yield name, what, lambda name=name, defect=defect: defect(seed(name))  # type: ignore[misc]
