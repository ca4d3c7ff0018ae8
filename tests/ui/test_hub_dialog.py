"""The search of the hub: what fits, what cannot be run, and what is known before the download."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_slm.gguf.tables import ENGINE_VERSION
from desktop_slm.models.previews import STEPS_BYTES
from desktop_slm.models.remote import Hub
from desktop_slm.models.wanted import Wanted
from desktop_slm.ui.core import Core
from desktop_slm.ui.downloads import DownloadQueue, Parts
from desktop_slm.ui.models.network.get_dialog import GetDialog
from desktop_slm.ui.models.network.hub_dialog import HubDialog
from desktop_slm.ui.models.network.obtaining import Obtaining
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.workers.process import spawn
from tests.fakes.direct_fetch import DirectFetch
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.getting import IMPATIENT, serving
from tests.fakes.hub_content import Bytes
from tests.fakes.hub_server import HubServer, Status
from tests.fakes.keyring import FakeKeyring
from tests.fakes.record import open_record
from tests.fakes.remote_models import Kind, on_hub
from tests.fakes.window_core import make_core

REPO = "some/Qwen3-4B-GGUF"
_PIECE = STEPS_BYTES[0]
_USUAL = Kind()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with serving(monkeypatch) as hub:
        yield hub


@pytest.fixture
def core(theme: Theme, tmp_path: Path, hub: HubServer) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    core.change_settings(network="ask")
    paths, log = core.outside.paths, open_record()
    parts = Parts(
        paths, log, spawn, core.operations, lambda: core.settings, FakeKeyring(), IMPATIENT
    )
    queue = DownloadQueue(parts, core)
    queue.hub = Hub(DirectFetch(log), queue.access)
    core.__dict__["downloads"] = core.take_downloads(queue)
    yield core
    core.end_downloads()
    core.operations.shut_down()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


@pytest.fixture
def dialog(core: Core, page: QWidget) -> Iterator[HubDialog]:
    dialog = HubDialog(core, parent=page, inspection=DirectInspection())
    dialog.open()
    yield dialog
    if isValid(dialog):
        dialog.close()


def _add(hub: HubServer, file: str, gigabytes: float, kind: Kind = _USUAL) -> None:
    hub.add(REPO, file, on_hub(int(gigabytes * 1e9), kind))


def _until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=30_000)


def _rows(dialog: HubDialog) -> list[str]:
    model = dialog.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _row(dialog: HubDialog, name: str) -> int:
    return next(number for number, words in enumerate(_rows(dialog)) if name in words)


def _click(dialog: HubDialog, row: int) -> None:
    dialog.list.scrollTo(dialog.list.model().index(row, 0))
    place = dialog.list.visualRect(dialog.list.model().index(row, 0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def _look_into(dialog: HubDialog, qtbot: QtBot) -> None:
    """Searches for the repository and waits until its header is known, or what is wrong with it."""
    QTest.keyClicks(dialog.field, REPO)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    _until(qtbot, lambda: dialog.list.isVisible() and "header is being" not in dialog.about.text())
    _until(qtbot, lambda: bool(dialog.about.text()))


def test_every_file_says_how_it_fits_and_one_header_serves_them_all(
    dialog: HubDialog, hub: HubServer, qtbot: QtBot
) -> None:
    for format_, size in (("Q2_K", 1.7), ("Q4_K_M", 2.5), ("F16", 9.0), ("F32", 16.1)):
        _add(hub, f"Qwen3-4B-{format_}.gguf", size)
    _look_into(dialog, qtbot)
    _until(qtbot, lambda: "By its header" in dialog.about.text())
    small, usual, half, whole = _rows(dialog)
    assert "Fits · 1.7 GB · Q2_K · 3.9 GB in memory" in small
    assert "Fits · 2.5 GB · Q4_K_M · 4.7 GB in memory" in usual
    assert "Close other programs first · 9.0 GB" in half
    assert "Too big · 16.1 GB" in whole
    assert "room for 262,144 tokens of text" in dialog.about.text()
    assert hub.sent_bytes == _PIECE


def test_until_the_header_is_known_the_memory_is_said_to_be_an_estimate(
    dialog: HubDialog, hub: HubServer, qtbot: QtBot
) -> None:
    _add(hub, "Qwen3-4B-Q4_K_M.gguf", 2.5)
    hub.store_faults.append(Status(503))
    _look_into(dialog, qtbot)
    _until(qtbot, lambda: "in memory" in _rows(dialog)[0])
    assert "Fits" in _rows(dialog)[0] and "about 4." in _rows(dialog)[0]
    assert "Estimated from its size" in dialog.about.text() and "(503)" in dialog.about.text()
    assert dialog.next_button.isEnabled()


def test_a_divided_model_is_one_model_and_is_fetched_whole(
    dialog: HubDialog, hub: HubServer, qtbot: QtBot
) -> None:
    for part in (1, 2, 3):
        _add(hub, f"Big-Q4_K_M-{part:05}-of-00003.gguf", 1.0)
    _look_into(dialog, qtbot)
    (row,) = _rows(dialog)
    assert row.startswith("Big-Q4_K_M.gguf") and "3.0 GB" in row and "3 files" in row
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    wanted = chosen.args[0]
    assert isinstance(wanted, Wanted) and [len(wanted.files), wanted.size_bytes] == [3, 3 * 10**9]


def test_parts_that_are_missing_are_said(dialog: HubDialog, hub: HubServer, qtbot: QtBot) -> None:
    for part in (1, 3):
        _add(hub, f"Big-Q4_K_M-{part:05}-of-00003.gguf", 1.0)
    _look_into(dialog, qtbot)
    assert "Incomplete" in _rows(dialog)[0]
    assert "(1 missing)" in dialog.about.text()
    assert not dialog.next_button.isEnabled() and hub.sent_bytes == 0


def test_a_vision_part_is_named_and_not_offered(
    dialog: HubDialog, hub: HubServer, qtbot: QtBot
) -> None:
    _add(hub, "Qwen3-4B-Q4_K_M.gguf", 2.5)
    _add(hub, "mmproj-F16.gguf", 0.8, Kind("clip", "mmproj", figures={}, vocabulary=0))
    _look_into(dialog, qtbot)
    assert "Vision part" in _rows(dialog)[1]
    _click(dialog, 1)
    assert "lets another model of this page see" in dialog.about.text()
    assert not dialog.next_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    _click(dialog, 0)
    assert dialog.next_button.isEnabled()
    assert hub.sent_bytes == _PIECE  # what its name tells needs no byte


@pytest.mark.parametrize(
    ("kind", "label", "sentence"),
    [
        (Kind("brandnew"), "Needs a newer engine", ENGINE_VERSION),
        (Kind("qwen3", figures={**_USUAL.figures, "pooling_type": 3}), "Compares", "writes none"),
        (Kind("qwen3", "adapter", figures={}, vocabulary=0), "Adapter", "another model"),
    ],
)
def test_what_this_app_cannot_chat_with_says_so_before_it_is_fetched(
    dialog: HubDialog, hub: HubServer, qtbot: QtBot, kind: Kind, label: str, sentence: str
) -> None:
    _add(hub, "Something-Q8_0.gguf", 0.6, kind)
    _look_into(dialog, qtbot)
    _until(qtbot, lambda: label in _rows(dialog)[0])
    assert sentence in dialog.about.text()
    assert not dialog.next_button.isEnabled()
    assert hub.sent_bytes == _PIECE


def test_a_broken_file_is_not_offered(dialog: HubDialog, hub: HubServer, qtbot: QtBot) -> None:
    hub.add(REPO, "Bad-Q4_0.gguf", Bytes(b"GGUF" + b"\xff" * 5000))
    _look_into(dialog, qtbot)
    _until(qtbot, lambda: "Cannot be read" in _rows(dialog)[0])
    assert "damaged" in dialog.about.text() and not dialog.next_button.isEnabled()


def test_another_model_of_the_page_is_looked_at_once_somebody_does(
    dialog: HubDialog, hub: HubServer, qtbot: QtBot
) -> None:
    for number in range(5):
        _add(hub, f"Model{number}-Q4_0.gguf", 1 + number / 10)
    _look_into(dialog, qtbot)
    _until(qtbot, lambda: hub.sent_bytes == 3 * _PIECE)
    _until(qtbot, lambda: "about" not in _rows(dialog)[2])
    assert "about" in _rows(dialog)[4]
    for _ in range(4):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    _until(qtbot, lambda: "By its header" in dialog.about.text())
    assert "about" not in _rows(dialog)[4]


@pytest.mark.parametrize(("width", "height", "zoom"), [(911, 512, 100), (911, 512, 200)])
def test_it_stays_within_a_small_window(
    core: Core, page: QWidget, hub: HubServer, qtbot: QtBot, width: int, height: int, zoom: int
) -> None:
    core.theme.set_zoom(zoom)
    page.resize(width, height)
    _add(hub, "Qwen3-4B-Instruct-2507-Q4_K_M.gguf", 2.5)
    dialog = HubDialog(core, parent=page, inspection=DirectInspection())
    dialog.open()
    dialog.search(REPO)
    _until(qtbot, lambda: "By its header" in dialog.about.text())
    _until(
        qtbot, lambda: dialog.about.height() >= dialog.about.heightForWidth(dialog.about.width())
    )
    assert dialog.width() <= width and dialog.height() <= height
    assert dialog.list.visualRect(dialog.list.model().index(0, 0)).height() <= dialog.list.height()


def test_names_of_strangers_stay_plain_and_on_one_line(
    dialog: HubDialog, hub: HubServer, qtbot: QtBot
) -> None:
    _add(hub, "<b>bold</b>\n\u202egpj-Q4_0.gguf", 1.0)
    _look_into(dialog, qtbot)
    assert _rows(dialog)[0].startswith("<b>bold</b> gpj-Q4_0.gguf")
    dialog.grab()


def test_closing_while_a_header_is_read_leaves_nothing_behind(
    dialog: HubDialog, hub: HubServer, core: Core, qtbot: QtBot
) -> None:
    _add(hub, "Qwen3-4B-Q4_K_M.gguf", 2.5)
    hub.pause_s = 0.2
    hub.chunk_bytes = 1024
    QTest.keyClicks(dialog.field, REPO)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    _until(qtbot, lambda: "header is being read" in dialog.about.text())
    hub.pause_s = 0
    with qtbot.waitSignal(dialog.destroyed, timeout=30_000):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_dialog_before_the_download_repeats_what_is_known(
    core: Core, page: QWidget, hub: HubServer, qtbot: QtBot
) -> None:
    _add(hub, "Qwen3-4B-F32.gguf", 16.1)
    obtaining = Obtaining(core, Banner(core.theme, parent=page), page)
    obtaining.section.setParent(page)
    search = obtaining.search(REPO)
    _until(qtbot, lambda: "By its header" in search.about.text())
    QTest.mouseClick(search.next_button, Qt.MouseButton.LeftButton)
    (asked,) = page.findChildren(GetDialog)
    shown = "\n".join(label.text() for label in asked.findChildren(QLabel))
    assert "Too big" in shown and "this computer has room for" in shown
    assert "16.1 GB from" in shown
    (cancel,) = [b for b in asked.findChildren(QAbstractButton) if b.text() == "Cancel"]
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert hub.sent_bytes == _PIECE
