"""A sentence is dragged with the mouse: past others, beyond the edge, mirrored, and given up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Evidence, Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.summaries.sentences.drag_marks import InsertionLine, RowPicture
from desktop_slm.ui.summaries.sentences.sentence_acts import Act
from desktop_slm.ui.summaries.sentences.sentence_list import SentenceList
from desktop_slm.ui.summaries.sentences.sentence_row import SentenceRow
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_LEFT = Qt.MouseButton.LeftButton
_BESIDE = QPoint(3, 3)  # on a row, and on no word of it


class Hands:
    """A list of sentences in a low scroll area, and a mouse."""

    def __init__(self, theme: Theme, qtbot: QtBot, count: int, *, can_edit: bool = True) -> None:
        self.area = QScrollArea()
        qtbot.addWidget(self.area)
        content = QWidget()
        column = QVBoxLayout(content)
        self.list = SentenceList(theme, Words(content))
        column.addWidget(self.list)
        self.area.setWidgetResizable(True)
        self.area.setWidget(content)
        self.area.resize(600, 420)
        items = [_item(number) for number in range(count)]
        self.list.show_items(items, [2 * number for number in range(count)], can_edit=can_edit)
        self.area.show()
        self.area.activateWindow()
        qtbot.waitExposed(self.area)
        qtbot.waitUntil(lambda: len(self.list.rows()) == count)
        qtbot.waitUntil(self.area.isActiveWindow)
        QApplication.processEvents()
        self.moved: list[tuple[int, int]] = []
        self.list.moved.connect(lambda *numbers: self.moved.append(numbers))

    def row(self, number: int) -> SentenceRow:
        return self.list.rows()[number]

    def take(self, number: int, handle: QWidget | None = None) -> None:
        """Presses beside the words of a row, and moves so far that it is a drag."""
        self.held = handle or self.row(number)
        at = _BESIDE if handle is None else handle.rect().center()
        QTest.mousePress(self.held, _LEFT, pos=at)
        self.go_to(self.held.mapTo(self.list, at) + QPoint(0, QApplication.startDragDistance() + 1))

    def go_to(self, place: QPoint) -> None:
        """Moves to a place in the list."""
        QTest.mouseMove(self.held, self.held.mapFrom(self.list, place))

    def let_go(self) -> None:
        QTest.mouseRelease(self.held, _LEFT, pos=_BESIDE)

    def below(self, number: int) -> QPoint:
        place = self.row(number).geometry()
        return QPoint(place.left() + 20, place.bottom() - 2)

    def above(self, number: int) -> QPoint:
        place = self.row(number).geometry()
        return QPoint(place.left() + 20, place.top() + 2)

    @property
    def line(self) -> InsertionLine:
        return self.list.findChildren(InsertionLine)[0]

    def pictures(self) -> list[RowPicture]:
        return [each for each in self.area.findChildren(RowPicture) if each.isVisible()]


def _item(number: int) -> Item:
    evidence = Evidence(1, 0, 5, "words", 1.0)
    return Item(f"Sentence number {number} says so.", (evidence,), Support.FULL)


@pytest.fixture
def hands(theme: Theme, qtbot: QtBot) -> Hands:
    """Four sentences with the numbers 0, 2, 4, 6 in the summary: others are left out."""
    return Hands(theme, qtbot, 4)


@pytest.fixture
def mirrored() -> Iterator[None]:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_sentence_goes_down_and_up(hands: Hands) -> None:
    hands.take(0)
    hands.go_to(hands.below(2))
    hands.let_go()
    assert hands.moved == [(0, 5)]  # once it is taken out, 6 is 5
    hands.take(3)
    hands.go_to(hands.above(1))
    hands.let_go()
    assert hands.moved[1:] == [(6, 2)]


def test_below_the_last_one_is_the_end(hands: Hands) -> None:
    hands.take(1)
    hands.go_to(hands.below(3))
    hands.let_go()
    assert hands.moved == [(2, 6)]


def test_a_line_shows_the_place_and_a_picture_follows(hands: Hands) -> None:
    hands.take(0)
    assert not hands.line.isVisible()  # here it would stay where it is
    hands.go_to(hands.below(1))
    assert hands.line.isVisible()
    middle = hands.line.geometry().center().y()
    assert hands.row(1).geometry().bottom() <= middle + 1 <= hands.row(2).geometry().top() + 1
    [picture] = hands.pictures()
    before = picture.y()
    hands.go_to(hands.below(2))
    assert picture.y() > before
    hands.let_go()
    assert not hands.line.isVisible()
    assert hands.pictures() == []


@pytest.mark.usefixtures("mirrored")
def test_mirrored_the_knob_is_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    hands = Hands(theme, qtbot, 3)
    hands.take(0)
    hands.go_to(hands.below(2))
    picture = hands.line.grab().toImage()
    middle = picture.height() // 2
    accent, side = theme.color("accent").rgb(), picture.height() - 1
    columns = [
        x for x in range(picture.width()) if accent in (picture.pixel(x, 0), picture.pixel(x, 1))
    ]
    assert columns and min(columns) > picture.width() - 2 * side
    assert picture.pixel(10, middle) == accent or picture.pixel(10, middle - 1) == accent
    hands.let_go()
    assert hands.moved == [(0, 4)]


def test_escape_gives_it_up(hands: Hands) -> None:
    hands.take(0)
    hands.go_to(hands.below(2))
    QTest.keyClick(hands.row(0), Qt.Key.Key_Escape)
    assert not hands.line.isVisible()
    assert hands.pictures() == []
    hands.let_go()
    assert hands.moved == []


def test_another_button_gives_it_up(hands: Hands) -> None:
    hands.take(0)
    hands.go_to(hands.below(2))
    QTest.mousePress(hands.row(0), Qt.MouseButton.RightButton, pos=_BESIDE)
    hands.let_go()
    assert hands.moved == []


def test_at_the_edge_the_list_scrolls_on(theme: Theme, qtbot: QtBot) -> None:
    hands = Hands(theme, qtbot, 40)
    bar = hands.area.verticalScrollBar()
    assert bar.maximum() > 0
    hands.take(0)
    view = hands.area.viewport()
    hands.go_to(hands.list.mapFrom(view, QPoint(30, view.height() - 2)))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=10_000)
    hands.let_go()
    assert hands.moved == [(0, 78)]


def test_the_button_of_the_menu_is_a_handle_too(hands: Hands) -> None:
    hands.list.focus_row(0)
    handle = hands.row(0).handles()[-1]
    acts: list[Act] = []
    hands.list.act_requested.connect(lambda _number, act: acts.append(act))
    hands.take(0, handle)
    hands.go_to(hands.below(1))
    hands.let_go()
    assert hands.moved == [(0, 3)]
    assert QApplication.activePopupWidget() is None
    hands.take(1, hands.row(1).mark)
    hands.go_to(hands.above(0))
    hands.let_go()
    assert hands.moved[1:] == [(2, 0)]
    assert acts == []  # nothing was ticked


@pytest.mark.qt_log_ignore("not accepted by receiving")  # nobody waits for it
def test_what_cannot_be_edited_cannot_be_dragged(theme: Theme, qtbot: QtBot) -> None:
    hands = Hands(theme, qtbot, 3, can_edit=False)
    hands.take(0)
    hands.go_to(hands.below(2))
    assert not hands.line.isVisible()
    hands.let_go()
    assert hands.moved == []


def test_a_row_that_goes_ends_its_drag(hands: Hands) -> None:
    hands.take(3)
    hands.go_to(hands.above(1))
    hands.list.show_items([_item(0), _item(1)], [0, 2], can_edit=True)
    assert not hands.line.isVisible()
    assert hands.pictures() == []
