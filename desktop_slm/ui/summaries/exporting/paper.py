"""An exported summary on paper: a PDF with its data attached, or a printer's pages."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter

from desktop_slm.assistants.exports import pdf_seal, seal, sheet
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.ui.paper import sheets
from desktop_slm.ui.paper.sheets import Fill
from desktop_slm.ui.summaries.exporting.paper_writer import PaperWriter


def pdf(exported: ExportedSummary) -> bytes:
    """Returns the export as a PDF with its data attached and its hash behind it. Blocks."""

    def attach(writer: QPdfWriter) -> None:
        content = QByteArray(pdf_seal.attachment(seal.sealed(exported)))
        writer.addFileAttachment(pdf_seal.ATTACHMENT, content, pdf_seal.ATTACHMENT_TYPE)

    made = sheets.drawn(lambda: sheets.pdf(exported.title, _fill(exported), attach))
    return pdf_seal.with_seal(made)


def print_out(exported: ExportedSummary, device: QPagedPaintDevice) -> None:
    """Paints all pages on a printer, whose page layout is set. Blocks."""
    sheets.drawn(lambda: sheets.paint(exported.title, _fill(exported), device))


def _fill(exported: ExportedSummary) -> Fill:
    lines = list(sheet.lines(exported, seal.sealed(exported)))
    return lambda document, dots: PaperWriter(document, dots).write(lines)
