"""Formulas in answers: typeset when they are drawn, their source until then and when copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.storage.finding.search_text import literal
from desktop_slm.typesetting.drawing import Formula
from desktop_slm.ui.chat.finding.marks import Marks, spans_in
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.typeset import Typeset
from desktop_slm.ui.widgets import markdown, math_rule
from desktop_slm.ui.widgets.blocks import BlockSplitter, Shape
from desktop_slm.ui.widgets.formula_object import JOINER, OBJECT
from desktop_slm.ui.widgets.message_body import MessageBody
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.sentence_places import Letters
from tests.fakes.direct_typesetting import DirectTypesetter


@pytest.fixture
def typesetter(theme: Theme) -> Iterator[DirectTypesetter]:
    operations, made = Operations(), DirectTypesetter()
    theme.typeset = Typeset(operations, lambda: made)
    yield made
    operations.shut_down()
    theme.typeset = None


@pytest.fixture
def body(theme: Theme, typesetter: DirectTypesetter, qtbot: QtBot) -> MessageBody:
    made = MessageBody(theme)
    qtbot.addWidget(made)
    made.resize(600, 10)
    made.show()
    return made


def _shown(body: MessageBody) -> str:
    texts = [text for text in body.findChildren(SafeText) if text.isVisibleTo(body)]
    return "\n".join(text.document().toPlainText() for text in texts)


def _wait_until_drawn(body: MessageBody, qtbot: QtBot, count: int = 1) -> None:
    qtbot.waitUntil(lambda: _shown(body).count(OBJECT) == count)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$x$ is", ("$", "$x$")),
        (r"$\frac{1}{2}$", ("$", r"$\frac{1}{2}$")),
        ("$a + b = c$.", ("$", "$a + b = c$")),
        ("$$x$$", ("$$", "$$x$$")),
        (r"\(x\)", ("\\(", r"\(x\)")),
        (r"\[x\]", ("\\[", r"\[x\]")),
        (r"$a\$b$", ("$", r"$a\$b$")),
        ("$2 + 3 = 5$", ("$", "$2 + 3 = 5$")),
    ],
)
def test_a_formula_is_found(text: str, found: tuple[str, str]) -> None:
    mark, end = math_rule.find(text, 0) or ("", 0)
    assert (mark, text[:end]) == found


@pytest.mark.parametrize(
    "text",
    [
        "$5 and $10",
        "$5 to $6, or $7",
        "$5 million (or $6)",
        "$HOME/$PATH",
        "$ x$",
        "$x $",
        "$$",
        "$",
        r"\(",
        r"\[ x",
        "$1,000 for two and US$",
        "$x$y",
        "$so much money for nothing$",
    ],
)
def test_prices_and_paths_are_no_formulas(text: str) -> None:
    assert math_rule.find(text, 0) is None


@pytest.mark.parametrize("text", [r"\$5$", "`$x$`", r"\\(x\\)"])
def test_what_is_escaped_or_code_is_no_formula(text: str) -> None:
    assert all(token.type != math_rule.KIND for token in markdown.parse_inline(text))


def test_a_formula_on_lines_of_its_own_is_a_block_whatever_its_lines_begin_with() -> None:
    splitter = BlockSplitter()
    splitter.feed("Words:\n$$\na\n= b\n- c\n# d\n$$\nand more\n")
    splitter.finish()
    shapes = [block.shape for block in splitter.finished]
    assert shapes == [Shape.PARAGRAPH, Shape.FORMULA, Shape.PARAGRAPH]


def test_an_open_formula_ends_with_a_blank_line() -> None:
    splitter = BlockSplitter()
    splitter.feed("$$\na = b\n\nWords.\n")
    splitter.finish()
    assert [block.source for block in splitter.finished] == ["$$\na = b\n", "\nWords.\n"]


def test_a_formula_takes_the_place_of_its_source_when_it_is_drawn(
    body: MessageBody, qtbot: QtBot
) -> None:
    body.set_markdown("So $x^2$ it is.")
    assert _shown(body) == "So $x^2$ it is."
    _wait_until_drawn(body, qtbot)
    assert _shown(body) == f"So {OBJECT}{JOINER} it is."


def test_the_answer_grows_with_a_formula_that_came_later(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown("$$\\frac{\\frac{a}{b}}{\\frac{c}{d}}$$")
    before = body.height()
    with qtbot.waitSignal(body.height_changed):
        pass
    assert body.height() > before


def test_a_known_formula_is_there_at_once(
    body: MessageBody, typesetter: DirectTypesetter, qtbot: QtBot
) -> None:
    body.set_markdown("$x$")
    _wait_until_drawn(body, qtbot)
    body.set_markdown("Again $x$ and $x$.")
    assert _shown(body).count(OBJECT) == 2
    assert typesetter.formulas == [Formula("x")]


def test_a_selection_with_formulas_is_copied_as_it_was_written(
    body: MessageBody, qtbot: QtBot
) -> None:
    source = "😀 first $x$, then \\(y\\)$z$ and\n\n$$\na = b\n$$\n\nend"
    body.set_markdown(source)
    _wait_until_drawn(body, qtbot, 4)
    (text,) = body.findChildren(SafeText)
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.text() == source
    assert data.formats() == ["text/plain"]


def test_part_of_a_line_is_copied_with_its_formula(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown("one $x$ two")
    _wait_until_drawn(body, qtbot)
    (text,) = body.findChildren(SafeText)
    cursor = text.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(8, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    body.copy()
    assert QGuiApplication.clipboard().text() == "$x$ t"


def test_a_streamed_answer_ends_as_one_shown_at_once(body: MessageBody, qtbot: QtBot) -> None:
    text = "First $a$ and\n\n$$\nb = \\frac{1}{2}\n$$\n\n- item $c$\n\n"
    text += "| $d$ | e |\n|--|--|\n| $f$ | g |\n"
    for at in range(0, len(text), 5):
        body.append(text[at : at + 5])
        qtbot.wait(5)
    body.finish()
    qtbot.waitUntil(lambda: not body.is_busy)
    _wait_until_drawn(body, qtbot, 5)
    streamed, height = _shown(body), body.height()
    body.set_markdown(text)
    assert _shown(body) == streamed
    qtbot.waitUntil(lambda: body.height() == height)


@pytest.mark.parametrize(
    "hostile", [r"\def\a{\a\a}\a", r"\includegraphics{/tmp/x.png}", "x" * 2000, r"\frac{1}{"]
)
def test_a_formula_that_is_not_drawn_stays_as_it_was_written(
    body: MessageBody, typesetter: DirectTypesetter, qtbot: QtBot, hostile: str
) -> None:
    body.set_markdown(f"a $${hostile}$$ b $y$")
    _wait_until_drawn(body, qtbot)
    assert body.as_text() == f"a $${hostile}$$ b $y$"


def test_a_formula_has_the_colour_of_the_theme(
    body: MessageBody, theme: Theme, qtbot: QtBot
) -> None:
    body.setAutoFillBackground(True)
    body.set_markdown("$$\\blacksquare$$")
    _wait_until_drawn(body, qtbot)
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        picture = body.grab().toImage()
        assert theme.color("text").rgb() in _colours(picture), scheme


def test_a_formula_that_is_too_wide_is_made_to_fit(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown("$$" + " + ".join(f"x_{{{number}}}" for number in range(30)) + "$$")
    _wait_until_drawn(body, qtbot)
    (text,) = body.findChildren(SafeText)
    assert text.document().idealWidth() <= text.width() + 1


def test_zoom_makes_formulas_larger(body: MessageBody, theme: Theme, qtbot: QtBot) -> None:
    body.set_markdown("$$\\frac{a}{b}$$")
    _wait_until_drawn(body, qtbot)
    qtbot.waitUntil(lambda: body.height() > 30)
    before = body.height()
    theme.set_zoom(200)
    assert body.height() > 1.8 * before


def test_without_a_typesetter_the_source_is_shown(theme: Theme, qtbot: QtBot) -> None:
    body = MessageBody(theme)
    qtbot.addWidget(body)
    body.resize(600, 10)
    body.set_markdown("So $x^2$.")
    assert _shown(body) == "So $x^2$."


def _colours(picture: QImage) -> set[int]:
    return {
        QColor(picture.pixel(x, y)).rgb()
        for y in range(picture.height())
        for x in range(picture.width())
    }


# Read out and found

LINE = r"Für 😀 ist $\frac{a}{b}$ gleich $c^2$, also $d$."


def _text(body: MessageBody) -> SafeText:
    [text] = [each for each in body.findChildren(SafeText) if each.isVisibleTo(body)]
    return text


def _found(text: SafeText, words: str) -> list[str]:
    cursor = QTextCursor(text.document())
    found = []
    for start, end in spans_in(text.document(), literal(words)):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText().replace(JOINER, ""))
    return found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("frac", [OBJECT]),
        (r"\frac{a}{b}", [OBJECT]),
        ("c^2", [OBJECT]),
        ("gleich", ["gleich"]),
        ("ist $\\frac", [f"ist {OBJECT}"]),
        ("}$ gleich", [f"{OBJECT} gleich"]),
        ("also $d$.", [f"also {OBJECT}."]),
        ("😀 ist", ["😀 ist"]),
        ("nowhere", []),
    ],
)
def test_what_stands_in_a_drawn_formula_is_found(
    body: MessageBody, qtbot: QtBot, words: str, found: list[str]
) -> None:
    body.set_markdown(LINE)
    _wait_until_drawn(body, qtbot, 3)
    assert _found(_text(body), words) == found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_formula_that_is_found_is_marked_and_can_be_read(
    body: MessageBody, theme: Theme, qtbot: QtBot, scheme: str
) -> None:
    theme.set_scheme(scheme)
    body.set_markdown(LINE)
    _wait_until_drawn(body, qtbot, 3)
    marks = Marks(theme)
    marks.set_pattern(literal(r"\frac{a}{b}$ gleich"))
    [place] = marks.places(body)
    marks.show(body, place)
    picture = body.grab(body.rect()).toImage()
    shown = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert {theme.color("accent").name(), theme.color("on_accent").name()} <= shown


def test_a_sentence_with_a_formula_is_known_again(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown(f"Before. {LINE} Behind.")
    _wait_until_drawn(body, qtbot, 3)
    place = Letters(_text(body).document()).find(LINE)
    assert place is not None
    text = _text(body).document().toPlainText()
    assert place.start == text.index("Für")
    assert text.encode("utf-16-le")[2 * place.end :].decode("utf-16-le") == " Behind."


def test_a_drawn_formula_is_read_out_at_its_place(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown(LINE)
    _wait_until_drawn(body, qtbot, 3)
    text = _text(body)
    assert text.formula_labels is not None
    text.formula_labels.refresh()
    interfaces = [QAccessible.queryAccessibleInterface(each) for each in _labels(text)]
    names = [each.text(QAccessible.Text.Name) for each in interfaces]
    assert names == [r"Formula: $\frac{a}{b}$", "Formula: $c^2$", "Formula: $d$"]
    assert {each.role() for each in interfaces} == {QAccessible.Role.Equation}
    places = [each.geometry() for each in _labels(text)]
    assert all(place.width() > 2 and place.height() > 2 for place in places)
    assert places[0].right() < places[1].left() < places[2].left()


def test_labels_follow_the_text(body: MessageBody, qtbot: QtBot) -> None:
    body.set_markdown(LINE)
    _wait_until_drawn(body, qtbot, 3)
    text = _text(body)
    assert text.formula_labels is not None
    text.formula_labels.refresh()
    before = _labels(text)[2].geometry()
    body.resize(90, 10)
    qtbot.waitUntil(lambda: _labels(text)[2].geometry().top() > before.bottom())
    assert len(_labels(text)) == 3


def _labels(text: SafeText) -> list[QWidget]:
    widgets = text.viewport().findChildren(QWidget)
    return [each for each in widgets if each.accessibleName().startswith("Formula")]
