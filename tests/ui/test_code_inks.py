"""Colours of code: they come later, follow the theme, and change no letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.ui.operations import Operations
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.typeset import Typeset
from desktop_slm.ui.widgets.code_text import CodeText
from desktop_slm.ui.widgets.message_body import MessageBody
from tests.fakes.direct_typesetting import DirectTypesetter

CODE = "```python\n# why\ndef f():\n    return 1\n```\n"


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


def _inks(body: MessageBody, line: int) -> list[tuple[str, str]]:
    """Returns the coloured words of a line and their colours."""
    texts = body.findChildren(CodeText)
    if not texts:
        return []
    block = texts[0].document().findBlockByNumber(line)
    return [
        (block.text()[run.start : run.start + run.length], run.format.foreground().color().name())
        for run in (block.layout().formats() if block.isValid() else [])
        if run.format.foreground().style().value
    ]


def test_code_gets_its_colours(body: MessageBody, theme: Theme, qtbot: QtBot) -> None:
    body.set_markdown(CODE)
    qtbot.waitUntil(lambda: bool(_inks(body, 2)))
    assert _inks(body, 0) == [("# why", theme.color("muted").name())]
    assert ("return", theme.color("accent").name()) in _inks(body, 2)


def test_the_colours_are_those_of_the_theme(body: MessageBody, theme: Theme, qtbot: QtBot) -> None:
    body.set_markdown(CODE)
    qtbot.waitUntil(lambda: bool(_inks(body, 0)))
    theme.set_scheme("dark")
    qtbot.waitUntil(lambda: _inks(body, 0) == [("# why", theme.color("muted").name())])


def test_streamed_code_is_coloured_while_it_comes_and_as_a_whole_at_its_end(
    body: MessageBody, typesetter: DirectTypesetter, qtbot: QtBot
) -> None:
    body.append("```c\nint a; // one\nint b; /* two\n")
    qtbot.waitUntil(lambda: bool(_inks(body, 0)))
    body.append("three */ int c;\n```\n")
    body.finish()
    qtbot.waitUntil(lambda: len(_inks(body, 2)) == 2)
    assert [words for words, _ in _inks(body, 2)] == ["three */", "int"]
    assert typesetter.codes[-1].lines == ("int a; // one", "int b; /* two", "three */ int c;")


def test_lines_are_asked_for_once_while_they_come(
    body: MessageBody, typesetter: DirectTypesetter, qtbot: QtBot
) -> None:
    body.append("```python\na = 1\nb")
    qtbot.waitUntil(lambda: len(typesetter.codes) == 1)
    body.append(" = 2\nc = 3\nd")
    qtbot.waitUntil(lambda: len(typesetter.codes) == 2)
    assert [code.lines for code in typesetter.codes] == [("a = 1",), ("b = 2", "c = 3")]


def test_a_language_that_nobody_knows_stays_plain(
    body: MessageBody, typesetter: DirectTypesetter, qtbot: QtBot
) -> None:
    body.set_markdown("```mermaid\ngraph TD; A-->B\n```\n")
    qtbot.waitUntil(lambda: len(typesetter.codes) == 1)
    qtbot.wait(20)
    assert _inks(body, 0) == []
    (text,) = body.findChildren(CodeText)
    assert text.whole_text() == "graph TD; A-->B"


def test_after_a_line_of_several_blocks_the_colours_stand_right(
    body: MessageBody, qtbot: QtBot
) -> None:
    body.set_markdown("```python\n" + "x" * 5000 + "\nreturn 1\n```\n")
    qtbot.waitUntil(lambda: not body.is_busy and bool(_inks(body, 3)))
    assert _inks(body, 3)[0][0] == "return"


def test_code_without_a_language_is_not_asked_about(
    body: MessageBody, typesetter: DirectTypesetter, qtbot: QtBot
) -> None:
    body.set_markdown("```\nx = 1\n```\n\n```python\ny\n```\n")
    qtbot.waitUntil(lambda: bool(typesetter.codes))
    assert [code.language for code in typesetter.codes] == ["python"]
