"""The address that is shown is the address that is opened, and looks like what it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets import markdown
from desktop_slm.ui.widgets.confirm_dialog import confirm_link


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://аpple.example/", "https://xn--pple-43d.example/"),
        ("https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
        ("https://שלום.example:8080/ש", "https://xn--9dbne9b.example:8080/%D7%A9"),
        ("https://a.example/caf%C3%A9?q=a+b#c", "https://a.example/caf%C3%A9?q=a+b#c"),
        ("mailto:ä@b.example", "mailto:%C3%A4@b.example"),
    ],
)
def test_letters_that_deceive_are_shown_as_what_they_are(url: str, shown: str) -> None:
    assert markdown.safe_target(url) == shown


def test_a_name_that_cannot_be_looked_up_is_no_target() -> None:
    assert markdown.safe_target("https://" + "ä" * 80 + ".example/") == ""


def test_the_question_names_the_computer_and_not_what_stands_before_it(
    theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    address = "https://bank.example@evil.example/bank.example"
    dialog = confirm_link(theme, window, address, lambda: None)
    sentences = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("leads to evil.example." in sentence for sentence in sentences)
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == address
    dialog.reject()
