"""The top of the Assistants page: the way back, what is shown, and how new ones come."""

from __future__ import annotations

from collections.abc import Sequence

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
_GAP_PX = 8
_PARTS_AT = 3  # behind the way back, the title and a gap
_MARGINS_PX = (12, 20)
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
        self._is_stacked = False
        self._back = IconButton(theme, "chevron-left", self.tr("Back to the chat"))
        self._title = PlainLabel(self.tr("Assistants"), "title")
        parts = ((ASSISTANTS, self.tr("Assistants")), (PROMPTS, self.tr("Prompts")))
        self.parts = SegmentedControl(theme, self.tr("What is shown"), parts)
        self.import_button = Button(theme, self.tr("Add from a file…"))
        self.new_button = Button(theme, "", kind="primary")
        self._lines = spacing.column(
            theme, self, gap=0, margins=(_MARGINS_PX[0], 0, _MARGINS_PX[1], 1)
        )
        row = self._row = spacing.row(theme, gap=_GAP_PX)
        self._lines.addLayout(row)
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
        can_import = self.parts.choice() == ASSISTANTS
        always = [self._back, self.parts, self.new_button]
        wordy = [*always, *([self.import_button] if can_import else [])]
        is_wide = self._has_room_for(wordy)
        self._title.setVisible(is_wide and self._has_room_for([*wordy, self._title]))
        self.new_button.setVisible(is_wide)
        self.import_button.setVisible(is_wide and can_import)
        small = [self._small_import, self._small_new]
        self._stack(not is_wide and not self._has_room_for([self._back, self.parts, *small]))
        self._small_new.setVisible(not is_wide)
        self._small_import.setVisible(not is_wide and can_import)

    def _stack(self, is_stacked: bool) -> None:
        """Gives the parts a line of their own where the first one has no room for them."""
        if is_stacked is self._is_stacked:
            return
        self._is_stacked = is_stacked
        if is_stacked:
            self._row.removeWidget(self.parts)
            self._lines.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._lines.removeWidget(self.parts)
            self._row.insertWidget(_PARTS_AT, self.parts, 0, Qt.AlignmentFlag.AlignVCenter)
        self._on_theme_changed()

    def _has_room_for(self, parts: Sequence[QWidget]) -> bool:
        """Whether these fit into the bar, in whatever language their words are."""
        gaps = self._theme.px(_GAP_PX) * (len(parts) + 1)
        around = self._theme.px(sum(_MARGINS_PX))
        return sum(part.sizeHint().width() for part in parts) + gaps + around <= self.width()

    def minimumSizeHint(self) -> QSize:
        """Returns the room that it needs with the small buttons."""
        return QSize(self._theme.px(_LEAST_PX), self._theme.px(_HEIGHT_PX))

    def _on_theme_changed(self) -> None:
        lines = 2 if self._is_stacked else 1
        self.setFixedHeight(self._theme.px(_HEIGHT_PX) * lines)
