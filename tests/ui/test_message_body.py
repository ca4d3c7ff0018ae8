"""An answer as a person meets it: streamed, selected, copied, too long, at any width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.code_block import CodeBlock, code_of
from desktop_slm.ui.widgets.document_writer import LONGEST_LAID_OUT
from desktop_slm.ui.widgets.message_body import MessageBody
from desktop_slm.ui.widgets.prose_text import ProseText
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.table_text import TableText
from tests.data.hostile_answers import HEAVY

ANSWER = """\
Yes, with **consent**.

- Name the person.

```python
def f():
    return 1

```

| a | b |
|---|--:|
| 1 | two words |
| 3 | 4 | 5 |

The end.
"""


@pytest.fixture
def body(theme: Theme, qtbot: QtBot) -> MessageBody:
    made = MessageBody(theme)
    qtbot.addWidget(made)
    made.resize(600, 10)
    made.show()
    return made


def _texts(body: MessageBody) -> list[SafeText]:
    found = [text for text in body.findChildren(SafeText) if text.isVisible()]
    return sorted(found, key=lambda text: text.mapTo(body, QPoint(0, 0)).y())


def _kinds(body: MessageBody) -> list[str]:
    return [type(text).__name__ for text in _texts(body)]


def _words(text: SafeText) -> list[str]:
    found: list[str] = []
    block: QTextBlock = text.document().begin()
    while block.isValid():
        found.append(block.text())
        block = block.next()
    return found


def _stream(body: MessageBody, text: str, qtbot: QtBot, step: int = 3) -> None:
    for at in range(0, len(text), step):
        body.append(text[at : at + step])
        if at % 60 == 0:
            qtbot.wait(1)
    body.finish()
    qtbot.waitUntil(lambda: not body.is_busy)


def test_each_kind_of_block_has_its_own_place(body: MessageBody) -> None:
    body.set_markdown(ANSWER)
    assert _kinds(body) == ["ProseText", "CodeText", "TableText", "ProseText"]


def test_streaming_ends_where_showing_at_once_does(body: MessageBody, qtbot: QtBot) -> None:
    _stream(body, ANSWER, qtbot)
    streamed = [_words(text) for text in _texts(body)]
    height = body.height()
    body.set_markdown(ANSWER)
    assert [_words(text) for text in _texts(body)] == streamed
    assert body.height() == height


def test_streamed_text_is_seen_before_it_ends(body: MessageBody, qtbot: QtBot) -> None:
    body.append("The first words")
    qtbot.waitUntil(lambda: bool(_texts(body)))
    assert _words(_texts(body)[0]) == ["The first words"]
    assert body.is_busy is False  # it waits for more, not for itself


def test_many_pieces_are_laid_out_few_times(
    body: MessageBody, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []
    show_blocks = ProseText.show_blocks

    def counted(self: ProseText, finished: object, tail: object) -> None:
        times.append(1)
        show_blocks(self, finished, tail)  # type: ignore[arg-type]

    monkeypatch.setattr(ProseText, "show_blocks", counted)
    for _ in range(500):
        body.append("word ")
    body.finish()
    qtbot.waitUntil(lambda: not body.is_busy)
    assert len(times) <= 4


def test_the_body_is_as_high_as_its_text(body: MessageBody) -> None:
    body.set_markdown("word " * 200)
    wide = body.height()
    body.resize(250, body.height())
    assert body.height() > 1.7 * wide
    last = _texts(body)[-1]
    assert last.mapTo(body, QPoint(0, last.height())).y() == body.height()


def test_prose_keeps_to_the_measure_and_code_takes_all_the_width(body: MessageBody) -> None:
    body.resize(900, body.height())
    body.set_markdown("word " * 200 + "\n\n```\n" + "code " * 40 + "\n```\n")
    (prose,) = body.findChildren(ProseText)
    (code,) = body.findChildren(CodeBlock)
    assert prose.width() == body._theme.prose_width() < 900
    assert code.width() == 900


def test_all_selected_is_copied_as_markdown(body: MessageBody) -> None:
    body.set_markdown(ANSWER)
    text = _texts(body)[0]
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ANSWER


def test_with_nothing_selected_the_whole_message_is_copied(body: MessageBody) -> None:
    body.set_markdown(ANSWER)
    QTest.keyClick(_texts(body)[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ANSWER


def test_a_selection_is_copied_as_plain_text(body: MessageBody) -> None:
    body.set_markdown("# Head\n\nOne **bold** word.\n\n- a\n  - b\n- [x] c\n\n7. d\n")
    text = _texts(body)[0]
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == "Head\n\nOne bold word.\n\n- a\n  - b\n- [x] c\n7. d"


def test_part_of_a_line_is_copied_as_that_part(body: MessageBody) -> None:
    body.set_markdown("One two three")
    text = _texts(body)[0]
    cursor = text.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    body.copy()
    assert QGuiApplication.clipboard().text() == "two"


def test_a_paragraph_cut_for_display_is_copied_whole(body: MessageBody, qtbot: QtBot) -> None:
    for paragraph in ("word " * 1500 + "end", "w" * 9000, "Sätze. " * 900 + "Ende"):
        body.set_markdown(paragraph)
        qtbot.waitUntil(lambda: not body.is_busy)
        text = _texts(body)[0]
        assert len(_words(text)) > 1
        text.selectAll()
        assert text.selected_text() == paragraph


def test_beginning_a_selection_ends_another_one(body: MessageBody) -> None:
    body.set_markdown(ANSWER)
    first, second = _texts(body)[:2]
    first.selectAll()
    second.selectAll()
    assert not first.textCursor().hasSelection()
    assert second.textCursor().hasSelection()


def test_a_code_block_copies_its_code_as_written(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown(ANSWER)
    block = body.findChild(CodeBlock)
    assert block is not None
    button = block.findChild(QPushButton)
    assert button is not None
    assert button.accessibleName() == "Copy code"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "def f():\n    return 1\n"
    assert button.text() == "Copied"
    assert block.accessibleName() == "Code, python"


@pytest.mark.parametrize(
    ("source", "language", "lines"),
    [
        ("```\na\n```\n", "", ["a"]),
        ("```py title=x\na\n\nb\n```", "py", ["a", "", "b"]),
        ("  ```\n  a\n    b\n  ```\n", "", ["a", "  b"]),
        ("~~~c\na", "c", ["a"]),
        ("```\n", "", []),
        ("````\n```\n````\n", "", ["```"]),
        ("```\r\na\r\n```\r\n", "", ["a"]),
    ],
)
def test_code_is_what_stands_between_the_fences(
    source: str, language: str, lines: list[str]
) -> None:
    found_language, found = code_of(source)
    assert (found_language, [line for line in found if line or len(found) > 1]) == (language, lines)


def test_code_runs_left_to_right_and_scrolls_inside(body: MessageBody) -> None:
    body.set_markdown("```\n# שלום\n" + "x" * 300 + "\n```\n")
    code = _texts(body)[0]
    direction = code.document().begin().blockFormat().layoutDirection()
    assert direction is Qt.LayoutDirection.LeftToRight
    assert code.horizontalScrollBar().maximum() > 0
    assert code.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert body.width() == 600


def test_a_very_long_line_of_code_is_cut_for_display_and_copied_whole(body: MessageBody) -> None:
    body.set_markdown("```\n" + "y" * 50_000 + "\n```\n")
    while body.is_busy:
        body._on_due()
    code = _texts(body)[0]
    assert max(len(words) for words in _words(code)) <= LONGEST_LAID_OUT
    code.selectAll()
    assert code.selected_text() == "y" * 50_000


def test_a_table_is_copied_in_cells(body: MessageBody) -> None:
    body.set_markdown(ANSWER)
    table = next(text for text in _texts(body) if isinstance(text, TableText))
    table.selectAll()
    assert table.selected_text().strip() == "a\tb\n1\ttwo words\n3\t4 | 5"


def test_a_long_table_stays_quick_because_it_is_many_short_ones(body: MessageBody) -> None:
    rows = "".join(f"| row {number} | x |\n" for number in range(100))
    body.set_markdown("| a | b |\n|---|---|\n" + rows)
    table = next(text for text in _texts(body) if isinstance(text, TableText))
    frames = table.document().rootFrame().childFrames()
    assert len(frames) >= 6
    assert "row 99" in table.document().toPlainText()


def test_a_wide_table_scrolls_inside(body: MessageBody) -> None:
    head = "| " + " | ".join(f"a long heading {number}" for number in range(12)) + " |\n"
    body.set_markdown(head + "|---" * 12 + "|\n" + "| x " * 12 + "|\n")
    table = _texts(body)[0]
    assert table.horizontalScrollBar().maximum() > 0
    assert table.width() == body.width()


def test_a_paragraph_that_becomes_a_table_is_shown_once(body: MessageBody, qtbot: QtBot) -> None:
    _stream(body, "a | b\n--|--\n1 | 2\n", qtbot, step=1)
    qtbot.waitUntil(lambda: _kinds(body) == ["TableText"])


def test_a_text_past_the_limit_waits_for_a_press(
    body: MessageBody, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_slm.ui.widgets.message_body.SHOWN_CHARACTERS", 1000)
    text = "word " * 500
    body.set_markdown(text)
    more = body.findChild(QPushButton)
    assert more is not None
    assert more.text() == "Show all: 1,500 more characters"
    assert body.source() == text
    before = body.height()
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not body.is_busy and body.height() > before)
    assert sum(len(words) for words in _words(_texts(body)[0])) >= len(text) - 10


@pytest.mark.parametrize("text", HEAVY)
def test_heavy_text_is_shown_in_slices_that_leave_the_window_alive(
    body: MessageBody, text: str
) -> None:
    body.set_markdown(text)
    slices = 0
    while body.is_busy:
        body._on_due()
        slices += 1
    assert slices >= len(text[:200_000]) // 3000 - 1
    assert body.source() == text


def test_only_a_link_that_may_be_offered_is_asked_for(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown("[here](https://a.example/path)")
    text = _texts(body)[0]
    with qtbot.waitSignal(body.link_requested) as asked:
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert asked.args == ["https://a.example/path"]
    assert text.toPlainText() == "here"


def test_a_link_is_reached_and_pressed_with_the_keyboard(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown("[here](https://a.example/path)")
    text = _texts(body)[0]
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(body.link_requested):
        QTest.keyClick(text, Qt.Key.Key_Return)


def test_zoom_and_theme_reach_what_is_shown(theme: Theme, body: MessageBody) -> None:
    body.set_markdown(ANSWER)
    before = body.height()
    theme.set_zoom(150)
    assert body.height() > 1.3 * before
    assert _words(_texts(body)[0])[0] == "Yes, with consent."


def test_what_a_person_wrote_is_shown_letter_by_letter(body: MessageBody) -> None:
    body.set_plain("# no heading\n\n**no bold** <b>\n")
    assert _words(_texts(body)[0]) == ["# no heading", "", "**no bold** <b>"]


def test_clearing_makes_room_for_the_next_stream(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown(ANSWER)
    body.clear()
    assert (body.source(), body.height()) == ("", 0)
    _stream(body, "Again.", qtbot)
    assert _words(_texts(body)[0]) == ["Again."]
