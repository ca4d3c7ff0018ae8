"""Says what a model on the hub is before it is fetched, by the first bytes of its file.

The bytes come through a fetch child and go into an inspection child; nothing is written.
"""

from __future__ import annotations

import threading
from pathlib import PurePosixPath

from desktop_slm.errors import BrokenModel
from desktop_slm.models.fetching import Stopper
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.prospect import Prospect
from desktop_slm.models.remote import Hub, RemoteFile, Repository

# What a model is stands within the first few thousand bytes; the rest is for files that were made
# by other programs. The largest honest headers have 20 MB.
STEPS_BYTES = (64 << 10, 1 << 20, 8 << 20, 32 << 20)


class Previews:
    """Blocks; any thread may call. A file is asked for once."""

    def __init__(self, hub: Hub, inspection: Inspection) -> None:
        self._hub = hub
        self._inspection = inspection
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str, str], Prospect] = {}

    def look(
        self, repository: Repository, file: RemoteFile, stopper: Stopper | None = None
    ) -> Prospect:
        """Returns what the file says of itself.

        Raises:
            NotGguf, BrokenModel, InspectionFailed: the verdict on its bytes.
            What `Hub.beginning` raises.
        """
        key = (repository.repo, repository.revision, file.file)
        with self._lock:
            known = self._known.get(key)
        if known is None:
            known = self._look(repository, file, stopper)
            with self._lock:
                self._known[key] = known
        return known

    def _look(self, repository: Repository, file: RemoteFile, stopper: Stopper | None) -> Prospect:
        name = PurePosixPath(file.file).name
        data = b""
        for step in STEPS_BYTES:
            end = min(step, file.size_bytes or step)
            data += self._hub.beginning(repository, file, range(len(data), end), stopper)
            found = self._inspection.prospect(data, name)
            if found is not None:
                return found
            if end == file.size_bytes:
                raise BrokenModel(name=name, why="a header that ends too soon")
        raise BrokenModel(name=name, why="an endless header")
