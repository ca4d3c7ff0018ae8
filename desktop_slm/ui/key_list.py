"""F1: the keys that the window understands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from desktop_slm.ui import accessible_roles, spacing
from desktop_slm.ui.finding import actions
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX, _HEIGHT_PX = 420, 690


class KeyListDialog(QDialog):
    """A table of keys and what they do, in groups."""

    def __init__(self, theme: Theme, *, send_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keys"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 16, 20))
        column.addWidget(WrappedLabel(self.tr("Keys"), "title"))
        column.addWidget(self._table(send_key), 1)
        close = Button(theme, self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = parent.size() if parent else self.screen().availableSize()
        self.resize(
            min(theme.px(_WIDTH_PX), room.width()), min(theme.px(_HEIGHT_PX), room.height())
        )

    def _table(self, send_key: str) -> QWidget:
        area = QScrollArea()
        accessible_roles.name(area, "page", self.tr("Keys"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        spacing.follow(self._theme, grid, gap=8, margins=(0, 0, 8, 0))
        grid.setColumnStretch(1, 1)
        for group, each in actions.groups(send_key):
            grid.addWidget(PlainLabel(actions.title(group), "section"), grid.rowCount(), 0, 1, 2)
            for action in (action for action in each if action.keys):
                row = grid.rowCount()
                grid.addWidget(WrappedLabel(shown_keys(action.keys[0]), "strong"), row, 0)
                grid.addWidget(WrappedLabel(action.words), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area.setWidget(inside)
        return area


def shown_keys(keys: str) -> str:
    """Returns keys as this system writes them."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("Return", QCoreApplication.translate("KeyListDialog", "Enter"))
