"""How a row of the history is drawn, with its menu's button, and where its title is edited."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyleOptionViewItem, QWidget

from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.item_list import ItemDelegate

_Index = QModelIndex | QPersistentModelIndex
_BUTTON_PX = 26
_MOST_CHARACTERS = 200


def button_place(theme: Theme, row: QRect, *, mirrored: bool) -> QRect:
    """Returns where the button of a row's menu is."""
    side, margin = theme.px(_BUTTON_PX), theme.px(4)
    left = row.left() + margin if mirrored else row.right() + 1 - side - margin
    return QRect(left, row.center().y() - side // 2 + 1, side, side)


class HistoryDelegate(ItemDelegate):
    """Draws a row with the button of its menu, and edits its title in place."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(theme, parent)
        self._view = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one row; the button shows under the pointer and where the keyboard is."""
        super().paint(painter, option, index)
        wanted = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        if not option.state & wanted or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        place = button_place(self._theme, option.rect, mirrored=self._view.isRightToLeft())
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
            # What is shown may stand for a title that is hidden: that is not what one edits.
            title = index.data(Qt.ItemDataRole.EditRole)
            editor.setText(str(title or index.data(Qt.ItemDataRole.DisplayRole)))
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
