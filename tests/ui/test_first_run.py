"""The first page: what it says, each way to a model, how it ends, and when it is shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_slm import app
from desktop_slm.models.library import PRACTICE_FILE, InstalledModel
from desktop_slm.models.library import Place as Kept
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.ui.core import Core
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.first_run.page import FirstRunPage
from desktop_slm.ui.first_run.recovery_offer import RecoveryOffer
from desktop_slm.ui.main_window import MainWindow
from desktop_slm.ui.models.network.get_dialog import GetDialog
from desktop_slm.ui.opening.recovery_dialog import RecoveryDialog
from desktop_slm.ui.places import Place
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.pick_dialog import PickDialog
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.keyring import FakeKeyring
from tests.fakes.model_files import write_model
from tests.fakes.window_core import make_core

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    folder = tmp_path / "starter"
    folder.mkdir()
    (folder / PRACTICE_FILE).write_bytes(b"GGUF")  # only listed: nothing answers here
    return folder


@pytest.fixture
def core(theme: Theme, tmp_path: Path, starter: Path) -> Iterator[Core]:
    made = make_core(theme, tmp_path / "data", starter=starter)
    yield made
    made.end_downloads()
    made.operations.shut_down()


@pytest.fixture
def page(core: Core, tmp_path: Path, qtbot: QtBot) -> FirstRunPage:
    around = Surroundings(tmp_path / "home", {}, sys.platform, tmp_path)
    page = FirstRunPage(core, inspection=DirectInspection(), surroundings=lambda: around)
    qtbot.addWidget(page)
    page.resize(911, 512)
    page.show()
    qtbot.waitUntil(lambda: page.model.get.isVisible() and page.model.practice.isVisible())
    return page


def _click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_is_kept_what_can_be_done_and_which_model_is_suggested(
    page: FirstRunPage,
) -> None:
    assert "stored encrypted on this computer" in page.kept.sentence.text()
    assert "8 cores, 16 GB of memory (9.8 GB free)" in page.computer.sentence.text()
    assert "a page of answer" in page.computer.sentence.text()
    name = page.model.get.accessibleName().removeprefix("Get ")
    assert f"We suggest {name}:" in page.model.sentence.text()


def test_the_practice_model_is_chosen_and_the_page_ends(
    core: Core, page: FirstRunPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.finished):
        _click(page.model.practice)
    assert core.model is not None and core.model.is_practice


def test_without_a_practice_model_one_can_still_go_on(
    core: Core, page: FirstRunPage, starter: Path, qtbot: QtBot
) -> None:
    (starter / PRACTICE_FILE).unlink()
    page.refresh()
    qtbot.waitUntil(page.model.leave.isVisible)
    assert page.model.practice.isHidden()
    with qtbot.waitSignal(page.finished):
        _click(page.model.leave)


def test_a_model_of_another_app_is_used_where_it_lies(
    core: Core, page: FirstRunPage, tmp_path: Path, qtbot: QtBot
) -> None:
    lies = tmp_path / "home" / ".lmstudio" / "models" / "o" / "r" / "Cherry-3B-Q4_0.gguf"
    lies.parent.mkdir(parents=True)
    write_model(lies)
    with lies.open("r+b") as file:
        file.truncate(2 << 20)  # smaller files are no whole models
    page.refresh()
    qtbot.waitUntil(page.others.card.isVisible)
    _click(page.others.card.use_button)
    [dialog] = page.window().findChildren(PickDialog)
    with qtbot.waitSignal(page.finished):
        next(b for b in dialog.findChildren(Button) if b.text() == "Use these").click()
    assert core.model is not None and core.model.path == lies


def test_get_asks_about_the_license_first(page: FirstRunPage, qtbot: QtBot) -> None:
    _click(page.model.get)
    [dialog] = page.window().findChildren(GetDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_window_that_was_started_offline_offers_nothing_to_get(
    core: Core, page: FirstRunPage, qtbot: QtBot
) -> None:
    core.outside = replace(core.outside, is_offline=True)
    page.refresh()
    qtbot.waitUntil(page.model.get.isHidden)
    assert "started offline" in page.model.sentence.text()


# The whole window


@pytest.fixture
def window(core: Core, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(core, DataOpening(core, FakeKeyring("SecretService")))
    window.complete()
    yield window
    window.close()
    app.take_down(core)
    window.deleteLater()


def _show_first(core: Core, window: MainWindow, qtbot: QtBot) -> FirstRunPage:
    app.begin_first_run(core, window)
    window.show()
    page = window.pages.first_run
    qtbot.waitUntil(page.model.practice.isVisible)
    return page


def test_a_new_person_sees_it_once_and_has_the_window_for_it(
    core: Core, window: MainWindow, qtbot: QtBot
) -> None:
    page = _show_first(core, window, qtbot)
    assert window.pages.place is Place.FIRST_RUN
    assert not window.sidebar.isVisible()
    assert core.settings.first_run == "begun"
    _click(page.model.practice)
    assert (window.pages.place, core.settings.first_run) == (Place.CHAT, "done")
    assert window.sidebar.isVisible()
    app.begin_first_run(core, window)
    assert not window.pages.first_run.isVisible()


def test_who_has_data_already_is_not_stopped_by_it(
    core: Core, window: MainWindow, qtbot: QtBot
) -> None:
    database = core.outside.paths.database
    database.parent.mkdir(parents=True, exist_ok=True)
    database.write_bytes(b"of before")
    app.begin_first_run(core, window)
    assert window.pages.place is Place.CHAT
    database.unlink()


def test_it_comes_again_where_it_was_not_gone_through(core: Core, window: MainWindow) -> None:
    core.change_settings(first_run="begun")
    app.begin_first_run(core, window)
    assert window.pages.place is Place.FIRST_RUN


def test_it_can_be_asked_for_again(core: Core, window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    core.first_run_requested.emit()
    assert window.pages.place is Place.FIRST_RUN


def test_it_ends_with_the_recovery_code_once_the_data_is_open(
    core: Core, window: MainWindow, qtbot: QtBot
) -> None:
    opening = core.findChild(DataOpening)
    assert opening is not None
    page = _show_first(core, window, qtbot)
    _click(page.model.practice)
    assert not window.findChildren(RecoveryDialog)  # nothing is stored yet
    opening.begin()
    qtbot.waitUntil(lambda: bool(window.findChildren(RecoveryDialog)))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()


def test_whoever_was_shown_a_code_with_the_place_of_the_key_is_shown_no_second_one(
    core: Core, window: MainWindow, qtbot: QtBot
) -> None:
    opening = core.findChild(DataOpening)
    assert opening is not None
    page = _show_first(core, window, qtbot)
    _click(page.model.practice)
    # As the page does on which one chooses where the key is kept.
    core.data_opened.connect(lambda data: RecoveryDialog(core, parent=window).open())
    opening.begin()
    qtbot.waitUntil(lambda: core.data is not None)
    qtbot.waitUntil(lambda: not window.findChildren(RecoveryOffer))
    [dialog] = window.findChildren(RecoveryDialog)
    dialog.reject()


# When the good model is there


def _model(tmp_path: Path) -> InstalledModel:
    path = write_model(tmp_path / "data" / "models" / "Apple-1B-Q4_0.gguf")
    return InstalledModel("apple-1b-q4-0", "Apple 1B", path, 1, "Q4_0", Kept.FOLDER)


def test_the_app_changes_to_a_model_that_came_in(
    core: Core, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = _show_first(core, window, qtbot)
    model = _model(tmp_path)
    with qtbot.waitSignal(page.finished):
        core.model_arrived.emit(model)
    assert core.model == model
    assert window.pages.place is Place.CHAT


def test_a_model_in_use_is_not_exchanged(core: Core, window: MainWindow, tmp_path: Path) -> None:
    model = _model(tmp_path)
    core.choose_model(model)
    core.model_arrived.emit(InstalledModel("other", "Other", model.path, 1, "", Kept.FOLDER))
    assert core.model == model
