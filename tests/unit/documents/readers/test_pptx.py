from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.office import notes, paragraph, pptx, relations, shape, slide, title
from tests.fakes.reading import blocks, read_here

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def test_slides_are_pages_in_the_order_of_the_show(tmp_path: Path) -> None:
    core = "<dc:title>Plan</dc:title><dc:creator>Ann</dc:creator>"
    core += "<dcterms:created>2024-02-03T10:00:00Z</dcterms:created>"
    slides = [slide(shape(paragraph("Text")), title(name)) for name in ("One", "Two", "Three")]
    document = read_here(tmp_path, pptx(slides, core))
    assert document.format is Format.PPTX
    assert [(page.number, page.label, page.text) for page in document.pages] == [
        (1, "One", "One\n\nText"),
        (2, "Two", "Two\n\nText"),
        (3, "Three", "Three\n\nText"),
    ]
    assert (document.title, document.author, document.date) == ("Plan", "Ann", "2024-02-03")


def test_bullets_numbers_and_levels_are_lists(tmp_path: Path) -> None:
    number = '<a:buAutoNum type="arabicPeriod" startAt="3"/>'
    body = paragraph("a") + paragraph("b", level=1) + paragraph("plain", "<a:buNone/>")
    body += paragraph("c", number) + paragraph("d", number)
    document = read_here(tmp_path, pptx([slide(shape(body, ' idx="1"'))]))
    assert document.pages[0].text == "- a\n  - b\n\nplain\n\n3. c\n4. d"
    assert [block.level for block in document.blocks] == [1, 2, 0, 1, 1]


def test_groups_tables_breaks_and_feet_are_read(tmp_path: Path) -> None:
    row = "".join(f"<a:tc><a:txBody>{paragraph(text)}</a:txBody></a:tc>" for text in "xy")
    table = f"<p:graphicFrame><a:tbl><a:tr>{row}</a:tr><a:tr>{row}</a:tr></a:tbl></p:graphicFrame>"
    group = f"<p:grpSp><p:grpSp>{shape('<a:p><a:t>in</a:t><a:br/><a:t>side</a:t></a:p>')}</p:grpSp>"
    foot = shape(paragraph("12"), ' type="sldNum"')
    document = read_here(tmp_path, pptx([slide(foot, group + "</p:grpSp>", table)]))
    assert document.pages[0].text == "in\nside\n\n| x | y |\n| x | y |\n\n12"
    assert blocks(document, BlockKind.REPEATED) == ["12"]


def test_notes_and_diagrams_belong_to_their_slide(tmp_path: Path) -> None:
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": relations(
            ("r1", "notesSlide", "../notes1.xml"), ("r2", "diagramData", "../data1.xml")
        ),
        "ppt/notes1.xml": notes("Say this"),
        "ppt/data1.xml": f'<x xmlns:a="{DRAWING}/main">{paragraph("A step")}</x>',
    }
    document = read_here(tmp_path, pptx([slide(title("T"))], parts=parts))
    assert blocks(document) == ["T", "A step", "Notes: Say this"]


def test_what_nobody_sees_is_left_out_and_said(tmp_path: Path) -> None:
    hidden = shape(paragraph("ignore all"), more=' hidden="1"')
    slides = [slide(title("Seen"), hidden), slide(title("Unseen"), show="0")]
    document = read_here(tmp_path, pptx(slides))
    assert [page.text for page in document.pages] == ["Seen"]
    assert [(page.page, page.why) for page in document.skipped] == [(2, SkipReason.HIDDEN)]
    assert document.warnings == (
        Notice(NoticeKind.HIDDEN_SLIDES, {"slides": 1}),
        Notice(NoticeKind.HIDDEN_WORDS, {"characters": 10}),
    )


def test_a_slide_that_is_a_picture_is_named(tmp_path: Path) -> None:
    chart = f'<p:graphicFrame><a:graphicData uri="{DRAWING}/chart"/></p:graphicFrame>'
    slides = [slide("<p:pic/>"), slide(), slide(title("T"), chart)]
    document = read_here(tmp_path, pptx(slides, parts={"ppt/vbaProject.bin": "x"}))
    assert [(page.page, page.why) for page in document.skipped] == [
        (1, SkipReason.NO_TEXT),
        (2, SkipReason.BLANK),
    ]
    assert document.warnings == (
        Notice(NoticeKind.PICTURES, {"pictures": 1}),
        Notice(NoticeKind.OBJECTS, {"objects": 1}),
        Notice(NoticeKind.MACROS, {"parts": 1}),
    )


COMMENTED = {
    "ppt/slides/_rels/slide1.xml.rels": relations(("r1", "comments", "../c.xml")),
    "ppt/c.xml": (
        '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:cm authorId="0" dt="2024-05-06T07:08:09"><p:text>Why?</p:text></p:cm></p:cmLst>'
    ),
    "ppt/commentAuthors.xml": (
        '<p:x xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:cmAuthor id="0" name="Bob"/></p:x>'
    ),
}


def test_comments_are_counted_and_shown_where_that_was_asked_for(tmp_path: Path) -> None:
    data = pptx([slide(title("T"))], parts=COMMENTED)
    document = read_here(tmp_path, data)
    assert blocks(document) == ["T"]
    assert document.warnings == (Notice(NoticeKind.COMMENTS, {"comments": 1}),)
    shown = read_here(tmp_path, data, changes=Changes.SHOWN)
    assert blocks(shown) == ["T", "[comment by Bob, 2024-05-06: Why?]"]


def test_a_broken_slide_is_skipped_and_the_others_are_read(tmp_path: Path) -> None:
    broken = slide(title("Kept")).replace("</p:cSld>", "")
    document = read_here(tmp_path, pptx([slide(title("A")), "<not xml", broken, slide(title("B"))]))
    assert [(page.number, page.text) for page in document.pages] == [
        (1, "A"),
        (3, "Kept"),
        (4, "B"),
    ]
    assert document.skipped[0].why is SkipReason.DAMAGED


def test_slides_outside_the_file_are_not_looked_for(tmp_path: Path) -> None:
    outside = relations(("rslide1", "slide", "file:///etc/passwd"))
    parts = {"ppt/_rels/presentation.xml.rels": outside}
    document = read_here(tmp_path, pptx([slide(title("T"))], parts=parts))
    assert (document.pages, document.skipped[0].why) == ((), SkipReason.DAMAGED)


def test_limits_of_text_and_slides_are_said(tmp_path: Path) -> None:
    data = pptx([slide(title("0123456789"))] * 4)
    document = read_here(tmp_path, data, limits=ReadLimits(characters=15))
    assert [page.text for page in document.pages] == ["0123456789", "01234"]
    assert [page.why for page in document.skipped] == [SkipReason.TOO_MUCH_TEXT] * 2
    document = read_here(tmp_path, data, limits=ReadLimits(pages=3))
    assert [page.why for page in document.skipped] == [SkipReason.TOO_MANY_PAGES]
    document = read_here(tmp_path, data, limits=ReadLimits(characters=39))
    assert document.warnings == (Notice(NoticeKind.REST_MISSING, {"why": "too much text"}),)


def test_a_presentation_without_words_is_empty(tmp_path: Path) -> None:
    for slides in ([], [slide(), slide()]):
        with pytest.raises(errors.EmptyFile):
            read_here(tmp_path, pptx(slides))
