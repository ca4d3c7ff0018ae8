"""Folders in the window: made, filled, folded, exported, kept for some days, deleted."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.assistants.summaries.summary import Coverage, Item, Summary, SummaryOptions
from desktop_slm.documents.document import Document
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.folders import Contents, Folder
from desktop_slm.ui.chat.evidence.place_mark import PlaceMark
from desktop_slm.ui.core import Data, now
from desktop_slm.ui.folders import folder_files
from desktop_slm.ui.folders.export_dialog import FolderExportDialog
from desktop_slm.ui.folders.folder_export import FolderExport
from desktop_slm.ui.folders.keeping_dialog import KeepingDialog
from desktop_slm.ui.folders.name_dialog import FolderNameDialog
from desktop_slm.ui.folders.wish import FolderWish
from desktop_slm.ui.sidebar import dragging
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.sidebar.history_list import HistoryList
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.widgets.choice_dialog import ChoiceDialog
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog
from desktop_slm.ui.widgets.item_list import NOTE_ROLE
from desktop_slm.ui.widgets.menu import Menu
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.sets import lease_set
from tests.ui.test_main_window import Run, keyring, run

__all__ = ["keyring", "run"]
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.filterwarnings("ignore:.*QDrag(Enter|Move)Event.*:DeprecationWarning"),
]


class Desk:
    """The window with a folder "Miller" (a chat, a summary) and one chat beside it."""

    def __init__(self, run: Run, qtbot: QtBot) -> None:
        self.run = run
        self.qtbot = qtbot
        run.begin().wait_until_open()
        chats, summaries = self.data.conversations, self.data.summaries
        self.folder = self.data.folders.create("Miller")
        self.inside = chats.begin_chat("inside", folder_id=self.folder.id).user.chat_id
        chats.rename(self.inside, "Inside")
        self.summary = summaries.create("Report").id
        summaries.move(self.summary, self.folder.id)
        self.outside = chats.begin_chat("outside").user.chat_id
        chats.rename(self.outside, "Outside")
        self.reread()

    def reread(self) -> None:
        sidebar = self.run.window.sidebar
        sidebar.folders.acts.read()
        sidebar._history.read_all()
        self.settle()

    def settle(self) -> None:
        """Waits until the storage lane has done what was asked of it."""
        done: list[bool] = []
        for _ in range(3):  # what comes back may ask for more
            done.clear()
            from desktop_slm.ui.operations import Lane

            self.run.core.operations.run(
                self.run.window,
                lambda job: True,
                on_success=done.append,
                on_failure=lambda error: None,
                lane=Lane.STORAGE,
            )
            self.qtbot.waitUntil(lambda: bool(done))

    @property
    def data(self) -> Data:
        assert self.run.core.data is not None
        return self.run.core.data

    @property
    def view(self) -> HistoryList:
        return self.run.window.sidebar.list

    @property
    def model(self) -> HistoryModel:
        model = self.view.model()
        assert isinstance(model, HistoryModel)
        return model

    def rows(self) -> list[str]:
        rows = range(self.model.rowCount())
        return [str(self.model.index(row).data()) for row in rows]

    def go_to(self, row: int) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(row))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view, key)
        self.settle()

    def wish(self, wish: FolderWish) -> None:
        folder = self.model.folder(self.model.index_of_folder(self.folder.id))
        self.view.folder_wished.emit(folder, wish)

    def dialog(self, kind: type[QDialog]) -> Any:
        found: list[QDialog] = []

        def is_there() -> bool:
            found[:] = [each for each in self.run.window.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(is_there)
        return found[0]

    def drop(self, key: EntryKey, row: int) -> None:
        """Drags an entry onto a row."""
        data = dragging.dragged(key)
        place = self.view.visualRect(self.model.index(row)).center()
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        given = (Qt.DropAction.MoveAction, data, buttons, keys)
        self.view.dragEnterEvent(QDragEnterEvent(place, *given))
        self.view.dropEvent(QDropEvent(QPointF(place), *given))
        self.settle()


@pytest.fixture
def desk(run: Run, qtbot: QtBot) -> Desk:
    return Desk(run, qtbot)


def test_a_folder_stands_over_the_days_with_what_is_in_it(desk: Desk) -> None:
    assert desk.rows() == ["Miller", "Report", "Inside", "Today", "Outside"]
    words = desk.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Folder Miller, unfolded, 2 inside"


def test_left_goes_to_the_folder_and_folds_it_and_right_comes_back(desk: Desk) -> None:
    desk.go_to(2)
    desk.press(Qt.Key.Key_Left)
    assert desk.view.currentIndex().row() == 0
    desk.press(Qt.Key.Key_Left)
    assert desk.rows() == ["Miller", "Today", "Outside"]
    assert desk.data.folders.folder(desk.folder.id).is_folded
    desk.press(Qt.Key.Key_Right)
    assert desk.rows()[:2] == ["Miller", "Report"]
    desk.press(Qt.Key.Key_Right)
    assert desk.view.currentIndex().row() == 1


def test_a_click_folds_and_the_open_entry_marks_its_folder(desk: Desk) -> None:
    desk.run.window.pages.open_entry(EntryKey(Kind.CHAT, desk.inside))
    desk.settle()
    place = desk.view.visualRect(desk.model.index(0)).center()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, place.y()))
    desk.settle()
    assert desk.rows() == ["Miller", "Today", "Outside"]
    assert [index.row() for index in desk.view.selectionModel().selectedIndexes()] == [0]


def test_an_entry_is_dragged_to_a_folder_and_out_of_it(desk: Desk) -> None:
    key = EntryKey(Kind.CHAT, desk.outside)
    desk.drop(key, 1)  # on what is in the folder
    assert desk.rows() == ["Miller", "Outside", "Report", "Inside"]
    assert desk.data.conversations.chat(desk.outside).folder_id == desk.folder.id
    desk.data.conversations.move(desk.inside, None)
    desk.reread()
    desk.drop(key, desk.rows().index("Today"))
    assert desk.data.conversations.chat(desk.outside).folder_id is None


def test_the_menu_moves_an_entry_to_a_new_folder(desk: Desk) -> None:
    desk.view.open_menu(desk.model.index(4), QPoint(10, 10))
    [menu] = [each for each in desk.view.findChildren(Menu) if each.isVisible()]
    [moves] = [each for each in menu.findChildren(Menu) if each.title() == "Move to"]
    assert [each.text() for each in moves.actions() if each.text()] == ["Miller", "New folder…"]
    moves.actions()[-1].trigger()
    menu.close()
    dialog = desk.dialog(FolderNameDialog)
    assert not dialog.make.isEnabled()
    QTest.keyClicks(dialog.field, "Course")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.rows() == ["Course", "Outside", "Miller", "Report", "Inside"]
    [course, _] = desk.model.folders()
    assert desk.data.folders.contents(course.id) == Contents((desk.outside,))


def test_f2_renames_a_folder(desk: Desk) -> None:
    desk.go_to(0)
    desk.press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None and field is not desk.view
    QTest.keyClicks(field, "Smith")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.rows()[0] == "Smith"
    assert desk.data.folders.all() == (Folder(desk.folder.id, "Smith"),)


def test_a_new_chat_in_a_folder_belongs_to_it_with_its_draft(desk: Desk) -> None:
    pages = desk.run.window.pages
    desk.wish(FolderWish.NEW_CHAT)
    pages.chat._pane.composer.set_text("for Miller alone")
    pages.chat.new_chat()
    assert pages.chat._pane.composer.draft().text == ""
    desk.wish(FolderWish.NEW_CHAT)
    desk.settle()
    assert pages.chat._pane.composer.draft().text == "for Miller alone"
    assert desk.data.folders.draft(desk.folder.id) == "for Miller alone"
    [mark] = pages.chat.findChildren(PlaceMark)
    assert mark.words() == "Miller"
    QTest.keyClick(pages.chat._pane.composer.edit, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: len(desk.data.folders.contents(desk.folder.id).chats) == 2)
    assert mark.words() == "Miller"


def test_deleting_a_folder_can_keep_what_is_in_it(desk: Desk) -> None:
    desk.go_to(0)
    desk.press(Qt.Key.Key_Delete)
    dialog = desk.dialog(ChoiceDialog)
    dialog.choose("keep")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    desk.settle()
    assert desk.rows() == ["Today", "Outside", "Report", "Inside"]
    assert desk.data.conversations.chat(desk.inside).folder_id is None


def test_deleting_a_folder_can_erase_all_that_is_in_it(desk: Desk) -> None:
    desk.run.window.pages.open_entry(EntryKey(Kind.CHAT, desk.inside))
    desk.settle()
    desk.wish(FolderWish.DELETE)
    dialog = desk.dialog(ChoiceDialog)
    dialog.choose("erase")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    desk.settle()
    assert desk.rows() == ["Today", "Outside"]
    rows = desk.data.database.rows("SELECT id FROM chats UNION ALL SELECT id FROM summaries")
    assert rows == [(desk.outside,)]
    assert desk.run.window.pages.entry is None
    assert desk.run.banner() == "“Miller” was erased, with 1 chat and 1 summary."


def test_an_empty_folder_goes_without_a_question(desk: Desk) -> None:
    empty = desk.data.folders.create("Empty")
    desk.reread()
    folder = desk.model.folder(desk.model.index_of_folder(empty.id))
    desk.view.folder_wished.emit(folder, FolderWish.DELETE)
    desk.settle()
    assert "Empty" not in desk.rows()


def _type_days(dialog: KeepingDialog, days: str) -> None:
    dialog.days.selectAll()
    QTest.keyClick(dialog.days, Qt.Key.Key_Delete)
    assert not dialog.keep.isEnabled()
    QTest.keyClicks(dialog.days, days)


def _make_older(desk: Desk, days: int) -> None:
    moment = now() - timedelta(days=days)
    Conversations(desk.data.database, lambda: moment).begin_turn(desk.inside, "long ago")
    desk.data.database.execute("UPDATE chats SET filed = changed WHERE id = ?", (desk.inside,))


def test_what_would_be_erased_at_once_is_asked_about(desk: Desk) -> None:
    _make_older(desk, 40)
    desk.wish(FolderWish.KEEP_FOR)
    dialog: KeepingDialog = desk.dialog(KeepingDialog)
    assert dialog.for_good.isChecked()
    _type_days(dialog, "29")
    assert dialog.for_days.isChecked()
    dialog.keep.click()
    question: ConfirmDialog = desk.dialog(ConfirmDialog)
    question.reject()
    desk.settle()
    assert desk.data.folders.folder(desk.folder.id).kept_days is None
    desk.wish(FolderWish.KEEP_FOR)
    dialog = desk.dialog(KeepingDialog)
    _type_days(dialog, "31")
    dialog.keep.click()
    desk.dialog(ConfirmDialog).accept()
    desk.settle()
    assert desk.data.folders.contents(desk.folder.id) == Contents((), (desk.summary,))
    assert desk.model.index(0).data(NOTE_ROLE) == "31 d · 1"
    words = desk.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Folder Miller, unfolded, 1 inside, kept for 31 days"
    sentence = "Erased from “Miller”: 1 chat, unchanged for more than 31 days."
    assert desk.run.banner() == sentence


def test_what_is_over_is_erased_when_the_data_is_opened(desk: Desk) -> None:
    desk.data.folders.keep_for(desk.folder.id, 30)
    _make_older(desk, 31)
    desk.run.core.set_data(desk.data)
    desk.settle()
    assert desk.data.folders.contents(desk.folder.id) == Contents((), (desk.summary,))
    assert "Inside" not in desk.rows()


class Asked:
    """Answers where to."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(
        self, parent: QWidget, name: str, suffix: str, on_chosen: Callable[[Path], object]
    ) -> None:
        on_chosen(self.path / name)

    def choose_directory(
        self, over: QWidget, title: str, on_chosen: Callable[[Path], object]
    ) -> None:
        on_chosen(self.path)


