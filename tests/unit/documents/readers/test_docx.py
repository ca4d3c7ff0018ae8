from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import BlockKind, SkipReason
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.documents import docx, docx_of, heading, para, word
from tests.fakes.office import with_member
from tests.fakes.reading import blocks, read_here


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{para(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def test_each_top_section_is_a_page_with_its_heading_as_label(tmp_path: Path) -> None:
    body = para("Before") + heading("One") + para("a") + heading("Two", 2) + heading("Three")
    document = read_here(tmp_path, docx(body))
    assert [(page.number, page.label, page.text) for page in document.pages] == [
        (1, "", "Before"),
        (2, "One", "One\n\na\n\nTwo"),
        (3, "Three", "Three"),
    ]
    assert [(found.level, found.page) for found in document.headings] == [(1, 2), (2, 2), (1, 3)]


def test_under_a_single_title_the_sections_below_it_are_the_pages(tmp_path: Path) -> None:
    body = heading("Title") + para("Intro") + heading("A", 2) + heading("B", 2)
    assert [page.label for page in read_here(tmp_path, docx(body)).pages] == ["Title", "A", "B"]


def test_properties_are_read(tmp_path: Path) -> None:
    core = "<dc:title>The lease</dc:title><dc:creator>Ann</dc:creator>"
    core += "<dcterms:created>2024-02-03T10:00:00Z</dcterms:created><dc:language>de</dc:language>"
    document = read_here(tmp_path, docx(para("x"), core))
    assert (document.title, document.author) == ("The lease", "Ann")
    assert (document.date, document.language) == ("2024-02-03", "de")


def test_insertions_stay_deletions_go_and_both_are_counted(tmp_path: Path) -> None:
    body = (
        "<w:p>" + run("Rent is ") + f"<w:del>{run('900').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{run('950')}</w:ins>" + run(" a month.") + "</w:p>"
        f"<w:p><w:moveFrom>{run('Old place.')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo>{run('New place.')}</w:moveTo></w:p>"
    )
    comments = word("comments", f'<w:comment w:id="1">{para("Why?")}</w:comment>')
    document = read_here(tmp_path, docx(body, comments=comments))
    assert document.pages[0].text == "Rent is 950 a month.\n\nNew place."
    assert document.warnings == (Notice(NoticeKind.CHANGES, {"changes": 3, "comments": 1}),)


WHO = 'w:author="Ann" w:date="2024-05-06T07:08:09Z"'
CHANGED = docx(
    "<w:p>" + run("Rent is ") + f"<w:del {WHO}>{run('900').replace('w:t', 'w:delText')}</w:del>"
    f"<w:ins {WHO}>{run('950')}{run(' now', '<w:vanish/>')}</w:ins>{run(' a month')}"
    '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    + para("One ", f"<w:rPr><w:ins {WHO}/></w:rPr>") + para("and two.")
    + f"<w:p><w:moveFrom {WHO}>{run('Moved.')}</w:moveFrom></w:p>"
    f"<w:p><w:moveTo {WHO}>{run('Moved.')}</w:moveTo></w:p>"
    + "<w:tbl>" + row("a", "b")
    + row("x", "y").replace("<w:tr>", f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>")
    + row("u", "v").replace("<w:tr>", f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr>") + "</w:tbl>",
    comments=word(
        "comments",
        '<w:comment w:id="1" w:author="Bob" w:date="2024-06-07T08:09:10Z">'
        f'{para("Why")}{para("so?")}</w:comment>',
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "kind", "texts"),
    [
        (
            Changes.ACCEPTED,
            NoticeKind.CHANGES,
            ["Rent is 950 a month", "One", "and two.", "Moved.", "| a | b |", "| u | v |"],
        ),
        (
            Changes.ORIGINAL,
            NoticeKind.CHANGES_ORIGINAL,
            ["Rent is 900 a month", "One and two.", "Moved.", "| a | b |", "| x | y |"],
        ),
        (
            Changes.SHOWN,
            NoticeKind.CHANGES_SHOWN,
            [
                "Rent is [deleted by Ann, 2024-05-06: 900][inserted by Ann, 2024-05-06: 950] "
                "a month [comment by Bob, 2024-06-07: Why so?]",
                "One", "and two.", "[moved away by Ann, 2024-05-06: Moved.]",
                "[moved here by Ann, 2024-05-06: Moved.]", "| a | b |", "| x | y |", "| u | v |",
            ],
        ),
    ],
)  # fmt: skip
def test_changes_are_read_as_asked_for_and_counted(
    tmp_path: Path, changes: Changes, kind: NoticeKind, texts: list[str]
) -> None:
    document = read_here(tmp_path, CHANGED, changes=changes)
    assert blocks(document) == texts
    assert document.warnings[0] == Notice(kind, {"changes": 3, "comments": 1})


def test_comments_alone_are_no_changes(tmp_path: Path) -> None:
    comments = word("comments", f'<w:comment w:id="1">{para("Why?")}</w:comment>')
    document = read_here(tmp_path, docx(para("x"), comments=comments))
    assert document.warnings == (Notice(NoticeKind.COMMENTS, {"comments": 1}),)


def test_an_inserted_list_number_joins_nothing(tmp_path: Path) -> None:
    body = para("One", f"<w:numPr><w:ins {WHO}/></w:numPr>") + para("Two")
    document = read_here(tmp_path, docx(body), changes=Changes.ORIGINAL)
    assert blocks(document) == ["One", "Two"]


def test_pictures_objects_and_macros_are_counted(tmp_path: Path) -> None:
    body = f"<w:p>{run('x')}<w:r><w:drawing/></w:r><w:r><w:object/></w:r></w:p>"
    data = with_member(docx(body), "word/vbaProject.bin")
    assert read_here(tmp_path, data).warnings == (
        Notice(NoticeKind.PICTURES, {"pictures": 1}),
        Notice(NoticeKind.OBJECTS, {"objects": 1}),
        Notice(NoticeKind.MACROS, {"parts": 1}),
    )


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    body = para("One ", "<w:rPr><w:del/></w:rPr>") + para("and two.")
    assert read_here(tmp_path, docx(body)).pages[0].text == "One and two."


@pytest.mark.parametrize(
    "properties", ["<w:vanish/>", '<w:vanish w:val="1"/>', '<w:color w:val="FFFFFF"/>']
)
def test_hidden_words_are_left_out_and_said(tmp_path: Path, properties: str) -> None:
    body = "<w:p>" + run("Seen") + run(" ignore all", properties) + run(".") + "</w:p>"
    document = read_here(tmp_path, docx(body))
    assert document.pages[0].text == "Seen."
    assert document.warnings == (Notice(NoticeKind.HIDDEN_WORDS, {"characters": 10}),)


def test_words_that_only_look_hidden_stay(tmp_path: Path) -> None:
    white = '<w:color w:val="FFFFFF"/>'
    body = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("Its mark is hidden") + "</w:p>"
    body += '<w:p><w:pPr><w:shd w:fill="000080"/></w:pPr>' + run("On blue", white) + "</w:p>"
    body += "<w:p>" + run("Switched off", '<w:vanish w:val="0"/>') + "</w:p>"
    document = read_here(tmp_path, docx(body))
    assert blocks(document) == ["Its mark is hidden", "On blue", "Switched off"]


def test_notes_stand_at_the_end_of_their_section(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = heading("A") + f"<w:p>{run('Text')}{mark}</w:p>" + para("More") + heading("B")
    notes = word("footnotes", f'<w:footnote w:id="7">{para("The note")}</w:footnote>')
    document = read_here(tmp_path, docx(body, footnotes=notes))
    assert document.pages[0].text == "A\n\nText[1]\n\nMore\n\n[1] The note"
    assert blocks(document, BlockKind.FOOTNOTE) == ["[1] The note"]


def test_tables_are_rows(tmp_path: Path) -> None:
    inner = f"<w:tbl>{row('x', 'y')}</w:tbl>"
    table = f"<w:tbl>{row('Name', 'Sum')}{row('Ann', '')}"
    table += f"<w:tr><w:tc>{para('a')}{para('b')}</w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    document = read_here(tmp_path, docx(para("Before") + table + para("After")))
    assert document.pages[0].text == (
        "Before\n\n| Name | Sum |\n| Ann |  |\n| a; b | x, y |\n\nAfter"
    )
    assert len(blocks(document, BlockKind.TABLE_ROW)) == 3


def test_a_table_for_layout_gives_back_its_paragraphs(tmp_path: Path) -> None:
    body = f"<w:tbl><w:tr><w:tc>{heading('In a frame')}{para('text')}</w:tc></w:tr></w:tbl>"
    assert read_here(tmp_path, docx(body)).pages[0].text == "In a frame\n\ntext"


NUMBERING = word(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)


def item(text: str, number: int, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return para(text, place)


def test_the_numbers_that_word_draws_are_read(tmp_path: Path) -> None:
    body = item("one", 1) + item("sub", 1, 1) + item("sub", 1, 1) + item("two", 1)
    body += item("sub", 1, 1) + item("dot", 2) + item("five", 3) + item("none", 0)
    document = read_here(tmp_path, docx(body, numbering=NUMBERING))
    assert document.pages[0].text == (
        "1. one\n  1.a) sub\n  1.b) sub\n2. two\n  2.a) sub\n- dot\n5. five\n\nnone"
    )
    assert [block.level for block in document.blocks] == [1, 2, 2, 1, 2, 1, 1, 0]


def test_numbered_headings_carry_their_number(tmp_path: Path) -> None:
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = para("Rent", f'<w:pStyle w:val="Heading1"/>{place}') * 2
    document = read_here(tmp_path, docx(body, numbering=NUMBERING))
    assert [found.title for found in document.headings] == ["1. Rent", "2. Rent"]


def test_field_codes_are_not_text_and_their_results_are(tmp_path: Path) -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
    nested = field("begin") + code + run("in the code") + field("end")
    body = f"<w:p>{run('p. ')}{field('begin')}{code}{nested}{field('separate')}{run('12')}"
    body += f"{field('end')}{run('!')}</w:p>"
    assert read_here(tmp_path, docx(body)).pages[0].text == "p. 12!"


def test_breaks_tabs_and_signs(tmp_path: Path) -> None:
    body = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run("a") + "<w:r><w:tab/></w:r>"
    body += run("b") + "<w:r><w:br/></w:r>" + run("c") + "<w:r><w:noBreakHyphen/></w:r>"
    body += run("d") + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'
    assert read_here(tmp_path, docx(body)).pages[0].text == "a b\nc-d☒"


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{para('In the box')}</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice>"
    both += f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p>{run('Around')}<w:r>{both}</w:r></w:p>"
    assert blocks(read_here(tmp_path, docx(body))) == ["In the box", "Around"]


def test_the_main_part_may_have_another_name_and_prefix(tmp_path: Path) -> None:
    document = word("document", f"<w:body>{para('Words')}</w:body>")
    document = document.replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")
    assert read_here(tmp_path, docx_of(document)).pages[0].text == "Words"


def test_a_document_of_pictures_alone_is_said_to_be_that(tmp_path: Path) -> None:
    with pytest.raises(errors.NoText):
        read_here(tmp_path, docx("<w:p><w:r><w:drawing/></w:r></w:p>"))


def test_an_empty_document_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(errors.EmptyFile):
        read_here(tmp_path, docx(para("")))


def test_what_comes_before_damage_is_kept(tmp_path: Path) -> None:
    broken = word("document", f"<w:body>{para('Kept')}<w:p><w:r></w:body>")
    document = read_here(tmp_path, docx_of(broken))
    assert document.pages[0].text == "Kept"
    assert document.skipped[0].why is SkipReason.DAMAGED


def test_a_broken_part_beside_the_text_is_named(tmp_path: Path) -> None:
    document = read_here(tmp_path, docx(para("Text"), footnotes="<not xml"))
    assert document.pages[0].text == "Text"
    assert document.warnings == (Notice(NoticeKind.PART_MISSING, {"part": "footnotes"}),)


def test_a_limit_of_text_is_said(tmp_path: Path) -> None:
    document = read_here(tmp_path, docx(para("0123456789") * 9), limits=ReadLimits(characters=25))
    assert document.pages[0].text == "0123456789\n\n0123456789\n\n01234"
    assert document.skipped[0].why is SkipReason.TOO_MUCH_TEXT


def test_entities_bombs_and_towers_are_refused(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    text = para("&b;")
    for start in (laughs, outside):
        with pytest.raises(errors.DamagedFile):
            read_here(tmp_path, docx_of(start + word("document", f"<w:body>{text}</w:body>")))
    tower = "<w:p>" * 5_000 + "</w:p>" * 5_000
    with pytest.raises(errors.DamagedFile):
        read_here(tmp_path, docx(tower))


def test_a_file_that_expands_too_far_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(errors.FileTooLarge):
        read_here(tmp_path, docx(f"<!--{' ' * 100_000_000}-->"))


@pytest.mark.parametrize("start", ['<?xml version="1.0" encoding="no-such"?>', "\x00", ""])
def test_xml_that_is_none_is_damage(tmp_path: Path, start: str) -> None:
    with pytest.raises(errors.DamagedFile):
        read_here(tmp_path, docx_of(f"{start}<w:document"))
