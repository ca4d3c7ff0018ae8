"""Finds the data that an export carries, whatever its format; no file is believed to be one."""

from __future__ import annotations

import base64
import binascii
import html
import json
import zlib
from typing import Any, NamedTuple
from xml.sax.saxutils import unescape

from desktop_slm.assistants.exports import (
    docx,
    docx_text,
    html_page,
    markdown,
    pdf_seal,
    plain_text,
)
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.exports.exported import DataDamaged

_MOST_BYTES = 1 << 26


class NoData(Exception):
    """The file carries no data of ours."""


class Embedded(NamedTuple):
    """The format that a file has, and its data."""

    format: ExportFormat
    data: dict[str, Any]


def find(content: bytes) -> Embedded:
    """Returns format and data. Raises NoData; DataDamaged where there was some once."""
    chosen, raw = _raw(content)
    return Embedded(chosen, _parsed(raw))


def as_text(content: bytes) -> str:
    """Returns a text file's text: what programs do to its start and its line ends is undone."""
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return text.replace("\r\n", "\n")


def _raw(content: bytes) -> tuple[ExportFormat, str | bytes]:
    if content.startswith(b"%PDF-"):
        data = pdf_seal.attached(content)
        if data is None:
            raise NoData
        return ExportFormat.PDF, data
    if content.startswith(b"PK"):
        return ExportFormat.DOCX, _of_word(content)
    text = as_text(content)
    for chosen, start, end, read in (
        (ExportFormat.HTML, html_page.DATA_START, html_page.DATA_END, html.unescape),
        (ExportFormat.MARKDOWN, markdown.DATA_START, markdown.DATA_END, str),
        (ExportFormat.TEXT, plain_text.DATA_START, plain_text.DATA_END, _unpacked),
    ):
        first = text.rfind(f"\n{start}")
        if first >= 0:
            raw, closed, _ = text[first + 1 + len(start) :].partition(end)
            if not closed:
                raise DataDamaged
            return chosen, read(raw)
    if text.lstrip().startswith("{") and '"receipt_hash"' in text:
        return ExportFormat.JSON, text
    raise NoData


def _of_word(content: bytes) -> str:
    parts = docx_text.members(content)
    for name, part in parts.items():
        if name.startswith("customXml/item") and b"urn:desktop-slm:export:" in part:
            text = part.decode("utf-8", "replace")
            if docx.DATA_START not in text:
                continue
            inner = text.partition(docx.DATA_START)[2].partition(docx.DATA_END)[0]
            return unescape(inner, {"&quot;": '"', "&apos;": "'"})
    raise NoData


def _unpacked(text: str) -> str:
    try:
        packed = base64.b64decode("".join(text.split()), validate=True)
        return zlib.decompressobj().decompress(packed, _MOST_BYTES).decode()
    except (binascii.Error, zlib.error, ValueError):
        raise DataDamaged from None


def _parsed(raw: str | bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        raise DataDamaged from None
    if not isinstance(data, dict):
        raise DataDamaged
    return data


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that stands twice would say one thing to us and another to the next reader."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found
