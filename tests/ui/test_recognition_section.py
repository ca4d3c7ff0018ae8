"""Settings: in which languages words in pictures are read, what is there, and what is missing."""

from __future__ import annotations

import platform
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.documents import reading, recognition
from desktop_slm.documents.recognition import Recognition
from desktop_slm.ui.recognized_reading import RecognizedReading
from desktop_slm.ui.settings.recognition_section import RecognitionSection
from desktop_slm.ui.widgets.menu import Menu
from tests.ui.summary_bench import Bench, bench, templating

__all__ = ["bench", "templating"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_HERE = Recognition("/data/tess", ("deu", "eng", "fra", "ita"))


def section(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, found: Recognition | None
) -> RecognitionSection:
    monkeypatch.setattr(recognition, "find_recognition", lambda: found)
    made = RecognitionSection(bench.core)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: bool(made.installed.more.text()))
    return made


def opened(made: RecognitionSection) -> Menu:
    QTest.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    return next(menu for menu in made.findChildren(Menu) if menu.isVisible())


def test_what_is_installed_is_listed_by_its_own_name(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = section(bench, qtbot, monkeypatch, _HERE)
    said = made.installed.more.text()
    assert said.startswith("Deutsch, English, Français, Italiano.")
    assert "/data/tess" in said  # where another one belongs
    assert made.choose.text() == "As the window, and English"


def test_three_languages_can_be_chosen_and_are_kept(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = section(bench, qtbot, monkeypatch, _HERE)
    menu = opened(made)
    switches = {action.text(): action for action in menu.actions()}
    for name in ("Italiano", "Deutsch"):
        switches[name].toggle()
    assert bench.core.settings.ocr_languages == "ita+deu"
    assert made.choose.text() == "Italiano, Deutsch"
    assert "Italiano, Deutsch" in made.choose.accessibleName()
    switches["English"].toggle()
    assert not switches["Français"].isEnabled()  # three at most
    switches["Italiano"].toggle()
    assert switches["Français"].isEnabled()
    assert bench.core.settings.ocr_languages == "deu+eng"
    menu.close()
    menu = opened(made)
    menu.actions()[0].trigger()
    menu.close()
    assert bench.core.settings.ocr_languages == ""


def test_a_language_that_is_missing_is_said_with_its_file(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.core.change_settings(ocr_languages="fra")
    made = section(bench, qtbot, monkeypatch, Recognition("/data/tess", ("eng",)))
    said = made.installed.more.text()
    assert "Français is missing" in said
    assert "“fra.traineddata”" in said
    assert "/data/tess" in said


def test_without_text_recognition_the_way_to_it_is_said(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    made = section(bench, qtbot, monkeypatch, None)
    assert "tesseract-ocr-eng" in made.installed.more.text()
    assert not made.choose.isVisible()


def test_the_window_reads_in_the_chosen_languages(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(reading, "read", lambda *given, **named: asked.append(named))
    read = RecognizedReading(bench.core)
    read(Path("scan.pdf"), None, threading.Event(), ocr=True)
    bench.core.change_settings(ocr_languages="ita+deu")
    read(Path("scan.pdf"))
    assert asked == [
        {"ocr": True, "ocr_language": "en+en"},
        {"ocr": False, "ocr_language": "ita+deu"},
    ]
