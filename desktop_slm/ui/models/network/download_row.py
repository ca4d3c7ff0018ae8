"""One download: its name, how far it is, and what can be done with it now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_slm.errors import RepoGated, TokenRefused
from desktop_slm.models.download_list import State
from desktop_slm.models.downloads import Download
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.models.network import download_words as words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class DownloadRow(QWidget):
    """Says what is wished, and does nothing itself."""

    pause_requested = Signal(str)  # the download's key, as below
    resume_requested = Signal(str)
    cancel_requested = Signal(str)
    token_requested = Signal(str)

    def __init__(self, theme: Theme, download: Download, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.download = download
        self._name = ElidedLabel(role="strong")
        self._progress = ProgressLine(theme)
        self._problem = WrappedLabel(role="danger")
        self.pause_button = Button(theme, self.tr("Pause"), kind="small")
        self.resume_button = Button(theme, self.tr("Resume"), kind="small")
        self.token_button = Button(theme, self.tr("Enter an access token…"))
        self.cancel_button = Button(theme, self.tr("Cancel"), kind="small")
        self._lay_out()
        self._connect()
        self.show_download(download)

    def show_download(self, download: Download) -> None:
        """Shows how it is now."""
        self.download = download
        name = download.wanted.name
        self._name.setText(f"{name}  ·  {download.wanted.repo}")
        is_failed = download.state is State.FAILED
        self._progress.setVisible(not is_failed)
        self._progress.show_progress(
            words.state(download), words.share(download), words.time_left(download)
        )
        self._problem.setVisible(is_failed)
        self._problem.setText(self._problem_words())
        is_active = download.state in (State.RUNNING, State.WAITING)
        self.pause_button.setVisible(is_active)
        self.resume_button.setVisible(not is_active)
        self.resume_button.setText(self.tr("Try again") if is_failed else self.tr("Resume"))
        self.token_button.setVisible(isinstance(download.error, RepoGated | TokenRefused))
        self._name_buttons(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the row."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)

    def _problem_words(self) -> str:
        error = self.download.error
        return wording.sentence(error) if error else self.tr("This download did not end well.")

    def _name_buttons(self, name: str) -> None:
        named = {
            self.pause_button: self.tr("Pause {file}"),
            self.resume_button: self.tr("Go on with {file}"),
            self.token_button: self.tr("Enter an access token for {file}"),
            self.cancel_button: self.tr("Cancel {file}"),
        }
        for button, text in named.items():
            button.setAccessibleName(text.format(file=name))

    def _lay_out(self) -> None:
        column = spacing.column(self._theme, self, gap=6, margins=(12, 10, 4, 11))
        first = spacing.row(self._theme, gap=8)
        first.addWidget(self._name, 1)
        self._add_buttons(first)
        column.addLayout(first)
        column.addWidget(self._progress)
        column.addWidget(self._problem)
        column.addWidget(self.token_button, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_buttons(self, row: QHBoxLayout) -> None:
        for button in (self.pause_button, self.resume_button, self.cancel_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        for button, signal in (
            (self.pause_button, self.pause_requested),
            (self.resume_button, self.resume_requested),
            (self.token_button, self.token_requested),
            (self.cancel_button, self.cancel_requested),
        ):
            button.clicked.connect(lambda _checked, signal=signal: signal.emit(self.download.key))
