"""Scenes of folders and of temporary chats."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.core import now
from desktop_slm.ui.folders.wish import FolderWish
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.sidebar.history_model import HistoryModel
from tests.screenshots import content
from tests.screenshots.stage import Stage

USUAL, SMALL = (1280, 800), (911, 512)


def _filled(stage: Stage, size: tuple[int, int], zoom_percent: int) -> int:
    """Two folders with chats and summaries, one folded, and chats beside them; returns a chat."""
    stage.engine.script = content.answer
    stage.set_up(size, zoom_percent)
    data = stage.open_data()
    chats = Conversations(data.database, now)
    matter = data.folders.create("Miller v. Harbour Estates")
    course = data.folders.create("Biology course")
    data.folders.fold(course.id, folded=True)
    shown = 0
    for title, folder in (
        ("Packing list for Oslo", None),
        ("Letter to the school", None),
        ("Enzymes", course.id),
        ("Deposit: what is owed?", matter.id),
        ("Lease questions", matter.id),
    ):
        turn = chats.begin_chat(content.QUESTION, folder_id=folder)
        shown = turn.answer.chat_id
        chats.finish_answer(turn.answer.id, MessageState.COMPLETE, text=content.ANSWER)
        chats.rename(shown, title)
    for title in ("Lease of the workshop.pdf", "Report on the roof.pdf"):
        data.summaries.move(data.summaries.create(title).id, matter.id)
    stage.window.sidebar.folders.acts.read()
    stage.window.pages.history_changed.emit()
    stage.settle(0.4)
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, shown))
    stage.settle(0.4)
    return shown


def folders(stage: Stage, size: tuple[int, int] = USUAL, zoom_percent: int = 100) -> None:
    """The list with folders, and a chat that is in one."""
    _filled(stage, size, zoom_percent)


def folders_small(stage: Stage) -> None:
    """The list over the page of the smallest window."""
    _filled(stage, SMALL, 100)


def folders_zoomed(stage: Stage) -> None:
    """The list over the page at 200 %."""
    _filled(stage, USUAL, 200)
    stage.window._side.show_over()
    stage.settle(0.2)


def _wish(stage: Stage, wish: FolderWish) -> None:
    view = stage.window.sidebar.list
    model = view.model()
    assert isinstance(model, HistoryModel)
    [folder] = [each for each in model.folders() if each.name.startswith("Miller")]
    view.folder_wished.emit(folder, wish)
    stage.wait(lambda: QApplication.activeModalWidget() is not None)


def folder_deletion(stage: Stage) -> None:
    """What is asked before a folder goes."""
    folders(stage)
    _wish(stage, FolderWish.DELETE)


def folder_deletion_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    folders(stage, zoom_percent=200)
    _wish(stage, FolderWish.DELETE)


def folder_keeping(stage: Stage) -> None:
    """For how long a folder keeps things."""
    folders(stage)
    _wish(stage, FolderWish.KEEP_FOR)


def folder_keeping_small(stage: Stage) -> None:
    """The same in the smallest window."""
    folders(stage, SMALL)
    _wish(stage, FolderWish.KEEP_FOR)


def folder_export(stage: Stage) -> None:
    """As what a folder is exported."""
    folders(stage)
    _wish(stage, FolderWish.EXPORT)


def temporary(stage: Stage, size: tuple[int, int] = USUAL, zoom_percent: int = 100) -> None:
    """A chat of which nothing is stored."""
    _filled(stage, size, zoom_percent)
    stage.window.pages.begin_temporary()
    stage.wait(lambda: stage.window.pages.temporary is not None)
    page = stage.window.pages.temporary
    assert page is not None
    page.focus_first()
    box = page.chat._pane.composer.edit
    QTest.keyClicks(box, content.QUESTION)
    QTest.keyClick(box, Qt.Key.Key_Return)
    stage.wait(lambda: bool(page.chat._chat.state.path) and page.chat._chat.live is None)
    stage.settle(0.3)


def temporary_small(stage: Stage) -> None:
    """The same in the smallest window."""
    temporary(stage, SMALL)


def temporary_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    temporary(stage, USUAL, 200)


ALL = (
    *(folders, folders_small, folders_zoomed),
    *(folder_deletion, folder_deletion_zoomed, folder_keeping, folder_keeping_small),
    *(folder_export, temporary, temporary_small, temporary_zoomed),
)
