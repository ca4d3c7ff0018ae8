"""A ZIP that is read within limits: nothing is written, and what a header says is not believed."""

from __future__ import annotations

import io
import mmap
import zipfile
import zlib
from collections.abc import Collection, Iterator

from desktop_slm import errors

_MB = 1 << 20
_MAX_MEMBERS = 10_000
_MAX_MEMBER_BYTES = 64 * _MB
_MAX_TOTAL_BYTES = 256 * _MB
_MAX_RATIO = 200
_RATIO_FREE_BYTES = 1 * _MB
_CHUNK = 1 << 16
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class PartDamaged(Exception):
    """One member cannot be read; the others may."""


class PartTooLong(Exception):
    """A member that may be read in part goes on beyond the limits."""


class Archive:
    """The members of a ZIP file by name."""

    def __init__(self, data: mmap.mmap, name: str) -> None:
        self._name = name
        self._total = 0
        try:
            self._zip = zipfile.ZipFile(_Bytes(data))
        except _DAMAGED:
            raise errors.DamagedFile(name=name) from None
        members = self._zip.infolist()
        if len(members) > _MAX_MEMBERS:
            raise self._too_large()
        self._members = {member.filename: member for member in members}

    def __contains__(self, member: str) -> bool:
        return member in self._members

    @property
    def names(self) -> Collection[str]:
        """The names of all members, which may be any."""
        return self._members.keys()

    def read(self, member: str) -> bytes:
        """Returns a whole member; b"" where there is none. Raises PartDamaged, FileTooLarge."""
        return b"".join(self.chunks(member))

    def chunks(self, member: str, *, may_break_off: bool = False) -> Iterator[bytes]:
        """Yields a member piece by piece; nothing where there is none.

        Raises PartDamaged and FileTooLarge; PartTooLong in place of the latter where the member
        may be read in part and is large without being a bomb.
        """
        info = self._members.get(member)
        if info is None:
            return
        if info.flag_bits & 1:
            raise errors.PasswordNeeded(name=self._name)
        if info.file_size > _MAX_MEMBER_BYTES and not may_break_off:
            raise self._too_large()
        size = 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    self._count(len(chunk), size, info.compress_size, may_break_off)
                    yield chunk
        except _DAMAGED:
            raise PartDamaged(member) from None

    def _count(self, length: int, size: int, compressed: int, may_break_off: bool) -> None:
        self._total += length
        is_bomb = size > _RATIO_FREE_BYTES and size > _MAX_RATIO * max(compressed, 1)
        is_large = size > _MAX_MEMBER_BYTES or self._total > _MAX_TOTAL_BYTES
        if is_large and may_break_off and not is_bomb:
            raise PartTooLong
        if is_bomb or is_large:
            raise self._too_large()

    def _too_large(self) -> errors.FileTooLarge:
        return errors.FileTooLarge(name=self._name, why="its contents expand too far")


class _Bytes(io.RawIOBase):
    """A file over mapped memory: `mmap` itself lacks what `zipfile` asks a file for."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = (0, self._place, len(self._data))[whence]
        self._place = max(0, base + offset)
        return self._place

    def read(self, size: int | None = -1) -> bytes:
        end = len(self._data) if size is None or size < 0 else self._place + size
        found = self._data[self._place : end]
        self._place += len(found)
        return found
