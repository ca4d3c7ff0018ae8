"""The list of chats and summaries: opens, renames in place, and asks for deletion.

What is selected is what the window shows; arrow keys move the keyboard's mark alone, so that
nobody opens five chats on the way to the sixth.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_slm.ui.sidebar.entry import EntryKey
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.item_list import ItemDelegate, ItemList
from desktop_slm.ui.widgets.menu import Menu

_Index = QModelIndex | QPersistentModelIndex
_BUTTON_PX = 26
_MOST_CHARACTERS = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistoryList(ItemList):
    """Click or Enter opens, F2 renames, Delete deletes; the menu has the three of them."""

    entry_opened = Signal(object)  # EntryKey
    delete_requested = Signal(object)  # EntryKey

    def __init__(self, theme: Theme, model: HistoryModel, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._theme = theme
        self._history = model
        self._shown: EntryKey | None = None
        self.setAccessibleName(self.tr("Chats and summaries"))
        self.setModel(model)
        self.setItemDelegate(_HistoryDelegate(theme, self))
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
        """Opens the menu of an entry; `position` is on the screen."""
        entry = self._history.entry(index)
        if entry is None:
            return
        menu = Menu(self._theme, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.add(self.tr("Open"), lambda: self.entry_opened.emit(entry.key), icon="folder-open")
        menu.add(self.tr("Rename"), lambda: self._rename(entry.key), icon="pencil")
        menu.addSeparator()
        delete = menu.add(
            self.tr("Delete"),
            lambda: self.delete_requested.emit(entry.key),
            icon="trash-2",
            token="danger",
        )
        delete.setObjectName("delete")
        menu.popup(position)

    # Input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens, renames and deletes."""
        entry = self._history.entry(self.currentIndex())
        if entry is None or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.entry_opened.emit(entry.key)
        elif event.key() == Qt.Key.Key_F2:
            self._rename(entry.key)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit(entry.key)
        else:
            super().keyPressEvent(event)

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
        if is_left and self._history.entry(index) and self._is_on_button(event, index):
            event.accept()
            self.open_menu(index, event.globalPosition().toPoint())
            return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Puts the keyboard's mark on an entry, so that there is one to see."""
        super().focusInEvent(event)
        if self._history.entry(self.currentIndex()) is None:
            shown = self._history.index_of(self._shown)
            first = shown if shown.isValid() else self.model().index(1, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _rename(self, key: EntryKey) -> None:
        self.edit(self._history.index_of(key))

    def _is_on_button(self, event: QMouseEvent, index: _Index) -> bool:
        place = button_place(self._theme, self.visualRect(index), mirrored=self.isRightToLeft())
        return place.contains(event.position().toPoint())

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self._history.entry(index)
        if entry is not None:
            self.entry_opened.emit(entry.key)

    def _on_rows_changed(self) -> None:
        self.show_selected(self._shown)


def button_place(theme: Theme, row: QRect, *, mirrored: bool) -> QRect:
    """Returns where the button of a row's menu is."""
    side, margin = theme.px(_BUTTON_PX), theme.px(4)
    left = row.left() + margin if mirrored else row.right() + 1 - side - margin
    return QRect(left, row.center().y() - side // 2 + 1, side, side)


class _HistoryDelegate(ItemDelegate):
    """Draws a row with the button of its menu, and edits its title in place."""

    def __init__(self, theme: Theme, parent: HistoryList) -> None:
        super().__init__(theme, parent)
        self._history_list = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one row; the button shows under the pointer and where the keyboard is."""
        super().paint(painter, option, index)
        wanted = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        if not option.state & wanted or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        place = button_place(self._theme, option.rect, mirrored=self._history_list.isRightToLeft())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(place, self._theme.px(6), self._theme.px(6))
        side = self._theme.px(16)
        pixmap = self._theme.pixmap("ellipsis", "text", 16, painter.device().devicePixelRatio())
        inset = (place.width() - side) // 2
        painter.drawPixmap(place.left() + inset, place.top() + inset, pixmap)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index
    ) -> QWidget:
        """Makes the field that a title is written in."""
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Title"))
        field.setMaxLength(_MOST_CHARACTERS)
        field.setProperty("ringHidden", True)
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Begins with the title there is, or with what stands for one."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.DisplayRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        """Hands the written title over."""
        if isinstance(editor, QLineEdit) and isinstance(model, HistoryModel):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """Lets the field fill its row."""
        editor.setGeometry(option.rect)
