"""The Models page as a person uses it: real files, a real library, no child."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm import app
from desktop_slm.engine.text_engine import Model
from desktop_slm.models.adding import Way
from desktop_slm.models.library import PRACTICE_FILE
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.models.verification import Verifications
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.models.listing.row import ModelRow
from desktop_slm.ui.models.page import ModelsPage
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.choice_dialog import ChoiceDialog
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.workers.launcher_child import Refused
from tests.data.hostile_answers import HOSTILE
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.model_files import write_adapter, write_model
from tests.fakes.window_core import make_core

# The offscreen screen says so of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[[], ModelsPage]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def core(theme: Theme, folder: Path, tmp_path: Path) -> Iterator[Core]:
    write_model(tmp_path / "starter" / PRACTICE_FILE, numbers={"llama.context_length": 8192})
    core = make_core(theme, folder, starter=tmp_path / "starter")
    yield core
    core.operations.shut_down()


@pytest.fixture
def others(tmp_path: Path) -> Path:
    """A home folder in which other apps may have models."""
    return tmp_path / "home"


@pytest.fixture
def show(core: Core, others: Path, qtbot: QtBot) -> Show:
    """Shows the page once the files for it are there, and waits until they were looked into."""
    kept: list[ModelsPage] = []  # a page that nobody holds would vanish

    def show() -> ModelsPage:
        core.refresh_models()
        page = _page(core, others)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1032, 700)
        page.show()
        page.refresh()
        qtbot.waitUntil(lambda: _is_known(core, page))
        return page

    return show


def _page(core: Core, others: Path) -> ModelsPage:
    around = Surroundings(others, {}, "linux", others)
    return ModelsPage(core, inspection=DirectInspection(), surroundings=lambda: around)


def _choose_way(page: ModelsPage, qtbot: QtBot, way: Way = Way.IN_PLACE) -> None:
    """Answers how files shall be brought in."""

    def shown() -> list[ChoiceDialog]:
        return [each for each in page.window().findChildren(ChoiceDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    dialog = shown()[0]
    dialog.choose(way)
    QTest.mouseClick(_button(dialog, "Import"), Qt.MouseButton.LeftButton)


def _is_known(core: Core, page: ModelsPage) -> bool:
    rows = [page.table.row(model.id) for model in core.library.models()]
    return all(row and row.isVisible() and (row.entry.facts or row.entry.problem) for row in rows)


def _row(page: ModelsPage, model_id: str) -> ModelRow:
    row = page.table.row(model_id)
    assert row is not None
    return row


def _texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def _button(widget: QWidget, name: str) -> QAbstractButton:
    found = [b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name]
    assert found, f"no button {name!r}"
    return found[0]


def _open_menu(page: ModelsPage, row: ModelRow) -> Menu:
    QTest.mouseClick(row.menu_button, Qt.MouseButton.LeftButton)
    return next(menu for menu in page.findChildren(Menu) if menu.isVisible())


def _choose(menu: Menu, words: str) -> None:
    action = next(each for each in menu.actions() if each.text() == words)
    menu.close()
    action.trigger()


def _banner(page: ModelsPage) -> str:
    return page.banner.accessibleName() if page.banner.isVisible() else ""


# What is shown


def test_a_line_says_what_a_model_is(show: Show, folder: Path) -> None:
    write_model(
        folder / "models" / "Big-One-Q4_K_M.gguf",
        texts={"general.license": "apache-2.0"},
        numbers={"general.file_type": 15, "llama.context_length": 32_768},
    )
    texts = _texts(_row(show(), "big-one-q4-k-m"))
    assert texts[:4] == ["Big One", "Q4_K_M · Apache 2.0", "1 kB", "32,768 tokens"]
    assert "never" in texts


def test_the_practice_model_is_said_to_be_not_for_work(show: Show) -> None:
    texts = _texts(_row(show(), "practice"))
    assert texts[0] == "Practice model"
    assert any("not for work" in text for text in texts)


def test_this_computer_is_told_as_the_system_tells_it(show: Show, core: Core, qtbot: QtBot) -> None:
    page = show()
    line = next(text for text in _texts(page.header) if text.startswith("This computer"))
    assert "of memory" in line
    assert "runs on" not in line  # nothing is loaded, so nothing is claimed
    core.engine.load(Model(Path("a.gguf")))
    core.note_engine_state(None)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: any("runs on: CPU" in text for text in _texts(page.header)))


def test_the_model_in_use_says_so_in_words(show: Show, core: Core, folder: Path) -> None:
    write_model(folder / "models" / "a.gguf")
    page = show()
    in_use = [id_ for id_ in ("a", "practice") if "In use" in _texts(_row(page, id_))]
    assert core.model is not None
    assert in_use == [core.model.id] == ["practice"]
    assert "In use" in _row(page, "practice").accessibleName()
    core.choose_model(core.library.find("a"))
    assert "In use" in _texts(_row(page, "a"))
    assert "In use" not in _texts(_row(page, "practice"))


def test_a_truncated_file_says_so_and_cannot_be_used(show: Show, folder: Path) -> None:
    path = write_model(folder / "models" / "cut.gguf")
    path.write_bytes(path.read_bytes()[:-100])
    row = _row(show(), "cut")
    assert any("is incomplete: " in text for text in _texts(row))
    assert not _button(row, "Use cut").isVisible()


def test_an_adapter_in_the_folder_is_shown_as_one_and_cannot_be_used(
    show: Show, folder: Path
) -> None:
    write_adapter(folder / "models" / "style.gguf")
    page = show()
    row = _row(page, "style")
    assert any("An adapter" in text for text in _texts(row))
    assert not _button(row, "Use style").isVisible()
    words = [action.text() for action in _open_menu(page, row).actions()]
    assert "Use in chat" not in words


@pytest.mark.parametrize("name", [text for text in HOSTILE if 0 < len(text.encode()) < 4000][:12])
def test_what_a_file_says_is_shown_as_plain_text(show: Show, folder: Path, name: str) -> None:
    texts = {"general.license": name, "general.name": name}
    write_model(folder / "models" / "a.gguf", texts=texts)
    page = show()
    for label in _row(page, "a").findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_without_any_model_the_page_says_how_to_begin(
    theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    core = make_core(theme, tmp_path / "data")
    page = _page(core, tmp_path / "home")
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.refresh()
    words = "There is no model on this computer yet"
    qtbot.waitUntil(lambda: words in _texts(page))
    assert not page.table.isVisible()
    page.import_files([write_model(tmp_path / "mine.gguf")])
    _choose_way(page, qtbot)
    qtbot.waitUntil(lambda: page.table.row("mine") is not None and page.table.isVisible())
    assert words not in _texts(page)
    core.operations.shut_down()


def test_a_narrow_page_folds_its_columns(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.waitUntil(page.choices.free_only.isEnabled)
    page.resize(500, 500)
    texts = _texts(_row(page, "practice"))
    assert any("8,192 tokens" in text and "kB" in text for text in texts)
    assert "File verified:" in texts
    assert "On disk" not in _texts(page.table)
    bar = page.findChildren(QWidget, "scrolled")[0]
    assert bar.width() <= 500
    page.resize(1000, 500)
    assert "On disk" in _texts(page.table)
    assert "File verified:" not in _texts(_row(page, "practice"))


# What can be done


def test_use_chooses_the_model_and_stays(show: Show, core: Core, folder: Path) -> None:
    write_model(folder / "models" / "a.gguf")
    page = show()
    went = QSignalSpy(page.chat_requested)
    QTest.mouseClick(_button(page, "Use Practice model"), Qt.MouseButton.LeftButton)
    assert core.model is not None
    assert core.model.id == core.settings.model == "practice"
    assert "In use" in _texts(_row(page, "practice"))
    assert went.count() == 0


def test_use_in_chat_chooses_and_goes_there(show: Show, core: Core, folder: Path) -> None:
    write_model(folder / "models" / "a.gguf")
    page = show()
    went = QSignalSpy(page.chat_requested)
    _choose(_open_menu(page, _row(page, "practice")), "Use in chat")
    assert core.model is not None
    assert core.model.id == "practice"
    assert went.count() == 1


def test_a_menu_opens_by_the_keyboard(show: Show) -> None:
    page = show()
    row = _row(page, "practice")
    row.menu_button.setFocus()
    QTest.keyClick(row.menu_button, Qt.Key.Key_Space)
    assert any(menu.isVisible() for menu in page.findChildren(Menu))


def test_importing_a_file_lists_it_where_it_lies(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show()
    path = write_model(tmp_path / "elsewhere" / "mine.gguf")
    page.import_files([path])
    _choose_way(page, qtbot)
    qtbot.waitUntil(lambda: page.table.row("mine") is not None)
    assert _banner(page) == "“mine” is on the list. Its file stays where it is."
    assert [m.path for m in core.library.models() if m.id == "mine"] == [path]
    QTest.mouseClick(_button(page.banner, "Use in chat"), Qt.MouseButton.LeftButton)
    assert core.model is not None
    assert core.model.id == "mine"


def test_a_dropped_model_is_imported_and_other_files_are_the_window_s(
    show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show()
    path = write_model(tmp_path / "mine.gguf")
    for name, is_taken in ((path, True), (tmp_path / "letter.pdf", False)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(name))])
        arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
        enter = QDragEnterEvent(QPointF(9, 9), *arguments, Qt.KeyboardModifier.NoModifier)
        page.dragEnterEvent(enter)
        assert enter.isAccepted() is is_taken
        if is_taken:
            page.dropEvent(QDropEvent(QPointF(9, 9), *arguments, Qt.KeyboardModifier.NoModifier))
    _choose_way(page, qtbot)
    qtbot.waitUntil(lambda: page.table.row("mine") is not None)


def test_what_is_no_model_is_refused_in_a_sentence(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show()
    text = tmp_path / "text.gguf"
    text.write_text("long enough to have a header, and no model at all")
    adapter = write_adapter(tmp_path / "style.gguf")
    page.import_files([text, adapter])
    _choose_way(page, qtbot)
    qtbot.waitUntil(page.banner.isVisible)
    assert "“text.gguf” is not a GGUF model file" in _banner(page)
    assert "“style.gguf” is an adapter" in _banner(page)
    assert [model.id for model in core.library.models()] == ["practice"]


def test_a_file_that_is_known_is_not_listed_twice(
    show: Show, core: Core, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_model(folder / "models" / "a.gguf")
    page = show()
    link = tmp_path / "link.gguf"
    link.symlink_to(path)
    page.import_files([link])
    _choose_way(page, qtbot)
    qtbot.waitUntil(page.banner.isVisible)
    assert _banner(page) == "“a” was on the list already. Nothing was changed."
    assert len(core.library.models()) == 2


def test_while_a_file_is_looked_into_the_button_says_so(
    show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show()
    inspection = page.sources.inspection
    assert isinstance(inspection, DirectInspection)
    inspection.gate = threading.Event()
    page.import_files([write_model(tmp_path / "slow.gguf")])
    _choose_way(page, qtbot)
    button = page.header.import_button
    assert (button.isEnabled(), button.accessibleName()) == (False, "Looking into it…")
    inspection.gate.set()
    qtbot.waitUntil(button.isEnabled)
    assert button.accessibleName() == "Import…"


def test_verifying_notes_the_day(show: Show, folder: Path, qtbot: QtBot) -> None:
    write_model(folder / "models" / "a.gguf")
    row = _row(show(), "a")
    row.verify_requested.emit()
    qtbot.waitUntil(lambda: row.verified.text() == "noted today")
    row.verify_requested.emit()
    qtbot.waitUntil(lambda: row.verified.text() == "today")


def test_a_changed_file_is_told_and_can_be_taken_as_it_is(
    show: Show, core: Core, folder: Path, qtbot: QtBot
) -> None:
    path = write_model(folder / "models" / "a.gguf")
    verifications = Verifications(core.outside.paths, now)
    verifications.verify(core.library.find("a"))
    path.write_bytes(path.read_bytes() + b"!")
    page = show()
    row = _row(page, "a")
    assert row.verified.text() == "changed"
    assert any("has changed since it was verified (today)" in text for text in _texts(row))
    QTest.mouseClick(_button(row, "Verify a"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "fingerprint differs" in _banner(page))
    accept = _button(page.banner, "Take the file as it is now")
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.verified.text() == "noted today")


def test_a_practice_model_that_is_another_file_cannot_be_taken_as_it_is(
    show: Show, qtbot: QtBot
) -> None:
    page = show()
    _row(page, "practice").verify_requested.emit()
    qtbot.waitUntil(lambda: "fingerprint differs" in _banner(page))
    assert not any(
        each.accessibleName().startswith("Take")
        for each in page.banner.findChildren(QAbstractButton)
    )


def test_verifying_shows_how_far_it_is_and_can_be_stopped(
    show: Show, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_model(folder / "models" / "a.gguf")
    page = show()
    row = _row(page, "a")
    gate = threading.Event()

    def verify(self: object, model: object, on_progress: Callable[[float], object]) -> None:
        on_progress(0.42)
        gate.wait(10)
        on_progress(0.43)
        raise AssertionError("it went on")

    monkeypatch.setattr(Verifications, "verify", verify)
    QTest.mouseClick(_button(row, "Verify a"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.verified.text() == "42 %")
    row.show_entry(row.entry)  # as a look at the files brings it
    assert row.verified.text() == "42 %"
    QTest.mouseClick(_button(row, "Stop verifying a"), Qt.MouseButton.LeftButton)
    gate.set()
    qtbot.waitUntil(lambda: row.verified.text() == "never")


def test_details_can_be_read_and_copied(show: Show, folder: Path) -> None:
    path = write_model(folder / "models" / "a.gguf", texts={"general.name": "<b>A</b>"})
    page = show()
    _choose(_open_menu(page, _row(page, "a")), "Details…")
    dialog = page.findChildren(QDialog)[0]
    box = dialog.findChildren(QPlainTextEdit)[0]
    for line in ("Model: a", "Name in the file: <b>A</b>", "Architecture: llama", f"File: {path}"):
        assert line in box.toPlainText().split("\n")
    QTest.mouseClick(_button(dialog, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == box.toPlainText()
    dialog.close()


def test_a_file_is_shown_in_its_folder_or_its_path_copied(
    show: Show, core: Core, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_model(folder / "models" / "a.gguf")
    shown: list[Path] = []
    monkeypatch.setattr(core.outside.launcher, "show_file", shown.append)
    page = show()
    _choose(_open_menu(page, _row(page, "a")), "Show in folder")
    qtbot.waitUntil(lambda: shown == [path])
    assert not _banner(page)

    def refuse(_path: Path) -> None:
        raise Refused

    monkeypatch.setattr(core.outside.launcher, "show_file", refuse)
    _choose(_open_menu(page, _row(page, "a")), "Show in folder")
    qtbot.waitUntil(lambda: "The path was copied instead" in _banner(page))
    assert QGuiApplication.clipboard().text() == str(path)


def test_a_file_elsewhere_is_forgotten_and_can_be_put_back(
    show: Show, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_model(tmp_path / "elsewhere" / "mine.gguf")
    core.library.add_in_place(path)
    page = show()
    _choose(_open_menu(page, _row(page, "mine")), "Remove from list")
    qtbot.waitUntil(lambda: page.table.row("mine") is None)
    assert path.exists()
    assert "still where it was" in _banner(page)
    QTest.mouseClick(_button(page.banner, "Put it back"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.table.row("mine") is not None)


def test_a_removed_model_can_be_brought_back_and_is_erased_then(
    show: Show, core: Core, folder: Path, qtbot: QtBot
) -> None:
    path = write_model(folder / "models" / "a.gguf")
    page = show()
    core.engine.load(Model(path))
    _choose(_open_menu(page, _row(page, "a")), "Remove")
    qtbot.waitUntil(lambda: page.table.row("a") is None)
    assert not path.exists()
    assert core.engine.facts is None
    assert core.model is not None
    assert core.model.id == "practice"
    undo = _button(page, "Undo the removal of “a”")
    assert undo.isVisible()
    QTest.keyClick(undo, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.table.row("a") is not None)
    assert path.exists()
    _choose(_open_menu(page, _row(page, "a")), "Remove")
    qtbot.waitUntil(lambda: undo.isVisible() and not path.exists())
    QTest.mouseClick(_button(page, "Erase for good now"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not list((folder / "models").iterdir()))
    assert not undo.isVisible()


def test_what_was_removed_is_erased_when_the_window_closes(
    show: Show, core: Core, folder: Path, qtbot: QtBot
) -> None:
    write_model(folder / "models" / "a.gguf")
    page = show()
    _choose(_open_menu(page, _row(page, "a")), "Remove")
    qtbot.waitUntil(lambda: page.table.row("a") is None)
    assert list((folder / "models").rglob("*.gguf"))
    app.take_down(core)
    assert not list((folder / "models").rglob("*"))


def test_the_practice_model_cannot_be_taken_away(show: Show) -> None:
    page = show()
    words = [action.text() for action in _open_menu(page, _row(page, "practice")).actions()]
    assert words == [
        "Use in chat",
        "Verify file",
        "Measure on this computer",
        "Try on my document…",
        "Details…",
        "Show in folder",
        "Copy path",
    ]


def test_the_folder_s_path_can_be_copied(show: Show, core: Core) -> None:
    QTest.mouseClick(_button(show(), "Copy path"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(core.outside.paths.models)


def test_a_model_that_appears_in_the_folder_is_found_by_looking_again(
    show: Show, core: Core, folder: Path, qtbot: QtBot
) -> None:
    page = show()
    page.focus_first()
    write_model(folder / "models" / "new.gguf")
    core.refresh_models()
    qtbot.waitUntil(lambda: page.table.row("new") is not None)


def test_a_chosen_model_that_vanished_gives_way_to_another(
    show: Show, core: Core, folder: Path, qtbot: QtBot
) -> None:
    path = write_model(folder / "models" / "a.gguf")
    core.choose_model(core.library.find("a"))
    page = show()
    path.unlink()
    page.refresh()
    qtbot.waitUntil(lambda: page.table.row("a") is None)
    qtbot.waitUntil(lambda: core.model is not None and core.model.id == "practice")


def test_the_page_looks_into_files_with_its_own_child(
    core: Core, folder: Path, qtbot: QtBot
) -> None:
    write_model(folder / "models" / "a.gguf", numbers={"llama.context_length": 4096})
    page = ModelsPage(core)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: _is_known(core, page), timeout=20_000)
    assert any("4,096 tokens" in text for text in _texts(_row(page, "a")))
