from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, SkipReason
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.notices import NoticeKind
from tests.fakes.documents import Pdf, paragraph, show
from tests.fakes.locked_pdf import locked
from tests.fakes.reading import blocks, read_here

WRAPPED = [
    "This is a paragraph whose lines were wrapped by a program that fills each",
    "line with as many words as there is room for and then begins another one",
    "until it ends.",
]


def test_pages_have_numbers_labels_and_properties(tmp_path: Path) -> None:
    pdf = Pdf(info={"Title": "The title", "Author": "Ann", "CreationDate": "D:20240305120000Z"})
    pdf.catalog = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 9 >>] >> /Lang (en-GB)"
    document = read_here(tmp_path, pdf.page(show("One")).page(show("Two")).bytes(), "a.pdf")
    assert [(page.number, page.label, page.text) for page in document.pages] == [
        (1, "i", "One"),
        (2, "9", "Two"),
    ]
    assert (document.title, document.author) == ("The title", "Ann")
    assert (document.date, document.language) == ("2024-03-05", "en-GB")


@pytest.mark.parametrize("title", ["untitled", "(anonymous)", "Microsoft Word - lease.docx"])
def test_what_programs_write_for_want_of_a_title_is_none(tmp_path: Path, title: str) -> None:
    data = Pdf(info={"Title": title}).page(show("x")).bytes()
    assert read_here(tmp_path, data).title == ""


def test_titles_that_are_no_text_do_not_keep_the_pages_from_being_read(tmp_path: Path) -> None:
    pdf = Pdf(info={"Title": "x", "Author": "Ann"}).page(show("One")).page(show("Two"))
    data = pdf.outline([(1, "x", 0), (1, "Two", 1)]).bytes()
    data = data.replace(b"/Title <FEFF0078>", b"/Title <FEFFD800>")
    document = read_here(tmp_path, data, "a.pdf")
    assert [page.text for page in document.pages] == ["One", "Two"]
    assert (document.title, document.author) == ("", "Ann")
    assert blocks(document, BlockKind.HEADING) == ["Two"]


def test_lines_of_a_paragraph_are_joined(tmp_path: Path) -> None:
    data = Pdf().page(paragraph(WRAPPED) + show("Another one.", y=640)).bytes()
    assert read_here(tmp_path, data).pages[0].text == f"{' '.join(WRAPPED)}\n\nAnother one."


def test_lines_that_end_early_stay_lines(tmp_path: Path) -> None:
    lines = ["Ann Example", "12 Some Street", "Anytown", "a line that is as long as the page lets"]
    data = Pdf().page(paragraph(lines)).bytes()
    assert read_here(tmp_path, data).pages[0].text == "\n".join(lines)


def test_words_cut_at_line_ends_are_mended(tmp_path: Path) -> None:
    lines = [
        "This line ends in the middle of a word that is known from hyphen-",
        "ation, this one within a name that keeps its sign, which is MS-",
        "DOS, and the next one as in Vor- und Nachteile or as in Hard-",
        "und Software, and the last of them is well-",
        "known for it.",
    ]
    text = read_here(tmp_path, Pdf().page(paragraph(lines)).bytes()).pages[0].text
    assert "hyphenation, this" in text
    assert "MS-DOS" in text
    assert "Hard- und Software" in text
    assert "well-known" in text
    assert "\n" not in text


def test_bookmarks_become_headings_where_their_words_stand(tmp_path: Path) -> None:
    pdf = Pdf()
    for number in (1, 2):
        pdf.page(show(f"{number}. Part {number}", y=700, size=16) + paragraph(WRAPPED, y=660))
    pdf.outline([(1, "Part 1", 0), (2, "Not on the page", 0), (1, "Part 2", 1)])
    document = read_here(tmp_path, pdf.bytes())
    assert [(heading.level, heading.title, heading.page) for heading in document.headings] == [
        (1, "1. Part 1", 1),
        (1, "2. Part 2", 2),
    ]


def test_without_bookmarks_large_text_is_a_heading(tmp_path: Path) -> None:
    page = show("Overview", y=740, size=18) + paragraph(WRAPPED * 3, y=700)
    document = read_here(tmp_path, Pdf().page(page).bytes())
    assert [heading.title for heading in document.headings] == ["Overview"]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column line {number} and more words" for number in range(8)]
    right = [f"right column line {number} and some words" for number in range(8)]
    rows = "".join(
        show(one, 72, 700 - 14 * row, 9) + show(other, 330, 700 - 14 * row, 9)
        for row, (one, other) in enumerate(zip(left, right, strict=True))
    )
    for content in (paragraph(left, 72, 700, 9) + paragraph(right, 330, 700, 9), rows):
        text = " ".join(read_here(tmp_path, Pdf().page(content).bytes()).pages[0].text.split())
        assert text == " ".join([*left, *right])


def test_rows_of_a_table_stay_rows(tmp_path: Path) -> None:
    rows = "".join(
        show(f"Item {row}", 72, 700 - 14 * row)
        + show(str(row * 17), 250, 700 - 14 * row)
        + show(f"{row * 3}.50", 400, 700 - 14 * row)
        for row in range(10)
    )
    text = read_here(tmp_path, Pdf().page(rows).bytes()).pages[0].text
    assert text.split("\n")[3] == "Item 3 51 9.50"


