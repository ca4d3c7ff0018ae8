"""Gets models from a fake hub through real fetch children, impatiently."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.models.access import Access
from desktop_slm.models.connections import ConnectionLog
from desktop_slm.models.download_list import DownloadList
from desktop_slm.models.downloading import Downloader, Progress
from desktop_slm.models.downloads import Download, Downloads
from desktop_slm.models.fetching import FetchChildren, Stopper
from desktop_slm.models.order import Patience
from desktop_slm.models.remote import Hub, RemoteFile
from desktop_slm.models.wanted import Wanted
from desktop_slm.workers.process import Spawner, spawn
from tests.fakes.hub_content import Content
from tests.fakes.hub_server import COMMIT, STORE_HOST, HubServer
from tests.fakes.record import open_record

REPO, FILE = "some/Tiny-GGUF", "Tiny-Q4_K_M.gguf"
IMPATIENT = Patience(first_delay_s=0.02, most_delay_s=0.1, attempts=4, stall_s=0.6, most_wait_s=5.0)


def now() -> datetime:
    return datetime.now(UTC)


def variables(hub: HubServer) -> dict[str, str]:
    """Returns what leads a fetch child to the fake hub."""
    return {"HF_ENDPOINT": hub.address, "DESKTOP_SLM_HOSTS": STORE_HOST}


@contextmanager
def serving(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    """A fake hub that fetch children are led to."""
    with HubServer() as hub:
        for name, value in variables(hub).items():
            monkeypatch.setenv(name, value)
        yield hub


@dataclass
class Getting:
    """The parent's side over a folder of the test."""

    folder: Path
    token: str = ""
    mirror: str = ""
    spawner: Spawner = spawn
    is_direct: bool = False  # in this process, for what a child of its own adds nothing to
    spare_bytes: int = 0
    patience: Patience = IMPATIENT
    seen: list[Progress] = field(default_factory=list)
    log: ConnectionLog = field(default_factory=open_record)

    @property
    def paths(self) -> paths.Paths:
        return paths.find(self.folder)

    @property
    def children(self) -> FetchChildren:
        if self.is_direct:
            from tests.fakes.direct_fetch import DirectFetch

            return DirectFetch(self.log)
        return FetchChildren(self.spawner, self.log)

    @property
    def access(self) -> Access:
        return Access(lambda: self.token, lambda: self.mirror)

    @property
    def hub(self) -> Hub:
        return Hub(self.children, self.access)

    @property
    def downloader(self) -> Downloader:
        return Downloader(
            self.paths, self.children, self.access, now, self.patience, self.spare_bytes
        )

    def queue(
        self, on_change: Callable[[tuple[Download, ...]], object] = lambda downloads: None
    ) -> Downloads:
        return Downloads(self.downloader, DownloadList(self.paths.downloads, now), on_change)

    def get(self, wanted: Wanted, stopper: Stopper | None = None, limit: int = 0) -> Path:
        """Gets a model and returns where it lies."""
        model = self.downloader.get(
            wanted, on_progress=self.seen.append, stopper=stopper, limit_bytes_per_s=limit
        )
        return model.path

    def left(self) -> list[str]:
        """Returns everything in the models folder, by its path there."""
        root, found = self.paths.models, []
        for folder, folders, files in os.walk(root):  # unlike `rglob`, while a cancel empties it
            found += [Path(folder, name) for name in (*folders, *files)]
        return sorted(path.relative_to(root).as_posix() for path in found)

    def written(self) -> str:
        """Returns the text of every file in the data folder but the models."""
        found = []
        for path in self.folder.rglob("*"):
            if path.is_file() and self.paths.models not in path.parents:
                found.append(path.read_text(encoding="utf-8", errors="replace"))
        return "\n".join(found)


def wanted(content: Content, *, repo: str = REPO, file: str = FILE) -> Wanted:
    """Returns a file of the fake hub as one whose license was accepted."""
    files = (RemoteFile(file, content.size, content.sha256),)
    return Wanted(repo, COMMIT, files, "apache-2.0", is_license_accepted=True)


def is_right(path: Path, content: Content) -> bool:
    """Whether a file holds this content."""
    if path.stat().st_size != content.size:
        return False
    with path.open("rb") as file:
        start = 0
        while data := file.read(1 << 20):
            if data != content.read(start, len(data)):
                return False
            start += len(data)
    return True


def command_lines() -> str:
    """Returns what the process list shows of all processes of this account, with variables."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            for name in ("cmdline", "environ"):
                try:
                    found.append((folder / name).read_bytes().decode("utf-8", "replace"))
                except OSError:
                    continue
    return "\n".join(found)
