"""The Settings page: every choice is in force at once, stored, and what is said is looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm import __version__
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.settings import SettingsFile
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.keys import InKeyFile, InKeyring, Keys, NewPlace, UnderPassphrase
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.settings.page import SettingsPage
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.confine import Level
from tests.fakes.keyring import FakeKeyring
from tests.fakes.window_core import make_core

ALL_KEPT_OFF = {"engine": Level.KERNEL, "reader": Level.KERNEL}


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    yield core
    core.operations.shut_down()
    if core.data is not None:
        core.data.database.close()


Show = Callable[[], SettingsPage]


@pytest.fixture
def show(core: Core, qtbot: QtBot) -> Show:
    kept: list[SettingsPage] = []

    def show() -> SettingsPage:
        page = SettingsPage(core, ask=lambda: ALL_KEPT_OFF)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        words = page.privacy.network.more
        qtbot.waitUntil(lambda: not words.text().startswith("Asking"))
        return page

    return show


def _button(widget: QWidget, name: str) -> QAbstractButton:
    return next(b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name)


def _click(widget: QWidget, name: str) -> None:
    QTest.mouseClick(_button(widget, name), Qt.MouseButton.LeftButton)


def _stored(core: Core, qtbot: QtBot) -> SettingsFile:
    file = SettingsFile(core.outside.paths.settings)
    qtbot.waitUntil(lambda: file.load() == core.settings)
    return file


# Look and keys


def test_the_theme_changes_at_once_and_is_stored(show: Show, core: Core, qtbot: QtBot) -> None:
    page = show()
    _click(page.look, "Dark")
    assert core.theme.is_dark
    assert _stored(core, qtbot).load().theme == "dark"
    _click(page.look, "Light")
    assert not core.theme.is_dark


def test_the_zoom_changes_at_once_and_is_stored(show: Show, core: Core, qtbot: QtBot) -> None:
    page = show()
    page.look.zoom.setCurrentIndex(page.look.zoom.findData("150"))
    assert core.theme.zoom_percent == 150
    assert _stored(core, qtbot).load().zoom_percent == 150


def test_which_key_sends_is_told_to_everybody(show: Show, core: Core, qtbot: QtBot) -> None:
    page = show()
    with qtbot.waitSignal(core.settings_changed) as told:
        _click(page.look, "Ctrl+Enter")
    assert told.args[0].send_key == "ctrl+enter"
    assert _stored(core, qtbot).load().send_key == "ctrl+enter"


def test_the_language_is_stored_for_the_next_start(show: Show, core: Core, qtbot: QtBot) -> None:
    page = show()
    page.look.language.setCurrentIndex(page.look.language.findData("de"))
    assert _stored(core, qtbot).load().language == "de"


def test_what_is_changed_elsewhere_shows_here(show: Show, core: Core) -> None:
    page = show()
    changes = 0

    def count(settings: object) -> None:
        nonlocal changes
        changes += 1

    core.settings_changed.connect(count)
    core.change_settings(zoom_percent=125, send_key="ctrl+enter")
    assert (page.look.zoom.choice(), page.look.send_key.choice()) == ("125", "ctrl+enter")
    assert changes == 1  # showing it is no change


# How models run


def test_threads_and_room_reach_the_engine(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    model = InstalledModel("a", "A", tmp_path / "a.gguf", 1, "", Place.FOLDER)
    automatic = core.engine_model(model)
    assert (automatic.threads, automatic.context_tokens) == (0, 0)
    page = show()
    page.running.threads.setCurrentIndex(page.running.threads.findData("1"))
    page.running.room.setCurrentIndex(page.running.room.findData("4096"))
    chosen = core.engine_model(model)
    assert (chosen.path, chosen.threads, chosen.context_tokens) == (model.path, 1, 4096)
    stored = _stored(core, qtbot).load()
    assert (stored.threads, stored.context_tokens) == (1, 4096)


def test_a_number_of_another_computer_is_among_the_choices(core: Core, qtbot: QtBot) -> None:
    core.settings = replace(core.settings, threads=200, context_tokens=5000)
    page = SettingsPage(core, ask=lambda: ALL_KEPT_OFF)
    qtbot.addWidget(page)
    assert page.running.threads.choice() == "200"
    assert page.running.room.currentText() == "8 pages · 5,000 tokens"


# Privacy


def test_before_the_data_is_open_it_is_said_to_be_locked(show: Show) -> None:
    assert "locked" in show().privacy.kept.more.text()


def test_in_memory_it_is_said_that_nothing_is_stored(show: Show, core: Core, qtbot: QtBot) -> None:
    page = show()
    core.set_data(Data.of(Database.in_memory()))
    assert page.privacy.kept.more.text().startswith("Nothing is stored")
    key = page.privacy.key.more
    qtbot.waitUntil(lambda: key.text() == "There is no key, because nothing is stored.")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (lambda folder: InKeyring("fake keyring"), "keyring (fake keyring)"),
        (lambda folder: UnderPassphrase("correct horse"), "under your passphrase"),
        (lambda folder: InKeyFile(folder / "my.key"), "my.key"),
    ],
)
def test_it_is_said_where_the_data_and_its_key_lie(
    show: Show,
    core: Core,
    tmp_path: Path,
    qtbot: QtBot,
    place: Callable[[Path], NewPlace],
    words: str,
) -> None:
    found = core.outside.paths
    keys = Keys(found.database, found.key_record, _keyring(), cost=Scrypt(n=1 << 10))
    with keys.create(place(tmp_path)) as key:
        core.set_data(Data.of(Database.open(found.database, key)))
    page = show()
    kept = page.privacy.kept.more.text()
    assert "stored encrypted" in kept
    assert str(found.database) in kept
    qtbot.waitUntil(lambda: words in page.privacy.key.more.text())


def _keyring() -> FakeKeyring:
    return FakeKeyring("fake keyring")


def test_the_data_folder_s_path_can_be_copied(show: Show, core: Core) -> None:
    _click(show(), "Copy path of the data folder")
    assert QGuiApplication.clipboard().text() == str(core.outside.paths.data)


@pytest.mark.parametrize(
    ("window", "found", "expected"),
    [
        (
            Level.KERNEL,
            {"engine": Level.KERNEL, "reader": Level.KERNEL},
            ["The system keeps these off the internet: this window, the model, the document"],
        ),
        (
            Level.APP,
            {"engine": Level.KERNEL, "reader": Level.NONE},
            [
                "The system keeps these off the internet: the model.",
                "the program's own rule alone, which the system does not enforce: this window.",
                "Nothing keeps these off the internet: the document reader.",
            ],
        ),
        (Level.KERNEL, {"engine": None}, ["These could not be asked: the model."]),
    ],
)
def test_what_is_said_of_the_network_is_what_the_processes_said(
    theme: Theme,
    tmp_path: Path,
    qtbot: QtBot,
    window: Level,
    found: dict[str, Level | None],
    expected: list[str],
) -> None:
    core = make_core(theme, tmp_path / "data")
    enforced = replace(core.outside.enforced, network=window)
    core.outside = replace(core.outside, enforced=enforced)
    page = SettingsPage(core, ask=lambda: found)
    qtbot.addWidget(page)
    page.show()
    words = page.privacy.network.more
    qtbot.waitUntil(lambda: not words.text().startswith("Asking"))
    for sentence in expected:
        assert sentence in words.text()
    core.operations.shut_down()


# About


def test_versions_can_be_read_and_copied(show: Show, qtbot: QtBot) -> None:
    page = show()
    box = page.about.box
    qtbot.waitUntil(lambda: __version__ in box.toPlainText())
    for part in (
        "PySide6_Essentials 6.",
        "llama.cpp and ggml",
        "SQLite 3.",
        "SmolLM2-135M-Instruct",
    ):
        assert part in box.toPlainText()
    assert all(": " in line for line in box.toPlainText().splitlines()[3:])
    _click(page, "Copy versions")
    assert QGuiApplication.clipboard().text() == box.toPlainText()


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("License of Desktop SLM", ["Apache License", "Version 2.0"]),
        (
            "Licenses of its parts",
            ["\nJinja2 3.1.6\nBSD-3-Clause\n", "PDFium", "Lucide", "you may replace them"],
        ),
    ],
)
def test_license_texts_are_shown_whole(
    show: Show, qtbot: QtBot, button: str, words: list[str]
) -> None:
    page = show()
    _click(page, button)
    qtbot.waitUntil(lambda: bool(page.findChildren(QDialog)))
    dialog = page.findChildren(QDialog)[0]
    text = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert all(word in text for word in words)
    assert len(text) > 5000
    _click(dialog, "Close")


def test_how_long_a_model_stays_loaded_is_stored(show: Show, core: Core, qtbot: QtBot) -> None:
    page = show()
    assert page.running.unload.choice() == "30"
    page.running.unload.setCurrentIndex(page.running.unload.findData("5"))
    assert core.settings.unload_after_min == 5


# Shape


def test_the_first_control_takes_the_focus(show: Show, qtbot: QtBot) -> None:
    page = show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    focused = page.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.accessibleName() == "As the system"


@pytest.mark.parametrize(("width", "zoom"), [(663, 100), (911, 200)])
def test_nothing_is_wider_than_the_page(show: Show, core: Core, width: int, zoom: int) -> None:
    page = show()
    core.theme.set_zoom(zoom)
    page.resize(width, 512)
    scroll = page.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    content = scroll.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= scroll.viewport().width()
