"""The downloads that are not done with, on the Models page; hidden while there are none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.models.downloads import Download
from desktop_slm.ui import spacing
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.network.download_row import DownloadRow
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.plain_label import PlainLabel

LIMITS_KB_PER_S = (0, 500, 1000, 2000, 5000, 10_000)


class DownloadsSection(QWidget):
    """A title and a row for each; wishes carry the download's key."""

    pause_requested = Signal(str)
    resume_requested = Signal(str)
    cancel_requested = Signal(str)
    token_requested = Signal(str)
    limit_chosen = Signal(int)  # kB a second, 0 for none

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[str, DownloadRow] = {}
        column = spacing.column(theme, self, gap=4, margins=(0, 0, 0, 12))
        head = spacing.row(theme, gap=12)
        head.addWidget(PlainLabel(self.tr("Coming in"), "title"))
        head.addStretch(1)
        limits = [(str(limit_kb), _limit_words(limit_kb)) for limit_kb in LIMITS_KB_PER_S]
        self.limit = ComboBox(theme, self.tr("Highest speed"), limits)
        self.limit.activated.connect(
            lambda _index: self.limit_chosen.emit(int(self.limit.choice()))
        )
        head.addWidget(self.limit)
        column.addLayout(head)
        self._column = spacing.column(theme, gap=0)
        column.addLayout(self._column)
        self.hide()

    def show_limit(self, limit_kb_per_s: int) -> None:
        """Shows the limit in force, or the nearest that can be chosen."""
        nearest = min(LIMITS_KB_PER_S, key=lambda each: abs(each - limit_kb_per_s))
        self.limit.choose(str(nearest))

    def show_downloads(self, downloads: tuple[Download, ...]) -> None:
        """Shows these, in this order."""
        shown = [download for download in downloads if download.model is None]
        for key in self.rows.keys() - {download.key for download in shown}:
            self._remove(key)
        for download in shown:
            row = self.rows.get(download.key)
            if row is None:
                self._add(download)
            elif row.download != download:
                row.show_download(download)
        self.setVisible(bool(shown))

    def _add(self, download: Download) -> None:
        row = self.rows[download.key] = DownloadRow(self._theme, download)
        row.pause_requested.connect(self.pause_requested)
        row.resume_requested.connect(self.resume_requested)
        row.cancel_requested.connect(self.cancel_requested)
        row.token_requested.connect(self.token_requested)
        self._column.addWidget(row)

    def _remove(self, key: str) -> None:
        row = self.rows.pop(key)
        if row.focusWidget() in row.findChildren(Button) and row.focusWidget().hasFocus():
            self.focusNextChild()  # the focus must not vanish with the row
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def _limit_words(limit_kb: int) -> str:
    tr = QCoreApplication.translate
    if not limit_kb:
        return tr("Downloads", "As fast as it goes")
    words = tr("Downloads", "At most {size} a second")
    return words.format(size=wording.size(limit_kb * 1000))
