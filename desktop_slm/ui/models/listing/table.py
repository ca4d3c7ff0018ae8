"""The models on this computer, a line each under the columns' names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.models.listing import columns
from desktop_slm.ui.models.listing.entry import Entry
from desktop_slm.ui.models.listing.row import ModelRow
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel


class ModelTable(QWidget):
    """Rows by the model's id; wishes carry the id."""

    use_requested = Signal(str)
    verify_requested = Signal(str)
    stop_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, ModelRow] = {}
        self._chosen = ""
        self._head = _Head(theme)
        self._column: QVBoxLayout = spacing.column(theme, self, gap=0)
        self._column.addWidget(self._head)
        self.setAccessibleName(self.tr("Models on this computer"))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these models and no others; rows that stay keep their focus."""
        ids = [entry.model.id for entry in entries]
        for gone in set(self._rows) - set(ids):
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, entry in enumerate(entries, start=1):
            row = self._rows.get(entry.model.id) or self._made(entry)
            row.show_entry(entry)
            self._column.removeWidget(row)
            self._column.insertWidget(at, row)
        self.set_chosen(self._chosen)

    def update_entry(self, entry: Entry) -> None:
        """Shows what is new of one model."""
        if row := self._rows.get(entry.model.id):
            row.show_entry(entry)

    def row(self, model_id: str) -> ModelRow | None:
        """Returns the line of a model."""
        return self._rows.get(model_id)

    def set_chosen(self, model_id: str) -> None:
        """Marks the model that answers."""
        self._chosen = model_id
        for id_, row in self._rows.items():
            row.set_chosen(id_ == model_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the columns where there is no room for them."""
        super().resizeEvent(event)
        self._fold()

    def _made(self, entry: Entry) -> ModelRow:
        model_id = entry.model.id
        row = self._rows[model_id] = ModelRow(self._theme, entry)
        row.use_requested.connect(lambda: self.use_requested.emit(model_id))
        row.verify_requested.connect(lambda: self.verify_requested.emit(model_id))
        row.stop_requested.connect(lambda: self.stop_requested.emit(model_id))
        row.menu_requested.connect(lambda place: self.menu_requested.emit(model_id, place))
        row.set_narrow(self._is_narrow())
        return row

    def _fold(self) -> None:
        narrow = self._is_narrow()
        self._head.setVisible(not narrow)
        for row in self._rows.values():
            row.set_narrow(narrow)

    def _is_narrow(self) -> bool:
        is_narrow = self.width() < self._theme.px(columns.NARROW_PX)
        return is_narrow or not self._head.has_room()


class _Head(QWidget):
    """The columns' names over a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = spacing.row(theme, self, gap=columns.GAP_PX, margins=(12, 8, 4, 9))
        self._cells = [
            (PlainLabel(self.tr("On disk"), "small"), columns.DISK_PX),
            (PlainLabel(self.tr("Room for text"), "small"), columns.ROOM_PX),
            (PlainLabel(self.tr("File verified"), "small"), columns.VERIFIED_PX),
            (PlainLabel(), columns.USE_PX),
            (PlainLabel(), columns.MENU_PX),
        ]
        row.addWidget(PlainLabel(self.tr("Model"), "small"), 1)
        for label, _ in self._cells:
            row.addWidget(label)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the names."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)

    def has_room(self) -> bool:
        """Says whether the columns are as wide as their names, which some languages make long."""
        px = self._theme.px
        return all(label.sizeHint().width() <= px(width) for label, width in self._cells)

    def _on_theme_changed(self) -> None:
        for label, width in self._cells:
            label.setFixedWidth(self._theme.px(width))
