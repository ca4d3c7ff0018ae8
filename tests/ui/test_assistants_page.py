"""The Assistants page: made, changed, copied, deleted and brought back, shared and taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.assistants.personas import file_form, shipped
from desktop_slm.assistants.personas.assistant import Assistant, Example
from desktop_slm.assistants.personas.prompt_library import Prompt
from desktop_slm.errors import AssistantUnfit, DesktopSlmError
from desktop_slm.storage.database import Database
from desktop_slm.ui.assistants.editor import AssistantEditor, Outside
from desktop_slm.ui.assistants.header import PROMPTS
from desktop_slm.ui.assistants.import_dialog import ImportDialog
from desktop_slm.ui.assistants.page import AssistantsPage
from desktop_slm.ui.assistants.prompt_editor import PromptEditor
from desktop_slm.ui.assistants.row import ListedRow
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog
from desktop_slm.ui.widgets.text_dialog import TextDialog
from tests.fakes.window_core import make_core

D = TypeVar("D", bound=QDialog)
MINE = Assistant(
    name="Mine",
    about="For me.",
    instructions="Be brief.",
    note="Knows little.",
    examples=(Example("Q?", "A."),),
)


class Desk:
    """The page with real data behind it; files are read by what the test says."""

    def __init__(self, qtbot: QtBot, core: Core) -> None:
        self.qtbot = qtbot
        self.core = core
        self.from_file: Assistant | DesktopSlmError = MINE
        outside = Outside(
            read=lambda path, job: Attachment(path.name, "Its text.", 1),
            is_adapter=lambda path: path.stem == "adapter",
        )
        self.page = AssistantsPage(core, read_file=self._read, outside=outside)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self.page.show()
        self.wait(lambda: bool(self.page.list.rows))

    @property
    def data(self) -> Data:
        assert self.core.data is not None
        return self.core.data

    def own(self) -> list[Assistant]:
        return [each for each in self.data.shelf.all() if each.own_id is not None]

    def add(self, assistant: Assistant = MINE) -> Assistant:
        kept = self.data.shelf.add(assistant)
        self.page.work.look()
        self.wait(lambda: kept.name in self.names())
        return kept

    def names(self) -> list[str]:
        return [row.accessibleName() for row in self.page.list.rows]

    def row(self, name: str) -> ListedRow:
        return next(row for row in self.page.list.rows if row.accessibleName() == name)

    def pick(self, name: str, action: str) -> None:
        """Chooses from the menu of a row."""
        menu = self.row(name).menu()
        next(each for each in menu.actions() if each.text() == action).trigger()
        menu.close()

    def dialog(self, kind: type[D]) -> D:
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=5000)

    def _read(self, path: Path) -> Assistant:
        if isinstance(self.from_file, DesktopSlmError):
            raise self.from_file
        return self.from_file


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    core = make_core(theme, tmp_path)
    core.set_data(Data.of(Database.in_memory()))
    yield Desk(qtbot, core)
    core.operations.shut_down()


def _press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_everything_that_came_with_the_app_is_there(desk: Desk) -> None:
    assert desk.names() == [each.name for each in shipped.all_in()]


def test_a_chat_is_begun_from_a_row(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.page.chat_requested) as asked:
        _press(desk.row("Study coach").action)
    assert asked.args == ["study"]


def test_what_a_shipped_one_is_told_can_be_read(desk: Desk) -> None:
    desk.pick("Contract reader", "See what it is told…")
    dialog = desk.dialog(TextDialog)
    box = next(each for each in dialog.findChildren(QWidget) if hasattr(each, "toPlainText"))
    assert shipped.in_language("contract").instructions in box.toPlainText()
    dialog.close()


def test_a_new_one_is_made_with_all_that_the_form_has(desk: Desk, tmp_path: Path) -> None:
    _press(desk.page.header.new_button)
    editor = desk.dialog(AssistantEditor)
    assert not editor.act_button.isEnabled()
    QTest.keyClicks(editor.name, "Gardener")
    editor.instructions.edit.setPlainText("Talk of plants.")
    editor.note.edit.setPlainText("Knows\nno weeds.")
    editor.freedom.choose("free")
    editor.examples._add.click()
    card = editor.examples._cards[0]
    card.question.edit.setPlainText("Roses?")
    card.answer.edit.setPlainText("In May.")
    editor.documents.add(tmp_path / "beds.txt")
    editor.adapter.choose(tmp_path / "adapter.gguf")
    desk.wait(lambda: bool(editor.documents.documents()) and bool(editor.adapter.path()))
    _press(editor.act_button)
    desk.wait(lambda: "Gardener" in desk.names())
    [made] = desk.own()
    assert (made.instructions, made.note) == ("Talk of plants.", "Knows no weeds.")
    assert made.sampling.temperature == 0.6
    assert made.examples == (Example("Roses?", "In May."),)
    assert [each.name for each in made.documents] == ["beds.txt"]
    assert made.adapter == str(tmp_path / "adapter.gguf")


def test_a_file_that_is_no_adapter_is_not_taken(desk: Desk, tmp_path: Path) -> None:
    _press(desk.page.header.new_button)
    editor = desk.dialog(AssistantEditor)
    editor.adapter.choose(tmp_path / "model.gguf")
    desk.wait(lambda: "is no adapter" in editor.adapter._problem.text())
    assert editor.adapter.path() == ""
    editor.reject()


def test_one_of_the_person_s_is_changed(desk: Desk) -> None:
    desk.add()
    desk.pick("Mine", "Edit…")
    editor = desk.dialog(AssistantEditor)
    editor.name.setText("Still mine")
    with desk.qtbot.waitSignal(desk.page.changed):
        _press(editor.act_button)
    desk.wait(lambda: "Still mine" in desk.names())
    assert [each.name for each in desk.own()] == ["Still mine"]


def test_a_form_with_changes_is_not_closed_without_asking(desk: Desk) -> None:
    desk.add()
    desk.pick("Mine", "Edit…")
    editor = desk.dialog(AssistantEditor)
    editor.about.setText("Other")
    editor.reject()
    question = desk.dialog(ConfirmDialog)
    question.reject()
    assert editor.isVisible()
    editor.about.setText("For me.")
    editor.reject()
    assert not editor.isVisible()
    assert [each.about for each in desk.own()] == ["For me."]


def test_a_shipped_one_is_copied_and_then_the_person_s(desk: Desk) -> None:
    desk.pick("Writer", "Duplicate…")
    editor = desk.dialog(AssistantEditor)
    assert editor.name.text() == "Writer (mine)"
    _press(editor.act_button)
    desk.wait(lambda: bool(desk.own()))
    assert desk.own()[0].instructions == shipped.in_language("writer").instructions


def test_a_deleted_one_comes_back(desk: Desk) -> None:
    desk.add()
    desk.pick("Mine", "Delete")
    desk.wait(lambda: "Mine" not in desk.names())
    [undo] = [
        each
        for each in desk.page.banner.findChildren(QWidget)
        if each.accessibleName() == "Undo" and each.isVisible()
    ]
    _press(undo)
    desk.wait(lambda: "Mine" in desk.names())
    assert not desk.page.banner.isVisible()


def test_leaving_the_page_erases_what_was_deleted(desk: Desk) -> None:
    kept = desk.add()
    desk.pick("Mine", "Delete")
    desk.wait(lambda: "Mine" not in desk.names())
    desk.page.hide()
    rows = desk.data.database.rows
    desk.wait(lambda: rows("SELECT count(*) FROM assistants") == [(0,)])
    desk.data.shelf.restore(kept)
    assert desk.own() == []


# Files


def test_a_file_is_shown_whole_before_it_is_taken(desk: Desk, tmp_path: Path) -> None:
    desk.page.work.read_file(tmp_path / "x.assistant.toml")
    dialog = desk.dialog(ImportDialog)
    shown = dialog.box.toPlainText()
    for words in ("Mine", "For me.", "Be brief.", "Knows little.", "Q?", "A."):
        assert words in shown
    assert desk.own() == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.own() == []
    _press(dialog.act_button)
    desk.wait(lambda: bool(desk.own()))
    assert desk.own()[0].instructions == "Be brief."


def test_esc_takes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.page.work.read_file(tmp_path / "x.assistant.toml")
    dialog = desk.dialog(ImportDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.wait(lambda: QApplication.activeModalWidget() is None)
    assert desk.own() == []


def test_a_long_line_of_a_stranger_is_broken_and_whole(desk: Desk, tmp_path: Path) -> None:
    word = "x" * 400_000
    desk.from_file = Assistant(name="Long", documents=(Attachment("d", word),))
    desk.page.work.read_file(tmp_path / "x.assistant.toml")
    dialog = desk.dialog(ImportDialog)
    shown = dialog.box.toPlainText()
    assert shown.replace("\n", "").count("x") == len(word)
    assert max(map(len, shown.split("\n"))) <= 1_000
    dialog.reject()


def test_a_file_that_is_none_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.from_file = AssistantUnfit(name="<b>bad</b>.toml", why="it has no name")
    desk.page.work.read_file(tmp_path / "bad.toml")
    desk.wait(desk.page.banner.isVisible)
    assert "it has no name" in desk.page.banner.accessibleName()


def test_a_shared_file_can_be_read_again(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.assistant.toml"
    kept = desk.add()
    desk.page.share_to(kept, path)
    desk.wait(desk.page.banner.isVisible)
    assert file_form.read(path.read_bytes()) == MINE


def test_documents_are_shared_only_after_a_question(desk: Desk) -> None:
    desk.add(Assistant(name="Papers", documents=(Attachment("secret.txt", "secret"),)))
    desk.pick("Papers", "Share as a file…")
    desk.dialog(ConfirmDialog).reject()


# Prompts


def test_a_prompt_is_made_and_one_of_its_name_is_not(desk: Desk) -> None:
    desk.page.header.parts.choose(PROMPTS)
    _press(desk.page.header.new_button)
    editor = desk.dialog(PromptEditor)
    QTest.keyClicks(editor.name, "Tax Letter")
    editor.text.edit.setPlainText("Answer: {text}")
    _press(editor.act_button)
    desk.wait(lambda: "/tax-letter" in desk.names())
    _press(desk.page.header.new_button)
    again = desk.dialog(PromptEditor)
    QTest.keyClicks(again.name, "tax-letter")
    again.text.edit.setPlainText("x")
    assert not again.act_button.isEnabled()
    assert "already" in again.problem.text()
    again.reject()


def test_a_prompt_is_deleted_and_comes_back(desk: Desk) -> None:
    desk.data.prompts.keep(Prompt("tax", "Answer: {text}"))
    desk.page.header.parts.choose(PROMPTS)
    desk.page.work.look()
    desk.wait(lambda: "/tax" in desk.names())
    desk.pick("/tax", "Delete")
    desk.wait(lambda: "/tax" not in desk.names())
    [undo] = [
        each
        for each in desk.page.banner.findChildren(QWidget)
        if each.accessibleName() == "Undo" and each.isVisible()
    ]
    _press(undo)
    desk.wait(lambda: "/tax" in desk.names())


def test_a_prompt_is_used_from_its_row(desk: Desk) -> None:
    desk.page.header.parts.choose(PROMPTS)
    with desk.qtbot.waitSignal(desk.page.prompt_requested) as asked:
        _press(desk.row("/shorter").action)
    assert asked.args == ["shorter"]


def test_every_control_has_a_name_and_is_reached_by_key(desk: Desk) -> None:
    desk.add()
    desk.page.resize(420, 500)
    controls = [
        each
        for each in desk.page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert len(controls) > 20
    assert [type(each).__name__ for each in controls if not each.accessibleName()] == []
