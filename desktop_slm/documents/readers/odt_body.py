"""The text of an OpenDocument file: a machine that the XML parser drives element by element.

Which side of a tracked change stays in the text is the matter of `Revisions`. Hidden text goes.
Both are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.clean import clean_line, clean_lines
from desktop_slm.documents.readers.docx_styles import to_int
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import list_item
from desktop_slm.documents.readers.odt_changes import Region, TrackedChanges
from desktop_slm.documents.readers.odt_lists import ListStyle
from desktop_slm.documents.readers.odt_names import NAMES
from desktop_slm.documents.readers.odt_styles import Styles
from desktop_slm.documents.readers.revisions import Change, Comment, Revisions, Who
from desktop_slm.documents.readers.tables import OpenTables
from desktop_slm.documents.readers.xml import Attributes, value

# Elements that are left out with all that is in them, and no loss: they repeat, rule or describe.
_LEFT_OUT = frozenset(
    {"svg:title", "svg:desc", "text:note-citation", "text:ruby-text", "office:forms"}
    | {"office:automatic-styles", "office:font-face-decls", "office:scripts", "meta:date-string"}
)
_HIDING = {"text:hidden-text": "is-hidden", "text:hidden-paragraph": "is-hidden"}
_INDEXES = frozenset(("text:table-of-content", "text:illustration-index", "text:table-index"))
_INDEXES |= {"text:alphabetical-index", "text:object-index", "text:user-index"}
_MAX_SPACES = 100
_MAX_LEVEL = 9


@dataclass(slots=True)
class _Paragraph:
    style: str = ""
    heading: int = 0
    is_unnumbered: bool = False
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    style: ListStyle
    label: str | None = None  # of an item whose first paragraph is still to come


@dataclass(slots=True)
class _Aside:
    """Something in the midst of the text whose paragraphs go elsewhere: a note, a comment."""

    take: Callable[[Sequence[str]], None]
    lists: list[_List]
    tables: OpenTables
    texts: list[str] = field(default_factory=list)
    creator: list[str] = field(default_factory=list)
    date: list[str] = field(default_factory=list)


class Body:
    """Makes elements of the text's XML; each finished one goes to `add`."""

    def __init__(
        self, add: Callable[[Element], None], styles: Styles, revisions: Revisions
    ) -> None:
        self.hidden = 0
        self.pictures = 0
        self.objects = 0
        self._add = add
        self._styles = styles
        self._revisions = revisions
        self._changes = TrackedChanges(revisions)
        self._region: Region | None = None
        self._skipped = 0  # depth inside something left out
        self._is_hiding = False  # whether that is because nobody sees it
        self._indexes = 0
        self._paragraphs: list[_Paragraph] = []
        self._spans: list[str] = []
        self._lists: list[_List] = []
        self._tables = OpenTables()
        self._asides: list[_Aside] = []
        self._carried: list[str] = []
        self._notes: list[str] = []
        self._note_count = 0
        self._said: list[str] | None = None  # where the text of a creator or a date goes
        self._in_frame_object = False

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes the start of an element."""
        name = NAMES[element]
        if self._skipped:
            self._skipped += 1
        elif name in _LEFT_OUT:
            self._skipped, self._is_hiding = 1, False
        elif self._is_unseen(name, attributes):
            self._skipped, self._is_hiding = 1, True
        elif handler := _STARTS.get(name):
            handler(self, attributes)

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif handler := _ENDS.get(NAMES[element]):
            handler(self)

    def text(self, data: str) -> None:
        """Takes text; outside of paragraphs it is the layout of the XML."""
        if self._skipped:
            self.hidden += len(data.strip()) if self._is_hiding else 0
        elif self._said is not None:
            self._said.append(data)
        else:
            self._write(data)

    def take_notes(self) -> Sequence[str]:
        """Returns the notes that came since the last time."""
        notes, self._notes = self._notes, []
        return notes

    def _is_unseen(self, name: str, attributes: Attributes) -> bool:
        if name in _HIDING:
            return value(attributes, _HIDING[name]) != "false"
        return name.startswith("text:") and value(attributes, "display") == "none"

    def _write(self, data: str) -> None:
        if not self._paragraphs or self._changes.is_left_out:
            return
        if self._is_hidden():
            self.hidden += len(data.strip())
        else:
            self._paragraphs[-1].pieces.append(data)

    def _say(self, words: str) -> None:
        """Writes words that are not the document's, whatever the text around looks like."""
        if self._paragraphs:
            self._paragraphs[-1].pieces.append(words)

    def _is_hidden(self) -> bool:
        styles, style = self._styles, self._paragraphs[-1].style
        looks = [("paragraph", style), *(("text", span) for span in self._spans)]
        if any(styles.is_hidden(*look) for look in looks):
            return True
        white = [found for look in looks if (found := styles.is_white(*look)) is not None]
        # In a table the colour may come from a cell, whose style is not read.
        is_seen = bool(self._tables) or any(styles.has_ground(*look) for look in looks)
        return bool(white) and white[-1] and not is_seen

    # Paragraphs

    def _start_paragraph(self, attributes: Attributes) -> None:
        self._paragraphs.append(_Paragraph(value(attributes, "style-name")))

    def _start_heading(self, attributes: Attributes) -> None:
        level = min(max(to_int(value(attributes, "outline-level")), 1), _MAX_LEVEL)
        is_unnumbered = value(attributes, "is-list-header") == "true"
        self._paragraphs.append(_Paragraph(value(attributes, "style-name"), level, is_unnumbered))

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        if self._changes.is_left_out:  # its end was inserted: the next one goes on in it
            self._carried += paragraph.pieces
            return
        text = clean_lines("".join([*self._carried, *paragraph.pieces]))
        self._carried.clear()
        if self._region is not None:
            self._region.words.append(text)
        elif text:
            self._emit(self._element(paragraph, text))

    def _element(self, paragraph: _Paragraph, text: str) -> Element:
        kind, level = self._styles.kind(paragraph.style)
        label = self._label()
        if paragraph.heading:
            if label is None and not paragraph.is_unnumbered:
                label = self._styles.outline.label(paragraph.heading)
            line = clean_line(f"{label or ''} {text}")
            return Element(BlockKind.HEADING, line, paragraph.heading)
        if kind is BlockKind.HEADING:
            return Element(kind, clean_line(text), level)
        if label and kind is BlockKind.PARAGRAPH:
            depth = len(self._lists)
            return Element(BlockKind.LIST_ITEM, list_item(text, depth, label), depth)
        return Element(kind, text)

    def _label(self) -> str | None:
        """Returns the label of the item that begins here, once."""
        if not self._lists:
            return None
        label, self._lists[-1].label = self._lists[-1].label, None
        return label

    def _emit(self, element: Element) -> None:
        if self._tables.take(element):
            return
        if self._asides:
            self._asides[-1].texts.append(element.text)
            return
        if self._indexes:
            element.kind, element.level = BlockKind.REPEATED, 0
        self._add(element)

    # In a paragraph

    def _start_span(self, attributes: Attributes) -> None:
        self._spans.append(value(attributes, "style-name"))

    def _end_span(self) -> None:
        if self._spans:
            self._spans.pop()

    def _spaces(self, attributes: Attributes) -> None:
        self._write(" " * min(max(to_int(value(attributes, "c")), 1), _MAX_SPACES))

    # Lists

    def _start_list(self, attributes: Attributes) -> None:
        name = value(attributes, "style-name")
        parent = self._lists[-1].style if self._lists else None
        style = self._styles.lists.get(name) or parent or ListStyle()
        goes_on = value(attributes, "continue-numbering") == "true"
        if not self._lists and not goes_on and not value(attributes, "continue-list"):
            style.restart()
        self._lists.append(_List(style))

    def _start_item(self, attributes: Attributes) -> None:
        if self._lists:
            start = value(attributes, "start-value")
            number = to_int(start) if start else None
            found = self._lists[-1]
            found.label = found.style.label(len(self._lists), number) or None

    def _end_list(self) -> None:
        if self._lists:
            self._lists.pop()

    # Tables

    def _end_table(self) -> None:
        for element in self._tables.close():
            self._emit(element)

    # Notes and comments

    def _start_note(self, _: Attributes) -> None:
        self._note_count += 1
        number = self._note_count
        self._write(f"[{number}]")
        self._start_aside(lambda texts: self._notes.append(f"[{number}] {' '.join(texts)}"))

    def _start_annotation(self, _: Attributes) -> None:
        def take(texts: Sequence[str]) -> None:
            who = Who("".join(aside.creator), "".join(aside.date))
            id = str(len(self._revisions.comments))
            self._revisions.comments[id] = Comment(who, clean_line(" ".join(texts)))
            self._say(self._revisions.comment(id))

        aside = self._start_aside(take)

    def _start_aside(self, take: Callable[[Sequence[str]], None]) -> _Aside:
        aside = _Aside(take, self._lists, self._tables)
        self._asides.append(aside)
        self._lists, self._tables = [], OpenTables()
        return aside

    def _end_aside(self) -> None:
        if self._asides:
            aside = self._asides.pop()
            self._lists, self._tables = aside.lists, aside.tables
            aside.take([" ".join(text.split()) for text in aside.texts])

    def _start_said(self, part: str) -> None:
        target = self._region if self._region is not None else None
        if self._asides:
            aside = self._asides[-1]
            self._said = aside.creator if part == "creator" else aside.date
        elif target is not None:
            self._said = target.author if part == "creator" else target.date

    def _end_said(self) -> None:
        self._said = None

    # Changes

    def _start_region(self, attributes: Attributes) -> None:
        self._region = self._changes.add(value(attributes, "id"))

    def _end_region(self) -> None:
        self._region = None

    def _start_kind(self, change: Change) -> None:
        if self._region is not None:
            self._changes.say_what(self._region, change)

    # Pictures

    def _picture(self, _: Attributes) -> None:
        self.pictures += not self._in_frame_object

    def _object(self, _: Attributes) -> None:
        self.objects += 1
        self._in_frame_object = True  # the picture beside it is of the same thing

    def _end_frame(self) -> None:
        self._in_frame_object = False

    def _change_indexes(self, by: int) -> None:
        self._indexes += by


