from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import BlockKind, SkipReason
from desktop_slm.documents.notices import Notice, NoticeKind
from desktop_slm.documents.readers import xlsx_sheet
from tests.fakes.office import cell, number, paragraph, relations, row, sheet, words, xlsx
from tests.fakes.reading import blocks, read_here

SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def test_sheets_are_pages_and_rows_are_lines(tmp_path: Path) -> None:
    rows = row(1, words("A1", "Name"), words("B1", "Sum")) + row(
        5, words("B5", "x"), words("D5", "y")
    )
    document = read_here(
        tmp_path, xlsx({"Rent": sheet(rows), "Other": sheet(row(1, words("A1", "z")))})
    )
    assert [(page.label, page.text) for page in document.pages] == [
        ("Rent", "Rent\n\nA1: Name | Sum\nB5: x | D5: y"),
        ("Other", "Other\n\nA1: z"),
    ]
    assert blocks(document, BlockKind.TABLE_ROW) == ["A1: Name | Sum", "B5: x | D5: y", "A1: z"]


def test_each_kind_of_cell_shows_what_it_shows(tmp_path: Path) -> None:
    cells = [
        cell("A1", "<s:v>1</s:v>", "s"), cell("B1", "<s:v>1</s:v>", "b"),
        cell("C1", "<s:v>#N/A</s:v>", "e"), cell("D1", "<s:f>1+1</s:f><s:v>2</s:v>"),
        cell("E1", "<s:f>SUM(A1:A3)</s:f>"), cell("F1", "<s:f>x</s:f><s:v>said</s:v>", "str"),
        cell("G1", "<s:v>9</s:v>", "s"), cell("H1", "", style=1),
    ]  # fmt: skip
    strings = "<s:si><s:t>no</s:t></s:si><s:si><s:r><s:t>ri</s:t></s:r><s:r><s:t>ch</s:t></s:r>"
    strings += "<s:rPh><s:t>aid</s:t></s:rPh></s:si>"
    document = read_here(tmp_path, xlsx({"S": sheet(row(1, *cells))}, strings=strings))
    assert blocks(document)[1] == "A1: rich | TRUE | #N/A | 2 | =SUM(A1:A3) | said | \ufffd"


@pytest.mark.parametrize(
    ("format", "value", "shown"),
    [
        ("General", 0.1 + 0.2, "0.3"),
        ("0.00", 3.14159, "3.14"),
        ("#,##0.00\\ [$€-407]_-;-0", -12345.678, "-12,345.68 €"),
        ("&quot;$&quot;#,##0", 1234.0, "$1,234"),
        ("0%", 0.256, "26%"),
        ("yyyy\\-mm\\-dd", 45352.0, "2024-03-01"),
        ("d. mmmm yyyy", 59.0, "1900-02-28"),
        ("d.m.yy h:mm", 45352.75, "2024-03-01 18:00"),
        ("[h]:mm", 1.5, "36:00:00"),
        ("h:mm", 0.604166667, "14:30"),
        ("yyyy", 1e300, "1e+300"),
        ("# ?/?", 0.5, "0.5"),
        ("0.0E+00", 12345.0, "12345"),
        ("0" * 300, 5.0, "5"),
    ],
)
def test_numbers_look_as_in_the_sheet_where_that_is_simple(
    tmp_path: Path, format: str, value: float, shown: str
) -> None:
    data = xlsx({"S": sheet(row(1, number("A1", value, 1)))}, formats=[format])
    assert blocks(read_here(tmp_path, data))[1] == f"A1: {shown}"


def test_dates_may_count_from_1904(tmp_path: Path) -> None:
    data = xlsx(
        {"S": sheet(row(1, number("A1", 43890, 1)))},
        formats=["yyyy"], book='<s:workbookPr date1904="1"/>',
    )  # fmt: skip
    assert blocks(read_here(tmp_path, data))[1] == "A1: 2024-03-01"


def test_merged_cells_name_their_range(tmp_path: Path) -> None:
    rows = row(1, words("A1", "Wide"), words("C1", "x")) + row(2, words("A2", "Tall"))
    merged = '<s:mergeCells><s:mergeCell ref="A1:B1"/><s:mergeCell ref="A2:A4"/></s:mergeCells>'
    document = read_here(tmp_path, xlsx({"S": sheet(rows, after=merged)}))
    assert blocks(document)[1:] == ["A1:B1: Wide | x", "A2:A4: Tall"]


