"""How a trial is reached from the Models page, and what the page says of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.storage.database import Database
from desktop_slm.tuning.trial.records import TrialRecords
from desktop_slm.tuning.trial.trial import Outcome, Pages, State, TriedModel
from desktop_slm.ui.core import Core, Data, now
from desktop_slm.ui.models.listing.row import ModelRow
from desktop_slm.ui.models.page import ModelsPage
from desktop_slm.ui.models.trial.work import Seams
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.menu import Menu
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.model_files import write_model
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.window_core import make_core

# The offscreen screen says so of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    for name in ("Apple-1B-Q4_0", "Berry-2B-Q4_0"):
        write_model(tmp_path / "data" / "models" / f"{name}.gguf")
    with Database.in_memory() as database:
        core.set_data(Data.of(database))
        yield core
        core.operations.shut_down()


@pytest.fixture
def page(core: Core, tmp_path: Path, qtbot: QtBot) -> ModelsPage:
    around = Surroundings(tmp_path, {}, "linux", tmp_path)
    page = ModelsPage(
        core,
        inspection=DirectInspection(),
        trial_seams=Seams(engine=ScriptedEngine, inspection=DirectInspection),
        surroundings=lambda: around,
    )
    qtbot.addWidget(page)
    page.resize(1032, 700)
    page.show()
    page.refresh()
    for row in ("apple-1b-q4-0", "berry-2b-q4-0"):
        _wait_for_row(page, row, qtbot)
    return page


def _wait_for_row(page: ModelsPage, model_id: str, qtbot: QtBot) -> ModelRow:
    def is_known() -> bool:
        row = page.table.row(model_id)
        return row is not None and row.entry.facts is not None

    qtbot.waitUntil(is_known)
    row = page.table.row(model_id)
    assert row is not None
    return row


def _menu(page: ModelsPage, row: ModelRow) -> Menu:
    QTest.mouseClick(row.menu_button, Qt.MouseButton.LeftButton)
    return next(menu for menu in page.findChildren(Menu) if menu.isVisible())


def _keep(core: Core, *supports: Support) -> TrialRecords:
    """Keeps a trial of the first model."""
    assert core.data is not None
    records = TrialRecords(core.data.database, now)
    model = next(each for each in core.library.models() if each.id == "apple-1b-q4-0")
    items = tuple(Item(f"Sentence {n}.", (), support) for n, support in enumerate(supports))
    pages = Pages("lease.pdf", "0" * 64, 9, PageChoice(((1, 2),)), 800)
    records.begin(pages, 160).keep(0, Outcome(TriedModel.of(model), State.DONE, items=items))
    return records


def _texts(row: ModelRow) -> str:
    return " ".join(each.text() for each in row.findChildren(QLabel) if each.isVisible())


def test_the_button_over_the_page_shows_the_trial_and_back_leads_back(
    page: ModelsPage, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.header.try_button, Qt.MouseButton.LeftButton)
    assert page.trial.isVisible()
    assert not page.table.isVisible()
    QTest.keyClick(page.trial, Qt.Key.Key_Escape)
    assert not page.trial.isVisible()
    assert page.table.isVisible()
    assert page.window().focusWidget() is page.header.try_button


def test_a_model_s_menu_ticks_that_model(page: ModelsPage, qtbot: QtBot) -> None:
    row = _wait_for_row(page, "berry-2b-q4-0", qtbot)
    menu = _menu(page, row)
    action = next(each for each in menu.actions() if "Try on my document" in each.text())
    menu.close()
    action.trigger()
    qtbot.waitUntil(lambda: len(page.trial.setup.ticks.boxes()) == 2)
    ticked = {name for name, box in page.trial.setup.ticks.boxes().items() if box.isChecked()}
    assert ticked == {"berry-2b-q4-0"}


def test_a_row_claims_what_a_trial_counted_and_no_more(
    core: Core, page: ModelsPage, qtbot: QtBot
) -> None:
    row = _wait_for_row(page, "apple-1b-q4-0", qtbot)
    assert "On your document" not in _texts(row)
    records = _keep(core, Support.FULL, Support.FULL, Support.PARTIAL, Support.NONE)
    page.refresh()
    said = "On your document: 2 of 4 sentences with evidence, 1 more in part"
    qtbot.waitUntil(lambda: said in _texts(row))
    other = _wait_for_row(page, "berry-2b-q4-0", qtbot)
    assert "On your document" not in _texts(other)
    records.delete(records.all()[0].id)
    page.refresh()
    qtbot.waitUntil(lambda: "On your document" not in _texts(row))


def test_details_name_the_document_of_the_trial(core: Core, page: ModelsPage, qtbot: QtBot) -> None:
    _keep(core, Support.FULL)
    page.refresh()
    row = _wait_for_row(page, "apple-1b-q4-0", qtbot)
    qtbot.waitUntil(lambda: "On your document" in _texts(row))
    menu = _menu(page, row)
    action = next(each for each in menu.actions() if "Details" in each.text())
    menu.close()
    action.trigger()
    dialog = next(each for each in page.window().findChildren(QDialog) if each.isVisible())
    text = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "Tried: On your document: 1 of 1 sentence with evidence (“lease.pdf”, today)" in text
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Close").click()
