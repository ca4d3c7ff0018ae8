"""A document's text on sheets: nothing lost, every place found, hostile text plain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page
from desktop_slm.ui.summaries.document.sheet_column import SheetColumn
from desktop_slm.ui.summaries.document.sheet_text import SheetText
from desktop_slm.ui.summaries.document.sheets import SHEET_CHARACTERS, sheets_of
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from tests.data.hostile_answers import HOSTILE
from tests.ui.summary_bench import document


def _plain(text: str, *blocks: Block) -> Document:
    return Document("a.txt", Format.TEXT, "0" * 64, pages=(Page(1, "", text),), blocks=blocks)


def test_every_word_is_on_a_sheet_with_blocks_or_without() -> None:
    text = "Before.\n\nTitle\n\nBetween " + "word " * 3000 + "\n\nAfter."
    given = _plain(text, Block(BlockKind.HEADING, 1, 9, 14, 1))
    sheets = sheets_of(given)
    shown = " ".join(text[p.start : p.end] for sheet in sheets for p in sheet.pieces)
    assert shown.split() == text.split()
    assert len(sheets) > 2
    assert all(s.pieces[-1].end - s.start <= 2 * SHEET_CHARACTERS for s in sheets)


def test_one_endless_word_is_divided_too() -> None:
    sheets = sheets_of(_plain("x" * 100_000))
    assert sum(p.end - p.start for sheet in sheets for p in sheet.pieces) == 100_000
    assert len(sheets) > 10


def test_a_place_is_on_the_sheet_that_shows_it() -> None:
    sheets = sheets_of(document(4, words=3000))
    for index, sheet in enumerate(sheets):
        if sheet.pieces:
            assert sheets.index_at(sheet.page, sheet.pieces[-1].end - 1) == index
    assert sheets[sheets.index_at(5)].why is not None


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(theme: Theme, qtbot: QtBot, text: str) -> None:
    sheet = SheetText(theme)
    qtbot.addWidget(sheet)
    (shown, *_) = sheets_of(_plain(text))
    sheet.show_sheet(shown, 1.0)
    assert sheet.document().toPlainText().count("\ufffc") == 0
    assert not any(
        fragment.charFormat().isAnchor() or fragment.charFormat().isImageFormat()
        for fragment in _fragments(sheet)
    )


def _fragments(sheet: SheetText):  # type: ignore[no-untyped-def]
    block = sheet.document().begin()
    while block.isValid():
        found = block.begin()
        while not found.atEnd():
            yield found.fragment()
            found += 1
        block = block.next()


@pytest.mark.parametrize(
    "before", ["", "👍🏽 𝔘nicode ", "bidi \u202e\u2066 ", "line\nline ", "tab\t"]
)
def test_a_mark_covers_exactly_its_words(theme: Theme, qtbot: QtBot, before: str) -> None:
    text = f"{before}Revenue rose 👍 twice. After."
    sheet = SheetText(theme)
    qtbot.addWidget(sheet)
    sheet.show_sheet(sheets_of(_plain(text))[0], 1.0)
    start = len(before)
    sheet.set_mark((start, start + len("Revenue rose 👍 twice.")))
    assert sheet.marked_text() == "Revenue rose 👍 twice."


def test_a_mark_at_the_very_beginning_covers_its_words(theme: Theme, qtbot: QtBot) -> None:
    given = _plain("Title\n\nText", Block(BlockKind.HEADING, 1, 0, 5, 1))
    sheet = SheetText(theme)
    qtbot.addWidget(sheet)
    sheet.show_sheet(sheets_of(given)[0], 1.0)
    sheet.set_mark((0, 5))
    assert sheet.marked_text() == "Title"


@pytest.fixture
def column(theme: Theme, qtbot: QtBot) -> SheetColumn:
    made = SheetColumn(theme, Words())
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def _settle(column: SheetColumn, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not column._more.isActive())


def test_only_the_sheets_near_the_eye_are_made(column: SheetColumn, qtbot: QtBot) -> None:
    column.show_sheets(sheets_of(document(600)))
    _settle(column, qtbot)
    assert 0 < len(column._cards) < 12
    column.go_to(300)
    _settle(column, qtbot)
    assert column.page == 300
    assert len(column._cards) <= 24


def test_the_page_is_told_while_scrolling_to_the_end(column: SheetColumn, qtbot: QtBot) -> None:
    pages: list[int] = []
    column.page_changed.connect(pages.append)
    column.show_sheets(sheets_of(document(30)))
    column.setFocus()
    QTest.keyClick(column, Qt.Key.Key_PageDown)
    _settle(column, qtbot)
    QTest.keyClick(column, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: column.page == 31)
    assert pages[0] == 1
    assert pages == sorted(pages)


def test_a_mark_is_scrolled_to_and_stays_at_another_zoom(column: SheetColumn, qtbot: QtBot) -> None:
    given = document(40)
    column.show_sheets(sheets_of(given))
    text = given.page(20).text
    start = text.index("Revenue")
    column.mark(20, start, start + 15)
    _settle(column, qtbot)
    assert column.marked_text() == text[start : start + 15]
    column.set_zoom(2.0)
    _settle(column, qtbot)
    assert column.page == 20
    assert column.marked_text() == text[start : start + 15]


def test_what_is_read_stays_when_the_column_gets_narrower(
    column: SheetColumn, qtbot: QtBot
) -> None:
    column.show_sheets(sheets_of(document(60)))
    column.go_to(30)
    _settle(column, qtbot)
    column.resize(250, 500)
    _settle(column, qtbot)
    assert column.page == 30


def test_nothing_is_wider_than_the_column(column: SheetColumn, qtbot: QtBot) -> None:
    column.show_sheets(sheets_of(_plain("x" * 3000)))
    _settle(column, qtbot)
    for card in column._cards.values():
        assert card.width() <= column.viewport().width()
        assert card.text.document().size().width() <= card.text.width() + 1


def test_a_page_without_text_says_so(column: SheetColumn, qtbot: QtBot) -> None:
    column.show_sheets(sheets_of(document(2)))
    column.go_to(3)
    _settle(column, qtbot)
    card = next(card for card in column._cards.values() if card.sheet.page == 3)
    assert card._reason.isVisible()
    assert "no text" in card._reason.text()


def test_a_short_first_page_is_the_page_at_the_top(column: SheetColumn, qtbot: QtBot) -> None:
    column.show_sheets(sheets_of(document(5, words=2)))
    _settle(column, qtbot)
    assert column.page == 1
    column.go_to(2)
    _settle(column, qtbot)
    assert column.page == 2
