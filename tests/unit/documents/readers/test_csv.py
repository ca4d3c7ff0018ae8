from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, SkipReason
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.notices import Notice, NoticeKind
from desktop_slm.documents.readers import csv as csv_reader
from tests.fakes.reading import blocks, read_here


def _rows(folder: Path, data: bytes | str, name: str = "a.csv") -> list[str]:
    return blocks(read_here(folder, data, name), BlockKind.TABLE_ROW)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("name,rent\nAnn,950\nBob,1\n", "a.csv"),
        ("name;rent\nAnn;950\nBob;1\n", "a.csv"),
        ("name\trent\r\nAnn\t950\r\nBob\t1", "a.tsv"),
        ("sep=|\nname|rent\nAnn|950\nBob|1\n", "a.csv"),
        ("\ufeffname,rent\n\nAnn,950\n,\nBob,1\n", "a.csv"),
    ],
)
def test_rows_name_their_columns_whatever_parts_them(tmp_path: Path, text: str, name: str) -> None:
    assert _rows(tmp_path, text, name) == ["name: Ann | rent: 950", "name: Bob | rent: 1"]


def test_a_comma_in_numbers_does_not_part_columns(tmp_path: Path) -> None:
    assert _rows(tmp_path, "item;price\na;1,50\nb;2,75\n") == [
        "item: a | price: 1,50",
        "item: b | price: 2,75",
    ]


def test_quotes_hold_delimiters_and_line_ends(tmp_path: Path) -> None:
    text = 'a,b\n"x, y","two\nlines"\n"say ""yes""",z\n'
    assert _rows(tmp_path, text) == ["a: x, y | b: two lines", 'a: say "yes" | b: z']


def test_columns_without_names_are_numbered(tmp_path: Path) -> None:
    assert _rows(tmp_path, "1,2\n3,4\n") == [
        "Column 1: 1 | Column 2: 2",
        "Column 1: 3 | Column 2: 4",
    ]
    assert _rows(tmp_path, "a,b\n1,2,3\n") == ["a: 1 | b: 2 | Column 3: 3"]


def test_a_single_column_is_its_values(tmp_path: Path) -> None:
    assert _rows(tmp_path, "one\ntwo\nthree words\n") == ["one", "two", "three words"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_any_encoding_is_read_wherever_its_first_sign_stands(tmp_path: Path, encoding: str) -> None:
    text = "a,b\n" + "x,1\n" * 90_000 + "Größe und Maß,straße für alle Gäste\n"
    document = read_here(tmp_path, text.encode(encoding), "a.csv")
    assert blocks(document)[-1] == "a: Größe und Maß | b: straße für alle Gäste"
    is_guessed = any(found.kind is NoticeKind.GUESSED_ENCODING for found in document.warnings)
    assert is_guessed is (encoding == "cp1252")


def test_an_encoding_is_found_by_the_lines_that_need_it(tmp_path: Path) -> None:
    line = "大阪に住んでいる三木さんは二十五歳です,東京の佐藤さんは三十歳です\n"
    data = b"a,b\n" + b"x,1\n" * 90_000 + (line * 5).encode("cp932")
    assert _rows(tmp_path, data)[-1].startswith("a: 大阪に住んでいる")


def test_a_page_is_a_thousand_rows_and_says_which_lines(tmp_path: Path) -> None:
    text = "a,b\n" + "".join(f"{i},x\n" for i in range(2_500))
    document = read_here(tmp_path, text, "a.csv")
    assert [page.label for page in document.pages] == ["2–1,001", "1,002–2,001", "2,002–2,501"]
    assert len(document.blocks) == 2_500


def test_where_reading_stops_is_said(tmp_path: Path) -> None:
    text = "a,b\n" + "".join(f"{i:04},x\n" for i in range(2_000))
    document = read_here(tmp_path, text, "a.csv", limits=ReadLimits(characters=150))
    assert len(document.blocks) == 10
    assert document.warnings[0] == Notice(
        NoticeKind.LINES_MISSING, {"line": 11, "read_mb": 0, "total_mb": 1}
    )
    assert document.skipped[0].why is SkipReason.TOO_MUCH_TEXT


def test_a_field_that_never_ends_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_reader, "_MAX_FIELD", 100)
    text = 'a,b\n1,2\n3,"' + "never ends\n" * 12 + "4,5\n"
    document = read_here(tmp_path, text, "a.csv")
    assert blocks(document)[0] == "a: 1 | b: 2"
    assert blocks(document)[-1] == "a: 4 | b: 5"
    assert document.warnings[0].kind is NoticeKind.PART_MISSING


def test_lines_without_ends_do_not_fill_the_memory(tmp_path: Path) -> None:
    document = read_here(
        tmp_path, "x" * 3_000_000, "a.csv", limits=ReadLimits(characters=2_000_000)
    )
    assert document.characters <= 2_000_000
    assert document.skipped[0].why is SkipReason.TOO_MUCH_TEXT


def test_a_table_without_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(errors.EmptyFile):
        read_here(tmp_path, ",,\n,,\n", "a.csv")
