"""The whole Models page without a mouse, against a hub on loopback: every action by its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.models.download_list import State
from desktop_slm.models.library import PRACTICE_FILE
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.ui.core import Core
from desktop_slm.ui.downloads import DownloadQueue, Parts
from desktop_slm.ui.models.network.token_dialog import TokenDialog
from desktop_slm.ui.models.page import ModelsPage
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.process import spawn
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.getting import FILE, IMPATIENT, REPO, is_right, serving
from tests.fakes.hub_content import Content, Generated
from tests.fakes.hub_server import HubServer, Status
from tests.fakes.keyring import FakeKeyring
from tests.fakes.model_files import write_model
from tests.fakes.record import open_record
from tests.fakes.window_core import make_core

# The offscreen screen says so of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_MOST_TABS = 80
_SLOW = 30_000
_KEY = Qt.Key


@dataclass
class Person:
    """Somebody with a keyboard before the page; `page` is there to be looked at."""

    page: ModelsPage
    core: Core
    qtbot: QtBot

    def press(self, *keys: Qt.Key) -> None:
        """Presses keys wherever the focus is."""
        for key in keys:
            QTest.keyClick(self._focused(), key)

    def type(self, words: str) -> None:
        """Types words wherever the focus is."""
        QTest.keyClicks(self._focused(), words)

    def go_to(self, name: str) -> None:
        """Presses Tab until the control with this name has the focus."""
        for _ in range(_MOST_TABS):
            if self._focused().accessibleName().startswith(name):
                return
            QTest.keyClick(self._focused(), _KEY.Key_Tab)
        raise AssertionError(f"Tab does not come to {name!r}")

    def use(self, name: str) -> None:
        """Goes to a control and presses it."""
        self.go_to(name)
        self.press(_KEY.Key_Space)

    def choose(self, words: str) -> None:
        """Goes down the open menu to an action and chooses it."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        for _action in menu.actions():
            QTest.keyClick(menu, _KEY.Key_Down)
            marked = menu.activeAction()
            if marked.text() == words:
                QTest.keyClick(menu, _KEY.Key_Return)
                return
        raise AssertionError(f"no {words!r} among {[each.text() for each in menu.actions()]}")

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits for what the page comes to."""
        self.qtbot.waitUntil(condition, timeout=_SLOW)

    def until_dialog(self, *words: str) -> QWidget:
        """Waits for a dialog that says this, and returns it."""

        def says() -> bool:
            dialog = QApplication.activeModalWidget()
            return dialog is not None and all(word in texts(dialog) for word in words)

        self.until(says)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        return dialog

    def banner(self) -> str:
        """What the page says happened."""
        return self.page.banner.accessibleName() if self.page.banner.isVisible() else ""

    def _focused(self) -> QWidget:
        window = QApplication.activeModalWidget() or self.page.window()
        focused: QWidget | None = window.focusWidget()
        return window if focused is None else focused


def texts(widget: QWidget) -> str:
    """Returns everything that a widget says."""
    said = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    said += [box.toPlainText() for box in widget.findChildren(QPlainTextEdit)]
    return "\n".join([widget.windowTitle(), *said])


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with serving(monkeypatch) as hub:
        yield hub


@pytest.fixture
def content(hub: HubServer) -> Content:
    return hub.add(REPO, FILE, Generated(3_000_000))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "models"


@pytest.fixture
def core(theme: Theme, tmp_path: Path, hub: HubServer) -> Iterator[Core]:
    write_model(tmp_path / "starter" / PRACTICE_FILE, numbers={"llama.context_length": 8192})
    core = make_core(theme, tmp_path / "data", starter=tmp_path / "starter")
    paths, settings = core.outside.paths, lambda: core.settings
    parts = Parts(paths, open_record(), spawn, core.operations, settings, FakeKeyring(), IMPATIENT)
    core.__dict__["downloads"] = core.take_downloads(DownloadQueue(parts, core))
    yield core
    core.end_downloads()
    core.operations.shut_down()


@pytest.fixture
def person(core: Core, folder: Path, tmp_path: Path, qtbot: QtBot) -> Person:
    write_model(folder / "mine.gguf")
    core.refresh_models()
    around = Surroundings(tmp_path / "home", {}, "linux", tmp_path / "home")
    page = ModelsPage(core, inspection=DirectInspection(), surroundings=lambda: around)
    qtbot.addWidget(page)
    page.resize(1032, 900)
    page.show()
    page.activateWindow()
    page.refresh()
    page.focus_first()
    found = Person(page, core, qtbot)
    found.until(lambda: _is_known(page, "mine") and _is_known(page, "practice"))
    found.until(page.choices.free_only.isEnabled)
    return found


def _is_known(page: ModelsPage, model_id: str) -> bool:
    row = page.table.row(model_id)
    return row is not None and row.entry.facts is not None


def _get(person: Person, content: Content) -> None:
    """Searches, goes online, chooses the file and accepts its license."""
    person.go_to("Search Hugging Face")
    person.type("tiny")
    person.press(_KEY.Key_Return)
    person.until_dialog("Go online for this?")
    person.press(_KEY.Key_Return)
    person.until_dialog("The most fetched first.")
    person.press(_KEY.Key_Return)
    person.until_dialog("icense: Apache 2.0")
    person.press(_KEY.Key_Return)
    person.until_dialog("Get Tiny-Q4_K_M.gguf?", "License: Apache 2.0")
    person.use("Accept and get")


def _state(person: Person) -> State | None:
    rows = person.page.obtaining.section.rows.values()
    return next((row.download.state for row in rows), None)


def _received(person: Person) -> int:
    rows = person.page.obtaining.section.rows.values()
    return max((row.download.progress.received for row in rows), default=0)


def test_a_model_is_searched_got_and_used(person: Person, folder: Path, content: Content) -> None:
    _get(person, content)
    person.until(lambda: "is on this computer now" in person.banner())
    assert is_right(folder / REPO / FILE, content)
    with person.qtbot.waitSignal(person.page.chat_requested):
        person.use("Use in chat")
    assert person.core.model is not None
    assert person.core.model.path == folder / REPO / FILE


def test_a_download_is_paused_resumed_limited_and_cancelled(
    person: Person, hub: HubServer, folder: Path, content: Content
) -> None:
    hub.pause_s = 0.05
    _get(person, content)
    person.until(lambda: _received(person) > 0)
    person.use(f"Pause {FILE}")
    person.until(lambda: _state(person) is State.PAUSED)
    person.use(f"Go on with {FILE}")
    person.until_dialog("Go online for this?")
    person.press(_KEY.Key_Return)
    person.until(lambda: _state(person) is State.RUNNING)
    person.go_to("Highest speed")
    person.press(_KEY.Key_Down)
    assert person.core.settings.download_limit_kb_per_s == 500
    person.use(f"Cancel {FILE}")
    person.until(lambda: _state(person) is None)
    person.until(lambda: not list(folder.rglob("*.part")))
    assert not (folder / REPO).exists()


def test_what_failed_is_tried_again(person: Person, hub: HubServer, content: Content) -> None:
    person.core.change_settings(network="ask")
    hub.hub_faults += [Status(404), Status(404)]  # the header and the file
    _get_known(person)
    person.until(lambda: _state(person) is State.FAILED)
    hub.hub_faults.clear()
    person.use(f"Go on with {FILE}")
    person.until(lambda: "is on this computer now" in person.banner())


def _get_known(person: Person) -> None:
    """Finds a file by its pasted address, and accepts its license."""
    person.go_to("Search Hugging Face")
    person.type(f"https://huggingface.co/{REPO}/blob/main/{FILE}")
    person.press(_KEY.Key_Return)
    person.until_dialog("icense: Apache 2.0")
    person.press(_KEY.Key_Return)
    person.until_dialog("Get Tiny-Q4_K_M.gguf?")
    person.use("Accept and get")


def test_a_token_is_given(person: Person, hub: HubServer, content: Content) -> None:
    person.core.change_settings(network="ask")
    _get_known_gated(person, hub)
    person.until(lambda: _state(person) is State.FAILED)
    person.use(f"Enter an access token for {FILE}")
    dialog = person.until_dialog("token")
    assert isinstance(dialog, TokenDialog)
    person.type("hf_secret")
    person.use(dialog.mirror.accessibleName() or dialog.mirror.text())
    person.use("Keep it and try again")
    person.until(lambda: "is on this computer now" in person.banner())


def _get_known_gated(person: Person, hub: HubServer) -> None:
    _get_to_the_question(person)
    hub.gated[REPO] = "hf_secret"
    person.use("Accept and get")


def _get_to_the_question(person: Person) -> None:
    person.go_to("Search Hugging Face")
    person.type(f"{REPO}")
    person.press(_KEY.Key_Return)
    person.until_dialog("icense: Apache 2.0")
    person.press(_KEY.Key_Return)
    person.until_dialog("Get Tiny-Q4_K_M.gguf?")


def test_started_offline_it_says_so(person: Person, hub: HubServer, content: Content) -> None:
    person.core.outside = replace(person.core.outside, is_offline=True)
    person.go_to("Search Hugging Face")
    person.type("tiny")
    person.press(_KEY.Key_Return)
    person.until_dialog("is offline")
    assert not hub.asked


def test_a_choice_is_looked_at_got_and_filtered(person: Person, hub: HubServer) -> None:
    page = person.page
    person.use("Only Apache or MIT licenses")
    assert all(card.choice.option.model.license.is_free for card in page.choices.cards)
    name = page.choices.cards[1].choice.option.model.name
    person.use(f"Details of {name}")
    person.until_dialog("Parameters: ")
    person.press(_KEY.Key_Escape)
    person.use(f"Get {name}")
    person.until_dialog("License:")
    person.press(_KEY.Key_Escape)
    person.use("Show all models")
    assert page.choices.list.rows and page.choices.list.rows[0].isVisible()
    assert not hub.asked


def test_a_model_is_chosen_and_verified(person: Person) -> None:
    person.core.choose_model(person.core.library.find("practice"))
    person.use("Use mine")
    assert person.core.model is not None and person.core.model.id == "mine"
    person.use("Verify mine")
    person.until(lambda: "fingerprint of “mine” is noted" in person.banner())


def _act(person: Person, words: str) -> None:
    """Chooses an action of the model's menu."""
    person.use("Actions for mine")
    person.choose(words)


