"""An export as a Word document: real footnotes, headings and lists, the data in a custom part.

Written with the standard library; the same summary gives the same bytes. `docx_frame.py` has the
parts that are the same in every export.
"""

from __future__ import annotations

import io
import itertools
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from desktop_slm.assistants.exports import docx_frame
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.parts import Part, PartKind
from desktop_slm.assistants.exports.sheet import Kind, Line, lines
from desktop_slm.assistants.exports.written import Written

DOCUMENT, FOOTNOTES, DATA_PART = "word/document.xml", "word/footnotes.xml", "customXml/item1.xml"
DATA_START, DATA_END = '<export xmlns="urn:desktop-slm:export:1">', "</export>"
_STYLES = {
    Kind.TITLE: "Title",
    Kind.NOTICE: "Notice",
    Kind.FACT: "Facts",
    Kind.HEADING: "Heading1",
    Kind.ITEM: "ListBullet",
    Kind.HINT: "Facts",
}
_AROUND: dict[Kind, Callable[[str], str]] = {
    Kind.SENTENCE: lambda runs: docx_frame.paragraph("BodyText", runs),
    Kind.ROW: docx_frame.table,
}
_MOMENT = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no earlier one


class Paragraph(NamedTuple):
    """One paragraph or sentence: its words as one reads them (a mark as "[7]"), and its XML."""

    part: Part
    text: str
    xml: str


def content(exported: ExportedSummary, sealed: dict[str, Any]) -> bytes:
    """Returns the file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts(exported, sealed).items():
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode())
    return buffer.getvalue()


def parts(exported: ExportedSummary, sealed: dict[str, Any]) -> dict[str, str]:
    """Returns the members of the file, the first that a reader looks for first."""
    sheet = list(lines(exported, sealed))
    data = escape(json.dumps(sealed, separators=(",", ":")))
    return {
        **docx_frame.parts(title=escape(sheet[0].text)),
        DOCUMENT: docx_frame.document(_body(sheet)),
        FOOTNOTES: docx_frame.footnotes("".join(note.xml for note in _notes(sheet))),
        DATA_PART: f"{docx_frame.HEAD}{DATA_START}{data}{DATA_END}",
    }


def written(exported: ExportedSummary, sealed: dict[str, Any]) -> list[Written]:
    """Returns the words of the file as `docx_text.paragraphs` finds them again."""
    sheet = list(lines(exported, sealed))
    found = [*_paragraphs(sheet), *_notes(sheet)]
    return [Written(paragraph.part, paragraph.text) for paragraph in found]


def _body(sheet: list[Line]) -> str:
    pairs = zip(_shown(sheet), _paragraphs(sheet), strict=True)
    made: list[str] = []
    for kind, group in itertools.groupby(pairs, key=lambda pair: pair[0].kind):
        xml = "".join(paragraph.xml for _line, paragraph in group)
        made.append(_AROUND.get(kind, str)(xml))
    return "".join(made)


def _shown(sheet: list[Line]) -> list[Line]:
    """Returns the lines of the main text: footnotes stand at the foot, not under a heading."""
    is_source = {Kind.FOOTNOTE}
    shown = [line for line in sheet if line.kind not in is_source]
    return [
        line
        for line, after in zip(shown, [*shown[1:], shown[-1]], strict=True)
        if not (line.kind is Kind.HEADING and after.kind is Kind.HINT)
    ]


def _paragraphs(sheet: list[Line]) -> Iterator[Paragraph]:
    for line in _shown(sheet):
        match line.kind:
            case Kind.ITEM | Kind.SENTENCE:
                yield _sentence(line)
            case Kind.ROW:
                cells = docx_frame.row(_run(line.label), _run(line.text))
                yield Paragraph(line.part, f"{line.label}\n{line.text}", cells)
            case _:
                xml = docx_frame.paragraph(_STYLES[line.kind], _run(line.text))
                yield Paragraph(line.part, line.text, xml)


def _sentence(line: Line) -> Paragraph:
    label = f"{line.label}: " if line.label else ""
    remark = f" ({line.remark})" if line.remark else ""
    runs = _run(label, "Strong") if label else ""
    runs += _run(line.text)
    runs += docx_frame.references(line.notes)
    runs += _run(remark, "Remark") if remark else ""
    marks = ",".join(f"[{number}]" for number in line.notes)
    text = f"{label}{line.text}{marks}{remark}"
    if line.kind is Kind.ITEM:
        return Paragraph(line.part, text, docx_frame.paragraph("ListBullet", runs))
    # Running text is one paragraph; a bookmark says where each sentence begins.
    return Paragraph(line.part, f"{text} ", docx_frame.bookmark(line.number) + runs + _run(" "))


def _notes(sheet: list[Line]) -> Iterator[Paragraph]:
    for line in sheet:
        if line.part.kind is PartKind.FOOTNOTE:
            words = f" {line.label}: {line.text}"
            xml = docx_frame.footnote(line.number, _run(words))
            yield Paragraph(line.part, f"[{line.number}]{words}", xml)


def _run(text: str, style: str = "") -> str:
    return docx_frame.run(escape(text), style)
