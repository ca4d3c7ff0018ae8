"""The models folder in the settings: another one, with or without what is in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.engine.text_engine import Model
from desktop_slm.models import copying
from desktop_slm.models.copying import Meter
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.folder_section import FolderSection
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.choice_dialog import ChoiceDialog
from tests.fakes.model_files import write_model
from tests.fakes.window_core import make_core


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    yield core
    core.end_downloads()
    core.operations.shut_down()


@pytest.fixture
def section(core: Core, qtbot: QtBot) -> FolderSection:
    section = FolderSection(core)
    qtbot.addWidget(section)
    section.resize(700, 300)
    section.show()
    return section


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_model(tmp_path / "data" / "models" / "a.gguf")


def _texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def _answer(section: FolderSection, qtbot: QtBot, key: str) -> None:
    qtbot.waitUntil(lambda: bool(section.findChildren(ChoiceDialog)))
    dialog = section.findChildren(ChoiceDialog)[0]
    dialog.choose(key)
    buttons = dialog.findChildren(QAbstractButton)
    act = next(each for each in buttons if each.accessibleName() == "Use this folder")
    QTest.mouseClick(act, Qt.MouseButton.LeftButton)


def _said(section: FolderSection) -> str:
    return section.banner.accessibleName() if section.banner.isVisible() else ""


def test_the_folder_moves_with_what_is_in_it(
    section: FolderSection, core: Core, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    core.refresh_models()
    core.engine.load(Model(file))
    target = tmp_path / "disk"
    section.offer(target)
    _answer(section, qtbot, "move")
    qtbot.waitUntil(lambda: _said(section) == f"The models folder is {target} now.")
    assert (target / "a.gguf").is_file()
    assert not file.exists()
    assert core.engine.facts is None  # some systems move no file that is in use
    assert str(target) in _texts(section)
    qtbot.waitUntil(lambda: core.model is not None and core.model.path == target / "a.gguf")


def test_models_can_stay_where_they_are(
    section: FolderSection, core: Core, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "disk"
    section.offer(target)
    _answer(section, qtbot, "leave")
    qtbot.waitUntil(lambda: core.library.folder == target)
    assert file.exists()
    assert core.library.find("a").path == file


def test_an_empty_folder_asks_nothing(
    section: FolderSection, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    section.offer(tmp_path / "disk")
    qtbot.waitUntil(lambda: core.library.folder == tmp_path / "disk")


def test_a_folder_that_cannot_be_one_is_refused_in_a_sentence(
    section: FolderSection, core: Core, file: Path, qtbot: QtBot
) -> None:
    section.offer(file.parent / "inside")
    qtbot.waitUntil(lambda: "cannot be the models folder" in _said(section))
    assert core.library.folder == file.parent


def test_a_move_shows_how_far_it_is_and_can_be_stopped(
    section: FolderSection,
    core: Core,
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()

    def copy(source: Path, target: Path, meter: Meter, *, wanted: str = "") -> str:
        meter.begin(source.name)
        meter.add(source.stat().st_size)
        assert gate.wait(10)
        meter.add(1)
        raise AssertionError("it went on")

    monkeypatch.setattr(copying, "copy", copy)
    moves = core.folder_moves
    real = moves._move

    def other_disk() -> object:
        move = real()
        object.__setattr__(move, "is_same_disk", lambda one, other: False)
        return move

    monkeypatch.setattr(moves, "_move", other_disk)
    target = tmp_path / "disk"
    section.offer(target)
    _answer(section, qtbot, "move")
    qtbot.waitUntil(lambda: "Moving “a.gguf” · 50 %" in _texts(section))
    assert not section.other_button.isEnabled()
    QTest.mouseClick(section.stop_button, Qt.MouseButton.LeftButton)
    gate.set()
    qtbot.waitUntil(lambda: _said(section).startswith("The models folder is where it was."))
    assert file.exists()
    assert core.library.folder == file.parent
    assert not list(target.iterdir())
    assert section.other_button.isEnabled()
