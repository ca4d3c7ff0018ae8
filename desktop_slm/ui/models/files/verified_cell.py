"""The cell "File verified": never, since when, or how far the reading is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import now
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.listing.entry import Entry
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel


class VerifiedCell(QWidget):
    """Words, and what can be done: verify, or stop verifying."""

    verify_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._share: float | None = None
        self._icon = IconLabel(theme, "check", "good", size=14)
        self._words = PlainLabel(role="small")
        self._verify = Button(theme, self.tr("Verify"), kind="link")
        self._stop = IconButton(theme, "x", self.tr("Stop verifying"), kind="tiny")
        self._verify.clicked.connect(self.verify_requested)
        self._stop.clicked.connect(self.stop_requested)
        self._lead = PlainLabel(self.tr("File verified:"), "small")
        layout = FlowLayout(theme, self, gap=4)
        for widget in (self._lead, self._icon, self._words, self._verify, self._stop):
            layout.addWidget(widget)
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)

    def show_entry(self, entry: Entry) -> None:
        """Shows when the file was verified, unless it is being verified now."""
        self._entry = entry
        name = entry.model.name
        self._verify.setAccessibleName(self.tr("Verify {model}").format(model=name))
        self._stop.set_name(self.tr("Stop verifying {model}").format(model=name))
        if self._share is not None:
            return
        verified = entry.verified
        self.setVisible(not entry.is_gone)
        if entry.changed is not None:
            self._show(self.tr("changed"), "warning")
        elif verified is None:
            self._show(self.tr("never"), "small")
        else:
            when = wording.day(verified.at, now())
            if verified.is_compared:
                self._show(when, "good")
            else:
                self._show(self.tr("noted {day}").format(day=when), "small")
        self._icon.setVisible(verified is not None and verified.is_compared)
        self._verify.setVisible(verified is None and entry.is_usable)
        self._stop.hide()

    def show_progress(self, share: float | None) -> None:
        """Shows how far the file is read; None ends it."""
        self._share = share
        if share is None:
            if self._entry is not None:
                self.show_entry(self._entry)
            return
        self._show(self.tr("{percent} %").format(percent=int(share * 100)), "small")
        self._icon.hide()
        self._verify.hide()
        self._stop.show()

    def set_lead_shown(self, shown: bool) -> None:
        """Says what the words are about, where no column's name does."""
        self._lead.setVisible(shown)

    def text(self) -> str:
        """Returns the words as they are shown."""
        return self._words.text()

    def _show(self, words: str, role: str) -> None:
        self._words.setText(words)
        self._words.set_role(role)
