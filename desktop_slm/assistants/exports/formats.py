"""The writer of each format. PDF is drawn by the window's side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from desktop_slm.assistants.exports import docx, html_page, json_file, markdown, plain_text
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.seal import sealed
from desktop_slm.assistants.exports.written import Written, joined

LineWriter = Callable[[ExportedSummary, dict[str, Any]], Iterator[Written]]
LINE_WRITERS: dict[ExportFormat, LineWriter] = {
    ExportFormat.MARKDOWN: markdown.written,
    ExportFormat.HTML: html_page.written,
    ExportFormat.JSON: json_file.written,
    ExportFormat.TEXT: plain_text.written,
}


def content(exported: ExportedSummary, chosen: ExportFormat) -> bytes:
    """Returns the file of every format but PDF."""
    data = sealed(exported)
    if chosen is ExportFormat.DOCX:
        return docx.content(exported, data)
    return joined(LINE_WRITERS[chosen](exported, data))
