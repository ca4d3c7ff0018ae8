"""The document's side of the page: pictures or text, marks, search, lists, by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm import errors
from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Document, Format, Recognized
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.summaries.document.document_pane import DocumentPane
from desktop_slm.ui.summaries.document.view_kind import ViewKind
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Opened
from desktop_slm.ui.theme import Theme
from tests.fakes.page_pictures import Press
from tests.ui.summary_bench import document

LEFT = Qt.MouseButton.LeftButton
FILE = Path("report.pdf")


class Stage:
    """A pane with a document of 30 pages and one without text, and the press that draws it."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.document = document(30)
        self.press = Press(self.document.sha256, 31)
        self.operations = Operations()
        self.words = Words()
        self.qtbot = qtbot
        self.pane = DocumentPane(
            theme, self.words, self.operations, make_pictures=self.press.open_file
        )
        self.pane.resize(450, 600)
        self.pane.show()
        qtbot.waitExposed(self.pane)

    def open(self, given: Document | None = None, path: Path | None = FILE) -> None:
        """Shows the document and waits until it is known whether there are pictures."""
        given = given or self.document
        self.words.take(given)
        self.pane.show_document(Opened.of(given), path)
        store = self.pane.store
        self.qtbot.waitUntil(lambda: bool(store.sizes) or store.why_not is not None)
        self.settle()

    def settle(self) -> None:
        """Waits until nothing is under way."""
        pane = self.pane
        self.qtbot.waitUntil(
            lambda: (
                not (
                    pane.store.is_busy
                    or pane.pictures.is_wishing
                    or pane.column._more.isActive()
                    or pane.search.is_searching
                )
            )
        )

    def place(self, page: int, words: str) -> Place:
        start = self.document.page(page).text.index(words)
        return Place(page, start, start + len(words))

    def search(self, words: str) -> None:
        self.pane.open_search()
        QTest.keyClicks(self.pane.search_bar.field, words)
        self.settle()


