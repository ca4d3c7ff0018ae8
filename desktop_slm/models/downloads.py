"""The queue of downloads: one comes in at a time, the others wait, and all survive a restart.

A download that was running when the app ended is paused at its next start: nothing goes online
before somebody says so.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_slm.errors import DesktopSlmError, Invariant
from desktop_slm.models.download_list import DownloadList, State
from desktop_slm.models.downloading import Downloader, Progress
from desktop_slm.models.fetching import Stopped, Stopper
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.wanted import Wanted

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Download:
    """One entry of the queue as it is now; `error` where it failed, `model` where it is done."""

    wanted: Wanted
    state: State
    progress: Progress
    error: DesktopSlmError | None = None
    model: InstalledModel | None = None

    @property
    def key(self) -> str:
        """What makes it the same download as another: the fingerprint of its first file."""
        return self.wanted.key

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it by itself."""
        return self.state in (State.DONE, State.FAILED)


class Downloads:
    """The queue. Any thread may call; calls may wait for the disk.

    `on_change` is called with all entries after each change, on whatever thread made it; several
    times a second while one is coming in.
    """

    def __init__(
        self,
        downloader: Downloader,
        stored: DownloadList,
        on_change: Callable[[tuple[Download, ...]], object] = lambda downloads: None,
    ) -> None:
        self._downloader = downloader
        self._stored = stored
        self._on_change = on_change
        self._lock = threading.RLock()
        self._entries: dict[str, Download] = {}
        self._thread: threading.Thread | None = None
        self._running: tuple[str, Stopper] | None = None
        self._is_closed = False
        self._limit_bytes_per_s = 0
        for listed in stored.load():
            state = State.FAILED if listed.state is State.FAILED else State.PAUSED
            self._entries[listed.key] = Download(
                listed.wanted, state, self._found(listed.wanted), listed.error
            )

    def all(self) -> tuple[Download, ...]:
        """Returns the entries in the order in which they were asked for."""
        with self._lock:
            return tuple(self._entries.values())

    def add(self, wanted: Wanted) -> Download:
        """Queues a model; one that is queued already is gone on with, and not fetched twice."""
        with self._lock:
            known = self._entries.get(wanted.key)
            if known is not None and known.state in (State.WAITING, State.RUNNING):
                return known
            self._entries.pop(wanted.key, None)
            return self._wait_for_turn(Download(wanted, State.WAITING, self._found(wanted)))

    def pause(self, key: str) -> None:
        """Stops a download; what has come is kept."""
        with self._lock:
            download = self._entries.get(key)
            if download is not None and download.state in (State.WAITING, State.RUNNING):
                self._put(replace(download, state=State.PAUSED, progress=_still(download)))
                self._stop(key)

    def resume(self, key: str) -> None:
        """Goes on with a paused download, or tries a failed one again."""
        with self._lock:
            download = self._entries.get(key)
            if download is not None and download.state in (State.PAUSED, State.FAILED):
                self._wait_for_turn(replace(download, state=State.WAITING, error=None))

    def cancel(self, key: str) -> None:
        """Takes an entry away, and what has come of a model that is not whole."""
        with self._lock:
            download = self._entries.pop(key, None)
            if download is None:
                return
            self._stored.remove(key)
            is_running = self._stop(key)
        # A child that is being killed may still hold its file: the thread that waits for its end
        # removes that then.
        if not is_running and download.state is not State.DONE:
            self._downloader.discard(download.wanted)
        self._on_change(self.all())

    def limit(self, bytes_per_s: int) -> None:
        """Sets how fast bytes may come in, 0 for no limit; what is coming in begins anew so."""
        with self._lock:
            if bytes_per_s == self._limit_bytes_per_s:
                return
            self._limit_bytes_per_s = bytes_per_s
            running = self._entries.get(self._running[0]) if self._running else None
            if running is not None and running.state is State.RUNNING:
                self._put(replace(running, state=State.WAITING, progress=_still(running)))
                self._stop(running.key)

    def close(self) -> None:
        """Ends what is coming in, keeping what has come, and starts nothing more."""
        with self._lock:
            self._is_closed = True
            if self._running is not None:
                self._running[1].stop()
            thread = self._thread
        if thread is not None:
            thread.join(timeout=10.0)

    def _wait_for_turn(self, download: Download) -> Download:
        self._put(download)
        if self._thread is None and not self._is_closed:
            self._thread = threading.Thread(target=self._work, name="downloads", daemon=True)
            self._thread.start()
        return download

    def _stop(self, key: str) -> bool:
        if self._running is None or self._running[0] != key:
            return False
        self._running[1].stop()
        return True

    def _put(self, download: Download) -> None:
        """Keeps an entry and tells everybody; one that is done needs no memory on the disk."""
        with self._lock:
            before = self._entries.get(download.key)
            self._entries[download.key] = download
            if before is None or before.state is not download.state:
                self._remember(download)
        self._on_change(self.all())

    def _remember(self, download: Download) -> None:
        try:
            if download.state is State.DONE:
                self._stored.remove(download.key)
            else:
                self._stored.put(download.wanted, download.state, download.error)
        except DesktopSlmError as error:
            _log.warning("the list of downloads was not written: %s", type(error).__name__)

    def _found(self, wanted: Wanted) -> Progress:
        try:
            received = self._downloader.received(wanted)
        except DesktopSlmError:
            received = 0
        return Progress("paused", received, wanted.size_bytes)

    # The thread that fetches

    def _work(self) -> None:
        while (begun := self._next()) is not None:
            download, stopper = begun
            outcome = self._fetched(download, stopper)
            with self._lock:
                self._running = None
                is_gone = download.key not in self._entries
            if is_gone:
                self._downloader.discard(download.wanted)
            elif outcome is not None:
                self._put(outcome)

    def _next(self) -> tuple[Download, Stopper] | None:
        """Returns the entry whose turn it is; without one this thread ends."""
        with self._lock:
            waiting = [each for each in self._entries.values() if each.state is State.WAITING]
            if not waiting or self._is_closed:
                self._thread = None
                return None
            stopper = Stopper()
            self._running = (waiting[0].key, stopper)
            download = replace(
                waiting[0], state=State.RUNNING, progress=replace(_still(waiting[0]), stage="begun")
            )
            self._put(download)
            return download, stopper

    def _fetched(self, download: Download, stopper: Stopper) -> Download | None:
        """Fetches a model and returns its entry; None where it was stopped."""
        try:
            model = self._downloader.get(
                download.wanted,
                on_progress=lambda progress: self._on_progress(download.key, progress),
                stopper=stopper,
                limit_bytes_per_s=self._limit_bytes_per_s,
            )
        except Stopped:
            return None
        except DesktopSlmError as error:
            return self._failed(download, error)
        except Exception as defect:  # a thread's edge: nothing may vanish here
            _log.exception("a download failed with %s", type(defect).__name__)
            return self._failed(download, Invariant(details=type(defect).__name__))
        size = download.wanted.size_bytes
        return replace(
            download, state=State.DONE, progress=Progress("done", size, size), model=model
        )

    def _failed(self, download: Download, error: DesktopSlmError) -> Download:
        return replace(
            download, state=State.FAILED, progress=self._found(download.wanted), error=error
        )

    def _on_progress(self, key: str, progress: Progress) -> None:
        with self._lock:
            download = self._entries.get(key)
            if download is None or download.state is not State.RUNNING:
                return
            download = self._entries[key] = replace(download, progress=progress)
        self._on_change(self.all())


def _still(download: Download) -> Progress:
    return replace(download.progress, stage="paused", bytes_per_s=0)
