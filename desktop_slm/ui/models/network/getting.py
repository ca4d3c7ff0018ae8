"""Gets models for the Models page: asks about license and network, then hands over to the queue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError, FileUnknown, HashUnknown
from desktop_slm.gguf.parts import stem_of
from desktop_slm.models import places
from desktop_slm.models.catalog import CatalogModel
from desktop_slm.models.remote import RemoteFile, Repository
from desktop_slm.models.wanted import Wanted, models_of
from desktop_slm.ui import network
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.network.get_dialog import GetDialog, Offered, Verdict
from desktop_slm.ui.models.network.token_dialog import TokenDialog
from desktop_slm.ui.network import go_online
from desktop_slm.ui.widgets.confirm_dialog import confirm_link

_HUB = "https://huggingface.co/"


class Getting(QObject):
    """The one way by which a model comes from the network; `page` is what dialogs stand over."""

    looking_changed = Signal(bool)  # the hub is being asked about a file
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, page: QWidget) -> None:
        super().__init__(page)
        self._core = core
        self._page = page

    def get(
        self, repo: str, revision: str, file: str, size_bytes: int, sha256: str, license_name: str
    ) -> GetDialog:
        """Asks about one file and queues it; what is not known ("" or 0) is asked of the hub."""
        return self.get_model(
            Wanted(repo, revision, (RemoteFile(file, size_bytes, sha256),), license_name)
        )

    def get_catalog(self, model: CatalogModel) -> GetDialog:
        """Asks about a model of the catalog and queues it."""
        # A size that is not exact is good enough to be shown; without a fingerprint the hub is
        # asked for both.
        sha256 = model.sha256 if model.is_size_exact else ""
        files = (RemoteFile(model.file, model.size_bytes, sha256),)
        wanted = Wanted(model.repo, model.revision, files, model.license.name)
        return self.get_model(wanted, model.license.conditions, model.license.url)

    def get_model(
        self,
        wanted: Wanted,
        conditions: str = "",
        license_address: str = "",
        verdict: Verdict | None = None,
    ) -> GetDialog:
        """Asks about a model, all its files, and queues it."""
        asks = network.must_ask(self._core)
        offered = Offered(
            name=f"{stem_of(Path(wanted.name))}.gguf",
            repo=wanted.repo,
            size_bytes=wanted.size_bytes,
            license=wanted.license,
            license_address=license_address or _HUB + wanted.repo,
            conditions=conditions,
            about_network=network.about_going_online() if asks else "",
            files=len(wanted.files),
            verdict=verdict,
        )
        dialog = GetDialog(self._core.theme, offered, self._open, parent=self._page.window())
        accepted = replace(wanted, is_license_accepted=True)
        dialog.accepted.connect(lambda: self._on_accepted(accepted))
        dialog.open()
        return dialog

    def resume(self, key: str) -> None:
        """Goes on with a download, once the person agrees to go online."""
        purpose = self.tr("The download goes on.")
        go_online(self._core, self._page, purpose, lambda: self._core.downloads.resume(key))

    def ask_for_token(self, key: str) -> None:
        """Asks for the access token that a download lacks, and tries it again with that."""
        entry = next((e for e in self._core.downloads.entries if e.key == key), None)
        if entry is None:
            return
        dialog = TokenDialog(self._core.theme, entry.wanted.repo, parent=self._page.window())
        dialog.given.connect(lambda token, mirror: self._on_token(key, token, mirror))
        dialog.open()

    # What follows

    def _on_accepted(self, wanted: Wanted) -> None:
        if self._core.outside.is_offline:
            self.failed.emit(network.offline_error())
        elif _is_known(wanted):
            self._core.downloads.add(wanted)
        else:
            self._ask_hub(wanted)

    def _ask_hub(self, wanted: Wanted) -> None:
        """Finds out what the catalog does not know, and then queues the model."""
        self.looking_changed.emit(True)
        hub = self._core.downloads.hub
        self._core.operations.run(
            self,
            lambda job: _completed(wanted, hub.repository(wanted.repo, wanted.revision or "main")),
            on_success=self._on_completed,
            on_failure=self._on_failed,
        )

    def _on_completed(self, wanted: Wanted) -> None:
        self.looking_changed.emit(False)
        self._core.downloads.add(wanted)

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.looking_changed.emit(False)
        self.failed.emit(error)

    def _on_token(self, key: str, token: str, mirror: str) -> None:
        if mirror:
            self._core.change_settings(token_mirror=mirror)
        downloads = self._core.downloads
        self._core.operations.run(
            self,
            lambda job: downloads.token().write(token),
            on_success=lambda is_kept: downloads.resume(key),
            on_failure=self.failed.emit,
        )

    def _open(self, address: str) -> None:
        launcher = self._core.outside.launcher

        def open_confirmed() -> None:
            self._core.operations.run(
                self,
                lambda job: launcher.open_address(address),
                on_success=lambda result: None,
                on_failure=self._core.report,
            )

        confirm_link(self._core.theme, self._page, address, open_confirmed)


def _is_known(wanted: Wanted) -> bool:
    return all(places.is_sha256(f.sha256) and f.size_bytes > 0 for f in wanted.files)


def _completed(wanted: Wanted, repository: Repository) -> Wanted:
    """Returns the wanted model as the hub has it. Raises FileUnknown, HashUnknown."""
    first = wanted.files[0]
    for files in models_of(repository):
        if files[0].file == first.file:
            if not all(places.is_sha256(file.sha256) for file in files):
                raise HashUnknown(file=first.file)
            revision = wanted.revision or repository.revision
            return replace(wanted, revision=revision, files=_pinned(files, first))
    raise FileUnknown(repo=wanted.repo, file=first.file)


def _pinned(files: tuple[RemoteFile, ...], first: RemoteFile) -> tuple[RemoteFile, ...]:
    """Keeps a fingerprint that was known before: the hub may not exchange the file."""
    if not first.sha256:
        return files
    return (replace(files[0], sha256=first.sha256), *files[1:])
