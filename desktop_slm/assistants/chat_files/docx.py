"""A chat as a Word document, with the standard library; the same chat gives the same bytes."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from desktop_slm.assistants.chat_files import wording
from desktop_slm.assistants.chat_files.blocks import Block, BlockKind, Span, blocks_of, plain_blocks
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.chat_files.citations import Citations, CitedAnswer, citations, marked
from desktop_slm.assistants.exports import docx_frame
from desktop_slm.assistants.exports.inert import inert

_MOMENT = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no earlier one
_STEP_TWIPS = 360  # an inner list or quote begins so much further in
_WIDTH_TWIPS = 9026  # A4 without its margins
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="D9DDE3"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F1F3F5"/>'
_MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
_STYLES = "".join(
    docx_frame.style(*each)
    for each in (
        (
            "paragraph",
            "Heading2",
            "heading 2",
            '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>',
            '<w:b/><w:sz w:val="24"/>',
        ),
        (
            "paragraph",
            "Code",
            "Code",
            f'{_SHADE}<w:spacing w:after="0"/>',
            f'{_MONO}<w:sz w:val="18"/>',
        ),
        ("paragraph", "Quote", "Quote", '<w:ind w:left="400"/>', '<w:i/><w:color w:val="5B6472"/>'),
        ("character", "InlineCode", "Inline Code", "", _MONO),
        ("character", "Emphasis", "Emphasis", "", "<w:i/>"),
    )
)


def content(chat: ChatFile) -> bytes:
    """Returns the file."""
    cited = citations(chat)
    notes = (
        docx_frame.footnote(note.number, _run(f" {note.place}: {note.quote}"))
        for note in cited.notes
    )
    members = {
        **docx_frame.parts(escape(inert(wording.title(chat))), has_data=False, more_styles=_STYLES),
        "word/document.xml": docx_frame.document("".join(_body(chat, cited))),
        "word/footnotes.xml": docx_frame.footnotes("".join(notes)),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode())
    return buffer.getvalue()


def _body(chat: ChatFile, cited: Citations) -> Iterator[str]:
    yield docx_frame.paragraph("Title", _run(wording.title(chat)))
    if wording.is_practice(chat):
        yield docx_frame.paragraph("Notice", _run(wording.PRACTICE))
    for fact in wording.facts(chat):
        yield docx_frame.paragraph("Facts", _run(fact))
    for message in chat.branch:
        yield from _message(message, cited.of(message))


def _message(message: FileMessage, answer: CitedAnswer) -> Iterator[str]:
    yield docx_frame.paragraph("Heading1", _run(wording.speaker(message)))
    for name in wording.attached(message):
        yield docx_frame.paragraph("Facts", _run(f"Attached: {name}"))
    if message.thinking.strip():
        yield docx_frame.paragraph("Facts", _run(wording.THINKING))
        for block in plain_blocks(message.thinking):
            yield docx_frame.paragraph("Quote", _runs(block.spans))
    is_typed = message.role == "user"
    blocks = plain_blocks(message.text) if is_typed else blocks_of(message.text)
    blocks, unplaced = marked(blocks, answer)
    for kind, group in itertools.groupby(blocks, key=lambda block: block.kind):
        if kind is BlockKind.ROW:
            yield _table(list(group))
        else:
            yield from itertools.chain.from_iterable(map(_block, group))
    for sentence in unplaced:
        marks = _marks([note.number for note in sentence.notes], "")
        yield docx_frame.paragraph("Facts", _run(f"“{sentence.text}”") + marks)
    for line in answer.lines:
        yield docx_frame.paragraph("Facts", _run(line))


def _marks(numbers: Iterable[int], remark: str) -> str:
    notes = docx_frame.references(numbers)
    return notes + (_run(f" ({remark})", "Remark") if remark else "")


def _block(block: Block) -> Iterator[str]:
    match block.kind:
        case BlockKind.HEADING:
            yield docx_frame.paragraph("Heading2", _runs(block.spans))
        case BlockKind.CODE:
            for line in block.text.split("\n"):
                yield docx_frame.paragraph("Code", _run(line))
        case BlockKind.RULE:
            yield docx_frame.paragraph("Facts", _run("* * *"))
        case _:
            marker = _run(f"{block.marker}\u2002") if block.marker else ""
            yield _indented(block, marker + _runs(block.spans))


def _indented(block: Block, runs: str) -> str:
    style = "Quote" if block.quotes else "Normal"
    left = _STEP_TWIPS * (block.level + block.quotes)
    indent = f'<w:ind w:left="{left}"/>' if left else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{indent}</w:pPr>{runs}</w:p>'


def _table(rows: list[Block]) -> str:
    columns = max(len(row.cells) for row in rows)
    width = _WIDTH_TWIPS // max(columns, 1)
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    made = ""
    for row in rows:
        cells = [*row.cells, *[()] * (columns - len(row.cells))]
        made += "<w:tr>"
        for cell in cells:
            words = docx_frame.paragraph("Normal", _runs(cell))
            made += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{words}</w:tc>'
        made += "</w:tr>"
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH_TWIPS}" w:type="dxa"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def _runs(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if span.text == "\n":
        return "<w:r><w:br/></w:r>"
    if not span.text:
        return _marks(span.notes, span.remark)
    style = "Strong" if span.is_strong else "Emphasis" if span.is_emphasised else ""
    style = "InlineCode" if span.is_code else style
    lines = [_run(line, style) for line in span.text.split("\n")]
    made = "<w:r><w:br/></w:r>".join(lines)
    # The address stands in the text: a link of a document is followed without being read.
    is_shown = not span.link or span.link.removeprefix("mailto:") == span.text
    return made if is_shown else made + _run(f" ({span.link})")


def _run(text: str, style: str = "") -> str:
    return docx_frame.run(escape(inert(text)), style)
