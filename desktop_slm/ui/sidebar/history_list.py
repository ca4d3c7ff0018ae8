"""The list of chats, summaries and folders: opens, folds, renames in place, moves, deletes.

What is selected is what the window shows; arrow keys move the keyboard's mark alone, so that
nobody opens five chats on the way to the sixth.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_slm.ui.sidebar.entry import Entry, EntryKey
from desktop_slm.ui.sidebar.history_delegate import HistoryDelegate, button_place
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.sidebar.history_rows import FolderRow
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from desktop_slm.ui.sidebar.dragging import EntryDrag

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class HistoryList(ItemList):
    """Click or Enter opens or folds, F2 renames, Delete deletes; the menu has these and more.

    Left and Right fold and unfold a folder; an entry can be dragged to a folder, or out of it.
    """

    entry_opened = Signal(object)  # EntryKey
    delete_requested = Signal(object)  # EntryKey
    pin_requested = Signal(object, bool)  # EntryKey, whether to pin it
    archive_requested = Signal(object, bool)  # EntryKey, whether to put it away
    export_requested = Signal(object, object)  # Entry, ChatFormat
    fold_requested = Signal(object, bool)  # FolderRow, whether to fold it
    move_requested = Signal(object, object)  # EntryKey, the folder's id or None
    move_to_new_requested = Signal(object)  # EntryKey
    folder_wished = Signal(object, object)  # FolderRow, FolderWish

    def __init__(self, theme: Theme, model: HistoryModel, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._theme = theme
        self._history = model
        self._shown: EntryKey | None = None
        self.setAccessibleName(self.tr("Chats and summaries"))
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(theme, self))
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.clicked.connect(self._on_clicked)
        for changed in (model.rowsInserted, model.rowsRemoved):
            changed.connect(self._on_rows_changed)

    def show_selected(self, key: EntryKey | None) -> None:
        """Marks the entry that the window shows, or none."""
        self._shown = key
        index = self._history.index_of(key)
        selection = self.selectionModel()
        if not index.isValid():
            selection.clearSelection()
            return
        flag = QItemSelectionModel.SelectionFlag
        selection.select(index, flag.ClearAndSelect)
        if not self.hasFocus():
            selection.setCurrentIndex(index, flag.NoUpdate)
            self.scrollTo(index)

    def open_menu(self, index: _Index, position: QPoint) -> None:
        """Opens the menu of an entry or a folder; `position` is on the screen."""
        entry, folder = self._history.entry(index), self._history.folder(index)
        if entry is None and folder is None:
            return
        # Imported here: the window opens without menus.
        from desktop_slm.ui.sidebar.entry_menu import RowMenus
        from desktop_slm.ui.widgets.menu import Menu

        menu, menus = Menu(self._theme, parent=self), RowMenus(self._theme, self)
        rename = partial(self.edit, QPersistentModelIndex(index))
        if entry is not None:
            menus.fill_for_entry(menu, entry, self._history.folders(), rename)
        elif folder is not None:
            inside = self._history.entries_in(folder.id)
            menus.fill_for_folder(menu, folder, inside, rename)
        menu.popup_and_forget(position)

    @cached_property
    def _drag(self) -> EntryDrag:
        """Made when a row is first pressed, or something dragged over them."""
        from desktop_slm.ui.sidebar.dragging import EntryDrag

        return EntryDrag(self._theme, self, self._history)

    # Input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens, folds, renames and deletes."""
        index = self.currentIndex()
        entry, folder = self._history.entry(index), self._history.folder(index)
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            is_back = (event.key() == Qt.Key.Key_Left) is not self.isRightToLeft()
            self._fold_back(index) if is_back else self._unfold(folder)
        elif event.key() == Qt.Key.Key_F2 and (entry or folder):
            self.edit(index)
        elif entry is not None and self._is_done(event.key(), entry):
            event.accept()
        elif folder is not None and event.key() in _ENTER:
            self.fold_requested.emit(folder, not folder.is_folded)
        elif folder is not None and event.key() in _DELETE:
            from desktop_slm.ui.folders.wish import FolderWish

            self.folder_wished.emit(folder, FolderWish.DELETE)
        else:
            super().keyPressEvent(event)

    def _is_done(self, key: int, entry: Entry) -> bool:
        """Does what a key means for an entry; says whether it means anything."""
        if key in _ENTER:
            self.entry_opened.emit(entry.key)
        elif key in _DELETE:
            self.delete_requested.emit(entry.key)
        return key in (*_ENTER, *_DELETE)

    def _fold_back(self, index: _Index) -> None:
        """Goes from an entry to its folder, and folds that."""
        folder = self._history.folder_around(index)
        if folder is None:
            return
        if self._history.folder(index) is None:
            self._go_to(self._history.index_of_folder(folder.id))
        elif not folder.is_folded:
            self.fold_requested.emit(folder, True)

    def _unfold(self, folder: FolderRow | None) -> None:
        """Unfolds a folder, or goes on to the first thing in it."""
        if folder is None:
            return
        if folder.is_folded:
            self.fold_requested.emit(folder, False)
        elif folder.count:
            self._go_to(self.model().index(self.currentIndex().row() + 1, 0))

    def _go_to(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens the menu at the pointer, or under the current entry for the menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft() if by_key else event.pos()
        self.open_menu(index, self.viewport().mapToGlobal(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Opens the menu where its button in the row is hit."""
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        is_item = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        if is_left and is_item and self._is_on_button(event, index):
            event.accept()
            self.open_menu(index, event.globalPosition().toPoint())
            return
        self._drag.press(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Takes an entry up."""
        if not self._drag.begin_if_far(event):
            super().mouseMoveEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes an entry of this list; files are for the window."""
        if self._drag.go_over(event):
            event.accept()  # else no move would be told of
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows which folder would take the entry."""
        if not self._drag.go_over(event):
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Shows none any more."""
        self._drag.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Moves the entry."""
        moved = self._drag.drop(event)
        if moved is not None:
            self.move_requested.emit(*moved)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the rows, and the frame of a folder over which an entry is held."""
        super().paintEvent(event)
        if "_drag" in self.__dict__:
            painter = QPainter(self.viewport())
            self._drag.paint(painter)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Puts the keyboard's mark on an entry, so that there is one to see."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if self._history.entry(current) is None and self._history.folder(current) is None:
            shown = self._history.index_of(self._shown)
            is_folder = self._history.folder(self._history.index(0)) is not None
            first = self.model().index(0 if is_folder else 1, 0)
            self._go_to(shown if shown.isValid() else first)

    def _is_on_button(self, event: QMouseEvent, index: _Index) -> bool:
        place = button_place(self._theme, self.visualRect(index), mirrored=self.isRightToLeft())
        return place.contains(event.position().toPoint())

    def _on_clicked(self, index: QModelIndex) -> None:
        entry, folder = self._history.entry(index), self._history.folder(index)
        if entry is not None:
            self.entry_opened.emit(entry.key)
        elif folder is not None:
            self.fold_requested.emit(folder, not folder.is_folded)

    def _on_rows_changed(self) -> None:
        self.show_selected(self._shown)
