"""The words of a Word document, character by character, for the comparison with its data.

Part of the check, which runs in a child: the file may be anything.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from desktop_slm.assistants.exports.docx_frame import BOOKMARK
from desktop_slm.assistants.exports.exported import DataDamaged
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

_MOST_BYTES = 1 << 26
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError,
    RuntimeError, KeyError,
)  # fmt: skip


def members(data: bytes) -> dict[str, bytes]:
    """Returns the members of a ZIP within limits. Raises DataDamaged."""
    found: dict[str, bytes] = {}
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                with archive.open(info) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0 or info.filename in found:
                    raise DataDamaged
                found[info.filename] = content
    except _DAMAGED:
        raise DataDamaged from None
    return found


def paragraphs(parts: Mapping[str, bytes], names: tuple[str, ...]) -> list[str]:
    """Returns the words of each paragraph of some parts, of running text those of each sentence;
    cells of a row are lines of one.

    Raises DataDamaged.
    """
    found: list[str] = []
    for name in names:
        reader = _Words()
        try:
            xml.parse([parts.get(name, b"")], reader.start, reader.end, reader.text)
        except XmlRefused:
            raise DataDamaged from None
        found += reader.found
    return found


class _Words:
    """Collects the words of one part."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._words: list[str] = []
        self._cells: list[str] | None = None
        self._note = 0
        self._is_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Takes the start of an element."""
        match NAMES[name]:
            case "w:t":
                self._is_text = True
            case "w:tr":
                self._cells = []
            case "w:footnote":
                self._note = _number(xml.value(attributes, "id"))
            case "w:footnoteRef":
                self._words.append(f"[{self._note}]")
            case "w:footnoteReference":
                self._words.append(f"[{_number(xml.value(attributes, 'id'))}]")
            case "w:bookmarkStart" if xml.value(attributes, "name").startswith(BOOKMARK):
                self._end_words()
            case "w:tab" | "w:br" | "w:cr":
                self._words.append(" ")

    def end(self, name: str) -> None:
        """Takes the end of an element."""
        match NAMES[name]:
            case "w:t":
                self._is_text = False
            case "w:p" if self._cells is not None:
                self._cells.append("".join(self._words))
                self._words = []
            case "w:p":
                self._end_words()
            case "w:tr" if self._cells is not None:
                self.found.append("\n".join(self._cells))
                self._cells = None

    def _end_words(self) -> None:
        if self._words:
            self.found.append("".join(self._words))
            self._words = []

    def text(self, words: str) -> None:
        """Takes text."""
        if self._is_text:
            self._words.append(words)


def _number(text: str) -> int:
    return int(text) if text.removeprefix("-").isdigit() and len(text) < 10 else 0
