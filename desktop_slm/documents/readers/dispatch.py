"""Which module reads which format; one is loaded with the first document of its format."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from desktop_slm.documents.document import Format
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Source

_MODULES = {
    Format.PDF: "pdf",
    Format.DOCX: "docx",
    Format.ODT: "odt",
    Format.PPTX: "pptx",
    Format.XLSX: "xlsx",
    Format.EPUB: "epub",
    Format.CSV: "csv",
    Format.HTML: "html",
    Format.MARKDOWN: "markdown",
    Format.TEXT: "text",
    Format.RTF: "rtf",
    Format.EML: "mail",
    Format.MSG: "msg",
    Format.SRT: "subtitles",
    Format.VTT: "subtitles",
    Format.IMAGE: "image",
}


def reader_of(found: Format) -> Callable[[Source, Sink, Budget], None]:
    """Returns what reads a format."""
    module = importlib.import_module(f"desktop_slm.documents.readers.{_MODULES[found]}")
    reader: Callable[[Source, Sink, Budget], None] = module.read
    return reader
