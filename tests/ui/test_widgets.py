"""The small pieces: names for those who do not see, keys, sizes, and words of any length."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.cited_text import CitedText
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog, Question, confirm, confirm_link
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.empty_state import EmptyState
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.item_list import IS_SECTION_ROLE, ItemList
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.radio_button import RadioButton
from desktop_slm.ui.widgets.search_field import SearchField
from desktop_slm.ui.widgets.segmented_control import SegmentedControl
from desktop_slm.ui.widgets.tab_bar import TabBar
from desktop_slm.ui.widgets.user_message import UserMessage
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

LENGTHS = [("brief", "Brief"), ("standard", "Standard"), ("detailed", "Detailed")]


def test_an_icon_button_has_a_name_a_tooltip_and_room(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "copy", "Copy <b>", shortcut="Ctrl+C")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Copy <b>"
    assert button.toolTip() == "<qt>Copy &lt;b&gt; (Ctrl+C)</qt>"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


@pytest.mark.parametrize("zoom", [100, 125, 200])
def test_everything_that_can_be_hit_is_large_enough(theme: Theme, qtbot: QtBot, zoom: int) -> None:
    theme.set_zoom(zoom)
    pieces: list[QWidget] = [
        IconButton(theme, "x", "Close", kind="tiny"),
        Chip(theme, "1"),
        CheckBox(theme, "x"),
        ComboBox(theme, "Language", [("en", "English")]),
        SegmentedControl(theme, "Length", LENGTHS),
        Button(theme, "measure", kind="link"),
        Button(theme, "Copy", kind="small"),
        SearchField(theme, "Search"),
    ]
    for piece in pieces:
        qtbot.addWidget(piece)
        piece.ensurePolished()
        size = piece.sizeHint()
        assert min(size.width(), size.height()) >= 24 * zoom / 100, type(piece).__name__


def test_a_button_shows_an_ampersand_as_a_letter(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "R&D")
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName()) == ("R&&D", "R&D")


def test_a_chosen_row_has_a_bar_at_the_side_where_words_begin(theme: Theme, qtbot: QtBot) -> None:
    row = Button(theme, "Summarize", kind="row", icon="file-text")
    qtbot.addWidget(row)
    row.setCheckable(True)
    row.setChecked(True)
    row.resize(200, 35)
    assert row.grab().toImage().pixelColor(1, 17) == theme.color("accent")
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert row.grab().toImage().pixelColor(198, 17) == theme.color("accent")


def test_a_menu_shows_plain_words_and_runs_what_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    menu = Menu(theme)
    qtbot.addWidget(menu)
    chosen: list[str] = []
    menu.add("R&D <b>", lambda: chosen.append("a"), icon="copy")
    menu.add_choice("Small", lambda: chosen.append("b"), is_chosen=True)
    first, second = menu.actions()
    assert first.text() == "R&&D <b>"
    assert second.isChecked()
    first.trigger()
    second.trigger()
    assert chosen == ["a", "b"]


def test_a_chip_answers_to_mouse_space_and_enter(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "p. 14", "Source, page 14: Revenue rose by 12 %")
    qtbot.addWidget(chip)
    pressed = QSignalSpy(chip.clicked)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(chip, key)
    assert pressed.count() == 4
    assert chip.accessibleName() == "Source, page 14: Revenue rose by 12 %"


def test_an_elided_label_tells_all_in_its_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("annual-report-of-the-whole-company.pdf")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "annual-report-of-the-whole-company.pdf"
    label.resize(800, 20)
    assert label.toolTip() == ""


def test_a_wrapped_label_is_as_high_as_its_lines(theme: Theme, qtbot: QtBot) -> None:
    label = WrappedLabel("word " * 40)
    qtbot.addWidget(label)
    assert label.heightForWidth(2000) == 21
    assert label.heightForWidth(200) % 21 == 0
    assert label.heightForWidth(200) > 100
    assert label.minimumSizeHint().width() < 80  # a long word does not hold the window open


def test_one_segment_is_always_chosen(theme: Theme, qtbot: QtBot) -> None:
    control = SegmentedControl(theme, "Length", LENGTHS)
    qtbot.addWidget(control)
    control.show()
    control.activateWindow()
    qtbot.waitUntil(control.isActiveWindow)
    changed = QSignalSpy(control.choice_changed)
    control.choose("standard")
    segments = control.findChildren(QAbstractButton)
    segments[1].setFocus()
    QTest.keyClick(segments[1], Qt.Key.Key_Right)
    assert control.choice() == "detailed"
    QTest.mouseClick(segments[0], Qt.MouseButton.LeftButton)
    assert [changed.at(at)[0] for at in range(3)] == ["standard", "detailed", "brief"]


def test_segments_that_do_not_fit_stand_one_below_the_other(theme: Theme, qtbot: QtBot) -> None:
    control = SegmentedControl(theme, "Length", LENGTHS)
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    control.show()
    segments = control.findChildren(QAbstractButton)
    assert len({each.y() for each in segments}) == 1
    control.resize(control.minimumSizeHint().width(), control.heightForWidth(100))
    assert len({each.y() for each in segments}) == len(segments)
    assert {each.width() for each in segments} == {control.width()}
    QTest.mouseClick(segments[2], Qt.MouseButton.LeftButton)
    assert control.choice() == "detailed"


def test_progress_is_words_and_a_bar_and_never_endless(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.show()
    line.show_progress("Reading passage 37 of 52", 0.71, "about 6 min left")
    bar = line.findChild(QProgressBar)
    assert bar is not None
    assert line.share() == 0.71
    assert bar.accessibleName() == "Reading passage 37 of 52"
    line.show_progress("Loading", None)
    assert not bar.isVisible()


def test_a_banner_says_what_happened_and_copies_the_details(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    assert not banner.isVisible()
    tried: list[int] = []
    actions = (("Try again", lambda: tried.append(1)),)
    banner.show_message("The disk is full.", tone="error", details="DiskFull at x", actions=actions)
    buttons = {each.text(): each for each in banner.findChildren(QPushButton)}
    assert list(buttons) == ["Try again", "Copy details"]
    for button in buttons.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tried == [1]
    assert QGuiApplication.clipboard().text() == "The disk is full.\n\nDiskFull at x"
    assert banner.accessibleName() == "The disk is full."


def test_a_banner_can_be_dismissed_and_used_again(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.show_message("One.", actions=(("Act", print),))
    close = banner.findChild(QToolButton)
    assert close is not None
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    banner.show_message("Two.")
    assert banner.isVisible()
    assert not any(each.isVisible() for each in banner.findChildren(QPushButton))


def test_a_question_is_answered_by_its_buttons(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    answers: list[str] = []
    question = Question("Delete this chat?", "It has 14 messages.", "Delete", is_dangerous=True)
    for press in ("Cancel", "Delete"):
        dialog = confirm(theme, page, question, lambda: answers.append("yes"))
        button = next(each for each in dialog.findChildren(QPushButton) if each.text() == press)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers == ["yes"]


@pytest.mark.parametrize(("is_dangerous", "result"), [(True, 0), (False, 1)])
def test_enter_says_yes_only_where_nothing_is_lost(
    theme: Theme, qtbot: QtBot, is_dangerous: bool, result: int
) -> None:
    dialog = ConfirmDialog(theme, Question("Sure?", "?", "Do", is_dangerous=is_dangerous))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == result
    assert not dialog.isVisible()


def test_a_link_s_whole_address_is_shown_before_it_opens(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    opened: list[int] = []
    url = "https://example.org/" + "long/" * 60
    dialog = confirm_link(theme, page, url, lambda: opened.append(1))
    box = dialog.findChild(QPlainTextEdit)
    assert box is not None
    assert box.toPlainText() == url
    assert opened == []
    dialog.accept()
    assert opened == [1]


def test_a_check_box_is_hit_anywhere_on_it(theme: Theme, qtbot: QtBot) -> None:
    box = CheckBox(theme, "Hide titles")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 6, box.height() // 2))
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert box.accessibleName() == "Hide titles"


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_long_words_beside_a_mark_take_several_lines(
    theme: Theme, qtbot: QtBot, kind: type[CheckBox] | type[RadioButton]
) -> None:
    box = kind(theme, "Ask me each time before this app goes online " * 4)
    qtbot.addWidget(box)
    assert box.minimumSizeHint().width() < box.sizeHint().width() / 4
    one, several = box.heightForWidth(box.sizeHint().width()), box.heightForWidth(200)
    assert several > 3 * box.fontMetrics().height() > one
    box.resize(200, several)
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(190, several - 4))
    assert box.isChecked()


def test_a_combo_box_gives_values_for_words(theme: Theme, qtbot: QtBot) -> None:
    box = ComboBox(theme, "Language", [("en", "English"), ("de", "German")])
    qtbot.addWidget(box)
    box.choose("de")
    assert (box.choice(), box.currentText(), box.accessibleName()) == ("de", "German", "Language")


def test_esc_empties_the_search_field(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search")
    qtbot.addWidget(field)
    field.show()
    cross = field.findChild(QToolButton)
    assert cross is not None
    assert not cross.isVisible()
    QTest.keyClicks(field, "lease")
    assert cross.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    QTest.keyClicks(field, "lease")
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""


def test_tabs_are_plain_and_named(theme: Theme, qtbot: QtBot) -> None:
    tabs = TabBar("Parts")
    qtbot.addWidget(tabs)
    tabs.add("R&D")
    assert (tabs.tabText(0), tabs.accessibleName()) == ("R&&D", "Parts")


def test_a_flow_breaks_where_there_is_no_room(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(theme, page, gap=8)
    for _ in range(6):
        flow.addWidget(Button(theme, "A button"))
    one = flow.heightForWidth(2000)
    assert flow.heightForWidth(250) >= 2 * one
    page.resize(250, 400)
    page.show()
    rights = [each.geometry().right() for each in page.findChildren(QPushButton)]
    assert max(rights) < 250


def test_a_flow_begins_at_the_right_in_a_mirrored_window(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(theme, page, gap=8)
    first, second = Button(theme, "First"), Button(theme, "Second")
    flow.addWidget(first)
    flow.addWidget(second)
    page.resize(400, 60)
    page.show()
    assert first.geometry().right() == 399
    assert second.x() < first.x()


def test_an_empty_state_fits_a_narrow_page(theme: Theme, qtbot: QtBot) -> None:
    state = EmptyState(theme, "file-text", "Summarize", "word " * 30, [Button(theme, "Choose…")])
    qtbot.addWidget(state)
    state.resize(300, 500)
    state.show()
    labels = state.findChildren(WrappedLabel)
    assert all(each.mapTo(state, QPoint(each.width(), 0)).x() <= 300 for each in labels)
    assert labels[1].height() >= labels[1].heightForWidth(labels[1].width())


def test_a_card_that_is_chosen_does_not_move_what_is_in_it(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme)
    qtbot.addWidget(card)
    button = Button(theme, "Get")
    card.column.addWidget(button)
    card.resize(200, 100)
    card.show()
    before = button.geometry()
    card.set_selected(True)
    QTest.qWait(1)
    assert button.geometry() == before


def test_a_person_s_message_is_as_wide_as_its_words(theme: Theme, qtbot: QtBot) -> None:
    short, long = UserMessage(theme, "Shorter, please."), UserMessage(theme, "word " * 200)
    for message in (short, long):
        qtbot.addWidget(message)
        message.resize(600, 20)
        message.show()
    assert short.body.width() < 200
    assert 400 < long.body.width() < 510
    assert long.height() > 5 * short.height() / 2
    assert short.body.mapTo(short, QPoint(short.body.width(), 0)).x() == 600 - 14


def test_chips_follow_the_last_word_and_break_onto_the_next_line(
    theme: Theme, qtbot: QtBot
) -> None:
    cited = CitedText(theme)
    qtbot.addWidget(cited)
    cited.resize(400, 20)
    cited.show()
    cited.show_sentence("Revenue grew.", [("p. 14", "Source, page 14"), ("p. 31", "Source")])
    first, second = cited.chips()
    assert 80 < first.x() < second.x() < 250
    assert first.accessibleName() == "Source, page 14"
    wide = cited.height()
    cited.resize(130, wide)
    assert second.y() > 12
    assert second.geometry().right() < 130
    assert cited.height() > wide
    with qtbot.waitSignal(cited.chip_activated) as activated:
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert activated.args == [1]


def test_doubted_words_are_marked_behind_an_emoji_too(theme: Theme, qtbot: QtBot) -> None:
    cited = CitedText(theme)
    qtbot.addWidget(cited)
    sentence = "👍 Profit doubled."
    start = sentence.index("doubled")
    cited.show_sentence(sentence, (), [(start, start + 7)])
    block = cited.text.document().begin()
    place = block.begin()
    waved = []
    while not place.atEnd():
        fragment = place.fragment()
        if (
            fragment.charFormat().underlineStyle()
            is fragment.charFormat().UnderlineStyle.WaveUnderline
        ):
            waved.append(fragment.text())
        place += 1
    assert waved == ["doubled"]


@pytest.fixture
def chats(theme: Theme, qtbot: QtBot) -> ItemList:
    shown = ItemList(theme, "Chats")
    qtbot.addWidget(shown)
    model = QStandardItemModel(shown)
    for words in ("#Today", "Lease questions", "Packing list", "#Yesterday", "Letter " * 30):
        item = QStandardItem(words.lstrip("#"))
        item.setData(words.startswith("#"), IS_SECTION_ROLE)
        item.setEnabled(not words.startswith("#"))
        model.appendRow(item)
    shown.setModel(model)
    shown.resize(200, 200)
    shown.show()
    return shown


def test_a_list_is_walked_with_the_keyboard_past_its_headings(chats: ItemList) -> None:
    chats.setFocus()
    chats.setCurrentIndex(chats.model().index(2, 0))
    activated = QSignalSpy(chats.activated)
    QTest.keyClick(chats, Qt.Key.Key_Down)
    QTest.keyClick(chats, Qt.Key.Key_Return)
    assert activated.at(0)[0].row() == 4


def test_a_selection_is_told_by_a_bar_and_not_by_colour_alone(
    theme: Theme, chats: ItemList
) -> None:
    chats.setCurrentIndex(chats.model().index(1, 0))
    place = chats.visualRect(chats.model().index(1, 0))
    picture = chats.viewport().grab().toImage()
    assert picture.pixelColor(3, place.center().y()) == theme.color("accent")


def test_ten_thousand_items_are_laid_out_without_being_measured(theme: Theme, qtbot: QtBot) -> None:
    shown = ItemList(theme, "Chats")
    qtbot.addWidget(shown)
    model = QStandardItemModel(shown)
    for number in range(10_000):
        model.appendRow(QStandardItem(f"Chat {number}"))
    shown.setModel(model)
    shown.resize(200, 400)
    shown.show()
    assert shown.verticalScrollBar().maximum() > 300_000
