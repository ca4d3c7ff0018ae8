"""A summary leaves the page: files of every format, the clipboard, the printer, the menu."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.exports import embedded, seal
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.assistants.verification.check import check
from desktop_slm.ui.summaries.exporting.export_wish import ExportWish
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.widgets.menu import Menu
from tests.ui.summary_bench import PRACTICE, Bench, bench, document, templating

__all__ = ["bench", "templating"]

# Offscreen, a menu that opens cannot take the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def work(bench: Bench, qtbot: QtBot) -> Work:
    """A summary on the page, of which its first sentence is checked."""
    qtbot.addWidget(bench.page)
    bench.page.resize(1280, 800)
    bench.page.show()
    bench.drop(document())
    qtbot.waitUntil(lambda: bench.page._shown is not None and _is_done(bench.page._shown))
    shown = bench.page._shown
    assert shown is not None
    first = replace(shown.items[0], is_checked=True)
    shown.items = (first, *shown.items[1:], Item("Nobody has checked this."))
    bench.page.header.show_work(shown)
    return shown


def _is_done(work: Work) -> bool:
    return work.stage is Stage.DONE


def _menu(bench: Bench) -> Menu:
    bench.page.header.export.click()
    return next(each for each in bench.page.header.findChildren(Menu) if each.isVisible())


def _action(menu: Menu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == words)


@pytest.mark.parametrize("chosen", list(ExportFormat))
def test_a_saved_export_fits_the_document(
    bench: Bench, work: Work, qtbot: QtBot, tmp_path: Path, chosen: ExportFormat
) -> None:
    bench.dialogs.target = tmp_path / f"out.{chosen.value}"
    bench.page.header.export_requested.emit(ExportWish(chosen))
    qtbot.waitUntil(bench.page.banner.isVisible)
    assert bench.page.banner.accessibleName() == f"Saved as “out.{chosen.value}”."
    assert bench.dialogs.proposed == [f"report summary.{chosen.value}"]
    content = bench.dialogs.target.read_bytes()
    assert work.opened is not None
    checked = check(content, [work.opened.document])
    assert (checked.findings, checked.sentences) == ((), len(work.items))
    exported = seal.opened(embedded.find(content).data)
    assert exported.items == work.items
    assert exported.receipt.documents[0].sha256 == work.opened.document.sha256


def test_only_what_is_checked_can_be_exported(
    bench: Bench, work: Work, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.dialogs.target = tmp_path / "out.json"
    menu = _menu(bench)
    switch = _action(menu, "Only what I have checked")
    place = menu.actionGeometry(switch).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    assert switch.isChecked()
    _action(menu, "Data (JSON)…").trigger()
    qtbot.waitUntil(bench.page.banner.isVisible)
    exported = seal.opened(embedded.find(bench.dialogs.target.read_bytes()).data)
    assert exported.items == work.items[:1]
    assert (exported.checked, exported.total) == (1, len(work.items))
    assert exported.only_checked


def test_the_switch_is_off_where_nothing_is_checked(bench: Bench, work: Work) -> None:
    work.items = tuple(replace(item, is_checked=False) for item in work.items)
    bench.page.header.show_work(work)
    switch = _action(_menu(bench), "Only what I have checked")
    assert not switch.isEnabled()
    assert not switch.isChecked()


def test_a_switch_is_flipped_by_a_key_and_the_menu_stays(bench: Bench, work: Work) -> None:
    menu = _menu(bench)
    switch = _action(menu, "Only what I have checked")
    menu.setActiveAction(switch)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert switch.isChecked()
    assert menu.isVisible()


def test_an_export_that_cannot_be_written_is_said(
    bench: Bench, work: Work, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.dialogs.target = tmp_path / "missing" / "out.md"
    bench.page.header.export_requested.emit(ExportWish(ExportFormat.MARKDOWN))
    qtbot.waitUntil(bench.page.banner.isVisible)
    assert "cannot be written" in bench.page.banner.accessibleName()


def test_a_copy_keeps_headings_bullets_and_footnotes(bench: Bench, work: Work) -> None:
    bench.page.header.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasHtml()
    assert "<h1>report.pdf</h1>" in data.html()
    assert data.html().count("<li>") == len(work.items)
    assert data.html().count("mso-element:footnote'") == data.html().count("<sup>") / 2
    assert data.text().startswith("report.pdf\n==========\n")
    assert "[1] report.pdf, page 1: “" in data.text()
    assert "Model read 6 of 7 pages" in data.text()


def test_a_copy_of_a_practice_model_s_summary_says_so(bench: Bench, work: Work) -> None:
    work.is_practice = True
    bench.page.header.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert "Practice model: do not rely on this" in data.text()
    assert "<b>Practice model: do not rely on this</b>" in data.html()
    assert PRACTICE.is_practice


def test_a_summary_is_printed(bench: Bench, work: Work, qtbot: QtBot, tmp_path: Path) -> None:
    bench.dialogs.target = tmp_path / "printed.pdf"
    with qtbot.waitSignal(bench.page._export.printed):
        _action(_menu(bench), "Print…").trigger()
    assert bench.dialogs.target.read_bytes().startswith(b"%PDF-")