def test_a_long_title_is_one_heading_and_two_titles_are_two(tmp_path: Path) -> None:
    text = paragraph(WRAPPED + ["Text of usual size that goes on and on and on."] * 9, y=560)
    titles = show("Essential shared libraries and all of the kernel's own", y=700, size=20)
    titles += show("modules", y=676, size=20)
    titles += show("First of two", y=630, size=20) + show("Second of two", y=606, size=20)
    document = read_here(tmp_path, Pdf().page(titles + text).bytes())
    assert [heading.title for heading in document.headings] == [
        "Essential shared libraries and all of the kernel's own modules",
        "First of two",
        "Second of two",
    ]


def test_running_heads_are_kept_and_marked(tmp_path: Path) -> None:
    pdf = Pdf()
    for number in range(1, 6):
        head = show("Annual report", y=760, size=9)
        foot = show(f"Page {number}", y=30, size=9)
        pdf.page(head + paragraph(WRAPPED, y=700) + foot)
    document = read_here(tmp_path, pdf.bytes())
    assert blocks(document, BlockKind.REPEATED)[:2] == ["Annual report", "Page 1"]
    assert [notice.kind for notice in document.warnings] == [NoticeKind.REPEATED_LINES]


def test_footnotes_lists_captions_and_code_are_told_apart(tmp_path: Path) -> None:
    page = paragraph(WRAPPED, y=740)
    page += show("• a list item", y=680) + show("Figure 2: A drawing", y=650)
    page += show("x = code(1)", y=620, font=3) + show("y = code(2)", y=607, font=3)
    page += show("Last line of the text.", y=580) + show("1 A note in small type.", y=60, size=8)
    page += show("17", y=30)
    document = read_here(tmp_path, Pdf().page(page).bytes())
    assert blocks(document, BlockKind.LIST_ITEM) == ["• a list item"]
    assert blocks(document, BlockKind.CAPTION) == ["Figure 2: A drawing"]
    assert blocks(document, BlockKind.CODE) == ["x = code(1)\ny = code(2)"]
    assert blocks(document, BlockKind.FOOTNOTE) == ["1 A note in small type."]


def test_characters_beyond_the_basic_plane_are_whole(tmp_path: Path) -> None:
    pdf = Pdf()
    cmap = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <41> <D83DDE00> <42> <FB01> endbfchar endcmap"
    )
    number = pdf.add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode %d 0 R >>"
        % pdf.stream(cmap)
    )
    pdf.fonts += f" /F9 {number} 0 R"
    pdf.page("BT /F9 11 Tf 72 700 Td (AABxed) Tj ET " + show("next line", y=650))
    assert read_here(tmp_path, pdf.bytes()).pages[0].text == "😀😀fixed\n\nnext line"


def test_a_turned_page_reads_the_same(tmp_path: Path) -> None:
    lines = "".join(
        f"BT /F1 11 Tf 0 1 -1 0 {100 + 14 * row} 72 Tm ({line}) Tj ET\n"
        for row, line in enumerate(WRAPPED)
    )
    data = Pdf().page(lines, more="/Rotate 90").bytes()
    assert read_here(tmp_path, data).pages[0].text == " ".join(WRAPPED)


def test_blank_pages_and_pictures_are_told_apart(tmp_path: Path) -> None:
    from tests.fakes.documents import scan

    document = read_here(tmp_path, scan(Pdf().page(show("text")).page("")).bytes())
    assert [(page.page, page.why) for page in document.skipped] == [
        (2, SkipReason.BLANK),
        (3, SkipReason.NO_TEXT),
    ]


def test_a_damaged_page_is_skipped_and_the_rest_read(tmp_path: Path) -> None:
    pdf = Pdf().page(show("First")).page(show("Second")).page(show("Third"))
    pdf.objects[pdf.pages[1]] = b"(not a page)"
    document = read_here(tmp_path, pdf.bytes())
    assert [page.text for page in document.pages] == ["First", "Third"]
    assert [(page.page, page.why) for page in document.skipped] == [(2, SkipReason.DAMAGED)]


def test_a_limit_of_pages_names_the_missing_ones(tmp_path: Path) -> None:
    pdf = Pdf()
    for number in range(5):
        pdf.page(show(f"Page {number}"))
    document = read_here(tmp_path, pdf.bytes(), limits=ReadLimits(pages=3))
    assert [page.page for page in document.skipped] == [4, 5]
    assert {page.why for page in document.skipped} == {SkipReason.TOO_MANY_PAGES}


def test_a_limit_of_text_names_the_missing_pages(tmp_path: Path) -> None:
    pdf = Pdf()
    for _ in range(4):
        pdf.page(show("Ten words."))
    document = read_here(tmp_path, pdf.bytes(), limits=ReadLimits(characters=25))
    assert [(page.page, page.why) for page in document.skipped] == [
        (3, SkipReason.TOO_MUCH_TEXT),
        (4, SkipReason.TOO_MUCH_TEXT),
    ]


def test_a_password_is_asked_for_checked_and_used(tmp_path: Path) -> None:
    data = locked("sesame").page(show("Secret words")).bytes()
    with pytest.raises(errors.PasswordNeeded):
        read_here(tmp_path, data)
    with pytest.raises(errors.PasswordWrong):
        read_here(tmp_path, data, password="open")
    assert read_here(tmp_path, data, password="sesame").pages[0].text == "Secret words"


@pytest.mark.parametrize("kept", [0.05, 0.3, 0.6, 0.9])
def test_a_cut_file_is_damaged_or_read_in_part(tmp_path: Path, kept: float) -> None:
    pdf = Pdf()
    for number in range(6):
        pdf.page(show(f"Page {number}"))
    data = pdf.bytes()
    try:
        document = read_here(tmp_path, data[: int(kept * len(data))], "a.pdf")
    except errors.DamagedFile:
        return
    assert document.page_count
