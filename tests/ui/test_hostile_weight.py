"""Answers that weigh too much: the window answers while they are shown, and they stay copyable.

Bounds are of the time that this thread computed, which other programs do not make longer.
"""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.document_writer import LONGEST_LAID_OUT
from desktop_slm.ui.widgets.message_body import SHOWN_CHARACTERS, MessageBody
from desktop_slm.ui.widgets.safe_text import SafeText

_LONGEST_TURN_S = 0.25
_MOST_S = 12.0

WEIGHTS = {
    "10 MB without a line break": "w" * 10_000_000,
    "10 MB of words on one line": "word and word " * 700_000,
    "10,000 nested quotes": "> " * 10_000 + "deep\n" + "> " * 5_000 + "less deep",
    "half a million emoji": "😀" * 500_000,
    "families": "👨‍👩‍👧‍👦" * 70_000,
    "controls": "a\x00\x07\x1b[31m\x7f\x9b" * 60_000,
    "directions": "\u202e\u202d\u2066\u2067\u2069ab" * 60_000,
    "pictures and files": "![x](file:///tmp/hostile-probe.png) [y](file:///tmp/x) " * 5_000,
    "open formulas": "$a $$b \\(c \\[d " * 20_000,
    "closed formulas": "$\\frac{a}{b}$ " * 20_000,
    "a formula of 200 KB": "$$\n" + "x + y\n" * 33_000,
    "10 MB of code on one line": "```python\n" + "x" * 10_000_000,
    "a wide table": "| " * 3_000 + "\n" + "|-" * 3_000 + "|\n" + "| a " * 3_000,
}


@pytest.fixture
def body(theme: Theme, qtbot: QtBot) -> MessageBody:
    made = MessageBody(theme)
    qtbot.addWidget(made)
    made.resize(600, 10)
    made.show()
    return made


def _finish(body: MessageBody) -> tuple[float, float]:
    """Shows all that is to be shown; returns the longest turn and the time of all, in seconds."""
    longest = spent = 0.0
    while body.is_busy:
        started = time.thread_time()
        body._on_due()
        turn = time.thread_time() - started
        longest, spent = max(longest, turn), spent + turn
    return longest, spent


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_heavy_answer_keeps_each_turn_short(body: MessageBody, name: str) -> None:
    text = WEIGHTS[name]
    started = time.thread_time()
    body.set_markdown(text)
    first = time.thread_time() - started
    longest, spent = _finish(body)
    assert max(first, longest) < _LONGEST_TURN_S
    assert first + spent < _MOST_S
    body.copy()
    assert QGuiApplication.clipboard().text() == text


@pytest.mark.parametrize("name", WEIGHTS)
def test_nothing_longer_than_the_limit_is_laid_out(body: MessageBody, name: str) -> None:
    body.set_markdown(WEIGHTS[name][:60_000])
    _finish(body)
    for text in body.findChildren(SafeText):
        block = text.document().begin()
        while block.isValid():
            assert len(block.text()) <= LONGEST_LAID_OUT
            block = block.next()


def test_ten_megabytes_that_stream_in_keep_each_turn_short(body: MessageBody) -> None:
    longest = 0.0
    for _ in range(160):
        started = time.thread_time()
        body.append("word and word " * 4_500)
        body._on_due()
        longest = max(longest, time.thread_time() - started)
    assert longest < _LONGEST_TURN_S
    body.finish()
    assert len(body.source()) == 160 * 63_000
    assert body._fed <= SHOWN_CHARACTERS
