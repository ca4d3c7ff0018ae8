"""Pages that are pictures: said on the Summarize page, and read when a person asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_slm.documents.document import Document
from desktop_slm.documents.recognition import Recognition
from desktop_slm.errors import NoText, ReaderCrashed
from desktop_slm.ui.summaries import picture_offer
from desktop_slm.ui.summaries.work import Stage
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel
from tests.ui.summary_bench import Bench, bench, document, templating

__all__ = ["bench", "templating"]

pytestmark = pytest.mark.usefixtures("installed")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Recognition("/nowhere", ("eng",))
    monkeypatch.setattr(picture_offer, "find_recognition", lambda: found)


def words(page: Bench) -> str:
    labels = page.page.offer.findChildren(WrappedLabel)
    return " ".join(label.text() for label in labels)


def button(bench: Bench) -> QPushButton | None:
    shown = [each for each in bench.page.offer.findChildren(QPushButton) if each.isVisible()]
    return shown[0] if shown else None


def whole(name: str) -> Document:
    return replace(document(7, name), skipped=())


def show(bench: Bench, qtbot: QtBot, made: Document) -> None:
    bench.page.resize(1200, 800)
    bench.page.show()
    bench.drop(made)
    qtbot.waitUntil(bench.page.offer.isVisible)
    qtbot.waitUntil(lambda: bench.page.queue.works[0].stage is Stage.DONE)


def test_a_page_that_is_a_picture_is_said_and_read_on_request(bench: Bench, qtbot: QtBot) -> None:
    bench.shelf.found = {"ocr:report.pdf": whole("report.pdf")}
    show(bench, qtbot, document())
    work = bench.page.queue.works[0]
    first = work.summary_id
    assert words(bench) == "1 page is a picture and was not read."
    found = button(bench)
    assert found is not None and found.text() == "Read it"
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: work.stage is Stage.DONE and work.summary_id != first)
    assert bench.shelf.asked == ["report.pdf", "ocr:report.pdf"]
    assert work.opened is not None and len(work.opened.document.pages) == 7
    assert not bench.page.offer.isVisible()


def test_a_stopped_recognition_leaves_what_was_there(bench: Bench, qtbot: QtBot) -> None:
    bench.shelf.found = {"ocr:report.pdf": whole("report.pdf")}
    show(bench, qtbot, document())
    work = bench.page.queue.works[0]
    items = work.items
    bench.shelf.gate.clear()
    bench.page.queue.read_pictures(work)
    qtbot.waitUntil(lambda: work.pages_read == (2, 5))
    assert not bench.page.offer.isVisible()
    bench.page.stop()
    bench.shelf.gate.set()
    qtbot.waitUntil(lambda: work.stage is Stage.DONE)
    assert items and work.items == items
    qtbot.waitUntil(bench.page.offer.isVisible)


def test_a_failed_recognition_is_said_and_keeps_the_summary(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot, document())
    work = bench.page.queue.works[0]
    items = work.items
    bench.shelf.found = {"ocr:report.pdf": ReaderCrashed(name="report.pdf", how="signal 11")}
    bench.page.queue.read_pictures(work)
    qtbot.waitUntil(bench.page.banner.isVisible)
    assert (work.stage, work.items) == (Stage.DONE, items)


def test_a_scan_without_any_text_can_be_read(bench: Bench, qtbot: QtBot) -> None:
    bench.shelf.found = {"scan.pdf": NoText(name="scan.pdf"), "ocr:scan.pdf": whole("scan.pdf")}
    bench.page.show()
    bench.page.open_files([Path("scan.pdf")])
    qtbot.waitUntil(bench.page.offer.isVisible)
    assert words(bench) == "This document holds pictures of pages and no text."
    found = button(bench)
    assert found is not None and found.text() == "Read them"
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bench.page.queue.works[0].stage is Stage.DONE)


def test_without_text_recognition_it_says_so_and_offers_nothing(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_offer, "find_recognition", lambda: None)
    show(bench, qtbot, document())
    assert words(bench).endswith("Text recognition is not installed on this computer.")
    assert button(bench) is None


def test_the_progress_names_the_page(bench: Bench, qtbot: QtBot) -> None:
    bench.shelf.found = {"ocr:report.pdf": whole("report.pdf")}
    show(bench, qtbot, document())
    bench.shelf.gate.clear()
    bench.page.queue.read_pictures(bench.page.queue.works[0])
    said = "Reading the pictures, page 2 of 5"

    def is_said() -> bool:
        labels = bench.page.findChildren(PlainLabel) + bench.page.findChildren(WrappedLabel)
        return any(label.isVisible() and label.text() == said for label in labels)

    qtbot.waitUntil(is_said)
    bench.shelf.gate.set()
    qtbot.waitUntil(lambda: bench.page.queue.works[0].stage is Stage.DONE)
