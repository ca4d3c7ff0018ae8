"""Plain places stay plain: what is stripped, what is escaped, and that nothing else is used."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

import desktop_slm.ui
from desktop_slm.ui import plain_text
from desktop_slm.ui.widgets.plain_label import PlainLabel
from tests.data.hostile_answers import HOSTILE

UI = Path(desktop_slm.ui.__file__).parent


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("as it is, ünï, 日本, 👍🏽", "as it is, ünï, 日本, 👍🏽"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("a\u2066b\u2069c", "abc"),
        ("hi\U000e0068\U000e0069dden", "hidden"),
        ("nul\x00 bell\x07", "nul\ufffd bell\ufffd"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("frame \ufdd0 object \ufffc", "frame \ufffd object \ufffd"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_nothing_unseen_or_broken_is_shown(given: str, shown: str) -> None:
    assert plain_text.clean(given) == shown


def test_one_line_is_one_line() -> None:
    assert plain_text.one_line("  a\n\n b\t c ") == "a b c"


def test_an_ampersand_in_a_name_is_a_letter() -> None:
    assert plain_text.label("R&D.pdf") == "R&&D.pdf"


def test_a_window_title_is_short_and_has_no_mark_of_qt() -> None:
    title = plain_text.window_title("[*]" + "x" * 500)
    assert title.startswith("[ * ]xxx")
    assert len(title) == 120


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_holds_no_tag_but_its_own(text: str) -> None:
    tip = plain_text.tooltip(text)
    inside = tip.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")
    assert "<" not in inside


def test_a_tooltip_of_an_action_is_escaped(qtbot: QtBot) -> None:
    action = QAction()
    plain_text.set_tooltip(action, "<b>x</b>")
    assert action.toolTip() == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"


def test_a_label_cannot_be_talked_into_rich_text(qtbot: QtBot) -> None:
    label = PlainLabel("<b>x</b>")
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>x</b>"


# Given a text that is safe already, into which it writes nothing.
_OF_A_SAFE_TEXT = {"widgets/formula_labels.py"}
# Names that interpret text, and the only modules of the window that may use them.
_FORBIDDEN = {
    "QLabel": {"widgets/plain_label.py"},
    "QMessageBox": set(),
    "QErrorMessage": set(),
    "QWhatsThis": set(),
    "QTextEdit": set(),
    "QTextBrowser": {"widgets/safe_text.py", "widgets/code_text.py", *_OF_A_SAFE_TEXT},
    "QToolTip": {"widgets/item_list.py"},
    "setToolTip": {"plain_text.py"},
    "setWhatsThis": set(),
    "setStatusTip": set(),
    "setHtml": {"widgets/safe_text.py"},
    "insertHtml": {"widgets/safe_text.py"},
    "appendHtml": set(),
    "setMarkdown": {"widgets/safe_text.py"},
    "insertMarkdown": set(),
    "setSource": set(),
    "QStaticText": set(),
    "openUrl": set(),
}


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.name)
def test_only_the_safe_pieces_show_text(path: Path) -> None:
    relative = path.relative_to(UI).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            name = node.attr
        elif isinstance(node, ast.Name | ast.FunctionDef):
            name = node.id if isinstance(node, ast.Name) else node.name
        else:
            continue
        allowed = _FORBIDDEN.get(name)
        assert allowed is None or relative in allowed, f"{relative} uses {name}"
