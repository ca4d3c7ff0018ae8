"""One row: what is said of its support, its underlined words, and where its chips stand."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Doubt, Evidence, Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.summaries.sentences.sentence_row import SentenceRow
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.evidence_words import EvidenceWords

_PLACE = Evidence(2, 0, 4, "Rent", 1.0)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Item("A.", (_PLACE,), Support.FULL), ""),
        (Item("A.", unknown=("977",), doubts=(Doubt.WORDS,)),
         "No passage found that supports this. “977” is not in the document."),
        (Item("A.", (_PLACE,), Support.PARTIAL, doubts=(Doubt.WORDS,), missing=("doubled",)),
         "Only part of this was found. “doubled” is not in the document."),
        (Item("A.", (_PLACE,), Support.PARTIAL, doubts=(Doubt.WORDS,), missing=("a", "b", "c")),
         "Only part of this was found."),
        (Item("A.", (_PLACE,), Support.PARTIAL, ("9", "8", "7", "6", "5"), doubts=(Doubt.NUMBER,)),
         "Only part of this was found. “9”, “8”, “7”, “6” and more are not in the document."),
        (Item("A.", (_PLACE,), Support.PARTIAL, doubts=(Doubt.MODALITY,)),
         "Only part of this was found. May and must may be mixed up."),
        (Item("A.", is_edited=True), "Not looked for in the document yet."),
    ],
)  # fmt: skip
def test_support_is_told_in_words(qtbot: QtBot, item: Item, said: str) -> None:
    assert EvidenceWords().support(item) == said


@pytest.mark.parametrize("doubt", list(Doubt))
def test_every_doubt_has_words(qtbot: QtBot, doubt: Doubt) -> None:
    item = Item("A.", (_PLACE,), Support.PARTIAL, doubts=(doubt,))
    said = EvidenceWords().support(item)
    assert (said == "Only part of this was found.") == (doubt is Doubt.WORDS)


def _row(theme: Theme, qtbot: QtBot, item: Item) -> SentenceRow:
    row = SentenceRow(theme, Words(), item)
    qtbot.addWidget(row)
    row.resize(420, 200)
    row.show()
    qtbot.waitExposed(row)
    return row


@pytest.mark.parametrize(
    ("text", "goes_left"),
    [
        ("Revenue rose by a tenth.", False),
        ("收益は増加しました。", False),
        ("ارتفعت الإيرادات بنسبة كبيرة.", True),
        ("ההכנסות עלו.", True),
    ],
)
def test_chips_follow_the_last_word_in_its_direction(
    theme: Theme, qtbot: QtBot, text: str, goes_left: bool
) -> None:
    row = _row(theme, qtbot, Item(text, (_PLACE,), Support.FULL))
    (chip,) = row.text.chips()
    end = QTextCursor(row.text.text.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    last = row.text.text.cursorRect(end)
    if goes_left:
        assert chip.geometry().right() <= last.left()
        assert last.left() - chip.geometry().right() < chip.width()
    else:
        assert chip.geometry().left() >= last.right()


def test_what_is_not_in_the_document_is_underlined_wherever_it_stands(
    theme: Theme, qtbot: QtBot
) -> None:
    item = Item("Of 977 there were 977 left.", unknown=("977",), doubts=(Doubt.WORDS,))
    row = _row(theme, qtbot, item)
    assert [item.text[start:end] for start, end in row.text._doubted] == ["977", "977"]


def test_nothing_of_a_long_note_is_cut_where_it_is_narrow(theme: Theme, qtbot: QtBot) -> None:
    item = Item(
        "The landlord must not refuse.",
        (_PLACE,),
        Support.PARTIAL,
        doubts=(Doubt.MODALITY, Doubt.NEGATION, Doubt.PARTIES, Doubt.EXCEPTION),
    )
    row = _row(theme, qtbot, item)
    width = 300
    row.resize(width, row.heightForWidth(width))
    assert row._notes is not None
    label = row._notes._support
    assert label.height() >= label.heightForWidth(label.width())
