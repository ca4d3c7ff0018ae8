"""The text of a Word document: a machine that the XML parser drives element by element.

Which side of a tracked change stays in the text is the matter of `Revisions`. Hidden text goes.
Both are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.clean import clean_lines
from desktop_slm.documents.readers.docx_numbering import Numbering
from desktop_slm.documents.readers.docx_styles import Styles, is_on, to_int
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import list_item
from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.revisions import Change, Revisions, Who
from desktop_slm.documents.readers.tables import OpenTables
from desktop_slm.documents.readers.xml import Attributes, value

# Elements that are left out with all that is in them.
_LEFT_OUT = frozenset(
    {"w:instrText", "w:delInstrText", "mc:Fallback", "w:rt"}
    | {"w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:tcPrChange"}
    | {"w:trPrChange", "w:tblGridChange"}
)
_CHANGES = {  # and whether each counts: a move is one change with two ends
    "w:ins": (Change.INSERTED, 1),
    "w:del": (Change.DELETED, 1),
    "w:moveTo": (Change.MOVED_HERE, 1),
    "w:moveFrom": (Change.MOVED_AWAY, 0),
}
_SIGNS = {  # of Symbol and Wingdings, by their codes
    "F0FE": "☒", "F0A8": "☐", "F0FC": "✓", "F052": "☑", "F0E0": "→", "F0B7": "•", "F0A7": "•"
}  # fmt: skip
_WHITE = "FFFFFF"

Add = Callable[[Element], None]


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    is_shaded: bool = False
    is_joined: bool = False  # its end is not read: the next paragraph goes on in it


class Body:
    """Makes elements of a part's XML; each finished one goes to `add`."""

    def __init__(
        self, add: Add, styles: Styles, numbering: Numbering, revisions: Revisions
    ) -> None:
        self.hidden = 0
        self.pictures = 0
        self.objects = 0
        self.note_ids: list[str] = []
        self._add = add
        self._styles = styles
        self._numbering = numbering
        self._revisions = revisions
        self._skipped = 0  # depth inside something left out
        self._properties = 0  # depth inside a paragraph's properties
        self._row_properties = 0
        self._run_properties = 0
        self._fields: list[bool] = []  # for each open field: whether it is still in its code
        self._paragraphs: list[_Paragraph] = []
        self._tables = OpenTables()
        self._is_hidden = False
        self._is_white = False
        self._in_text = False
        self._carried: list[str] = []

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes the start of an element."""
        name = NAMES[element]
        handler = _STARTS.get(name)
        if self._skipped or name in _LEFT_OUT:
            self._skipped += 1
        elif name in _CHANGES:
            self._start_change(name, attributes)
        elif handler is not None:
            handler(self, attributes)

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        if self._skipped:
            self._skipped -= 1
            return
        name = NAMES[element]
        handler = _ENDS.get(name)
        if name in _CHANGES:
            self._end_change()
        elif handler is not None:
            handler(self)

    def text(self, data: str) -> None:
        """Takes text; outside of `w:t` it is the layout of the XML."""
        if self._in_text and not self._skipped:
            self._write(data)

    # Changes

    def _start_change(self, name: str, attributes: Attributes) -> None:
        change, count = _CHANGES[name]
        is_read = self._revisions.reads(change)
        if self._in_properties():
            is_mark = bool(self._properties and self._run_properties)
            if is_mark and self._paragraphs and not is_read:
                self._paragraphs[-1].is_joined = True
            if self._row_properties and not is_read:
                self._tables.leave_out_row()
            return
        self._revisions.changes += count
        if is_read:
            who = Who(value(attributes, "author"), value(attributes, "date"))
            self._say(self._revisions.opening(change, who))
        else:
            self._skipped += 1

    def _end_change(self) -> None:
        if not self._in_properties():
            self._say(self._revisions.closing)

    def _in_properties(self) -> bool:
        return bool(self._properties or self._row_properties or self._run_properties)

    def _comment(self, attributes: Attributes) -> None:
        self._say(self._revisions.comment(value(attributes, "id")))

    def _say(self, words: str) -> None:
        """Writes words that are not the document's, whatever the run looks like."""
        if self._paragraphs and not any(self._fields):
            self._paragraphs[-1].pieces.append(words)

    def _picture(self, _: Attributes) -> None:
        self.pictures += 1

    def _object(self, _: Attributes) -> None:
        self.objects += 1

    def _write(self, data: str) -> None:
        if not self._paragraphs or any(self._fields):
            return
        if self._is_hidden or (self._is_white and not self._is_on_colour()):
            self.hidden += len(data.strip())
        else:
            self._paragraphs[-1].pieces.append(data)

    def _is_on_colour(self) -> bool:
        # In a table the colour may come from the table's style, which is not read.
        return bool(self._tables) or self._paragraphs[-1].is_shaded

    # Paragraphs

    def _start_paragraph(self, _: Attributes) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        if paragraph.is_joined:
            self._carried += paragraph.pieces
            return
        text = clean_lines("".join([*self._carried, *paragraph.pieces]))
        self._carried.clear()
        if text:
            self._emit(self._element(paragraph, text))

    def _element(self, paragraph: _Paragraph, text: str) -> Element:
        kind, level = self._styles.kind(paragraph.style)
        if paragraph.outline is not None:
            is_heading = paragraph.outline < 9
            kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
            level = paragraph.outline + 1 if is_heading else 0
        label, place = self._label(paragraph)
        if kind is BlockKind.HEADING:
            return Element(kind, " ".join(f"{label} {text}".split()), level)
        if label and kind is BlockKind.PARAGRAPH:
            return Element(BlockKind.LIST_ITEM, list_item(text, place + 1, label), place + 1)
        return Element(kind, text)

    def _label(self, paragraph: _Paragraph) -> tuple[str, int]:
        number, place = paragraph.number, paragraph.level
        if number is None:
            number, inherited = self._styles.numbering(paragraph.style)
            if place is None:
                place = inherited
        if number in ("", "0"):
            return "", 0
        if place is None:
            place = self._numbering.level_of(number, paragraph.style)
        return self._numbering.label(number, place), place

    def _emit(self, element: Element) -> None:
        if not self._tables.take(element):
            self._add(element)

    def _start_properties(self, _: Attributes) -> None:
        self._properties += 1

    def _end_properties(self) -> None:
        self._properties -= 1

    def _style(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = value(attributes, "val")

    def _outline(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].outline = to_int(value(attributes, "val"))

    def _number(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].number = value(attributes, "val")

    def _level(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].level = to_int(value(attributes, "val"))

    def _shading(self, attributes: Attributes) -> None:
        fill = value(attributes, "fill").upper()
        if self._paragraphs and fill not in ("", "AUTO", _WHITE):
            self._paragraphs[-1].is_shaded = True

    # Runs

    def _start_run(self, _: Attributes) -> None:
        self._is_hidden = self._is_white = False

    def _start_run_properties(self, _: Attributes) -> None:
        self._run_properties += 1

    def _end_run_properties(self) -> None:
        self._run_properties -= 1

    def _vanish(self, attributes: Attributes) -> None:
        if not self._properties:
            self._is_hidden = is_on(attributes)

    def _run_style(self, attributes: Attributes) -> None:
        if not self._properties and self._styles.is_hidden(value(attributes, "val")):
            self._is_hidden = True

    def _colour(self, attributes: Attributes) -> None:
        if not self._properties:
            self._is_white = value(attributes, "val").upper() == _WHITE

    def _start_text(self, _: Attributes) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _tab(self, _: Attributes) -> None:
        if not self._properties:
            self._write("\t")

    def _break(self, attributes: Attributes) -> None:
        self._write("\n" if value(attributes, "type") in ("", "textWrapping") else " ")

    def _hyphen(self, _: Attributes) -> None:
        self._write("-")

    def _sign(self, attributes: Attributes) -> None:
        code = value(attributes, "char").upper()
        self._write(_SIGNS.get(code, ""))

    def _field(self, attributes: Attributes) -> None:
        kind = value(attributes, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _note(self, attributes: Attributes, kind: str) -> None:
        self.note_ids.append(f"{kind}{value(attributes, 'id')}")
        self._write(f"[{len(self.note_ids)}]")

    # Tables

    def _start_row_properties(self, _: Attributes) -> None:
        self._row_properties += 1

    def _end_row_properties(self) -> None:
        self._row_properties -= 1

    def _end_table(self) -> None:
        for element in self._tables.close():
            self._emit(element)


_STARTS: Mapping[str, Callable[[Body, Attributes], None]] = {
    "w:p": Body._start_paragraph,
    "w:pPr": Body._start_properties,
    "w:pStyle": Body._style,
    "w:outlineLvl": Body._outline,
    "w:numId": Body._number,
    "w:ilvl": Body._level,
    "w:shd": Body._shading,
    "w:r": Body._start_run,
    "w:rPr": Body._start_run_properties,
    "w:vanish": Body._vanish,
    "w:rStyle": Body._run_style,
    "w:color": Body._colour,
    "w:t": Body._start_text,
    "w:delText": Body._start_text,
    "m:t": Body._start_text,
    "w:tab": Body._tab,
    "w:br": Body._break,
    "w:cr": Body._break,
    "w:noBreakHyphen": Body._hyphen,
    "w:sym": Body._sign,
    "w:fldChar": Body._field,
    "w:footnoteReference": lambda body, attributes: body._note(attributes, "footnotes"),
    "w:endnoteReference": lambda body, attributes: body._note(attributes, "endnotes"),
    "w:commentReference": Body._comment,
    "w:drawing": Body._picture,
    "w:pict": Body._picture,
    "w:object": Body._object,
    "w:trPr": Body._start_row_properties,
    "w:tbl": lambda body, _: body._tables.open(),
    "w:tr": lambda body, _: body._tables.open_row(),
    "w:tc": lambda body, _: body._tables.open_cell(),
}
_ENDS: Mapping[str, Callable[[Body], None]] = {
    "w:p": Body._end_paragraph,
    "w:pPr": Body._end_properties,
    "w:rPr": Body._end_run_properties,
    "w:trPr": Body._end_row_properties,
    "w:tr": lambda body: body._tables.close_row(),
    "w:t": Body._end_text,
    "w:delText": Body._end_text,
    "m:t": Body._end_text,
    "w:tbl": Body._end_table,
}
