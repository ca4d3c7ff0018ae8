"""The line that tells the truth about the network: who keeps this window offline, what comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.core import Core
from desktop_slm.ui.sidebar.enforcement import is_enforced
from desktop_slm.ui.widgets.button import Button

if TYPE_CHECKING:
    from desktop_slm.models.downloads import Download


class NetworkBadge(Button):
    """Says what goes on with the network just now, and opens a panel about it.

    While nothing is fetched: "Offline" where the system enforces it, else that the app alone does,
    or that the app goes online when it is asked to.
    """

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        self._is_enforced = is_enforced(core.outside.enforced.network)
        super().__init__(core.theme, "", kind="row", icon="wifi-off", parent=parent)
        self._core = core
        self._coming_in = 0
        plain_text.set_tooltip(self, self.tr("What keeps this app offline"))
        self.clicked.connect(self._on_clicked)
        core.settings_changed.connect(self._show)
        core.downloads_changed.connect(self._on_downloads_changed)
        self._show()

    def _show(self, _settings: object = None) -> None:
        if self._coming_in:
            words = self.tr("Downloading 1 file")
            if self._coming_in > 1:
                words = self.tr("Downloading {count} files").format(count=self._coming_in)
            icon = "download"
        elif self._core.settings.network == "ask" and not self._core.outside.is_offline:
            words, icon = self.tr("Online only when you ask"), "wifi"
        elif self._is_enforced:
            words, icon = self.tr("Offline"), "wifi-off"
        else:
            words, icon = self.tr("Offline · by this app only"), "wifi-off"
        self.setText(words)
        self.set_icon(icon)
        self.update()

    def _token(self) -> str:
        if getattr(self, "_coming_in", 0):
            return "accent"
        return "good" if self._is_enforced else "warning"

    def _on_downloads_changed(self, downloads: tuple[Download, ...]) -> None:
        active = ("running", "waiting")  # of `State`, which the start does not import
        coming_in = sum(download.state in active for download in downloads)
        if coming_in != self._coming_in:
            self._coming_in = coming_in
            self._show()

    def _on_clicked(self) -> None:
        from desktop_slm.ui.sidebar.network_panel import NetworkPanel

        NetworkPanel(self._core, parent=self.window()).open()
