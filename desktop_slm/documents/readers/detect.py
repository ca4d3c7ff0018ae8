"""What a file is, by its content; its name only settles what content leaves open."""

from __future__ import annotations

import re

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.ooxml import Package
from desktop_slm.documents.readers.source import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OLD_OFFICE = tuple(
    name.encode("utf-16-le") for name in ("WordDocument", "Workbook", "PowerPoint Document", "Book")
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(set(range(1, 0x20)) - set(b"\t\n\r\f\x1b"))
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"</?(?:p|div|h[1-6]|table|span|br|ul|a)[\s/>]", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(rb"^#{1,6} \S.*\r?\n\r?\n", re.MULTILINE)
_MARKDOWN = re.compile(rb"^(?:```|~~~)|\]\(https?://|^\* \*\*|^\|[ :]*-{3}", re.MULTILINE)
_LOOKED_AT = 1 << 16

NAMES = {
    "pdf": Format.PDF,
    "docx": Format.DOCX,
    "docm": Format.DOCX,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "txt": Format.TEXT,
    "text": Format.TEXT,
}


def detect(source: Source) -> Format:
    """Returns the format. Raises WrongFormat, OldFormat, PasswordNeeded or DamagedFile."""
    head = source.data[:_LOOKED_AT]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(_ZIP):
        return _in_zip(source)
    if head.startswith(_OLE):
        raise _in_ole(source)
    if head.lstrip().startswith(b"{\\rtf"):
        raise errors.WrongFormat(name=source.name)
    if _is_binary(head):
        # Something that was once what its name says, or never was a document.
        is_named = NAMES.get(source.extension) in (Format.PDF, Format.DOCX)
        raise (errors.DamagedFile if is_named else errors.WrongFormat)(name=source.name)
    return _in_text(head, source.extension)


def is_misnamed(source: Source, found: Format) -> bool:
    """Whether the name promises another format than the content has."""
    named = NAMES.get(source.extension)
    if named is None or {named, found} <= {Format.TEXT, Format.MARKDOWN}:
        return False
    return named is not found


def _in_zip(source: Source) -> Format:
    archive = Archive(source.data, source.name)
    main = Package(archive).main
    try:
        if main in archive and b"wordprocessingml" in archive.read("[Content_Types].xml"):
            return Format.DOCX
    except PartDamaged:
        raise errors.DamagedFile(name=source.name) from None
    if NAMES.get(source.extension) is Format.DOCX:
        raise errors.DamagedFile(name=source.name)
    raise errors.WrongFormat(name=source.name)


def _in_ole(source: Source) -> errors.DocumentError:
    if source.data.find(_ENCRYPTED_OFFICE) >= 0:
        return errors.PasswordNeeded(name=source.name)
    if any(source.data.find(name) >= 0 for name in _OLD_OFFICE):
        return errors.OldFormat(name=source.name)
    return errors.WrongFormat(name=source.name)


def _is_binary(head: bytes) -> bool:
    if head.startswith(_WIDE_MARKS):
        return False
    sample = head[:4096]
    zeros = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 0.02 * len(sample):
        return True
    if zeros and max(sample[0::2].count(0), sample[1::2].count(0)) == zeros > 0.4 * len(sample) / 2:
        return False  # UTF-16 without a mark
    return zeros > 0


def _in_text(head: bytes, extension: str) -> Format:
    head = head.replace(b"\x00", b"")
    named = NAMES.get(extension)
    if _HTML.search(head[:4096]) or (named is Format.HTML and _TAG.search(head)):
        return Format.HTML
    headings = len(_MARKDOWN_HEADING.findall(head))
    if named is Format.MARKDOWN or headings > 2 or (headings and _MARKDOWN.search(head)):
        return Format.MARKDOWN
    return Format.TEXT