@pytest.mark.parametrize("is_zip", [True, False])
def test_a_folder_is_exported_as_one(
    desk: Desk, tmp_path: Path, qtbot: QtBot, *, is_zip: bool
) -> None:
    twin = desk.data.conversations.begin_chat("twin", folder_id=desk.folder.id).user.chat_id
    desk.data.conversations.rename(twin, "Inside")
    asked = Asked(tmp_path)
    export = FolderExport(
        desk.run.core,
        desk.run.window,
        asked,  # type: ignore[arg-type]
        asked.choose_directory,
    )
    export.ask(desk.folder.id)
    dialog: FolderExportDialog = desk.dialog(FolderExportDialog)
    dialog.format.choose("json")
    (dialog.as_zip if is_zip else dialog.as_files).setChecked(True)
    with qtbot.waitSignal(export.told) as told:
        dialog.go_on.click()
    name = "Miller.zip" if is_zip else "Miller"
    words = f"Saved as “{name}”. Left out, because nothing was made of them yet: 1 summary."
    assert told.args == [words]
    if is_zip:
        with zipfile.ZipFile(tmp_path / name) as file:
            found = {each: file.read(each) for each in file.namelist()}
    else:
        root = tmp_path / name
        found = {
            path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.json")
        }
    assert set(found) == {"Chats/Inside.json", "Chats/Inside 2.json"}
    texts = [json.loads(content)["chats"][0]["messages"][0]["text"] for content in found.values()]
    assert sorted(texts) == ["inside", "twin"]


