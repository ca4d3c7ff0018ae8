"""The row over a comparison: back, what it is, exchange, copy, export."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.assistants.comparison.written import ReportFormat
from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.folding import fold
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.menu import Menu

_TITLE_LEAST_PX = 200  # title, the small buttons and what is between them


class ComparisonHeader(QFrame):
    """One row; what needs a comparison is hidden until there is one."""

    back_requested = Signal()
    exchange_requested = Signal()
    copy_requested = Signal()
    export_requested = Signal(object)  # ReportFormat
    stop_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = IconButton(theme, "chevron-left", self.tr("Back"), shortcut="Esc")
        self.back.clicked.connect(self.back_requested)
        self._counted = ElidedLabel(role="small")
        self.exchange = Button(theme, self.tr("Exchange"), icon="refresh-cw")
        self.exchange.setAccessibleName(self.tr("Exchange the earlier and the later version"))
        self.exchange.clicked.connect(self.exchange_requested)
        self.copy = IconButton(theme, "copy", self.tr("Copy the list of changes"))
        self.copy.clicked.connect(self.copy_requested)
        self.export = Button(theme, self.tr("Export"), icon="upload")
        self.export.clicked.connect(self._on_export)
        self.stop = Button(theme, self.tr("Stop"), icon="stop")
        self.stop.clicked.connect(self.stop_requested)
        row = spacing.row(theme, self, gap=8, margins=(12, 11, 20, 11))
        row.addWidget(self.back)
        title = spacing.row(theme, gap=12)
        title.addWidget(ElidedLabel(self.tr("Compare two versions"), role="title"))
        title.addWidget(self._counted, 1)
        row.addLayout(title, 1)
        for part in (self.copy, self.exchange, self.export, self.stop):
            row.addWidget(part)
        self.show_state()

    def show_state(
        self, counted: str = "", *, can_exchange: bool = False, is_working: bool = False
    ) -> None:
        """Shows how many changes there are; nothing where there is no comparison."""
        self._counted.setText(counted)
        self.copy.setVisible(bool(counted))
        self.export.setVisible(bool(counted))
        self.exchange.setVisible(can_exchange and not is_working)
        self.stop.setVisible(is_working)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the buttons their icons alone where there is no room for words and title."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        room = self.width() - self._theme.px(_TITLE_LEAST_PX)
        fold((self.exchange, self.export, self.stop), room)

    def counted(self) -> str:
        """Returns what is said of the changes."""
        return self._counted.text()

    def _on_export(self) -> None:
        menu = Menu(self._theme, parent=self)
        for words, chosen in (
            (self.tr("Web page (HTML)…"), ReportFormat.HTML),
            (self.tr("Markdown…"), ReportFormat.MARKDOWN),
            (self.tr("Plain text…"), ReportFormat.TEXT),
        ):
            menu.add(words, partial(self.export_requested.emit, chosen))
        menu.popup_and_forget(self.export.mapToGlobal(QPoint(0, self.export.height())))
