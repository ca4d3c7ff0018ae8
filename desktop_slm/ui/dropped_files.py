"""What a drop or paste brings: local files, or contents that lie in no file, kept in memory.

A path to another computer is refused.

Opening `//host/share` connects to that host and, on Windows, sends it a password's hash, so such
a path is taken only where a person has chosen it in a file dialog.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl

if TYPE_CHECKING:
    from desktop_slm.documents.reading import Contents

_MAIL = "message/rfc822"
_MAIL_NAME = "Message.eml"
# What Outlook and other Windows programs hand over in place of a path; Qt gives each by number.
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_DESCRIPTORS = _WINDOWS.format("FileGroupDescriptorW")
_CONTENTS = _WINDOWS.format("FileContents") + ";index={}"
_DESCRIPTOR_BYTES = 592
_NAME_AT, _NAME_BYTES = 72, 520
_MAX_DROPPED = 100


@dataclass(frozen=True, slots=True)
class DroppedFiles:
    """Paths to take, and names of what was refused."""

    paths: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.refused)


def files_in(data: QMimeData) -> DroppedFiles:
    """Returns the files that dropped or pasted data names."""
    paths, refused = [], []
    for url in data.urls() if data.hasUrls() else []:
        if url.scheme() != "file":
            continue  # a web link is text, not a file
        if _is_local(url):
            paths.append(url.toLocalFile())
        else:
            refused.append(url.fileName())
    return DroppedFiles(tuple(paths), tuple(refused))


def _is_local(url: QUrl) -> bool:
    path = url.toLocalFile().replace("\\", "/")
    return url.isLocalFile() and not url.host() and not path.startswith("//")


def contents_in(data: QMimeData) -> tuple[Contents, ...]:
    """Returns the documents that data holds itself: mails, and files that a mail program has."""
    from desktop_slm.documents.reading import Contents

    found = [
        Contents(name, content)
        for number, name in enumerate(_promised(data))
        if (content := _bytes(data, _CONTENTS.format(number)))
    ]
    if not found and (content := _bytes(data, _MAIL)):
        found.append(Contents(_MAIL_NAME, content))
    return tuple(found)


def has_contents(data: QMimeData) -> bool:
    """Whether data holds documents itself; asks for none of them."""
    return data.hasFormat(_MAIL) or any(_promised(data))


def text_in(data: QMimeData) -> str:
    """Returns text that was dropped or pasted as such; "" for links and where there is none."""
    text = data.text() if data.hasText() and not data.hasUrls() else ""
    return text if text.strip() else ""


def _promised(data: QMimeData) -> Iterator[str]:
    """Yields the names of the files that a Windows program promises."""
    described = _bytes(data, _DESCRIPTORS)
    if len(described) < 4:
        return
    count = min(struct.unpack_from("<I", described)[0], _MAX_DROPPED)
    for number in range(count):
        start = 4 + number * _DESCRIPTOR_BYTES + _NAME_AT
        name = described[start : start + _NAME_BYTES].decode("utf-16-le", "replace")
        name = name.partition("\0")[0].replace("\\", "/").rpartition("/")[2]
        yield name or _MAIL_NAME


def _bytes(data: QMimeData, kind: str) -> bytes:
    return bytes(data.data(kind).data()) if data.hasFormat(kind) or "index=" in kind else b""