def _until_any_dialog(person: Person) -> QWidget:
    person.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def test_the_menu_uses_a_model_in_chat(person: Person) -> None:
    with person.qtbot.waitSignal(person.page.chat_requested):
        _act(person, "Use in chat")


def test_the_menu_verifies(person: Person) -> None:
    _act(person, "Verify file")
    person.until(lambda: "fingerprint of “mine” is noted" in person.banner())


def test_the_menu_copies_the_path(person: Person, folder: Path) -> None:
    _act(person, "Copy path")
    assert QGuiApplication.clipboard().text() == str(folder / "mine.gguf")


def test_the_menu_tells_details(person: Person, folder: Path) -> None:
    _act(person, "Details…")
    assert str(folder / "mine.gguf") in texts(_until_any_dialog(person))
    person.press(_KEY.Key_Escape)


def test_the_menu_renames(person: Person) -> None:
    _act(person, "Rename…")
    _until_any_dialog(person)
    person.type("For letters")
    person.press(_KEY.Key_Return)
    person.until(lambda: person.core.library.find("mine").name == "For letters")


def test_the_menu_removes_and_the_line_brings_back(person: Person, folder: Path) -> None:
    _act(person, "Remove")
    person.until(person.page.model_actions.removed_line.isVisible)
    assert not (folder / "mine.gguf").exists()
    person.use("Undo the removal of “mine”")
    person.until((folder / "mine.gguf").exists)


def test_the_menu_leads_to_a_trial_and_escape_back(person: Person) -> None:
    _act(person, "Try on my document…")
    person.until(person.page.trial.isVisible)
    person.press(_KEY.Key_Escape)
    assert not person.page.trial.isVisible()


@pytest.mark.parametrize("words", ["Files…", "A folder, also one from another computer…"])
def test_the_ways_in(person: Person, words: str) -> None:
    person.use("Import…")
    person.choose(words)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


def test_models_of_other_apps_are_looked_for(person: Person) -> None:
    person.use("Import…")
    person.choose("Models of other apps…")
    person.until(lambda: person.banner().startswith("No other models were found"))


def test_models_are_taken_along(person: Person) -> None:
    person.use("Take to another computer…")
    names = [each.accessibleName() for each in _until_any_dialog(person).findChildren(QWidget)]
    assert "mine" in names
    person.press(_KEY.Key_Escape)
