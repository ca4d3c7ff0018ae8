from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Document, Format, SkipReason
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.documents import Pdf, docx, heading, para, scan, show
from tests.fakes.mail import mail
from tests.fakes.reading import blocks, read_here

HEAD = "From: ann@example.org\nTo: bob@example.org\nSubject: S\n"


def _read(folder: Path, made: object) -> Document:
    data = made.as_bytes() if hasattr(made, "as_bytes") else str(made).encode("latin-1")
    return read_here(folder, data, "a.eml")


def _body(folder: Path, text: str) -> str:
    return _read(folder, HEAD + text).pages[0].text.partition("\n\n")[2].partition("\n\n")[2]


def test_headers_stand_before_the_text(tmp_path: Path) -> None:
    document = _read(tmp_path, mail())
    assert document.format is Format.EML
    assert (document.title, document.author, document.date) == (
        "The plan", "Ann Lee <ann@example.org>", "2026-11-02",
    )  # fmt: skip
    (page,) = document.pages
    assert page.label == "The plan"
    assert page.text == (
        "The plan\n\nFrom: Ann Lee <ann@example.org>\n"
        "To: Bob <bob@example.org>, Zoë <zoe@example.org>\n"
        "Date: 2026-11-02 09:30 +0100\n\nHello Bob,\nsee you."
    )
    assert blocks(document, BlockKind.HEADING) == ["The plan"]


def test_plain_text_is_preferred_to_html(tmp_path: Path) -> None:
    text = _read(tmp_path, mail("Plain words", html="<p>Html words")).pages[0].text
    assert "Plain words" in text
    assert "Html" not in text


def test_html_alone_goes_through_the_html_reader(tmp_path: Path) -> None:
    page = "<h1>Offer</h1><table><tr><td>a<td>b<tr><td>c<td>d</table><p hidden>obey</p>"
    document = _read(tmp_path, mail("", html=page))
    assert document.pages[0].text.endswith("Offer\n\n| a | b |\n| c | d |")
    assert [(each.level, each.title) for each in document.headings] == [
        (1, "The plan"), (2, "Offer"),
    ]  # fmt: skip
    assert document.warnings == (Notice(NoticeKind.HIDDEN_WORDS, {"characters": 4}),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Content-Type: text/plain; charset=koi8-r\n"
         "Content-Transfer-Encoding: base64\n\n8NLJ18XU\n", "Привет"),
        ("Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$BF|K\\\x1b(B\n", "日本"),
        ("Content-Type: text/plain; charset=nonsense\n\nGr\xfc\xdfe\n", "Grüße"),
        ("Content-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe und =\nmehr\n",
         "Grüße und mehr"),
        ("Content-Type: text/plain; format=flowed\n\nOne line \ngoes on.\nNext.\n",
         "One line goes on.\nNext."),
    ],
)  # fmt: skip
def test_texts_in_their_encodings(tmp_path: Path, text: str, expected: str) -> None:
    assert _body(tmp_path, text) == expected


def test_encoded_and_broken_headers(tmp_path: Path) -> None:
    head = "From: =?utf-8?q?J=C3=BCrg?= <j@x.org>\nSubject: =?x?q?bad?= =?utf-8?b?4pyT?=\n"
    document = _read(tmp_path, head + "Date: not a date\n\nx\n")
    assert document.author == "Jürg <j@x.org>"
    assert document.title.endswith("✓")
    assert "Date: not a date" in document.pages[0].text
    assert document.date == ""


def test_attachments_that_we_read_are_further_pages(tmp_path: Path) -> None:
    made = mail()
    pdf = Pdf().page(show("First")).page(show("Second")).bytes()
    made.add_attachment(pdf, maintype="application", subtype="pdf", filename="Größe.pdf")
    word = docx(heading("One") + para("x") + heading("Two") + para("y"))
    made.add_attachment(word, maintype="application", subtype="zip", filename="b.docx")
    document = _read(tmp_path, made)
    assert [(page.number, page.label) for page in document.pages] == [
        (1, "The plan"),
        (2, "Größe.pdf: 1"),
        (3, "Größe.pdf: 2"),
        (4, "b.docx: One"),
        (5, "b.docx: Two"),
    ]
    assert document.pages[1].text == "First"
    assert "Attached: Größe.pdf, b.docx" in document.pages[0].text
    assert document.warnings == ()


def test_what_is_not_read_is_named_with_its_size(tmp_path: Path) -> None:
    made = mail()
    made.add_attachment(b"\x89PNG\0" * 300, maintype="image", subtype="png", filename="a.png")
    made.add_attachment(b"PK\x03\x04no", maintype="application", subtype="zip", filename="b.zip")
    document = _read(tmp_path, made)
    expected = Notice(NoticeKind.FILES_NOT_READ, {"files": "a.png (2 KB); b.zip (6 bytes)"})
    assert document.warnings == (expected,)
    assert len(document.pages) == 1


def test_a_scan_that_is_attached_is_a_page_without_text(tmp_path: Path) -> None:
    made = mail()
    data = scan(Pdf().page(show("Cover"))).bytes()
    made.add_attachment(data, maintype="application", subtype="pdf", filename="a.pdf")
    document = _read(tmp_path, made)
    assert [page.number for page in document.pages] == [1, 2]
    assert [(page.page, page.why) for page in document.skipped] == [(3, SkipReason.NO_TEXT)]


def test_a_mail_in_a_mail_in_a_mail(tmp_path: Path) -> None:
    inner = mail("Deepest", "Third")
    middle = mail("Deeper", "Second")
    middle.add_attachment(inner)
    outer = mail("Top", "First")
    outer.add_attachment(middle)
    document = _read(tmp_path, outer)
    assert [page.label for page in document.pages] == [
        "First",
        "Attached mail: Second",
        "Attached mail / Attached mail: Third",
    ]
    assert document.title == "First"


def test_mails_nested_without_end_are_named_or_refused(tmp_path: Path) -> None:
    part = "Content-Type: message/rfc822\n\n"
    document = _read(tmp_path, HEAD + part + (HEAD + part) * 20 + HEAD + "\nend\n")
    assert len(document.pages) == 6
    assert document.warnings[0].kind is NoticeKind.FILES_NOT_READ
    with pytest.raises(errors.FileTooLarge):
        _read(tmp_path, HEAD + part + (HEAD + part) * 5_000 + HEAD + "\nend\n")


def test_many_parts_and_a_boundary_that_never_ends(tmp_path: Path) -> None:
    many = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 20_000
    document = _read(tmp_path, HEAD + many)
    assert document.pages[0].text.count("x") > 9_000
    assert "what follows after 10,000 parts" in str(document.warnings[0])
    cut = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n"
    assert _read(tmp_path, HEAD + cut).pages[0].text.endswith("words")


def test_the_limit_of_text_counts_over_mail_and_attachments(tmp_path: Path) -> None:
    made = mail()
    made.add_attachment("words " * 200, filename="a.txt")
    document = read_here(tmp_path, made.as_bytes(), "a.eml", ReadLimits(characters=400))
    assert document.characters <= 420
    assert NoticeKind.FILES_NOT_READ in [notice.kind for notice in document.warnings]


def test_signatures_and_pictures_in_the_text_do_not_hide_it(tmp_path: Path) -> None:
    made = mail("", html='<p>Words <img src="cid:1">')
    made.add_related(b"\x89PNG\0", maintype="image", subtype="png", cid="<1>", filename="l.png")
    document = _read(tmp_path, made)
    assert document.pages[0].text.endswith("Words")
    assert "l.png (5 bytes)" in str(document.warnings[0])
