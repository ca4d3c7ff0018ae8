"""What the Models page has of the network: the search, the way to Get, and what is coming in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.wanted import Wanted
from desktop_slm.ui import wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.network.downloads_section import DownloadsSection
from desktop_slm.ui.models.network.get_dialog import Verdict
from desktop_slm.ui.models.network.getting import Getting
from desktop_slm.ui.models.network.hub_dialog import HubDialog
from desktop_slm.ui.widgets.banner import Banner


class Obtaining(QObject):
    """Joins the queue, its section on the page and the dialogs; what happened is said in `banner`.

    `getting` is the way for whoever offers a model.
    """

    use_requested = Signal(object)  # InstalledModel

    def __init__(self, core: Core, banner: Banner, page: QWidget) -> None:
        super().__init__(page)
        self._core = core
        self._banner = banner
        self._page = page
        self.getting = Getting(core, page)
        self.section = DownloadsSection(core.theme)
        queue = core.downloads
        queue.changed.connect(self.section.show_downloads)
        queue.model_arrived.connect(self._on_arrived)
        self.section.pause_requested.connect(queue.pause)
        self.section.resume_requested.connect(self.getting.resume)
        self.section.cancel_requested.connect(queue.cancel)
        self.section.token_requested.connect(self.getting.ask_for_token)
        self.section.limit_chosen.connect(self._on_limit_chosen)
        self.section.show_limit(core.settings.download_limit_kb_per_s)
        self.getting.failed.connect(self._on_failed)
        self.getting.looking_changed.connect(self._on_looking)
        self.section.show_downloads(queue.entries)
        queue.load()

    def search(self, text: str) -> HubDialog:
        """Opens the search, and searches where there is something to search for."""
        dialog = HubDialog(self._core, parent=self._page.window())
        dialog.chosen.connect(self._on_chosen)
        dialog.open()
        if text.strip():
            dialog.search(text)
        return dialog

    def _on_chosen(self, wanted: Wanted, license_link: str, verdict: Verdict | None) -> None:
        is_address = license_link.startswith(("https://", "http://"))
        address = license_link if is_address else ""
        self.getting.get_model(wanted, license_address=address, verdict=verdict)

    def _on_limit_chosen(self, limit_kb_per_s: int) -> None:
        self._core.change_settings(download_limit_kb_per_s=limit_kb_per_s)
        self._core.downloads.take_limit()

    def _on_arrived(self, model: InstalledModel) -> None:
        words = self.tr("“{model}” is on this computer now, and its file is the right one.")
        use = (self.tr("Use in chat"), lambda: self.use_requested.emit(model))
        self._banner.show_message(words.format(model=model.name), actions=(use,))

    def _on_looking(self, is_looking: bool) -> None:
        if is_looking:
            self._banner.show_message(self.tr("Asking Hugging Face about this file…"))
        else:
            self._banner.hide()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._banner.show_message(
            wording.sentence(error), tone="error", details=wording.details(error)
        )
