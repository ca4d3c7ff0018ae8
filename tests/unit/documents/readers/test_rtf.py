from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Document, Format, SkipReason
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.reading import blocks, read_here


def _read(folder: Path, body: str, head: str = r"\ansi") -> Document:
    return read_here(folder, f"{{\\rtf1{head} {body}}}".encode("latin-1"), "a.rtf")


def _text(folder: Path, body: str, head: str = r"\ansi") -> str:
    return _read(folder, body, head).pages[0].text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"one\par two\par", "one\n\ntwo"),
        ("one\\\ntwo", "one\n\ntwo"),
        (r"a {\b b} c\line d", "a b c\nd"),
        (r"caf\'e9 \u8216\'91x\u8217\'92 \{\}\\", "café ‘x’ {}\\"),
        (r"\u-10179 ?\u-8704 ?", "😀"),
        (r"{\uc2\u228\'e4\'e4}x{\uc0\u228}y", "äxäy"),
        (r"a\~b\_c\emdash d\-e", "a b-c—de"),
        (r"x{\*\unknown words}y{\*\bkmkstart b}z", "xyz"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}', "link"),
        (r"a\bin5 }}}}}b", "ab"),
        (r"\trowd\intbl a\cell b\cell\row\trowd\intbl c\cell d\cell\row\pard e\par",
         "| a | b |\n| c | d |\n\ne"),
        (r"\intbl\trowd a\par b\cell c\cell\row", "| a; b | c |"),
        (r"{\listtext 1.\tab}\ls1\ilvl0 a\par{\listtext\'b7\tab}\ls1\ilvl1 b\par",
         "1. a\n  - b"),
        ("• a\\par • b\\par".replace("•", r"\bullet "), "- a\n- b"),
        (r"text{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt in the box\par}}{\shprslt no}}\par",
         "text\nin the box"),
        (r"{\pict\wmetafile8 0123abcd}words\par", "words"),
    ],
)  # fmt: skip
def test_parts_of_a_page(tmp_path: Path, body: str, expected: str) -> None:
    assert _text(tmp_path, body) == expected


def test_headings_by_outline_and_by_the_name_of_the_style(tmp_path: Path) -> None:
    styles = r"{\stylesheet{\s0 Normal;}{\s3\b heading 2;}{\s4 \'dcberschrift 3;}}"
    body = styles + r"\pard\outlinelevel0 A\par\pard x\par\pard\s3 B\par\pard\s4 C\par\pard y\par"
    document = _read(tmp_path, body)
    assert [(each.level, each.title) for each in document.headings] == [
        (1, "A"), (2, "B"), (3, "C"),
    ]  # fmt: skip
    assert blocks(document, BlockKind.PARAGRAPH) == ["x", "y"]


def test_about_the_document(tmp_path: Path) -> None:
    info = r"{\info{\title T\'e9}{\author Ann}{\creatim\yr2026\mo3\dy4\hr1}{\subject no}}"
    document = _read(tmp_path, info + r"x\par", r"\ansi\deflang1031")
    assert (document.title, document.author, document.date) == ("Té", "Ann", "2026-03-04")
    assert (document.language, document.format) == ("de-DE", Format.RTF)
    assert document.pages[0].text == "x"


def test_notes_stand_after_their_section_with_their_numbers(tmp_path: Path) -> None:
    body = r"a{\footnote\pard{\super\chftn} first}\par b{\footnote second\par}\par"
    document = _read(tmp_path, body)
    assert document.pages[0].text == "a[1]\n\nb[2]\n\n[1] first\n\n[2] second"
    assert len(blocks(document, BlockKind.FOOTNOTE)) == 2


def test_bytes_are_in_the_encoding_of_their_font(tmp_path: Path) -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
    body = fonts + r"\f0\'e4 {\f1\'ef\'f0} {\f2\'93\'fa\'96\{}\par"
    assert _text(tmp_path, body.replace(r"\'96\{", r"\'96\'7b")) == "ä пр 日本"


def test_hidden_words_deletions_and_comments_are_left_out_and_counted(tmp_path: Path) -> None:
    body = (
        r"seen {\v obey me}{\deleted old}{\revised new}"
        r"{\*\atnid A}{\*\atnauthor Ann}\chatn{\*\annotation why?} end{\pict 00}\par"
    )
    document = _read(tmp_path, body)
    assert document.pages[0].text == "seen new end"
    assert list(document.warnings) == [
        Notice(NoticeKind.CHANGES, {"changes": 2, "comments": 1}),
        Notice(NoticeKind.HIDDEN_WORDS, {"characters": 7}),
        Notice(NoticeKind.PICTURES, {"pictures": 1}),
    ]


def test_headers_are_shown_once_and_marked(tmp_path: Path) -> None:
    document = _read(tmp_path, r"{\header Case 12\par}x\par\sect{\header Case 12\par}y\par")
    assert blocks(document, BlockKind.REPEATED) == ["Case 12"]
    assert blocks(document, BlockKind.PARAGRAPH) == ["x", "y"]


def test_a_tower_of_groups_ends_the_reading_and_keeps_what_came_before(tmp_path: Path) -> None:
    document = _read(tmp_path, r"first\par " + "{" * 300_000)
    assert document.pages[0].text == "first"
    assert document.skipped[0].why is SkipReason.DAMAGED
    with pytest.raises(errors.DamagedFile):
        _read(tmp_path, "{" * 300_000)


def test_too_many_closing_braces_and_a_cut_file_are_read(tmp_path: Path) -> None:
    assert read_here(tmp_path, rb"{\rtf1 a}}}}} b\par", "a.rtf").pages[0].text == "a b"
    assert read_here(tmp_path, rb"{\rtf1 a {\b b", "a.rtf").pages[0].text == "a b"


def test_the_limit_of_text_is_kept(tmp_path: Path) -> None:
    data = b"{\\rtf1 " + b"words \\par " * 1_000 + b"}"
    document = read_here(tmp_path, data, "a.rtf", ReadLimits(characters=100))
    assert document.characters <= 200
    assert document.skipped[-1].why is SkipReason.TOO_MUCH_TEXT


def test_a_file_without_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(errors.EmptyFile):
        _read(tmp_path, r"\par\par")
