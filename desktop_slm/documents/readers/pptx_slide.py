"""The shapes of a slide, and of what else draws with the same elements: notes, diagrams."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.clean import clean_line, clean_lines
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import list_item
from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.tables import OpenTables
from desktop_slm.documents.readers.xml import Attributes, value

TITLES = ("title", "ctrTitle")
FOOTERS = ("dt", "ftr", "sldNum", "hdr")
_CONTENT = "obj"  # what a placeholder is that does not say it: it has bullets unless told otherwise
_ON = ("1", "true")
_MAX_LEVEL = 9


@dataclass(slots=True)
class Shape:
    """A shape's text; `placeholder` says what part it plays, "" where none."""

    placeholder: str = ""
    is_hidden: bool = False
    elements: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    level: int = 0
    bullet: str = ""  # "none", "sign" or "number", where the paragraph says it
    first: int = 1


class Slide:
    """A machine that the XML parser drives; `shapes` is what comes of it."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.is_hidden = False
        self.pictures = 0
        self.objects = 0
        self.hidden = 0
        self._shape = Shape()
        self._paragraph: _Paragraph | None = None
        self._tables = OpenTables()
        self._numbers: dict[int, int] = {}
        self._in_text = False
        self._skipped = 0

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes the start of an element."""
        name = NAMES[element]
        if self._skipped or name == "mc:Fallback":
            self._skipped += 1
        elif handler := _STARTS.get(name):
            handler(self, attributes)

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif handler := _ENDS.get(NAMES[element]):
            handler(self)

    def text(self, data: str) -> None:
        """Takes text; outside of `a:t` it is the layout of the XML."""
        if self._in_text and not self._skipped and self._paragraph is not None:
            self._paragraph.pieces.append(data)

    def finish(self) -> None:
        """Keeps what came before damage."""
        self._end_paragraph()
        while self._tables:
            self._end_table()
        self._end_shape()

    def add(self, other: Slide | None) -> None:
        """Takes the shapes of a diagram that stands on the slide."""
        if other is not None:
            self.shapes += other.shapes

    # Shapes

    def _start_slide(self, attributes: Attributes) -> None:
        self.is_hidden = attributes.get("show", "1") not in _ON

    def _start_shape(self, _: Attributes) -> None:
        self._end_shape()
        self._numbers.clear()

    def _end_shape(self) -> None:
        if self._shape.is_hidden:
            self.hidden += sum(len(element.text) for element in self._shape.elements)
        elif self._shape.elements:
            self.shapes.append(self._shape)
        self._shape = Shape()

    def _properties(self, attributes: Attributes) -> None:
        self._shape.is_hidden = attributes.get("hidden", "0") in _ON

    def _placeholder(self, attributes: Attributes) -> None:
        self._shape.placeholder = attributes.get("type", _CONTENT)

    def _picture(self, _: Attributes) -> None:
        self.pictures += 1

    def _graphic(self, attributes: Attributes) -> None:
        kind = attributes.get("uri", "").rpartition("/")[2]
        self.objects += kind in ("chart", "ole", "chartex")

    # Paragraphs

    def _start_paragraph(self, _: Attributes) -> None:
        self._paragraph = _Paragraph()

    def _level(self, attributes: Attributes) -> None:
        level = value(attributes, "lvl")
        if self._paragraph and level.isdecimal():
            self._paragraph.level = min(int(level[:3]), _MAX_LEVEL)

    def _bullet(self, kind: str, attributes: Attributes) -> None:
        if self._paragraph:
            self._paragraph.bullet = kind
            first = attributes.get("startAt", "")
            self._paragraph.first = int(first[:5]) if first.isdecimal() else 1

    def _break(self, _: Attributes) -> None:
        if self._paragraph:
            self._paragraph.pieces.append("\n")

    def _start_text(self, _: Attributes) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _end_paragraph(self) -> None:
        paragraph, self._paragraph = self._paragraph, None
        if paragraph and (text := clean_lines("".join(paragraph.pieces))):
            element = self._element(paragraph, text)
            if not self._tables.take(element):
                self._shape.elements.append(element)

    def _element(self, paragraph: _Paragraph, text: str) -> Element:
        placeholder = self._shape.placeholder
        if self._tables:
            return Element(BlockKind.PARAGRAPH, text)
        if placeholder in TITLES:
            return Element(BlockKind.HEADING, clean_line(text), 1)
        if placeholder in FOOTERS:
            return Element(BlockKind.REPEATED, text)
        if label := self._label(paragraph):
            level = paragraph.level + 1
            return Element(BlockKind.LIST_ITEM, list_item(text, level, label), level)
        return Element(BlockKind.PARAGRAPH, text)

    def _label(self, paragraph: _Paragraph) -> str:
        """Returns what stands before a paragraph: "-", "2." or nothing."""
        level = paragraph.level
        for deeper in [at for at in self._numbers if at > level]:
            del self._numbers[deeper]
        if paragraph.bullet == "number":
            self._numbers[level] = self._numbers.get(level, paragraph.first - 1) + 1
            return f"{self._numbers[level]}."
        self._numbers.pop(level, None)
        if paragraph.bullet == "sign":
            return "-"
        is_listed = self._shape.placeholder == _CONTENT or level > 0
        return "-" if is_listed and not paragraph.bullet else ""

    def _end_table(self) -> None:
        for element in self._tables.close():
            if not self._tables.take(element):
                self._shape.elements.append(element)


_STARTS: Mapping[str, Callable[[Slide, Attributes], None]] = {
    "p:sld": Slide._start_slide,
    "p:sp": Slide._start_shape,
    "p:graphicFrame": Slide._start_shape,
    "p:pic": Slide._picture,
    "p:cNvPr": Slide._properties,
    "p:ph": Slide._placeholder,
    "a:graphicData": Slide._graphic,
    "a:p": Slide._start_paragraph,
    "a:pPr": Slide._level,
    "a:buNone": lambda slide, attributes: slide._bullet("none", attributes),
    "a:buChar": lambda slide, attributes: slide._bullet("sign", attributes),
    "a:buBlip": lambda slide, attributes: slide._bullet("sign", attributes),
    "a:buAutoNum": lambda slide, attributes: slide._bullet("number", attributes),
    "a:br": Slide._break,
    "a:t": Slide._start_text,
    "m:t": Slide._start_text,
    "a:tbl": lambda slide, _: slide._tables.open(),
    "a:tr": lambda slide, _: slide._tables.open_row(),
    "a:tc": lambda slide, _: slide._tables.open_cell(),
}
_ENDS: Mapping[str, Callable[[Slide], None]] = {
    "p:sp": Slide._end_shape,
    "p:graphicFrame": Slide._end_shape,
    "p:spTree": Slide._end_shape,
    "p:sld": Slide._end_shape,
    "a:p": Slide._end_paragraph,
    "a:t": Slide._end_text,
    "m:t": Slide._end_text,
    "a:tbl": Slide._end_table,
}
