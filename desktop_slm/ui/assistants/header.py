"""The top of the Assistants page: the way back, what is shown, and how new ones come."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.segmented_control import SegmentedControl

ASSISTANTS, PROMPTS = "assistants", "prompts"
_HEIGHT_PX = 56
_TITLE_NEEDS_PX = 640
_WORDS_NEED_PX = 540
_LEAST_PX = 340


class AssistantsHeader(QWidget):
    """A bar over a line."""

    back_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()
    part_changed = Signal(str)  # ASSISTANTS or PROMPTS

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._back = IconButton(theme, "chevron-left", self.tr("Back to the chat"))
        self._title = PlainLabel(self.tr("Assistants"), "title")
        parts = ((ASSISTANTS, self.tr("Assistants")), (PROMPTS, self.tr("Prompts")))
        self.parts = SegmentedControl(theme, self.tr("What is shown"), parts)
        self.import_button = Button(theme, self.tr("Add from a file…"))
        self.new_button = Button(theme, "", kind="primary")
        row = spacing.row(theme, self, gap=8, margins=(12, 0, 20, 1))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._back, 0, middle)
        row.addWidget(self._title, 0, middle)
        row.addStretch(1)
        row.addWidget(self.parts, 0, middle)
        row.addStretch(1)
        row.addWidget(self.import_button, 0, middle)
        row.addWidget(self.new_button, 0, middle)
        self._small_import = IconButton(theme, "upload", self.import_button.accessibleName())
        self._small_new = IconButton(theme, "plus", "")
        row.addWidget(self._small_import, 0, middle)
        row.addWidget(self._small_new, 0, middle)
        self._back.clicked.connect(self.back_requested)
        self.new_button.clicked.connect(self.new_requested)
        self.import_button.clicked.connect(self.import_requested)
        self._small_new.clicked.connect(self.new_requested)
        self._small_import.clicked.connect(self.import_requested)
        self.parts.choice_changed.connect(self._on_part_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._on_part_changed(self.parts.choice())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what there is no room for: the parts say what the title says."""
        super().resizeEvent(event)
        self._title.setVisible(event.size().width() >= self._theme.px(_TITLE_NEEDS_PX))
        self._show_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the bar."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)

    def _on_part_changed(self, part: str) -> None:
        is_prompts = part == PROMPTS
        new = self.tr("New prompt") if is_prompts else self.tr("New assistant")
        self.new_button.setText(new)
        self._small_new.set_name(new)
        self._show_buttons()
        self.part_changed.emit(part)

    def _show_buttons(self) -> None:
        is_wide = self.width() >= self._theme.px(_WORDS_NEED_PX)
        can_import = self.parts.choice() == ASSISTANTS
        self.new_button.setVisible(is_wide)
        self.import_button.setVisible(is_wide and can_import)
        self._small_new.setVisible(not is_wide)
        self._small_import.setVisible(not is_wide and can_import)

    def minimumSizeHint(self) -> QSize:
        """Returns the room that it needs with the small buttons."""
        return QSize(self._theme.px(_LEAST_PX), self._theme.px(_HEIGHT_PX))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT_PX))
