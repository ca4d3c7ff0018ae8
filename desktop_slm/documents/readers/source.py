"""The file that a reader reads: opened once, hashed and parsed from the same bytes."""

from __future__ import annotations

import hashlib
import mmap
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_slm import errors
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.limits import ReadLimits


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader was asked as to text recognition, and what there is for it.

    `recognition` says folder and languages, or is None where none is installed. A picture is read
    with it in any case, pages of other documents only where it is wanted.
    """

    is_wanted: bool = False
    recognition: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name (for messages), its bytes, and what its reader was asked for."""

    name: str
    data: mmap.mmap
    password: str = ""
    changes: Changes = Changes.ACCEPTED
    ocr: Asked = Asked()

    @property
    def sha256(self) -> str:
        """The hash of the bytes as they are read."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def extension(self) -> str:
        """What the name claims, in lower case and without the dot."""
        return os.path.splitext(self.name)[1].lower().lstrip(".")


def open_source(
    path: str, limits: ReadLimits, password: str = "", changes: Changes = Changes.ACCEPTED
) -> Source:
    """Opens a file for reading. Raises FileMissing, FileUnreadable, EmptyFile, FileTooLarge."""
    name = os.path.basename(path)
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size == 0:
                raise errors.EmptyFile(name=name)
            if size > limits.file_bytes:
                raise errors.FileTooLarge(name=name, why=f"more than {limits.file_bytes >> 20} MB")
            # Copy on write: PDFium wants writable memory, and the file stays as it is.
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
            return Source(name, data, password, changes)
    except FileNotFoundError:
        raise errors.FileMissing(name=name) from None
    except (OSError, ValueError):
        raise errors.FileUnreadable(name=name) from None


def from_bytes(
    name: str, content: bytes, limits: ReadLimits, changes: Changes = Changes.ACCEPTED
) -> Source:
    """Returns contents that lie in no file. Raises EmptyFile, FileTooLarge."""
    name = os.path.basename(name.replace("\\", "/"))
    if not content:
        raise errors.EmptyFile(name=name)
    if len(content) > limits.file_bytes:
        raise errors.FileTooLarge(name=name, why=f"more than {limits.file_bytes >> 20} MB")
    data = mmap.mmap(-1, len(content))  # memory alone: nothing is written to a disk
    data[:] = content
    return Source(name, data, changes=changes)
