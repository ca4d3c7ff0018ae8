"""The second line of defence: even if text were parsed, nothing would be loaded or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.safe_text import SafeText


@pytest.fixture
def text(theme: Theme, qtbot: QtBot) -> SafeText:
    made = SafeText(theme)
    qtbot.addWidget(made)
    made.resize(400, 100)
    return made


def test_a_picture_that_is_asked_for_is_one_pixel(text: SafeText) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    answer = text.document().resource(kind, QUrl("file:///etc/hostname"))
    assert isinstance(answer, QImage)
    assert (answer.isNull(), answer.width(), answer.height()) == (False, 1, 1)


def test_a_style_sheet_that_is_asked_for_is_empty(text: SafeText) -> None:
    kind = QTextDocument.ResourceType.StyleSheetResource.value
    assert not text.document().resource(kind, QUrl("file:///etc/passwd"))


def test_it_goes_nowhere(text: SafeText) -> None:
    text.show_plain("stays")
    text.setSource(QUrl.fromLocalFile("/etc/hostname"))
    assert text.toPlainText() == "stays"
    assert not text.openLinks()
    assert not text.openExternalLinks()


@pytest.mark.parametrize(
    "method", ["setHtml", "setMarkdown", "setText", "setPlainText", "insertHtml", "append"]
)
def test_every_way_in_shows_letters(text: SafeText, method: str) -> None:
    getattr(text, method)("<b>x</b> **y**")
    assert text.toPlainText() == "<b>x</b> **y**"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_copies_a_link_s_address_and_says_so(text: SafeText, qtbot: QtBot) -> None:
    text.show_plain("words")
    cursor = text.textCursor()
    cursor.select(cursor.SelectionType.Document)
    made = cursor.charFormat()
    made.setAnchor(True)
    made.setAnchorHref("https://a.example/b")
    cursor.mergeCharFormat(made)
    text.show()
    at = QPoint(6, 10)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, text.viewport().mapToGlobal(at))
    QApplication.sendEvent(text.viewport(), event)
    menu = text.findChild(QMenu)
    assert menu is not None
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions) == ["Copy", "Copy link address", "Select all"]
    actions["Copy link address"].trigger()
    assert QGuiApplication.clipboard().text() == "https://a.example/b"
    menu.close()


def test_alone_it_copies_for_itself(text: SafeText) -> None:
    text.show_plain("one\ntwo")
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "one\ntwo"
    mime = QGuiApplication.clipboard().mimeData()
    assert not mime.hasHtml()


def test_the_wheel_is_the_page_s(text: SafeText) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -40), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    text.wheelEvent(event)
    assert not event.isAccepted()


def test_hovering_a_link_shows_where_it_leads_and_leaving_takes_it_away(text: SafeText) -> None:
    text.highlighted.emit(QUrl("https://a.example/<b>"))
    assert text.toolTip() == "https://a.example/%3Cb%3E"
    text.highlighted.emit(QUrl())
    assert text.toolTip() == ""
    text.highlighted.emit(QUrl("file:///etc/passwd"))
    assert text.toolTip() == ""
