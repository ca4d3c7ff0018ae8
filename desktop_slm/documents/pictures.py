"""Pictures of a PDF's pages, drawn in a reader child that stays for as long as they are wanted."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from desktop_slm import errors
from desktop_slm.documents.reading import check_path
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Spawner, Worker, WorkerEnded, WorkerSilent, spawn

_TIMEOUT_S = 30.0


class PagePictures:
    """Draws pages of one file. Blocks; belongs to one background thread. Close it when done."""

    def __init__(self, path: Path, *, password: str = "", spawner: Spawner = spawn) -> None:
        self._name = path.name
        self._path = path
        self._password = password
        self._spawner = spawner
        self._worker: Worker | None = None

    def draw(self, page: int, width_px: int) -> bytes:
        """Returns a page as PNG.

        Raises DocumentError; after a crash the next call starts a new child.
        """
        try:
            replies = self._running().request(
                "page_picture",
                path=str(self._path.resolve()),
                password=self._password,
                page=page,
                width_px=width_px,
            )
            picture = replies.next(_TIMEOUT_S).payload
            replies.result(_TIMEOUT_S)
        except WorkerEnded as end:
            self.close()
            raise errors.ReaderCrashed(name=self._name, how=str(end.ending)) from None
        except WorkerSilent:
            self.close()
            raise errors.ReaderTooSlow(name=self._name, seconds=_TIMEOUT_S) from None
        return picture

    def close(self) -> None:
        """Ends the child."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop(grace_s=0.2)

    def __enter__(self) -> PagePictures:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _running(self) -> Worker:
        if self._worker is None:
            check_path(self._path)
            self._worker = Worker("reader", Grant(read=(str(self._path.resolve()),)), self._spawner)
            self._worker.start()
        return self._worker
