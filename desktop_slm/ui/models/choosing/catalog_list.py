"""All models of the catalog, a line each, with whether they fit here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.models.recommend import Option
from desktop_slm.ui import spacing
from desktop_slm.ui.models.choosing import choices_words as words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class CatalogList(QWidget):
    """Rows in the order of the catalog; wishes carry the model, or the option."""

    get_requested = Signal(object)  # CatalogModel
    details_requested = Signal(object)  # Option

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[CatalogRow] = []
        self._column = spacing.column(theme, self, gap=0)
        self.setAccessibleName(self.tr("All models of the list"))

    def show_options(
        self, options: Sequence[Option], *, can_get: bool, here: Collection[str]
    ) -> None:
        """Shows these models; `here` are the ids of those that are on this computer."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._made(option) for option in options]
        for row in self.rows:
            row.set_state_of(can_get=can_get, is_here=row.option.model.id in here)
            self._column.addWidget(row)
            row.show()  # or the page would be measured without it

    def _made(self, option: Option) -> CatalogRow:
        row = CatalogRow(self._theme, option)
        row.get_requested.connect(self.get_requested)
        row.details_requested.connect(self.details_requested)
        return row


class CatalogRow(QWidget):
    """A line: name, what it is good for, and whether it fits."""

    get_requested = Signal(object)
    details_requested = Signal(object)

    def __init__(self, theme: Theme, option: Option, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.option = option
        name = option.model.name
        self.get_button = Button(theme, self.tr("Get"), kind="link")
        self.get_button.setAccessibleName(self.tr("Get {model}").format(model=name))
        self.details_button = Button(theme, self.tr("Details"), kind="small")
        self.details_button.setAccessibleName(self.tr("Details of {model}").format(model=name))
        self.here = PlainLabel(self.tr("On this computer"), "good")
        label, tone = words.label(option.fit), words.tone(option.fit)
        if not option.model.is_runnable:
            label, tone = self.tr("Needs a newer engine"), "muted"
        self.label = PlainLabel(label, tone)
        row = spacing.row(theme, self, gap=12, margins=(12, 8, 4, 9))
        text = spacing.column(theme, gap=2)
        text.addWidget(ElidedLabel(name, "strong"))
        text.addWidget(WrappedLabel(words.about(option), "small"))
        row.addLayout(text, 1)
        for cell in (self.label, self.here, self.get_button, self.details_button):
            row.addWidget(cell, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{name}, {label}, {words.about(option)}")
        self.get_button.clicked.connect(lambda: self.get_requested.emit(option.model))
        self.details_button.clicked.connect(lambda: self.details_requested.emit(option))
        self.set_state_of(can_get=False, is_here=False)

    def set_state_of(self, *, can_get: bool, is_here: bool) -> None:
        """Shows the way to get it, or that it is here already."""
        is_usable = self.option.model.is_runnable
        self.get_button.setVisible(can_get and not is_here and is_usable)
        self.here.setVisible(is_here)
        self.label.setVisible(not is_here)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the row."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)
