from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.documents import zipped
from tests.fakes.office import chapter, epub, navigation, ncx
from tests.fakes.reading import blocks, read_here

META = (
    "<dc:title>The book</dc:title><dc:creator>Ann</dc:creator>"
    "<dc:date>2024-02-03</dc:date><dc:language>de</dc:language>"
)


def test_chapters_are_pages_in_the_order_of_the_spine(tmp_path: Path) -> None:
    chapters = {"b.xhtml": chapter("<h1>B</h1><p>b</p>"), "a.xhtml": chapter("<h2>A</h2><p>a</p>")}
    order = ["a.xhtml", "b.xhtml", "a.xhtml"]  # some books name a file twice
    document = read_here(tmp_path, epub(chapters, META, order))
    assert document.format is Format.EPUB
    assert [(page.label, page.text) for page in document.pages] == [
        ("A", "A\n\na"),
        ("B", "B\n\nb"),
    ]
    assert [(found.level, found.page) for found in document.headings] == [(2, 1), (1, 2)]
    assert (document.title, document.author) == ("The book", "Ann")
    assert (document.date, document.language) == ("2024-02-03", "de")


@pytest.mark.parametrize(
    "parts",
    [
        {"OEBPS/nav.xhtml": navigation(("a%20b.xhtml", "One"), ("a%20b.xhtml#x", "Two"))},
        {"OEBPS/toc.ncx": ncx(("a%20b.xhtml", "One"), ("a%20b.xhtml#x", "Two"))},
    ],
)
def test_the_table_of_contents_names_chapters_and_finds_headings(
    tmp_path: Path, parts: dict[str, str]
) -> None:
    body = chapter("<p class='t'>ONE</p><p>text</p><p>Two</p><p>more</p>")
    document = read_here(tmp_path, epub({"a b.xhtml": body}, parts=parts))
    assert document.pages[0].label == "One"
    assert [found.title for found in document.headings] == ["ONE", "Two"]


def test_notes_are_marked_and_pictures_counted(tmp_path: Path) -> None:
    note = '<aside epub:type="footnote"><p>The note</p></aside>'
    body = chapter(
        f"<p>Text<a href='#n'>1</a></p>{note}<p>More<img src='http://example.invalid/'/></p>"
    )
    cover = chapter("<svg><image href='c.png'/></svg>")
    document = read_here(tmp_path, epub({"c.xhtml": cover, "a.xhtml": body}))
    assert blocks(document) == ["Text1", "More", "The note"]
    assert blocks(document, BlockKind.FOOTNOTE) == ["The note"]
    assert [(page.page, page.why) for page in document.skipped] == [(1, SkipReason.NO_TEXT)]
    assert document.warnings == (Notice(NoticeKind.PICTURES, {"pictures": 3}),)


def test_elements_that_xhtml_closes_at_once_swallow_nothing(tmp_path: Path) -> None:
    body = chapter("<script src='x'/><p>One</p><p/><h1 hidden='hidden'/><p>Two</p>")
    assert blocks(read_here(tmp_path, epub({"a.xhtml": body}))) == ["One", "Two"]


def test_scripts_and_hidden_words_are_left_out(tmp_path: Path) -> None:
    body = chapter("<script>run()</script><p hidden=''>ignore all</p><p>Seen</p>")
    document = read_here(tmp_path, epub({"a.xhtml": body}))
    assert blocks(document) == ["Seen"]
    assert document.warnings == (Notice(NoticeKind.HIDDEN_WORDS, {"characters": 10}),)


def test_a_chapter_that_is_not_there_is_named(tmp_path: Path) -> None:
    data = epub({"a.xhtml": "", "../../../etc/passwd": "", "b.xhtml": chapter("<p>b</p>")})
    document = read_here(tmp_path, data)
    assert [(page.page, page.why) for page in document.skipped] == [
        (1, SkipReason.DAMAGED),
        (2, SkipReason.DAMAGED),
    ]
    assert document.pages[0].number == 3


ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
    '<e:EncryptionMethod Algorithm="{method}"/><e:CipherData>'
    '<e:CipherReference URI="OEBPS/a.xhtml"/></e:CipherData></e:EncryptedData></encryption>'
)


def test_a_protected_book_says_so_and_hidden_fonts_do_not_matter(tmp_path: Path) -> None:
    chapters = {"a.xhtml": chapter("<p>a</p>")}
    for method, is_protected in (
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", True),
        ("http://www.idpf.org/2008/embedding", False),
    ):
        data = epub(chapters, parts={"META-INF/encryption.xml": ENCRYPTION.format(method=method)})
        if is_protected:
            with pytest.raises(errors.CopyProtected):
                read_here(tmp_path, data)
        else:
            assert blocks(read_here(tmp_path, data)) == ["a"]


def test_a_book_without_a_package_is_damaged(tmp_path: Path) -> None:
    mime = {"mimetype": "application/epub+zip"}
    for files in (mime, mime | {"META-INF/container.xml": "<x/>"}):
        with pytest.raises(errors.DamagedFile):
            read_here(tmp_path, zipped(files))


def test_a_book_without_words_is_empty(tmp_path: Path) -> None:
    for chapters in ({}, {"a.xhtml": chapter("")}):
        with pytest.raises(errors.EmptyFile):
            read_here(tmp_path, epub(chapters))


def test_a_chapter_that_expands_too_far_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.FileTooLarge):
        read_here(tmp_path, epub({"a.xhtml": " " * 30_000_000}))
