"""Which files a drop or paste brings: local ones; a path to another computer is refused.

Opening `//host/share` connects to that host and, on Windows, sends it a password's hash, so such
a path is taken only where a person has chosen it in a file dialog.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QUrl


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
