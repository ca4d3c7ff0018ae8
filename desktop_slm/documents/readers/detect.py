"""What a file is, by its content; its name only settles what content leaves open."""

from __future__ import annotations

import re

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.file_names import NAMES
from desktop_slm.documents.readers import zip_kind
from desktop_slm.documents.readers.source import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PICTURE = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|II[*+]\x00|MM\x00[*+]"
    rb"|BM.{4}\x00{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00{3}",
    re.DOTALL,
)
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OLD_OFFICE = tuple(
    name.encode("utf-16-le") for name in ("WordDocument", "Workbook", "PowerPoint Document", "Book")
)
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(set(range(1, 0x20)) - set(b"\t\n\r\f\x1b"))
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"</?(?:p|div|h[1-6]|table|span|br|ul|a)[\s/>]", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(rb"^#{1,6} \S.*\r?\n\r?\n", re.MULTILINE)
_MARKDOWN = re.compile(rb"^(?:```|~~~)|\]\(https?://|^\* \*\*|^\|[ :]*-{3}", re.MULTILINE)
_VTT = re.compile(rb"WEBVTT(?=[ \t\r\n]|$)")
_SRT = re.compile(rb"\s*\d+[ \t]*\r?\n\d+:\d\d:\d\d[,.]\d+[ \t]*-->")
_MBOX_LINE = re.compile(rb"\A(?:\s*\n)?>?From [^\n]*\n")
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")
_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$))+")
_MAIL = re.compile(
    rb"^(from|to|cc|subject|date|message-id|received|mime-version|return-path|delivered-to)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_LOOKED_AT = 1 << 16


def detect(source: Source) -> Format:
    """Returns the format. Raises WrongFormat, OldFormat, PasswordNeeded or DamagedFile."""
    head = source.data[:_LOOKED_AT]
    if _PICTURE.match(head):
        return Format.IMAGE
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(_ZIP):
        return zip_kind.find(source, NAMES.get(source.extension))
    if head.startswith(_OLE):
        return _in_ole(source)
    if head.lstrip().startswith(b"{\\rtf"):
        return Format.RTF
    if _is_binary(head):
        # Something that was once what its name says, or never was a document.
        is_named = NAMES.get(source.extension) in (Format.PDF, *zip_kind.FORMATS)
        raise (errors.DamagedFile if is_named else errors.WrongFormat)(name=source.name)
    return _in_text(head, source.extension)


def is_misnamed(source: Source, found: Format) -> bool:
    """Whether the name promises another format than the content has."""
    named = NAMES.get(source.extension)
    if named is None or {named, found} <= {Format.TEXT, Format.MARKDOWN}:
        return False
    return named is not found


def _in_ole(source: Source) -> Format:
    # An Outlook message first: what is attached to it may be an old Office file.
    if source.data.find(_OUTLOOK) >= 0:
        return Format.MSG
    if source.data.find(_ENCRYPTED_OFFICE) >= 0:
        raise errors.PasswordNeeded(name=source.name)
    if any(source.data.find(name) >= 0 for name in _OLD_OFFICE):
        raise errors.OldFormat(name=source.name)
    raise errors.WrongFormat(name=source.name)


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


def _by_mark(head: bytes, named: Format | None) -> Format | None:
    """Returns what a text's first lines or its name say that it is."""
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _VTT.match(head):
        return Format.VTT
    if _SRT.match(head):
        return Format.SRT
    if named in (Format.SRT, Format.VTT) and b"-->" in head:
        return named
    headers = set(map(bytes.lower, _MAIL.findall(_head_of_mail(head))))
    return Format.EML if len(headers) >= (1 if named is Format.EML else 2) else None


def _head_of_mail(head: bytes) -> bytes:
    """Returns the lines before the first empty one, where they all look like a mail's headers."""
    lines = _EMPTY_LINE.split(_MBOX_LINE.sub(b"", head), maxsplit=1)[0]
    return lines if _HEADERS.fullmatch(lines) else b""


def _in_text(head: bytes, extension: str) -> Format:
    head = head.replace(b"\x00", b"")
    named = NAMES.get(extension)
    if marked := _by_mark(head, named):
        return marked
    if _HTML.search(head[:4096]) or (named is Format.HTML and _TAG.search(head)):
        return Format.HTML
    headings = len(_MARKDOWN_HEADING.findall(head))
    if named is Format.CSV:
        return Format.CSV
    if named is Format.MARKDOWN or headings > 2 or (headings and _MARKDOWN.search(head)):
        return Format.MARKDOWN
    return Format.TEXT