@pytest.fixture
def stage(theme: Theme, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(theme, qtbot)
    yield made
    made.pane.leave()
    made.operations.shut_down()
    made.pane.close()
    made.pane.deleteLater()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def segment(control: QWidget, words: str) -> QWidget:
    return next(each for each in control.findChildren(QWidget) if each.accessibleName() == words)


def shown(stage: Stage) -> QImage:
    return stage.pane.pictures.viewport().grab().toImage()


# Pictures


def test_a_pdf_is_shown_as_pictures_and_only_those_near_the_eye_are_drawn(stage: Stage) -> None:
    stage.open()
    assert stage.pane.view is ViewKind.PICTURES
    assert stage.pane.pictures.isVisible()
    assert {1, 2} <= {page for page, _ in stage.press.drawn} <= {1, 2, 3}
    middle = stage.pane.pictures.page_place(1).center()
    assert shown(stage).pixelColor(middle) == QColor(255, 255, 1)


def test_scrolling_draws_what_comes_into_sight(stage: Stage) -> None:
    stage.open()
    stage.pane.pictures.setFocus()
    QTest.keyClick(stage.pane.pictures, Qt.Key.Key_End)
    stage.settle()
    assert stage.pane.pictures.page == 31
    assert stage.pane.bar.page.text() == "31"
    drawn = {page for page, _ in stage.press.drawn}
    assert 31 in drawn
    assert 15 not in drawn


def test_a_page_that_is_not_drawn_yet_stands_as_paper_of_its_size(stage: Stage) -> None:
    stage.open()
    place = stage.pane.pictures.page_place(20)
    assert place.height() == round(place.width() * 792 / 612)


def test_pictures_are_as_wide_as_the_column_and_grow_with_the_zoom(stage: Stage) -> None:
    stage.open()
    column = stage.pane.pictures
    before = column.page_place(1).width()
    assert column.horizontalScrollBar().maximum() == 0
    assert column.viewport().width() - before < 60
    at, delta = QPointF(50, 50), QPoint(0, 120)
    none = Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        at, at, QPoint(), delta, none, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(column.viewport(), wheel)
    stage.settle()
    assert column.page_place(1).width() == round(1.25 * before)
    assert stage.pane.bar.zoom.text() == "125 %"
    assert column.horizontalScrollBar().maximum() > 0
    assert (1, round(1.25 * before * column.devicePixelRatioF())) in stage.press.drawn
    click(stage.pane.bar.zoom)
    assert column.page_place(1).width() == before


def test_what_is_read_stays_at_another_width_and_zoom(stage: Stage) -> None:
    stage.open()
    stage.pane.pictures.go_to(20)
    stage.pane.resize(700, 600)
    stage.pane.bar.larger.click()
    stage.settle()
    assert stage.pane.pictures.page == 20


def test_memory_for_pictures_is_bounded(stage: Stage) -> None:
    stage.open()
    stage.pane.resize(1200, 900)
    for page in range(1, 31):
        stage.pane.pictures.go_to(page)
        stage.settle()
    assert len({page for page, _ in stage.press.drawn}) == 31
    assert 30 << 20 < stage.pane.store.kept_bytes <= 97 << 20


def test_leaving_the_document_ends_what_draws_it(stage: Stage) -> None:
    stage.open()
    stage.pane.leave()
    assert stage.press.ended == 1
    assert stage.pane.store.kept_bytes == 0


# Marks


def test_a_source_is_marked_on_the_picture_with_an_outline(stage: Stage) -> None:
    stage.open()
    stage.pane.show_source(stage.place(9, "Revenue of unit9"))
    stage.settle()
    column = stage.pane.pictures
    assert stage.press.sought == [(9, 11, 27)]
    assert stage.pane.bar.page.text() == "9"
    page = column.page_place(9)
    inside = QPoint(page.center().x(), page.top() + round(0.22 * page.height()))
    assert shown(stage).rect().contains(inside)
    blue = 9 * 0x9A // 255
    colour = shown(stage).pixelColor(inside)
    assert (colour.red(), colour.green()) == (0xFF, 0xE6)
    assert abs(colour.blue() - blue) <= 2
    edge = QPoint(inside.x(), page.top() + round(0.2 * page.height()) - 1)
    near = [shown(stage).pixelColor(edge + QPoint(0, step)) for step in (-1, 0, 1)]
    assert any(each.lightness() < 150 for each in near)


def test_the_same_passage_is_marked_in_the_text(stage: Stage) -> None:
    stage.open()
    stage.pane.show_source(stage.place(9, "Revenue of unit9"))
    click(segment(stage.pane.bar.views, "Text"))
    stage.settle()
    assert stage.pane.column.isVisible()
    assert stage.pane.column.marked_text() == "Revenue of unit9"
    assert stage.pane.column.page == 9


def test_words_that_do_not_stand_on_the_picture_lead_to_the_text(stage: Stage) -> None:
    stage.open()
    stage.press.marks = ()
    stage.pane.show_source(stage.place(9, "Revenue of unit9"))
    stage.settle()
    assert "cannot be marked on the picture" in stage.pane.notice.words()
    button = next(b for b in stage.pane.notice.findChildren(QPushButton) if b.isVisible())
    click(button)
    assert stage.pane.view is ViewKind.TEXT
    assert stage.pane.column.marked_text() == "Revenue of unit9"


def test_words_that_were_recognised_are_marked_where_they_were_read(stage: Stage) -> None:
    found = Recognized(3, "eng", 90, (), ((0, 7, 1000, 2000, 3000, 2200),))
    stage.open(replace(stage.document, recognized=(found,)))
    stage.pane.show_source(Place(3, 0, 7))
    stage.settle()
    assert stage.press.sought == []
    assert stage.pane.pictures.marks == ((0.1, 0.2, 0.3, 0.22),)


def test_a_recognised_page_leads_to_its_picture_and_dots_its_doubts(stage: Stage) -> None:
    found = Recognized(3, "eng", 90, ((0, 7),))
    stage.open(replace(stage.document, recognized=(found,)))
    click(segment(stage.pane.bar.views, "Text"))
    stage.pane.column.go_to(3)
    stage.settle()
    card = next(card for card in stage.pane.column._cards.values() if card.sheet.page == 3)
    cursor = card.text.textCursor()
    cursor.setPosition(3)
    style = cursor.charFormat().underlineStyle()
    assert style is cursor.charFormat().UnderlineStyle.DotLine
    button = next(b for b in card.findChildren(QPushButton) if b.text() == "Show the picture")
    click(button)
    assert stage.pane.view is ViewKind.PICTURES
    assert stage.pane.pictures.page == 3


# No pictures


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (errors.FileMissing(name="a"), "the file is not where it was"),
        (errors.PasswordNeeded(name="a"), "locked by a password"),
        (errors.DamagedFile(name="a"), "the file was changed"),
        (errors.ReaderCrashed(name="a", how="x"), "the reader stopped"),
    ],
)
def test_a_file_that_cannot_be_drawn_is_shown_as_text_with_one_line_why(
    stage: Stage, refusal: errors.DocumentError, words: str
) -> None:
    stage.press.refusal = refusal
    stage.open()
    assert stage.pane.view is ViewKind.TEXT
    assert stage.pane.column.isVisible()
    assert not stage.pane.bar.views.isVisible()
    assert words in stage.pane.notice.words()