def test_what_is_hidden_is_left_out_and_said(tmp_path: Path) -> None:
    columns = '<s:cols><s:col min="2" max="16384" hidden="1"/></s:cols>'
    rows = row(1, words("A1", "seen"), words("B1", "unseen"))
    rows += row(2, words("A2", "unseen"), more=' hidden="1"')
    data = xlsx(
        {"S": sheet(rows, columns), "Old": sheet(rows), "Older": sheet(rows)},
        states={"Old": "hidden", "Older": "veryHidden"},
    )
    document = read_here(tmp_path, data)
    assert document.pages[0].text == "S\n\nA1: seen"
    assert [(page.page, page.why) for page in document.skipped] == [
        (2, SkipReason.HIDDEN),
        (3, SkipReason.HIDDEN),
    ]
    assert document.warnings == (
        Notice(NoticeKind.HIDDEN_SHEETS, {"sheets": 2, "names": "Old, Older"}),
        Notice(NoticeKind.HIDDEN_CELLS, {"cells": 2}),
    )


def test_a_large_sheet_is_read_as_far_as_the_limit_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_sheet, "_MAX_ROWS", 3)
    rows = "".join(row(i, words(f"A{i}", f"row {i}")) for i in range(1, 9))
    document = read_here(tmp_path, xlsx({"S": sheet(rows), "T": sheet(row(1, words("A1", "x")))}))
    assert blocks(document)[-3:] == ["A3: row 3", "T", "A1: x"]
    assert document.warnings == (Notice(NoticeKind.ROWS_MISSING, {"sheet": "S", "row": 3}),)


def test_two_cells_at_the_corners_of_a_sheet_are_two_lines(tmp_path: Path) -> None:
    rows = row(1, words("A1", "first")) + row(1048576, words("XFD1048576", "last"))
    document = read_here(tmp_path, xlsx({"S": sheet(rows)}))
    assert blocks(document)[1:] == ["A1: first", "XFD1048576: last"]


def test_drawings_and_comments_are_counted_and_their_words_read(tmp_path: Path) -> None:
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    parts = {
        "xl/_rels/sheet1.xml.rels": relations(
            ("r1", "drawing", "d.xml"), ("r2", "comments", "c.xml"),
            ("r3", "image", "https://example.invalid/x.png"),
        ),
        "xl/d.xml": f"<x {space}>{paragraph('In a box')}</x>",
        "xl/_rels/d.xml.rels": relations(("r1", "chart", "h.xml"), ("r2", "image", "i.png")),
        "xl/c.xml": (
            f'<s:comments xmlns:s="{SHEETS}"><s:authors><s:author>Ann</s:author></s:authors>'
            '<s:commentList><s:comment ref="A1" authorId="0"><s:text><s:t>Why?</s:t></s:text>'
            "</s:comment></s:commentList></s:comments>"
        ),
    }  # fmt: skip
    data = xlsx({"S": sheet(row(1, words("A1", "x")))}, parts=parts)
    document = read_here(tmp_path, data)
    assert blocks(document) == ["S", "A1: x", "In a box"]
    assert document.warnings == (
        Notice(NoticeKind.COMMENTS, {"comments": 1}),
        Notice(NoticeKind.PICTURES, {"pictures": 1}),
        Notice(NoticeKind.OBJECTS, {"objects": 1}),
    )
    shown = read_here(tmp_path, data, changes=Changes.SHOWN)
    assert blocks(shown)[-1] == "A1: [comment by Ann: Why?]"


def test_a_broken_sheet_gives_what_came_before_and_the_others(tmp_path: Path) -> None:
    broken = sheet(row(1, words("A1", "kept")) + "<s:row><s:c>").replace("</s:sheetData>", "")
    document = read_here(
        tmp_path, xlsx({"A": broken, "B": "<", "C": sheet(row(1, words("A1", "c")))})
    )
    assert [page.text for page in document.pages] == ["A\n\nA1: kept", "C\n\nA1: c"]
    assert document.skipped[0].why is SkipReason.DAMAGED
    assert document.warnings[0] == Notice(NoticeKind.ROWS_MISSING, {"sheet": "A", "row": 2})


def test_a_workbook_without_cells_is_empty(tmp_path: Path) -> None:
    with pytest.raises(errors.EmptyFile):
        read_here(tmp_path, xlsx({"S": sheet("")}))


def test_entities_are_refused(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    document = read_here(tmp_path, xlsx({"S": laughs + sheet(row(1, words("A1", "&b;")))}))
    assert (document.pages, document.skipped[0].why) == ((), SkipReason.DAMAGED)


def test_a_sheet_that_expands_too_far_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.FileTooLarge):
        read_here(tmp_path, xlsx({"S": sheet(" " * 30_000_000)}))
