"""Form fields and notes for a PDF under construction."""

from __future__ import annotations

from tests.fakes.documents import Pdf, text_string


class Notes:
    """Adds annotations to a page of a PDF; `more` goes into the page, `finish` into the file."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._fields: list[int] = []
        self._all: list[int] = []

    def field(self, name: str, kind: str, entries: str = "") -> Notes:
        """Adds a form field; `kind` is Tx, Btn, Ch or Sig."""
        number = self._add(f"/Subtype /Widget /FT /{kind} /T {text_string(name)} {entries}")
        self._fields.append(number)
        return self

    def box(self, name: str, state: str, on: str = "Yes", flags: int = 0) -> Notes:
        """Adds a box to tick, or with flags a button of a group."""
        look = self._pdf.stream(b"")
        entries = f"/Ff {flags} /V /{state} /AS /{state} /AP << /N << /{on} {look} 0 R >> >>"
        return self.field(name, "Btn", entries)

    def note(self, kind: str, words: str = "", author: str = "", entries: str = "") -> Notes:
        """Adds a note, highlight, ..."""
        by = f"/T {text_string(author)}" if author else ""
        said = f"/Contents {text_string(words)}" if words else ""
        self._add(f"/Subtype /{kind} {by} {said} {entries}")
        return self

    def more(self) -> str:
        """Returns what the page's own entries name."""
        return f"/Annots [{_references(self._all)}]"

    def finish(self) -> bytes:
        """Returns the file with its form."""
        if self._fields:
            self._pdf.catalog += f" /AcroForm << /Fields [{_references(self._fields)}] >>"
        return self._pdf.bytes()

    def _add(self, body: str) -> int:
        flags = "" if "/F " in body else "/F 4"
        rect = "" if "/Rect" in body else "/Rect [72 100 172 112]"
        number = self._pdf.add(f"<< /Type /Annot {body} {rect} {flags} >>".encode())
        self._all.append(number)
        return number


def _references(numbers: list[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def over(x0: float, y0: float, x1: float, y1: float) -> str:
    """Returns the entries of a mark over a stretch of the page."""
    return f"/QuadPoints [{x0} {y1} {x1} {y1} {x0} {y0} {x1} {y0}] /Rect [{x0} {y0} {x1} {y1}]"