def test_another_file_of_that_name_is_not_shown(stage: Stage) -> None:
    stage.press.sizes = replace(stage.press.sizes, sha256="0" * 63 + "f")
    stage.open()
    assert stage.pane.view is ViewKind.TEXT
    assert "the file was changed after it was read" in stage.pane.notice.words()
    assert stage.press.drawn == []


def test_a_stored_document_gets_its_pictures_when_its_file_is_found(stage: Stage) -> None:
    stage.open(path=None)
    assert "the file itself is not kept here" in stage.pane.notice.words()
    asked = QSignalSpy(stage.pane.file_requested)
    click(next(b for b in stage.pane.notice.findChildren(QPushButton) if b.isVisible()))
    assert asked.count() == 1
    stage.pane.take_file(FILE)
    stage.qtbot.waitUntil(lambda: stage.pane.view is ViewKind.PICTURES)
    assert stage.pane.notice.words() == ""


def test_a_format_without_pages_has_neither_switch_nor_excuse(stage: Stage) -> None:
    given = replace(document(3, "a.docx"), format=Format.DOCX)
    stage.words.take(given)
    stage.pane.show_document(Opened.of(given), Path("a.docx"))
    assert stage.pane.view is ViewKind.TEXT
    assert not stage.pane.bar.views.isVisible()
    assert stage.pane.notice.words() == ""


def test_a_page_that_ends_the_reader_is_said_and_the_others_are_drawn(stage: Stage) -> None:
    stage.press.failures = {2: errors.ReaderCrashed(name="a", how="x")}
    stage.open()
    assert "Page 2 could not be drawn" in stage.pane.notice.words()
    stage.pane.pictures.go_to(3)
    stage.settle()
    assert stage.pane.view is ViewKind.PICTURES
    assert {page for page, _ in stage.press.drawn} == {1, 3, 4}


def test_pages_that_all_end_the_reader_leave_the_text(stage: Stage) -> None:
    crash = errors.ReaderCrashed(name="a", how="x")
    stage.press.failures = dict.fromkeys(range(1, 32), crash)
    stage.open()
    stage.pane.pictures.go_to(3)
    stage.qtbot.waitUntil(lambda: stage.pane.view is ViewKind.TEXT)
    assert stage.pane.column.page == 3
    assert "the reader stopped" in stage.pane.notice.words()
    assert stage.pane.column.isVisible()


# Search


def test_a_search_goes_through_the_matches_and_marks_them_in_both_views(stage: Stage) -> None:
    stage.open()
    stage.search("revenue")
    bar = stage.pane.search_bar
    assert bar.count.text() == "1 of 30"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    stage.settle()
    assert bar.count.text() == "2 of 30"
    assert stage.pane.pictures.page == 2
    assert stage.pane.column.marked_text() == "Revenue"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    stage.pane.find_next(-1)
    stage.settle()
    assert bar.count.text() == "30 of 30"


def test_in_a_low_window_the_search_stands_in_the_bar_s_place(stage: Stage) -> None:
    stage.pane.resize(450, 250)
    stage.open()
    stage.search("revenue")
    assert not stage.pane.bar.isVisible()
    assert stage.pane.pictures.height() > 150
    QTest.keyClick(stage.pane.search_bar.field, Qt.Key.Key_Escape)
    assert stage.pane.bar.isVisible()


