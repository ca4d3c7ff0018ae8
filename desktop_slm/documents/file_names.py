"""What the name of a document promises: the endings of names by format."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_slm.documents.document import Format

NAMES: Mapping[str, Format] = {
    "pdf": Format.PDF,
    "docx": Format.DOCX,
    "docm": Format.DOCX,
    "odt": Format.ODT,
    "ott": Format.ODT,
    "pptx": Format.PPTX,
    "pptm": Format.PPTX,
    "ppsx": Format.PPTX,
    "xlsx": Format.XLSX,
    "xlsm": Format.XLSX,
    "epub": Format.EPUB,
    "csv": Format.CSV,
    "tsv": Format.CSV,
    "tab": Format.CSV,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "txt": Format.TEXT,
    "text": Format.TEXT,
    "rtf": Format.RTF,
    "eml": Format.EML,
    "msg": Format.MSG,
    "srt": Format.SRT,
    "vtt": Format.VTT,
    "png": Format.IMAGE,
    "jpg": Format.IMAGE,
    "jpeg": Format.IMAGE,
    "tif": Format.IMAGE,
    "tiff": Format.IMAGE,
    "webp": Format.IMAGE,
    "bmp": Format.IMAGE,
    "gif": Format.IMAGE,
}
# What a dialog that asks for documents offers.
PATTERNS = " ".join(f"*.{ending}" for ending in NAMES)
