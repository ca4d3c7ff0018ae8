"""What people wrote on a PDF's pages: notes, comments on marked words, added text, form fields.

They stand in no page's text; each becomes a paragraph at the end of its page that says what it is.
"""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator
from functools import partial
from typing import Any

import pypdfium2.raw as raw

from desktop_slm.documents.readers.clean import clean_line, clean_lines
from desktop_slm.documents.readers.pdf_forms import Fields, wide_text

_MAX_ON_A_PAGE = 10_000
_MAX_QUADS = 200
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_MARKUPS = (
    raw.FPDF_ANNOT_HIGHLIGHT,
    raw.FPDF_ANNOT_UNDERLINE,
    raw.FPDF_ANNOT_SQUIGGLY,
    raw.FPDF_ANNOT_STRIKEOUT,
)
_DRAWN = (
    *_MARKUPS,
    raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_LINE,
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_CIRCLE,
    raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_POLYLINE,
    raw.FPDF_ANNOT_STAMP,
    raw.FPDF_ANNOT_CARET,
)
_WRITTEN = (*_DRAWN, raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_FILEATTACHMENT)
_NAMES = {
    raw.FPDF_ANNOT_FREETEXT: "Text added",
    raw.FPDF_ANNOT_CARET: "Insertion",
    raw.FPDF_ANNOT_STAMP: "Stamp",
}


class Annotations:
    """Reads page after page and counts what there is and what has no words."""

    def __init__(self, document: Any) -> None:
        self.fields = Fields(document.formenv)
        self.notes = 0
        self.wordless = 0  # highlights and drawings
        self.hidden = 0  # characters on the page read last that nobody sees

    def read(self, page: Any) -> list[str]:
        """Returns the paragraphs of a page, in the order in which the file has them."""
        self.hidden = 0
        count = min(raw.FPDFPage_GetAnnotCount(page), _MAX_ON_A_PAGE)
        found = []
        for index in range(count):
            with _opened(page, index) as annotation:
                if annotation and (text := self._read(page, annotation)):
                    found.append(text)
        return found

    def _read(self, page: Any, annotation: Any) -> str:
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        is_unseen = bool(raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN)
        if kind == raw.FPDF_ANNOT_WIDGET:
            return self._field(annotation, is_unseen=is_unseen)
        if kind not in _WRITTEN:
            return ""
        words = clean_lines(_string(annotation, b"Contents"))
        if is_unseen:
            self.hidden += len("".join(words.split()))
            return ""
        return self._note(page, annotation, kind, words)

    def _field(self, annotation: Any, *, is_unseen: bool) -> str:
        filled, empty = self.fields.filled, self.fields.empty
        text = self.fields.read(annotation)
        if is_unseen:
            self.fields.filled, self.fields.empty = filled, empty
            self.hidden += len("".join(text.split()))
            return ""
        return text

    def _note(self, page: Any, annotation: Any, kind: int, words: str) -> str:
        author = clean_line(_string(annotation, b"T"))
        by = f" by {author}" if author else ""
        marked = _marked_words(page, annotation) if kind in _MARKUPS else ""
        if kind == raw.FPDF_ANNOT_STRIKEOUT and marked:
            self.notes += 1
            return f"Struck out{by}: “{marked}”" + (f": {words}" if words else "")
        if not words:
            self.wordless += kind in _DRAWN
            return ""
        self.notes += 1
        if marked and marked != clean_line(words):
            return f"Note{by} on “{marked}”: {words}"
        return f"{_NAMES.get(kind, 'Note')}{by}: {words}"


@contextlib.contextmanager
def _opened(page: Any, index: int) -> Iterator[Any]:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: bytes) -> str:
    return wide_text(
        lambda buffer, size: raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    )


def _marked_words(page: Any, annotation: Any) -> str:
    """Returns the page's words under a highlight or a line."""
    count = min(raw.FPDFAnnot_CountAttachmentPoints(annotation), _MAX_QUADS)
    if not count:
        return ""
    textpage = page.get_textpage()
    try:
        pieces = [
            textpage.get_text_bounded(*box, errors="replace")
            for index in range(count)
            if (box := _quad(annotation, index))
        ]
    finally:
        textpage.close()
    return clean_line(" ".join(pieces))


def _quad(annotation: Any, index: int) -> tuple[float, float, float, float] | None:
    points = raw.FS_QUADPOINTSF()
    if not raw.FPDFAnnot_GetAttachmentPoints(annotation, index, ctypes.byref(points)):
        return None
    across = (points.x1, points.x2, points.x3, points.x4)
    up = (points.y1, points.y2, points.y3, points.y4)
    return min(across), min(up), max(across), max(up)


def attached_files(document: Any) -> list[str]:
    """Returns the names of the files that are embedded in a document."""
    count = min(raw.FPDFDoc_GetAttachmentCount(document), _MAX_ON_A_PAGE)
    names = []
    for index in range(count):
        attachment = raw.FPDFDoc_GetAttachment(document, index)
        if attachment:
            names.append(wide_text(partial(raw.FPDFAttachment_GetName, attachment)))
    return names