def test_the_bar_stands_on_one_line_beside_a_summary(stage: Stage) -> None:
    stage.open()
    stage.pane.resize(448, 600)
    tops = {each.mapTo(stage.pane.bar, QPoint(0, each.height() // 2)).y() for each in _parts(stage)}
    assert max(tops) - min(tops) < 4


def _parts(stage: Stage) -> list[QWidget]:
    bar = stage.pane.bar
    return [bar.before, bar.page, bar.views, bar.search, bar.larger]


def test_all_matches_are_outlined_in_the_text_until_the_search_is_closed(stage: Stage) -> None:
    stage.open()
    stage.pane.bar.views.choose("text")
    stage.settle()
    text = stage.pane.column._cards[0].text
    before = text.viewport().grab().toImage()
    stage.search("e")
    stage.settle()
    first = text.viewport().grab().toImage()
    stage.pane.find_next(1)
    stage.settle()
    assert first != before
    assert text.viewport().grab().toImage() != first
    QTest.keyClick(stage.pane.search_bar.field, Qt.Key.Key_Escape)
    stage.pane.column.clear_mark()
    assert text.viewport().grab().toImage() == before


def test_words_that_are_nowhere_are_said_to_be_nowhere(stage: Stage) -> None:
    stage.open()
    stage.search("elephant")
    assert stage.pane.search_bar.count.text() == "Not found"
    assert not stage.pane.search_bar.after.isEnabled()


def test_esc_closes_the_search_and_then_leaves(stage: Stage) -> None:
    stage.open()
    left = QSignalSpy(stage.pane.left)
    stage.search("revenue")
    QTest.keyClick(stage.pane.search_bar.field, Qt.Key.Key_Escape)
    assert not stage.pane.search_bar.isVisible()
    assert left.count() == 0
    QTest.keyClick(stage.pane.pictures, Qt.Key.Key_Escape)
    assert left.count() == 1


# Lists, pages, selection


def test_the_list_of_pages_shows_small_pictures_and_leads_to_a_page(stage: Stage) -> None:
    stage.open()
    stage.pane.resize(800, 600)
    click(stage.pane.bar.lists)
    click(segment(stage.pane.lists.choice, "Pages"))
    stage.settle()
    pages = stage.pane.lists.pages
    stage.qtbot.waitUntil(lambda: (4, pages.small_width()) in stage.press.drawn)
    pages.setFocus()
    pages.setCurrentIndex(pages.model().index(3, 0))
    QTest.keyClick(pages, Qt.Key.Key_Return)
    assert stage.pane.pictures.page == 4
    assert stage.pane.pictures.isVisible()
    assert pages.isVisible()


def test_in_the_text_view_the_pages_are_listed_by_name(stage: Stage) -> None:
    given = stage.document
    labels = [replace(page, label="iv" if page.number == 4 else page.label) for page in given.pages]
    stage.open(replace(given, pages=tuple(labels)))
    click(segment(stage.pane.bar.views, "Text"))
    names = stage.pane.lists.pages
    assert not names.has_pictures
    lines = [str(names.model().index(row, 0).data()) for row in (0, 3, 30)]
    assert lines == ["Page 1", "Page 4 · iv", "Page 31"]


def test_a_page_is_entered_by_number_or_label(stage: Stage) -> None:
    given = stage.document
    labels = [replace(page, label="iv" if page.number == 4 else page.label) for page in given.pages]
    stage.open(replace(given, pages=tuple(labels)))
    field = stage.pane.bar.page
    for typed, page in (("17", 17), ("iv", 4), ("99", 4)):
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert stage.pane.pictures.page == page
        assert field.text() == str(page)


def test_a_selection_in_the_text_tells_its_place(stage: Stage) -> None:
    stage.open()
    click(segment(stage.pane.bar.views, "Text"))
    stage.settle()
    told = QSignalSpy(stage.pane.places_selected)
    text = stage.pane.column._cards[0].text
    wanted = stage.place(1, "Revenue of unit1")
    cursor = text.textCursor()
    shown = text.toPlainText()
    cursor.setPosition(shown.index("Revenue"))
    text.setTextCursor(cursor)
    text.setFocus()
    for _ in range(len("Revenue of unit1")):
        QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told.at(told.count() - 1) == [wanted.page, wanted.start, wanted.end]
    cursor.clearSelection()
    text.setTextCursor(cursor)
    assert told.at(told.count() - 1) == [0, 0, 0]


def test_words_of_the_text_are_selected_by_keyboard_alone(stage: Stage) -> None:
    stage.open()
    stage.pane.bar.views.choose("text")
    stage.pane.column.go_to(12)
    stage.settle()
    told = QSignalSpy(stage.pane.places_selected)
    stage.pane.focus_text()
    QTest.keyClick(stage.pane.column, Qt.Key.Key_Return)
    text = stage.pane.focusWidget()
    assert text is not None
    QTest.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(4):
        QTest.keyClick(text, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page, start, end = told.at(told.count() - 1)
    assert page == 12
    assert end - start > 40
    left = QSignalSpy(stage.pane.left)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert left.count() == 1


@pytest.mark.parametrize(("zoom", "width"), [(100, 360), (200, 911)])
def test_everything_fits_a_small_window(stage: Stage, zoom: int, width: int, theme: Theme) -> None:
    theme.set_zoom(zoom)
    stage.open()
    stage.search("revenue")
    stage.pane.resize(width, 420)
    stage.settle()
    assert stage.pane.minimumSizeHint().width() <= width
    assert stage.pane.pictures.horizontalScrollBar().maximum() == 0
    assert stage.pane.pictures.height() > 100


def test_every_control_has_a_name(stage: Stage) -> None:
    stage.open()
    stage.pane.open_search()
    unnamed = [
        each
        for each in stage.pane.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.accessibleName()
    ]
    assert unnamed == []
