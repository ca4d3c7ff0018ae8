"""Entries on their way to a folder, or out of one, by drag and drop; within the window alone."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QListView

from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.theme import Theme

_FORMAT = "application/x-desktop-slm-entry"
_RADIUS_PX = 8


def dragged(key: EntryKey) -> QMimeData:
    """Returns what is dragged: the entry's key, and no word of what it holds."""
    data = QMimeData()
    data.setData(_FORMAT, f"{key.kind.value} {key.id}".encode())
    return data


def key_in(data: QMimeData) -> EntryKey | None:
    """Returns the entry that is dragged, None for anything else."""
    if not data.hasFormat(_FORMAT):
        return None
    kind, _, number = bytes(data.data(_FORMAT).data()).decode("ascii", "replace").partition(" ")
    kinds = {each.value: each for each in Kind}
    return EntryKey(kinds[kind], int(number)) if kind in kinds and number.isdecimal() else None


class EntryDrag:
    """What a list does while one of its entries is dragged over it.

    A folder takes it on its own row and on those of what is in it; all else is outside of any.
    """

    def __init__(self, theme: Theme, view: QListView, model: HistoryModel) -> None:
        self._theme = theme
        self._view = view
        self._model = model
        self._pressed: tuple[EntryKey, QPoint] | None = None
        self._target: int | None = None
        self._is_over = False

    # Taking one up

    def press(self, event: QMouseEvent) -> None:
        """Notes which entry may be about to be dragged."""
        place = event.position().toPoint()
        entry = self._model.entry(self._view.indexAt(place))
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (entry.key, place) if entry is not None and is_left else None

    def begin_if_far(self, event: QMouseEvent) -> bool:
        """Drags the pressed entry once the pointer has gone far enough; says whether it did."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        key, place = self._pressed
        way = (event.position().toPoint() - place).manhattanLength()
        if way < QApplication.startDragDistance():
            return False
        self._pressed = None
        drag = QDrag(self._view)
        drag.setMimeData(dragged(key))
        row = self._view.visualRect(self._model.index_of(key))
        drag.setPixmap(self._view.viewport().grab(row))
        drag.setHotSpot(place - row.topLeft())
        drag.exec(Qt.DropAction.MoveAction)
        self.leave()
        return True

    # Over the list

    def go_over(self, event: QDropEvent) -> bool:
        """Shows where the entry would go; says whether it can be dropped there."""
        key = key_in(event.mimeData())
        entry = self._model.entry_of(key) if key is not None else None
        if entry is None:
            return False
        self._is_over = True
        self._target = self._folder_at(event.position().toPoint())
        self._view.viewport().update()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(self._target != entry.folder)
        return True

    def leave(self) -> None:
        """Shows no target any more."""
        self._is_over = False
        self._view.viewport().update()

    def drop(self, event: QDropEvent) -> tuple[EntryKey, int | None] | None:
        """Returns the entry and the folder that it goes to, where that is another one."""
        is_ours = self.go_over(event)
        key = key_in(event.mimeData())
        self.leave()
        return (key, self._target) if is_ours and key and event.isAccepted() else None

    def paint(self, painter: QPainter) -> None:
        """Draws a frame around the folder that would take the entry."""
        folder = self._model.index_of_folder(self._target if self._is_over else None)
        if not folder.isValid():
            return
        line = self._theme.px(2)
        last = folder.row()
        while self._is_in(last + 1):
            last += 1
        place: QRect = self._view.visualRect(folder).united(
            self._view.visualRect(self._model.index(last))
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), line))
        radius = self._theme.px(_RADIUS_PX)
        inside = QRectF(place).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(inside, radius, radius)

    def _is_in(self, row: int) -> bool:
        index = self._model.index(row)
        around = self._model.folder_around(index)
        return self._model.entry(index) is not None and bool(around and around.id == self._target)

    def _folder_at(self, place: QPoint) -> int | None:
        folder = self._model.folder_around(self._view.indexAt(place))
        return folder.id if folder is not None else None
