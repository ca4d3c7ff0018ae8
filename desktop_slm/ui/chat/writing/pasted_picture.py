"""A picture from the clipboard as a document that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from desktop_slm.documents.reading import Contents


def contents_of(name: str, picture: QImage) -> Contents:
    """Returns the picture as a PNG; takes its time for a large one, any thread may call."""
    from desktop_slm.documents.reading import Contents

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, b"PNG")
    buffer.close()
    return Contents(name, bytes(content.data()))
