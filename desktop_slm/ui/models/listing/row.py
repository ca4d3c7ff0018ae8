"""One model on the page: what it is, how large, whether it is in use, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import now
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.files.verified_cell import VerifiedCell
from desktop_slm.ui.models.listing import columns
from desktop_slm.ui.models.listing.entry import Entry
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_BAR_PX = 3
_VERIFIED_AT = 3  # behind words, disk and room
_ANY_WIDTH = 16_777_215  # Qt's own "no limit"


class ModelRow(QWidget):
    """A line of the table; says what is wished, and does nothing itself."""

    use_requested = Signal()
    verify_requested = Signal()
    stop_requested = Signal()
    menu_requested = Signal(QPoint)  # where it opens, on the screen

    def __init__(self, theme: Theme, entry: Entry, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entry = entry
        self._is_chosen = False
        self._is_narrow = False
        self._name = ElidedLabel(role="strong")
        self._chosen_mark = IconLabel(theme, "check", "accent", size=14)
        self._chosen_words = ElidedLabel(role="accent")
        self._about = WrappedLabel(role="small")
        self._disk = PlainLabel()
        self._room = PlainLabel()
        self.verified = VerifiedCell(theme)
        self.verified.set_lead_shown(False)
        self._use = Button(theme, self.tr("Use"))
        self._use_place = QWidget()
        self._menu = IconButton(theme, "ellipsis", self.tr("Actions"))
        self._lay_out()
        self._connect()
        self.show_entry(entry)

    @property
    def menu_button(self) -> IconButton:
        """The button that opens the menu."""
        return self._menu

    def show_entry(self, entry: Entry) -> None:
        """Shows what is known of the model by now."""
        self.entry = entry
        model, facts = entry.model, entry.facts
        self._name.setText(model.name)
        self._disk.setText("" if entry.is_gone else wording.size(model.size_bytes))
        self._room.setText(wording.room(facts) if facts and facts.context_tokens else "")
        self._menu.set_name(self.tr("Actions for {model}").format(model=model.name))
        self._use.setAccessibleName(self.tr("Use {model}").format(model=model.name))
        self.verified.show_entry(entry)
        self._show_state()

    def set_chosen(self, chosen: bool) -> None:
        """Marks the model that answers."""
        self._is_chosen = chosen
        self._show_state()

    def set_narrow(self, narrow: bool) -> None:
        """Puts disk and room under the name where there is no room beside it."""
        self._is_narrow = narrow
        self._disk.setVisible(not narrow)
        self._room.setVisible(not narrow)
        self.verified.set_lead_shown(narrow)
        if narrow:
            self._words.addWidget(self.verified)
        else:
            self._row.insertWidget(_VERIFIED_AT, self.verified, 0, Qt.AlignmentFlag.AlignVCenter)
        self._on_theme_changed()
        self._show_state()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the row and the bar of the chosen one."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = self._theme.hairline()
        bottom = self.height() - line
        painter.fillRect(0, bottom, self.width(), line, self._theme.color("line"))
        if self._is_chosen:
            bar, inset = self._theme.px(_BAR_PX), self._theme.px(12)
            left = self.width() - bar if self.isRightToLeft() else 0
            accent = self._theme.color("accent")
            painter.fillRect(left, inset, bar, self.height() - 2 * inset, accent)

    def _lay_out(self) -> None:
        row = self._row = spacing.row(
            self._theme, self, gap=columns.GAP_PX, margins=(12, 10, 4, 11)
        )
        self._words = self._made_words()
        row.addLayout(self._words, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        use = spacing.row(self._theme, self._use_place, gap=0)
        use.addStretch(1)
        use.addWidget(self._use)
        for cell in (self._disk, self._room, self.verified, self._use_place, self._menu):
            row.addWidget(cell, 0, middle)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _made_words(self) -> QVBoxLayout:
        words = spacing.column(self._theme, gap=3)
        line = QWidget()
        first = FlowLayout(self._theme, line, gap=10)
        first.addWidget(self._name)
        first.addWidget(self._made_chosen())
        words.addWidget(line)
        words.addWidget(self._about)
        return words

    def _made_chosen(self) -> QWidget:
        self._chosen = QWidget()
        row = spacing.row(self._theme, self._chosen, gap=6)
        row.addWidget(self._chosen_mark)
        row.addWidget(self._chosen_words, 1)
        return self._chosen

    def _connect(self) -> None:
        self._use.clicked.connect(self.use_requested)
        self._menu.clicked.connect(self._on_menu)
        self.verified.verify_requested.connect(self.verify_requested)
        self.verified.stop_requested.connect(self.stop_requested)

    def _show_state(self) -> None:
        entry = self.entry
        self._chosen.setVisible(self._is_chosen)
        self._chosen_words.setText(self._chosen_text())
        self._use.setVisible(entry.is_usable and not self._is_chosen)
        if entry.problem is not None:
            self._about.setText(errors_wording.sentence(entry.problem))
            self._about.set_role("danger")
        else:
            about = wording.about(entry.model, entry.facts, now())
            figures = [self._disk.text(), self._room.text()] if self._is_narrow else []
            line = " · ".join(part for part in (about, *figures) if part)
            claim = wording.claim(entry.claim) if entry.claim else ""
            changed = self._changed_words() if entry.changed else ""
            self._about.setText("\n".join(part for part in (line, claim, changed) if part))
            self._about.set_role("small")
        self.setAccessibleName(self._spoken())
        self.update()

    def _changed_words(self) -> str:
        changed = self.entry.changed
        words = self.tr(
            "Its file has changed since it was verified ({day}). Verify it to see whether it is "
            "still the right one."
        )
        return words.format(day=wording.day(changed.at, now()) if changed else "")

    def _chosen_text(self) -> str:
        if not self.entry.memory_bytes:
            return self.tr("In use")
        size = wording.size(self.entry.memory_bytes)
        return self.tr("In use · {size} in memory").format(size=size)

    def _spoken(self) -> str:
        parts = [self.entry.model.name]
        if self._is_chosen:
            parts.append(self._chosen_words.text())
        parts += [self._about.text(), self._disk.text(), self._room.text()]
        return ", ".join(part for part in parts if part)

    def _on_menu(self) -> None:
        corner = self._menu.rect().bottomLeft()
        self.menu_requested.emit(self._menu.mapToGlobal(corner))

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._disk.setFixedWidth(px(columns.DISK_PX))
        self._room.setFixedWidth(px(columns.ROOM_PX))
        if self._is_narrow:
            self.verified.setMinimumWidth(0)
            self.verified.setMaximumWidth(_ANY_WIDTH)
        else:
            self.verified.setFixedWidth(px(columns.VERIFIED_PX))
        self._chosen_mark.setFixedHeight(px(20))
        self._use_place.setFixedWidth(max(px(columns.USE_PX), self._use.sizeHint().width()))
        self._menu.setFixedWidth(px(columns.MENU_PX))
