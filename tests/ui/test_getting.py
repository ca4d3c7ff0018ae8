"""Getting models in the window, by mouse and keys, from a hub on loopback through real children."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.models.connections import Purpose
from desktop_slm.models.download_list import State
from desktop_slm.storage.connections import StoredConnections
from desktop_slm.storage.database import Database
from desktop_slm.ui.core import Core
from desktop_slm.ui.downloads import DownloadQueue, Parts
from desktop_slm.ui.models.network.downloads_section import DownloadsSection
from desktop_slm.ui.models.network.get_dialog import GetDialog
from desktop_slm.ui.models.network.obtaining import Obtaining
from desktop_slm.ui.models.network.token_dialog import TokenDialog
from desktop_slm.ui.sidebar.network_badge import NetworkBadge
from desktop_slm.ui.sidebar.network_panel import NetworkPanel
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog
from desktop_slm.workers.process import spawn
from tests.fakes.getting import FILE, IMPATIENT, REPO, is_right, serving
from tests.fakes.hub_content import Content, Generated
from tests.fakes.hub_server import COMMIT, HubServer, Status
from tests.fakes.keyring import FakeKeyring
from tests.fakes.window_core import make_core

_SIZE = 3_000_000
_SLOW = 30_000


class Page(QWidget):
    """What of the Models page gets models."""

    def __init__(self, core: Core) -> None:
        super().__init__()
        self.banner = Banner(core.theme, parent=self)
        self.obtaining = Obtaining(core, self.banner, self)
        self.obtaining.section.setParent(self)

    @property
    def section(self) -> DownloadsSection:
        return self.obtaining.section


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with serving(monkeypatch) as hub:
        yield hub


@pytest.fixture
def content(hub: HubServer) -> Content:
    return hub.add(REPO, FILE, Generated(_SIZE))


@pytest.fixture
def core(theme: Theme, tmp_path: Path, hub: HubServer) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    core.connections.keep_in(StoredConnections(Database.in_memory()))
    _give_queue(core)
    yield core
    core.end_downloads()
    core.operations.shut_down()


def _give_queue(core: Core) -> None:
    paths, settings = core.outside.paths, lambda: core.settings
    parts = Parts(
        paths, core.connections, spawn, core.operations, settings, FakeKeyring(), IMPATIENT
    )
    core.__dict__["downloads"] = core.take_downloads(DownloadQueue(parts, core))


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Page:
    page = Page(core)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    return page


def _dialog(page: QWidget, kind: type[QDialog]) -> QDialog:
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    assert found, f"no {kind.__name__}"
    return found[-1]


def _press(widget: QWidget, words: str) -> None:
    found = [
        button
        for button in widget.findChildren(QAbstractButton)
        if words in button.accessibleName() and button.isVisible()
    ]
    assert found, f"no button {words!r}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def _texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def _get(page: Page, content: Content) -> None:
    page.obtaining.getting.get(REPO, COMMIT, FILE, content.size, content.sha256, "apache-2.0")
    _press(_dialog(page, GetDialog), "Accept and get")


def _until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=_SLOW)


def test_get_shows_license_and_network_and_ends_in_the_library(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    page.obtaining.getting.get(REPO, COMMIT, FILE, content.size, content.sha256, "apache-2.0")
    dialog = _dialog(page, GetDialog)
    shown = _texts(dialog)
    assert "Apache 2.0" in shown and "3 MB" in shown and "connects to 127.0.0.1" in shown
    assert not hub.asked
    with qtbot.waitSignal(core.downloads.model_arrived, timeout=_SLOW):
        _press(dialog, "Accept and get")
    _until(qtbot, lambda: not page.section.rows and core.model is not None)
    assert is_right(core.outside.paths.models / REPO / FILE, content)
    assert "is on this computer now" in _texts(page.banner)
    with qtbot.waitSignal(page.obtaining.use_requested) as used:
        _press(page.banner, "Use in chat")
    assert used.args[0].path.name == FILE
    assert core.model is not None and core.model.path.name == FILE


def test_cancel_in_the_dialog_asks_nobody(page: Page, hub: HubServer, content: Content) -> None:
    page.obtaining.getting.get(REPO, COMMIT, FILE, content.size, content.sha256, "apache-2.0")
    QTest.keyClick(_dialog(page, GetDialog), Qt.Key.Key_Escape)
    assert not hub.asked and not page.section.rows


def test_started_offline_nothing_is_fetched_and_that_is_said(
    core: Core, page: Page, hub: HubServer, content: Content
) -> None:
    core.outside = replace(core.outside, is_offline=True)
    _get(page, content)
    assert "is offline" in _texts(page.banner) and not hub.asked


def test_what_the_catalog_does_not_know_is_asked_of_the_hub(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    page.obtaining.getting.get(REPO, "", FILE, _SIZE - 7, "", "apache-2.0")
    with qtbot.waitSignal(core.downloads.model_arrived, timeout=_SLOW):
        _press(_dialog(page, GetDialog), "Accept and get")
    assert is_right(core.outside.paths.models / REPO / FILE, content)


def test_a_download_is_paused_resumed_and_cancelled_by_its_buttons(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    hub.pause_s = 0.05
    _get(page, content)
    _until(qtbot, lambda: _progress(page) > 0)
    row = next(iter(page.section.rows.values()))
    assert " of 3 MB" in _texts(row)
    _press(row, f"Pause {FILE}")
    _until(qtbot, lambda: row.download.state is State.PAUSED)
    assert "Paused" in _texts(row)
    _press(row, f"Go on with {FILE}")
    _press(_dialog(page, ConfirmDialog), "Go online")
    _until(qtbot, lambda: row.download.progress.stage == "receiving")
    _press(row, f"Cancel {FILE}")
    models = core.outside.paths.models
    _until(qtbot, lambda: not page.section.rows and not list(models.rglob("*")))
    assert not page.section.isVisible()


def test_a_limit_of_the_speed_holds_for_what_is_coming_in(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    hub.pause_s = 0.05
    _get(page, content)
    _until(qtbot, lambda: _progress(page) > 0)
    page.section.limit.setFocus()
    QTest.keyClick(page.section.limit, Qt.Key.Key_Down)
    _until(qtbot, lambda: len(hub.requests_to_store()) == 2)
    assert core.settings.download_limit_kb_per_s == 500
    hub.pause_s = 0
    _until(qtbot, lambda: any(0 < speed < 800_000 for speed in _speeds(page)))
    _press(page.section, "Cancel")
    _until(qtbot, lambda: not page.section.rows)


def _speeds(page: Page) -> list[int]:
    return [row.download.progress.bytes_per_s for row in page.section.rows.values()]


def _progress(page: Page) -> int:
    return max((row.download.progress.received for row in page.section.rows.values()), default=0)


def test_a_failure_says_why_and_can_be_tried_again(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    core.change_settings(network="ask")
    hub.hub_faults.append(Status(404))
    _get(page, content)
    _until(qtbot, lambda: _state(page) is State.FAILED)
    row = next(iter(page.section.rows.values()))
    assert "(404)" in _texts(row)
    with qtbot.waitSignal(core.downloads.model_arrived, timeout=_SLOW):
        _press(row, "Go on with")


def _state(page: Page) -> State | None:
    return next((row.download.state for row in page.section.rows.values()), None)


def test_a_gated_model_asks_for_a_token_and_comes_with_it(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    hub.gated[REPO] = "hf_secret"
    _get(page, content)
    _until(qtbot, lambda: _state(page) is State.FAILED)
    _press(page.section, "Enter an access token")
    dialog = _dialog(page, TokenDialog)
    assert isinstance(dialog, TokenDialog)
    dialog.mirror.setChecked(True)  # to us the fake hub is a mirror
    QTest.keyClicks(dialog.focusWidget(), "hf_secret")
    with qtbot.waitSignal(core.downloads.model_arrived, timeout=_SLOW):
        _press(dialog, "Keep it and try again")
    for path in core.outside.paths.data.rglob("*"):
        if path.is_file() and path.suffix != ".gguf":
            assert "hf_secret" not in path.read_text(encoding="utf-8", errors="replace")


def test_the_search_goes_online_only_when_told_to_and_leads_to_a_file(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    dialog = page.obtaining.search("tiny")
    assert not hub.asked
    QTest.keyClick(_dialog(dialog, ConfirmDialog), Qt.Key.Key_Return)
    _until(qtbot, dialog.list.isVisible)
    assert REPO in dialog.list.model().index(0, 0).data()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    _until(qtbot, lambda: FILE in str(dialog.list.model().index(0, 0).data()))
    assert "3 MB" in dialog.list.model().index(0, 0).data()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(core.downloads.model_arrived, timeout=_SLOW):
        _press(_dialog(page, GetDialog), "Accept and get")


def test_a_pasted_address_leads_to_its_file(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    core.change_settings(network="ask")
    hub.add(REPO, "A-Q2_K.gguf", Generated(1000))
    dialog = page.obtaining.search(f"https://huggingface.co/{REPO}/blob/main/{FILE}")
    _until(qtbot, dialog.list.isVisible)
    assert FILE in dialog.list.currentIndex().data()


def test_a_search_without_a_hit_or_a_hub_says_so(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    core.change_settings(network="ask")
    dialog = page.obtaining.search("nothing-of-the-kind")
    _until(qtbot, lambda: "Nothing was found" in _texts(dialog))
    hub.api_faults.append(Status(404))
    dialog.search(REPO)
    _until(qtbot, lambda: "(404)" in _texts(dialog))
    assert dialog.search_button.isEnabled()


def test_after_a_restart_a_download_is_paused_and_nothing_goes_online(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot, theme: Theme
) -> None:
    hub.pause_s = 0.05
    _get(page, content)
    _until(qtbot, lambda: _progress(page) > 0)
    core.end_downloads()
    asked = len(hub.asked)
    again = make_core(theme, core.outside.paths.data)
    _give_queue(again)
    other = Page(again)
    qtbot.addWidget(other)
    other.show()
    _until(qtbot, lambda: _state(other) is State.PAUSED)
    assert _progress(other) > 0 and len(hub.asked) == asked
    again.operations.shut_down()


def test_the_badge_tells_what_comes_in_and_what_is_allowed(
    core: Core, page: Page, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    badge = NetworkBadge(core)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Offline"
    core.change_settings(network="ask")
    assert badge.accessibleName() == "Online only when you ask"
    hub.pause_s = 0.05
    _get(page, content)
    _until(qtbot, lambda: badge.accessibleName() == "Downloading 1 file")
    _press(page.section, "Cancel")
    _until(qtbot, lambda: badge.accessibleName() == "Online only when you ask")


def test_the_panel_shows_the_record_and_is_the_switch(core: Core, qtbot: QtBot) -> None:
    entry = core.connections.begin(Purpose.DOWNLOAD, "huggingface.co")
    entry.tell({"cdn.hf.co": 2_500_000_000})
    entry.end()
    panel = NetworkPanel(core, dict)
    qtbot.addWidget(panel)
    panel.show()
    _until(qtbot, lambda: "cdn.hf.co · download · 2.5 GB" in panel._record.toPlainText())
    assert panel._record.toPlainText().count("\n") == 0
    panel.asks_first.click()
    assert core.settings.network == "ask"
    panel.asks_first.click()
    assert core.settings.network == "offline"


def test_before_the_data_is_open_nothing_is_asked_and_the_panel_says_why(
    theme: Theme, tmp_path: Path, hub: HubServer, content: Content, qtbot: QtBot
) -> None:
    core = make_core(theme, tmp_path / "data")
    _give_queue(core)
    page = Page(core)
    qtbot.addWidget(page)
    page.show()
    _get(page, content)
    _until(qtbot, lambda: "Open them first" in _texts(page))
    panel = NetworkPanel(core, dict)
    qtbot.addWidget(panel)
    panel.show()
    _until(qtbot, lambda: "beside your chats, which are not open" in _texts(panel))
    assert not hub.asked
    core.end_downloads()
    core.operations.shut_down()
