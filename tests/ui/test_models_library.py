"""Models brought in, renamed, missed, found of other apps and taken along, as a person does it."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.engine.client import EngineState
from desktop_slm.engine.text_engine import Model
from desktop_slm.models import copying
from desktop_slm.models.adding import Way
from desktop_slm.models.carrying import LIST_NAME
from desktop_slm.models.copying import Meter
from desktop_slm.models.library import PRACTICE_FILE, Place
from desktop_slm.models.moving import FolderMove
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.models.verification import Verifications
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.models.listing.rename_dialog import RenameDialog
from desktop_slm.ui.models.page import ModelsPage
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.choice_dialog import ChoiceDialog
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.pick_dialog import PickDialog
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.model_files import write_embedding, write_model
from tests.fakes.window_core import make_core

# The offscreen screen says so of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[[], ModelsPage]
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def core(theme: Theme, folder: Path, tmp_path: Path) -> Iterator[Core]:
    write_model(tmp_path / "starter" / PRACTICE_FILE, numbers={"llama.context_length": 8192})
    core = make_core(theme, folder, starter=tmp_path / "starter")
    yield core
    core.operations.shut_down()


@pytest.fixture
def show(core: Core, home: Path, qtbot: QtBot) -> Show:
    kept: list[ModelsPage] = []

    def show() -> ModelsPage:
        core.refresh_models()
        around = Surroundings(home, {}, "linux", home)
        page = ModelsPage(core, inspection=DirectInspection(), surroundings=lambda: around)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1032, 700)
        page.show()
        page.refresh()
        qtbot.waitUntil(lambda: page.table.row("practice") is not None)
        return page

    return show


def _texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def _button(widget: QWidget, name: str) -> QAbstractButton:
    found = [b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name]
    assert found, f"no button {name!r}"
    return found[0]


def _click(widget: QWidget, name: str) -> None:
    QTest.mouseClick(_button(widget, name), Qt.MouseButton.LeftButton)


def _dialog(page: QWidget, kind: type[D], qtbot: QtBot) -> D:
    def shown() -> list[D]:
        return [each for each in page.window().findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def _banner(page: ModelsPage) -> str:
    return page.banner.accessibleName() if page.banner.isVisible() else ""


def _open_menu(page: ModelsPage, model_id: str) -> Menu:
    row = page.table.row(model_id)
    assert row is not None
    QTest.mouseClick(row.menu_button, Qt.MouseButton.LeftButton)
    return next(menu for menu in page.findChildren(Menu) if menu.isVisible())


def _choose(menu: Menu, words: str) -> None:
    action = next(each for each in menu.actions() if each.text() == words)
    menu.close()
    action.trigger()


# Bringing in


def test_the_ways_in_stand_in_one_menu(show: Show) -> None:
    page = show()
    page.focus_first()
    QTest.keyClick(page.header.import_button, Qt.Key.Key_Space)
    menu = next(menu for menu in page.findChildren(Menu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "Files…",
        "A folder, also one from another computer…",
        "Models of other apps…",
    ]
    menu.close()


def test_only_a_return_uses_a_file_where_it_is(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show()
    path = write_model(tmp_path / "elsewhere" / "mine.gguf")
    page.import_files([path])
    dialog = _dialog(page, ChoiceDialog, qtbot)
    assert "Import “mine.gguf”?" in _texts(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.row("mine") is not None)
    assert core.library.find("mine").path == path


@pytest.mark.parametrize(("way", "stays"), [(Way.COPY, True), (Way.MOVE, False), (Way.LINK, True)])
def test_a_file_comes_into_the_models_folder_as_the_person_chose(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot, way: Way, stays: bool
) -> None:
    page = show()
    path = write_model(tmp_path / "elsewhere" / "mine.gguf")
    page.import_files([path])
    dialog = _dialog(page, ChoiceDialog, qtbot)
    dialog.choose(way)
    _click(dialog, "Import")
    qtbot.waitUntil(lambda: page.table.row("mine") is not None)
    model = core.library.find("mine")
    assert model.place is Place.FOLDER
    assert path.exists() is stays
    assert _banner(page) == "“mine” is on the list. Its file is in the models folder."


def test_the_arrow_keys_go_through_the_ways(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    page = show()
    page.import_files([write_model(tmp_path / "mine.gguf")])
    dialog = _dialog(page, ChoiceDialog, qtbot)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.activateWindow()
    first = _button(dialog, "Use it where it is")
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen == [Way.COPY]
    assert first.accessibleDescription().startswith("Nothing is copied")


def test_copying_shows_how_far_it_is_and_can_be_stopped(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show()
    gate = threading.Event()

    def copy(source: Path, target: Path, meter: Meter, *, wanted: str = "") -> str:
        meter.begin(source.name)
        meter.add(source.stat().st_size)
        assert gate.wait(10)
        meter.add(1)
        raise AssertionError("it went on")

    monkeypatch.setattr(copying, "copy", copy)
    path = write_model(tmp_path / "elsewhere" / "mine.gguf")
    page.import_files([path])
    dialog = _dialog(page, ChoiceDialog, qtbot)
    dialog.choose(Way.COPY)
    _click(dialog, "Import")
    qtbot.waitUntil(lambda: page.work_line.accessibleName() == "Copying “mine.gguf” · 50 %")
    assert page.work_line.isVisible()
    _click(page.work_line, "Stop: Copying “mine.gguf” · 50 %")
    gate.set()
    qtbot.waitUntil(lambda: _banner(page).startswith("Stopped."))
    assert not page.work_line.isVisible()
    assert path.exists()
    assert [model.id for model in core.library.models()] == ["practice"]


def test_the_same_file_under_another_name_is_told(
    show: Show, core: Core, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    first = write_model(folder / "models" / "a.gguf")
    page = show()
    other = tmp_path / "other.gguf"
    other.write_bytes(first.read_bytes())
    page.import_files([other])
    _click(_dialog(page, ChoiceDialog, qtbot), "Import")
    qtbot.waitUntil(lambda: "“other.gguf” is the same file as “a”" in _banner(page))
    assert len(core.library.models()) == 2


def test_verifying_tells_of_a_second_file_with_the_same_bytes(
    show: Show, core: Core, folder: Path, qtbot: QtBot
) -> None:
    write_model(folder / "models" / "a.gguf")
    write_model(folder / "models" / "b.gguf")
    Verifications(core.outside.paths, now).verify(core.library.find("b"))
    page = show()
    qtbot.waitUntil(lambda: page.table.row("a") is not None)
    _choose(_open_menu(page, "a"), "Verify file")
    qtbot.waitUntil(lambda: "It is the same file as “b”" in _banner(page))


# Other apps


def _ollama(home: Path, name: str = "llama3.2", tag: str = "3b", *, is_model: bool = True) -> Path:
    write = write_model if is_model else write_embedding
    made = write(home / "made.gguf")
    made.write_bytes(made.read_bytes() + bytes(1 << 20))
    content = made.read_bytes()
    made.unlink()
    digest = hashlib.sha256(content).hexdigest()
    blob = home / ".ollama" / "models" / "blobs" / f"sha256-{digest}"
    blob.parent.mkdir(parents=True, exist_ok=True)
    blob.write_bytes(content)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"}
    path = home / ".ollama/models/manifests/registry.ollama.ai/library" / name / tag
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"layers": [layer]}))
    return blob


def test_models_of_other_apps_are_offered_and_used_where_they_are(
    show: Show, core: Core, home: Path, qtbot: QtBot
) -> None:
    blob = _ollama(home)
    _ollama(home, "nomic-embed", is_model=False)  # it compares texts and writes none
    page = show()
    qtbot.waitUntil(page.others.card.isVisible)
    assert page.others.card.accessibleName().startswith("1 model of another app")
    assert [model.id for model in core.library.models()] == ["practice"]  # nothing unasked
    _click(page.others.card, "Choose which to use…")
    dialog = _dialog(page, PickDialog, qtbot)
    assert any("Ollama" in text for text in _texts(dialog))
    _click(dialog, "Use these")
    qtbot.waitUntil(lambda: page.table.row("llama3-2-3b") is not None)
    model = core.library.find("llama3-2-3b")
    assert (model.name, model.path, model.place) == ("llama3.2:3b", blob, Place.IN_PLACE)
    assert not page.others.card.isVisible()
    # What Ollama says that the file is, is compared at the first verification.
    assert Verifications(core.outside.paths, now).verify(model).is_compared


def test_not_now_is_not_asked_again_but_can_be_found_in_the_menu(
    show: Show, home: Path, qtbot: QtBot
) -> None:
    _ollama(home)
    page = show()
    qtbot.waitUntil(page.others.card.isVisible)
    _click(page.others.card, "Not now")
    qtbot.waitUntil(lambda: bool(page.sources.library.declined()))
    again = show()
    looked: list[object] = []
    again.others.looking_changed.connect(looked.append)
    again.others.choose()
    dialog = _dialog(again, PickDialog, qtbot)
    assert not again.others.card.isVisible()
    assert list(dialog.boxes)
    box = next(iter(dialog.boxes.values()))
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not _button(dialog, "Use these").isEnabled()
    dialog.reject()


def test_where_no_other_app_has_models_it_is_said(show: Show, qtbot: QtBot) -> None:
    page = show()
    page.others.choose()
    qtbot.waitUntil(lambda: _banner(page).startswith("No other models were found"))


# Names


def test_a_model_is_renamed_by_keys(show: Show, core: Core, folder: Path, qtbot: QtBot) -> None:
    path = write_model(folder / "models" / "a.gguf")
    page = show()
    qtbot.waitUntil(lambda: page.table.row("a") is not None)
    _choose(_open_menu(page, "a"), "Rename…")
    dialog = _dialog(page, RenameDialog, qtbot)
    QTest.keyClicks(dialog.field, "For letters")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "For letters" in _texts(page.table))
    assert (core.library.find("a").name, core.library.find("a").path) == ("For letters", path)


# What is gone


def test_a_model_that_vanished_is_said_and_can_be_shown_where_it_is(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_model(tmp_path / "disk" / "mine.gguf")
    core.library.add_in_place(path)
    Verifications(core.outside.paths, now).verify(core.library.find("mine"))
    moved = path.rename(tmp_path / "mine.gguf")
    page = show()
    gone = f"gone:{path}"
    qtbot.waitUntil(lambda: page.table.row(gone) is not None)
    row = page.table.row(gone)
    assert row is not None
    qtbot.waitUntil(
        lambda: any(f"Its file is no longer at {path}." in text for text in _texts(row))
    )
    assert not _button(row, "Use mine").isVisible()
    menu = _open_menu(page, gone)
    assert [each.text() for each in menu.actions()] == ["Show where it is now…", "Remove from list"]
    menu.close()
    page.model_actions.found_again(row.entry.model, moved)
    qtbot.waitUntil(lambda: page.table.row("mine") is not None and page.table.row(gone) is None)
    model = core.library.find("mine")
    assert model.path == moved
    assert Verifications(core.outside.paths, now).last(model) is not None


def test_a_model_that_vanished_can_be_taken_off_the_list(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_model(tmp_path / "disk" / "mine.gguf")
    core.library.add_in_place(path)
    path.unlink()
    page = show()
    gone = f"gone:{path}"
    qtbot.waitUntil(lambda: page.table.row(gone) is not None)
    _choose(_open_menu(page, gone), "Remove from list")
    qtbot.waitUntil(lambda: page.table.row(gone) is None)
    assert core.library.vanished() == ()


def test_the_last_use_is_shown(show: Show, core: Core, folder: Path, qtbot: QtBot) -> None:
    path = write_model(folder / "models" / "a.gguf")
    core.library.note_use(path, now())
    page = show()
    qtbot.waitUntil(lambda: page.table.row("a") is not None)
    row = page.table.row("a")
    assert row is not None
    assert any("last used today" in text for text in _texts(row))


def test_loading_a_model_is_its_last_use(core: Core, folder: Path, qtbot: QtBot) -> None:
    path = write_model(folder / "models" / "a.gguf")
    core.engine.load(Model(path))
    core.note_engine_state(EngineState.LOADING)
    core.note_engine_state(EngineState.READY)
    qtbot.waitUntil(lambda: core.library.find("a").used_at is not None)
    assert core.library.find("practice").used_at is None


# To another computer


def test_models_are_taken_along_and_brought_in_from_there(
    show: Show, core: Core, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    write_model(folder / "models" / "a.gguf")
    page = show()
    qtbot.waitUntil(lambda: page.table.row("a") is not None)
    _click(page, "Take to another computer…")
    dialog = _dialog(page, PickDialog, qtbot)
    assert [box.accessibleName() for box in dialog.boxes.values()] == ["a"]
    dialog.reject()
    stick = tmp_path / "stick"
    page.taking.write([core.library.find("a")], stick)
    qtbot.waitUntil(lambda: _banner(page).startswith(f"1 model is in {stick}."))
    assert sorted(path.name for path in stick.iterdir()) == ["a.gguf", LIST_NAME]
    (folder / "models" / "a.gguf").unlink()
    core.library.drop(folder / "models" / "a.gguf")
    page.import_files([stick])
    choice = _dialog(page, ChoiceDialog, qtbot)
    # What comes from a stick is copied unless somebody chooses otherwise.
    assert _button(choice, "Copy into the models folder").isChecked()
    _click(choice, "Import")
    qtbot.waitUntil((folder / "models" / "a.gguf").exists)
    qtbot.waitUntil(
        lambda: _banner(page) == "“a” is on the list. Its file is in the models folder."
    )


def test_the_practice_model_alone_cannot_be_taken_along(show: Show) -> None:
    page = show()
    assert not page.export_button.isVisible()


# A move that was interrupted


@pytest.mark.parametrize("act", ["Go on", "Move it back"])
def test_an_interrupted_move_is_told_and_ended(
    show: Show, core: Core, folder: Path, tmp_path: Path, qtbot: QtBot, act: str
) -> None:
    first = write_model(folder / "models" / "a.gguf")
    target = tmp_path / "disk"
    target.mkdir()
    first.rename(target / "a.gguf")
    write_model(folder / "models" / "b.gguf")
    note = {"source": str(folder / "models"), "target": str(target), "made": ["a.gguf"]}
    core.outside.paths.models_move.write_text(json.dumps(note))
    page = show()
    qtbot.waitUntil(lambda: "did not end" in _banner(page))
    assert page.table.row("a") is not None  # both are on the list meanwhile
    _click(page.banner, act)
    qtbot.waitUntil(lambda: _banner(page).startswith("The models folder is"))
    there = target if act == "Go on" else folder / "models"
    assert core.library.folder == there
    assert sorted(path.name for path in there.iterdir()) == ["a.gguf", "b.gguf"]
    assert FolderMove(core.outside.paths, core.library).unfinished() is None
