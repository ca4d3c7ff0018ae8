"""The window: sidebar, pages, and what concerns all of them: keys, files dropped, errors, its end.

Everything that a person does inside a page is that page's business.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_slm.settings import ZOOM_STEPS
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.ending import Ending, EndKind
from desktop_slm.ui.page_stack import PageStack
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.side_panel import SidePanel

if TYPE_CHECKING:
    from desktop_slm.assistants.chat_files.chat_format import ChatFormat
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.storage.finding.search import Hit
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.data_opening import DataOpening
    from desktop_slm.ui.ended import Ended
    from desktop_slm.ui.exchange.chat_exchange import ChatExchange
    from desktop_slm.ui.finding.actions import Act
    from desktop_slm.ui.finding.palette import Palette
    from desktop_slm.ui.instance_server import Call
    from desktop_slm.ui.sidebar.entry import Entry, EntryKey
    from desktop_slm.ui.sidebar.sidebar import Sidebar
    from desktop_slm.ui.widgets.banner import Banner
    from desktop_slm.ui.window_files import WindowFiles

MINIMUM = QSize(911, 512)
_USUAL = QSize(1280, 800)
_AFTER_PAINT_MS = 20
_PAINTED_AT_LATEST_MS = 1_000  # a window that comes up hidden behind others may not be painted


class MainWindow(QWidget):
    """Shown once; `close` stores drafts and settings before `app.take_down` ends the rest."""

    painted = Signal()  # for the first time, and answering
    about_to_end = Signal(object)  # Ending: the window is still there
    ended = Signal()

    def __init__(self, core: Core, opening: DataOpening) -> None:
        super().__init__()
        self._core = core
        self._is_closing = False
        self._is_painted = False
        self.ending = Ending()
        self._palette: Palette | None = None
        self.setProperty("ground", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setMinimumSize(MINIMUM)
        self.pages = PageStack(core, opening)
        self._lay_out()
        self._connect()
        self._restore_place()
        self._on_shown_changed()

    def complete(self) -> None:
        """Makes what the first paint does not wait for; called once, before the data is opened."""
        from desktop_slm.ui.age_notice import AgeNotice
        from desktop_slm.ui.lock.locking import Locking
        from desktop_slm.ui.notices import Notices

        Locking(self._core, self)
        Notices(self._core, self).clicked.connect(self._on_notice_clicked)
        AgeNotice(self._core, self._banner, self)
        self.sidebar.complete()
        self._connect_folders(self.sidebar)
        self._add_keys()

    @property
    def sidebar(self) -> Sidebar:
        """The list of chats and summaries, with what is above and below it."""
        return self._side.sidebar

    # What others ask for

    def open_files(self, files: Iterable[str | Path]) -> None:
        """Summarizes files named on the command line or by a later start of the program."""
        if given := tuple(files):
            self._files.summarize(given)

    def on_called(self, call: Call) -> None:
        """Does what a later start of the program wanted."""
        self._take_token(call.token)
        self.come_to_front()
        if call.files:
            self.open_files(call.files)

    def _on_notice_clicked(self, ended: Ended, key: EntryKey | None, token: str) -> None:
        """Shows what a notice of the desktop was about."""
        from desktop_slm.ui.notices import place_of

        self._take_token(token)
        self.come_to_front()
        if key is not None and any(each.key == key for each in self.sidebar.entries()):
            self.pages.open_entry(key)
        elif place := place_of(ended):
            self.pages.show_place(place)

    @staticmethod
    def _take_token(token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there, once

    def come_to_front(self) -> None:
        """Shows the window before all others, as far as the system allows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_error(self, error: DesktopSlmError) -> None:
        """Says above the page what happened, with details to copy."""
        self._banner.show_message(
            wording.sentence(error), tone="error", details=wording.details(error)
        )

    def end(self, ending: Ending) -> None:
        """Closes the window; `app` does what is asked for then."""
        self.ending = replace(ending, place=self.pages.place, entry=self.pages.entry)
        self.about_to_end.emit(self.ending)
        self.close()
        self.ended.emit()

    def resume(self, ending: Ending) -> None:
        """Shows what the window showed that was locked, or says that a backup was restored."""
        if ending.kind is EndKind.RESTORING:
            self._banner.show_message(
                self.tr(
                    "The backup was restored. What was there before is kept: see Settings, Backup."
                )
            )
        elif ending.entry is not None:
            self.pages.open_entry(ending.entry)
        elif ending.place is not None:
            self.pages.show_place(ending.place)

    # Making it

    def _lay_out(self) -> None:
        row = spacing.row(self._core.theme, self, gap=0)
        self._side = SidePanel(self._core, self, row)
        self._area = QWidget()
        self._column = spacing.column(self._core.theme, self._area, gap=0)
        self._column.addWidget(self.pages, 1)
        row.addWidget(self._area, 1)

    @cached_property
    def _banner(self) -> Banner:
        """What is said above the page."""
        from desktop_slm.ui.banner_place import BannerPlace

        return BannerPlace(self._core.theme, self._area, self._column).banner

    def _connect(self) -> None:
        sidebar = self._side.sidebar
        self._side.place_requested.connect(self._on_place_requested)
        sidebar.entry_opened.connect(self.pages.open_entry)
        sidebar.entry_opened.connect(self._side.fold_back)
        sidebar.hit_opened.connect(self._open_hit)
        sidebar.hit_opened.connect(self._side.fold_back)
        sidebar.entry_deleted.connect(self.pages.leave_entry)
        sidebar.entry_renamed.connect(self.pages.rename_entry)
        sidebar.export_requested.connect(self._on_export_requested)
        sidebar.new_row.temporary_requested.connect(self._begin_temporary)
        self.pages.temporary_changed.connect(
            lambda: sidebar.show_temporary(exists=self.pages.temporary is not None)
        )
        self.pages.shown_changed.connect(self._on_shown_changed)
        self.pages.history_changed.connect(sidebar.refresh)
        self._core.error_reported.connect(self.show_error)
        self._core.model_arrived.connect(self._on_model_arrived)
        self._core.end_requested.connect(self.end)

    def _connect_folders(self, sidebar: Sidebar) -> None:
        folders = sidebar.folders
        folders.chat_requested.connect(self.pages.begin_chat_in)
        folders.ask_requested.connect(self.pages.ask_about)
        for leave in (folders.chat_requested, folders.ask_requested):
            leave.connect(self._side.fold_back)
        folders.changed.connect(lambda: self.pages.chat.name_folders(folders.name_of))
        folders.acts.told.connect(self._banner.show_message)

    def _add_keys(self) -> None:
        from desktop_slm.ui.finding import actions

        for action in actions.of_window():
            if action.act is not None and action.is_shortcut:
                for keys in action.keys:
                    self._add_key(keys, self._acts[action.act])

    @cached_property
    def _acts(self) -> Mapping[Act, Callable[[], object]]:
        """What each action of the window does."""
        from desktop_slm.ui.finding.actions import Act

        return {
            Act.NEW_CHAT: lambda: self._on_place_requested(Place.CHAT),
            Act.TEMPORARY: self._begin_temporary,
            Act.NEW_FOLDER: self._side.sidebar.folders.acts.ask_for_new,
            Act.SUMMARIZE: self.pages.choose_files,
            Act.FIND: self._show_palette,
            Act.FIND_IN_CHAT: self._find_in_chat,
            Act.SEARCH: self._search,
            Act.MODELS: lambda: self._on_place_requested(Place.MODELS),
            Act.ASSISTANTS: lambda: self._on_place_requested(Place.ASSISTANTS),
            Act.SETTINGS: lambda: self._on_place_requested(Place.SETTINGS),
            Act.STOP: self.pages.stop,
            Act.CHANGE_PANE: self._change_pane,
            Act.LARGER: lambda: self._zoom(1),
            Act.SMALLER: lambda: self._zoom(-1),
            Act.USUAL_SIZE: lambda: self._zoom(0),
            Act.KEYS: self._show_keys,
            Act.LOCK: self._core.lock_requested.emit,
            Act.CLOSE: self._ask_to_close,
        }

    def _add_key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _restore_place(self) -> None:
        stored = QByteArray.fromBase64(self._core.settings.window.encode("ascii", "ignore"))
        if stored.isEmpty() or not self.restoreGeometry(stored):
            room = self.screen().availableSize()
            self.resize(_USUAL.boundedTo(room).expandedTo(MINIMUM))

    # Going somewhere

    def _on_place_requested(self, place: Place) -> None:
        self._side.fold_back()
        self.pages.begin(place)

    def _begin_temporary(self) -> None:
        self._side.fold_back()
        self.pages.begin_temporary()

    def _on_shown_changed(self) -> None:
        pages = self.pages
        self._side.show_place(pages.place, pages.entry)
        self._side.set_absent(pages.place is Place.FIRST_RUN)
        # Titles of chats stay out of task bars and lists of windows, which others get to see.
        self.setWindowTitle(
            {
                Place.CHAT: self.tr("Chat"),
                Place.TEMPORARY: self.tr("Chat"),
                Place.SUMMARY: self.tr("Summarize"),
                Place.MODELS: self.tr("Models"),
                Place.SETTINGS: self.tr("Settings"),
                Place.ASSISTANTS: self.tr("Assistants"),
                Place.FIRST_RUN: self.tr("First steps"),
            }[pages.place]
        )

    def _on_model_arrived(self, model: InstalledModel) -> None:
        from desktop_slm.ui.first_run.switching import switch

        switch(self._core, self.pages, self._banner, model)

    def _on_export_requested(self, entry: Entry, chosen: ChatFormat) -> None:
        self._exchange.export(entry.key.id, entry.title, chosen)

    @cached_property
    def _exchange(self) -> ChatExchange:
        from desktop_slm.ui.exchange.chat_exchange import ChatExchange

        exchange = ChatExchange(self._core, self)
        exchange.saved.connect(
            lambda name: self._banner.show_message(self.tr("Saved as “{0}”.").format(name))
        )
        exchange.failed.connect(self.show_error)
        return exchange

    def _show_keys(self) -> None:
        from desktop_slm.ui.key_list import KeyListDialog

        KeyListDialog(self._core.theme, send_key=self._core.settings.send_key, parent=self).open()

    def _show_palette(self) -> None:
        from desktop_slm.ui.finding import offers
        from desktop_slm.ui.finding.palette import Palette

        if self._palette is not None and isValid(self._palette):
            return
        sidebar = self._side.sidebar
        self._palette = Palette(
            self._core,
            offers.action_offers(self._acts),
            offers.entry_offers(sidebar.entries(), self.pages.open_entry),
            self._open_hit,
            (
                offers.folder_offers(sidebar.folders.all(), self._show_folder),
                offers.library_offers(self.pages.chat.library, self.pages),
            ),
            parent=self,
        )
        self._palette.open()

    def _open_hit(self, hit: Hit, typed: str) -> None:
        """Shows what a search found, at its place."""
        from desktop_slm.ui.finding import opening

        opening.open_hit(self.pages, hit, typed)

    def _search(self) -> None:
        """Puts the cursor where one searches in everything."""
        if self._bring_side():
            self._side.sidebar.focus_search()

    def _show_folder(self, folder: int) -> None:
        if self._bring_side():
            self._side.sidebar.show_folder(folder)

    def _bring_side(self) -> bool:
        """Shows the list at the side; returns no where there is none."""
        if self._side.is_folded and not self._side.is_absent and not self._side.is_over:
            self._side.show_over()
        return not self._side.is_absent

    def _find_in_chat(self) -> None:
        if self.pages.place is not Place.TEMPORARY:
            self.pages.show_place(Place.CHAT)
        if not self.pages.is_asking:
            self.pages.shown_chat.find_words()

    def _zoom(self, direction: int) -> None:
        """Goes one step up or down, or back to 100 %."""
        at = ZOOM_STEPS.index(self._core.settings.zoom_percent)
        step = min(max(at + direction, 0), len(ZOOM_STEPS) - 1) if direction else 0
        if step != at:
            self._core.change_settings(zoom_percent=ZOOM_STEPS[step])

    # Keys that a focused widget may want first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds the list back or stops; F6 goes between the list and the page."""
        if event.key() == Qt.Key.Key_Escape:
            if not self._side.fold_back():
                self.pages.stop()
        elif event.key() == Qt.Key.Key_F6:
            self._change_pane()
        else:
            super().keyPressEvent(event)

    def _change_pane(self) -> None:
        if self._side.holds_focus() or self._side.is_absent:
            self._side.fold_back()
            self.pages.focus_first()
        else:
            self._side.focus_first()

    # Files

    def showEvent(self, event: QShowEvent) -> None:
        """Puts the cursor where one writes, and begins to watch what is dragged over the window."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)
        QTimer.singleShot(_PAINTED_AT_LATEST_MS, self, self._on_painted)
        if self.focusWidget() is None:
            self.pages.focus_first()

    @cached_property
    def _files(self) -> WindowFiles:
        """Made for the first file that comes."""
        from desktop_slm.ui.window_files import WindowFiles

        files = WindowFiles(self._core, self.pages, self)
        files.told.connect(lambda words: self._banner.show_message(words, tone="warning"))
        return files

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shows the targets before a text field can take the drag for itself."""
        if event.type() is QEvent.Type.Expose and not self._is_painted:
            # It paints once we have returned, and takes the keys that were pressed meanwhile.
            QTimer.singleShot(_AFTER_PAINT_MS, self, self._on_painted)
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self._offer_targets(event)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files wherever the window is entered."""
        if self._offer_targets(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes files that were dropped before the targets came up."""
        from desktop_slm.ui.dropped_files import files_in

        self._files.drop(files_in(event.mimeData()), event.position().toPoint())

    def _offer_targets(self, event: QDragEnterEvent) -> bool:
        from desktop_slm.ui.drop_targets import has_files

        if not has_files(event.mimeData()) or self.pages.is_asking:
            return False
        self._side.fold_back()
        self._files.offer_targets()
        return True

    def _on_painted(self) -> None:
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    # Keys that Qt gives away

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Goes through the window as the eye does, whenever its parts were made."""
        from desktop_slm.ui import focus_order

        if focus_order.follows_qt():
            return super().focusNextPrevChild(next_one)
        return focus_order.go(self, is_next=next_one) or super().focusNextPrevChild(next_one)

    # The end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stores what is in hand; what is under way is stopped by `app.take_down`."""
        if event.spontaneous() and self._asks_about_temporary():
            event.ignore()
            return
        if not self._is_closing:
            self._is_closing = True
            if self._palette is not None and isValid(self._palette):
                self._palette.close()
            self.pages.chat.save_draft()
            if self.pages.temporary is not None:
                self.pages.temporary.discard()
            self._side.sidebar.finish()
            place = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
            self._core.change_settings(window=place)
        super().closeEvent(event)

    def _ask_to_close(self) -> None:
        if not self._asks_about_temporary():
            self.close()

    def _asks_about_temporary(self) -> bool:
        """Asks where a temporary chat would be lost; says whether it did."""
        page = self.pages.temporary
        if page is None or not page.has_content:
            return False
        from desktop_slm.ui.widgets.confirm_dialog import Question, confirm

        question = Question(
            self.tr("Close the window, and lose the temporary chat?"),
            self.tr("Nothing of it was stored, so it cannot be brought back."),
            self.tr("Close the window"),
            is_dangerous=True,
        )
        confirm(self._core.theme, self, question, self.close)
        return True