def _summarized(desk: Desk, *documents: Document) -> None:
    """Stores a finished summary of each in the folder, and one of the first outside of it."""
    model = desk.run.core.model
    assert model is not None
    for document in (*documents, documents[0]):
        record = desk.data.records.begin(document, SummaryOptions(model))
        item = Item(f"What {document.name} says.", ())
        record.finish(Summary((item,), Coverage(2, 90, 1, 1, 2), is_draft=False, seconds=1.0))
        desk.data.summaries.move(record.summary_id, desk.folder.id)
    desk.data.summaries.move(record.summary_id, None)
    desk.reread()


def test_one_asks_about_the_documents_of_a_folder_and_of_no_other(desk: Desk, qtbot: QtBot) -> None:
    lease, addendum, menu = lease_set()
    _summarized(desk, lease, addendum)
    outside = desk.data.records.begin(menu, SummaryOptions(desk.run.core.model))  # type: ignore[arg-type]
    desk.reread()
    desk.wish(FolderWish.ASK)
    page = desk.run.window.pages.summary
    qtbot.waitUntil(lambda: page.set_view is not None)
    assert page.set_view is not None
    names = sorted(each.opened.document.name for each in page.set_view._set.members)
    assert names == ["addendum.docx", "lease.pdf"]
    assert not page.set_view.rests_on(outside.summary_id)


