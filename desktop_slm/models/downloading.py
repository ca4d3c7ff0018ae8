"""Gets one model: its files one after the other, each in a fetch child, over any interruption.

Blocks; the queue of the window and the terminal both stand on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_slm import policy
from desktop_slm.errors import (
    FetchStopped,
    FolderUnwritable,
    HashUnknown,
    LicenseNotAccepted,
    ModelForbidden,
    UnknownModel,
)
from desktop_slm.models import places
from desktop_slm.models.access import Access
from desktop_slm.models.connections import Purpose
from desktop_slm.models.fetching import FetchChildren, Request, Stopper
from desktop_slm.models.library import InstalledModel, Library
from desktop_slm.models.order import PATIENCE, SPARE_BYTES, Order, Patience
from desktop_slm.models.remote import RemoteFile
from desktop_slm.models.verification import Verifications
from desktop_slm.models.wanted import Wanted
from desktop_slm.paths import Paths

_STOPS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a model is: `stage` is "connecting", "receiving", "checking", "waiting" or
    "wrong hash" (the file is fetched once more).
    """

    stage: str
    received: int = 0
    size_bytes: int = 0
    bytes_per_s: int = 0

    @property
    def seconds_left(self) -> float | None:
        """How long it still takes at this speed, where anybody can tell."""
        if self.stage != "receiving" or self.bytes_per_s < 1:
            return None
        return (self.size_bytes - self.received) / self.bytes_per_s


@dataclass(frozen=True)
class Downloader:
    """Brings models into the models folder."""

    paths: Paths
    children: FetchChildren
    access: Access
    now: Callable[[], datetime]
    patience: Patience = PATIENCE
    spare_bytes: int = SPARE_BYTES

    def get(
        self,
        wanted: Wanted,
        *,
        on_progress: Callable[[Progress], object] = lambda progress: None,
        stopper: Stopper | None = None,
        limit_bytes_per_s: int = 0,
    ) -> InstalledModel:
        """Returns the model once all its files are there and right.

        Raises LicenseNotAccepted and ModelForbidden before the first byte, Stopped, and what the
        fetch child says.
        """
        if not wanted.is_license_accepted:
            raise LicenseNotAccepted(repo=wanted.repo, license=wanted.license or "not stated")
        if not all(policy.current().allows_model(file.sha256) for file in wanted.files):
            raise ModelForbidden(name=wanted.name)
        path = wanted.path(self.paths.models)
        try:
            self.paths.models.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise FolderUnwritable(path=self.paths.models) from None
        before = 0
        # The first file comes last: a divided model is on the list as soon as that is there.
        for file in reversed(wanted.files):
            run = _FileRun(wanted, file, before, on_progress)
            self._get_file(run, stopper, limit_bytes_per_s)
            before += file.size_bytes
        return self._note(wanted, path)

    def discard(self, wanted: Wanted) -> None:
        """Removes what has come of a model that is not whole."""
        folder = self.paths.models
        for file in wanted.files:
            places.remove_part(folder, wanted.repo, file.file, file.sha256)
        if len(wanted.files) > 1 and not wanted.path(folder).exists():
            for file in wanted.files[1:]:
                path = places.final_path(folder, wanted.repo, file.file)
                path.unlink(missing_ok=True)
                places.remove_empty_folders(folder, path.parent)

    def received(self, wanted: Wanted) -> int:
        """Returns how much of a model has come by now."""
        return sum(self._received(wanted.repo, file) for file in wanted.files)

    def _received(self, repo: str, file: RemoteFile) -> int:
        folder = self.paths.models
        for path in (
            places.part_path(folder, repo, file.file, file.sha256),
            places.final_path(folder, repo, file.file),
        ):
            try:
                return min(path.stat().st_size, file.size_bytes)
            except OSError:
                continue
        return 0

    def _get_file(self, run: _FileRun, stopper: Stopper | None, limit_bytes_per_s: int) -> None:
        file = run.file
        if not places.is_sha256(file.sha256):
            raise HashUnknown(file=file.file)
        order = Order(
            repo=run.wanted.repo,
            revision=run.wanted.revision,
            file=file.file,
            size_bytes=file.size_bytes,
            sha256=file.sha256,
            folder=self.paths.models,
            limit_bytes_per_s=limit_bytes_per_s,
            spare_bytes=self.spare_bytes,
            patience=self.patience,
        )
        self.access.ask(lambda token: self._ask(order, token, run, stopper))

    def _ask(
        self, order: Order, token: str, run: _FileRun, stopper: Stopper | None
    ) -> Mapping[str, Any]:
        """Asks a child, and another one where that ended by itself and something had come."""
        request = Request(
            "download",
            {"order": order.to_wire(), "token": token},
            Purpose.DOWNLOAD,
            writes=(order.folder,),
        )
        stops = 0
        while True:
            before = self._received(order.repo, run.file)
            try:
                return self.children.ask(request, on_event=run.on_event, stopper=stopper)
            except FetchStopped:
                stops = 0 if self._received(order.repo, run.file) > before else stops + 1
                if stops >= _STOPS_IN_A_ROW:
                    raise

    def _note(self, wanted: Wanted, path: Path) -> InstalledModel:
        model = Library(self.paths).known(path)
        if model is None:
            raise UnknownModel(model=wanted.name)  # taken away at this very moment
        fingerprint = " ".join(file.sha256 for file in wanted.files)
        Verifications(self.paths, self.now).note(model, fingerprint)
        return model


@dataclass
class _FileRun:
    """One file of a model under way, and how its events become the model's progress."""

    wanted: Wanted
    file: RemoteFile
    before: int
    on_progress: Callable[[Progress], object]
    _received: int = 0

    def on_event(self, event: Mapping[str, Any]) -> None:
        """Passes on how far it is."""
        if event["event"] in ("done", "traffic"):
            return
        self._received = int(event.get("received", self._received))
        self.on_progress(
            Progress(
                stage=str(event["event"]),
                received=self.before + self._received,
                size_bytes=self.wanted.size_bytes,
                bytes_per_s=int(event.get("bytes_per_s", 0)),
            )
        )