_STARTS: Mapping[str, Callable[[Body, Attributes], None]] = {
    "text:p": Body._start_paragraph,
    "text:h": Body._start_heading,
    "text:span": Body._start_span,
    "text:s": Body._spaces,
    "text:tab": lambda body, _: body._write("\t"),
    "text:line-break": lambda body, _: body._write("\n"),
    "text:list": Body._start_list,
    "text:list-item": Body._start_item,
    "text:note": Body._start_note,
    "office:annotation": Body._start_annotation,
    "dc:creator": lambda body, _: body._start_said("creator"),
    "dc:date": lambda body, _: body._start_said("date"),
    "text:changed-region": Body._start_region,
    "text:insertion": lambda body, _: body._start_kind(Change.INSERTED),
    "text:deletion": lambda body, _: body._start_kind(Change.DELETED),
    "text:change-start": lambda body, attributes: body._say(
        body._changes.begin(value(attributes, "change-id"))
    ),
    "text:change-end": lambda body, attributes: body._say(
        body._changes.end(value(attributes, "change-id"))
    ),
    "text:change": lambda body, attributes: body._write(
        body._changes.deleted(value(attributes, "change-id"))
    ),
    "table:table": lambda body, _: body._tables.open(),
    "table:table-row": lambda body, _: body._tables.open_row(),
    "table:table-cell": lambda body, _: body._tables.open_cell(),
    "table:covered-table-cell": lambda body, _: body._tables.open_cell(),
    "draw:image": Body._picture,
    "draw:object": Body._object,
    "draw:object-ole": Body._object,
    **dict.fromkeys(_INDEXES, lambda body, _: body._change_indexes(1)),
}
_ENDS: Mapping[str, Callable[[Body], None]] = {
    "text:p": Body._end_paragraph,
    "text:h": Body._end_paragraph,
    "text:span": Body._end_span,
    "text:list": Body._end_list,
    "text:note": Body._end_aside,
    "office:annotation": Body._end_aside,
    "dc:creator": Body._end_said,
    "dc:date": Body._end_said,
    "text:changed-region": Body._end_region,
    "table:table": Body._end_table,
    "draw:frame": Body._end_frame,
    **dict.fromkeys(_INDEXES, lambda body: body._change_indexes(-1)),
}