def test_a_finished_summary_is_in_the_export(desk: Desk, tmp_path: Path) -> None:
    _summarized(desk, lease_set()[0])
    names = folder_files.Names("Chats", "Summaries", "Untitled", "Practice model")
    contents = desk.data.folders.contents(desk.folder.id)
    made = folder_files.make(desk.data, contents, ChatFormat.MARKDOWN, names)
    assert made.left_out == 1
    text = made.contents["Summaries/lease.pdf.md"].decode()
    assert "What lease.pdf says." in text
    assert "Practice model" in text  # which is what the test's folder has


def test_an_answer_under_way_goes_with_its_folder(desk: Desk, qtbot: QtBot) -> None:
    engine = desk.run.core.engine
    assert isinstance(engine, ScriptedEngine)
    engine.gate = threading.Event()
    pages = desk.run.window.pages
    pages.open_entry(EntryKey(Kind.CHAT, desk.outside))
    desk.data.conversations.move(desk.outside, desk.folder.id)
    desk.reread()
    pages.chat._pane.composer.set_text("and more")
    QTest.keyClick(pages.chat._pane.composer.edit, Qt.Key.Key_Return)
    answers = pages.chat._chat.live_answers
    qtbot.waitUntil(lambda: answers.of(desk.outside) is not None)
    desk.wish(FolderWish.DELETE)
    dialog = desk.dialog(ChoiceDialog)
    dialog.choose("erase")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answers.of(desk.outside) is None)
    desk.settle()
    assert desk.data.database.rows("SELECT id FROM messages") == []
    assert desk.run.banner() == "“Miller” was erased, with 2 chats and 1 summary."


def test_hidden_titles_hide_the_names_of_folders(desk: Desk) -> None:
    desk.run.core.change_settings(hide_titles=True)
    assert desk.rows()[0] == "Folder"
    words = desk.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Miller" not in words
    assert desk.model.index(0).data(Qt.ItemDataRole.EditRole) == "Miller"
