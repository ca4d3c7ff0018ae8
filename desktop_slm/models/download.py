"""Fetches one file: written under a staging name, hashed on the way, moved into place when right.

Fetch child only. huggingface_hub says where the file lies and may be read; the transfer is ours,
over the same client, because the hub's own starts from zero after an interruption and takes any
bytes of the right number.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from desktop_slm.errors import (
    ConnectionLost,
    DesktopSlmError,
    DownloadedElsewhere,
    FolderUnwritable,
    HashUnknown,
    HubRefused,
    HubUnreachable,
    NoRoomForDownload,
    RateLimited,
    SignInPage,
    Stalled,
    WrongHash,
    WrongLength,
)
from desktop_slm.models import fingerprint, hub, places, web
from desktop_slm.models.order import Order
from desktop_slm.models.pace import Pace, Stall
from desktop_slm.models.part_file import PartFile, is_full
from desktop_slm.models.web import Web

_PROGRESS_EVERY_S = 0.25
_LOOK_AT_DISK_EVERY_BYTES = 32 << 20
_FLOOR_BYTES = 64 << 20  # what is left free for everybody else while bytes come in
_HASH_ATTEMPTS = 2
_OK, _PARTIAL, _FORBIDDEN, _TIMEOUT, _UNSATISFIABLE, _TOO_MANY = 200, 206, 403, 408, 416, 429


class _Again(Exception):
    """This attempt failed in a way that another one may not."""

    def __init__(self, why: DesktopSlmError, wait_s: float = 0.0) -> None:
        super().__init__()
        self.why = why
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class Seams:
    """The outside that tests replace: the disk's room, the clock and waiting."""

    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


class Transfer:
    """One order, from the first question to the file in its place. `tell` gets events."""

    def __init__(
        self,
        order: Order,
        web: Web,
        tell: Callable[..., object],
        *,
        token: str = "",
        seams: Seams = Seams(),
    ) -> None:
        self._order = order
        self._web = web
        self._tell = tell
        self._token = token
        self._seams = seams
        self._final = places.final_path(order.folder, order.repo, order.file)
        if not places.is_sha256(order.sha256) or order.size_bytes < 1:
            raise HashUnknown(file=order.file)
        self._staging = places.part_path(order.folder, order.repo, order.file, order.sha256)
        self._told_at = 0.0

    def run(self) -> dict[str, Any]:
        """Returns where the file lies. Raises the DesktopSlmError that says why it does not."""
        if self._is_there():
            return self._result()
        try:
            with PartFile(self._staging, self._order.size_bytes) as part:
                self._fetch(part)
        except DownloadedElsewhere:
            raise DownloadedElsewhere(file=self._order.file) from None
        finally:
            places.remove_empty_folders(self._order.folder, self._staging.parent)
        return self._result()

    def _result(self) -> dict[str, Any]:
        return {"path": str(self._final), "sha256": self._order.sha256, **self._traffic()}

    def _is_there(self) -> bool:
        """Whether the very file is in its place already."""
        if not self._final.is_file() or self._final.stat().st_size != self._order.size_bytes:
            return False
        self._tell("checking")
        return fingerprint.sha256(self._final) == self._order.sha256

    def _fetch(self, part: PartFile) -> None:
        part.take_up(lambda size: self._progress("checking", size))
        for attempt in range(1, _HASH_ATTEMPTS + 1):
            self._require_room(part, self._order.spare_bytes)
            if part.received < self._order.size_bytes:
                self._receive_all(part)
            self._tell("checking", received=part.received)
            found = part.finish()
            if found == self._order.sha256:
                self._put_in_place(part)
                return
            if attempt == _HASH_ATTEMPTS:
                part.discard()
                wanted = self._order.sha256
                raise WrongHash(file=self._order.file, wanted=wanted, found=found)
            self._tell("wrong hash", found=found)
            part.restart()

    def _put_in_place(self, part: PartFile) -> None:
        try:
            part.commit(self._final)
        except OSError as error:
            raise self._disk_error(part, error) from None

    # Over the network, as often as it takes

    def _receive_all(self, part: PartFile) -> None:
        patience = self._order.patience
        failed = 0
        while part.received < self._order.size_bytes:
            before = part.received
            try:
                self._attempt(part)
            except _Again as again:
                gained = part.received - before
                failed = 1 if gained >= patience.least_gain_bytes else failed + 1
                if failed >= patience.attempts or again.wait_s > patience.most_wait_s:
                    raise self._final_error(again, failed) from None
                delay = min(patience.first_delay_s * 2 ** (failed - 1), patience.most_delay_s)
                self._wait(max(delay, again.wait_s), again.why, part)

    def _wait(self, seconds: float, why: DesktopSlmError, part: PartFile) -> None:
        reason = type(why).__name__
        self._tell("waiting", why=reason, seconds=seconds, received=part.received)
        self._seams.sleep(seconds)

    def _final_error(self, again: _Again, failed: int) -> DesktopSlmError:
        if isinstance(again.why, RateLimited):
            return web.rate_limited(again.wait_s)
        if isinstance(again.why, ConnectionLost):
            return ConnectionLost(times=failed)
        return again.why

    def _attempt(self, part: PartFile) -> None:
        """Receives as much as one connection brings. Raises _Again, or what ends the download."""
        order = self._order
        self._tell("connecting", received=part.received)
        source = self._locate()
        if source.sha256 and source.sha256 != order.sha256:
            raise WrongHash(file=order.file, wanted=order.sha256, found=source.sha256)
        if source.size_bytes and source.size_bytes != order.size_bytes:
            raise WrongLength(file=order.file, wanted=order.size_bytes, found=source.size_bytes)
        with self._connection(source.address, part.received) as response:
            self._require_answer(response, part)
            self._receive(response, part)
        if part.received < order.size_bytes:
            raise _Again(ConnectionLost(times=1))

    def _locate(self) -> hub.Source:
        order = self._order
        try:
            return hub.locate(order.repo, order.revision, order.file, self._token)
        except DesktopSlmError as error:
            raise _again_or_final(error) from None

    @contextmanager
    def _connection(self, address: str, received: int) -> Iterator[httpx2.Response]:
        headers = {"Accept-Encoding": "identity"}
        if received:
            headers["Range"] = f"bytes={received}-"
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"  # `web` keeps it to its origin
        try:
            with self._web.client.stream("GET", address, headers=headers) as response:
                yield response
        except httpx2.ReadTimeout:
            raise _Again(Stalled(seconds=self._order.patience.stall_s)) from None
        except (httpx2.NetworkError, httpx2.RemoteProtocolError, httpx2.WriteTimeout) as error:
            raise _lost(error, web.translate(error)) from None
        except httpx2.HTTPError as error:
            raise _again_or_final(web.translate(error)) from None

    def _require_answer(self, response: httpx2.Response, part: PartFile) -> None:
        """Checks that the bytes to come are those that are missing."""
        order = self._order
        status = response.status_code
        if status == _UNSATISFIABLE:
            part.restart()
        if status not in (_OK, _PARTIAL):
            why = web.of_status(response)
            # An address of a store is good for some minutes: another may be asked for.
            may_pass = _may_pass(status) or status in (_FORBIDDEN, _UNSATISFIABLE)
            raise _Again(why, web.wait_s(response)) if may_pass else why
        if response.headers.get("Content-Type", "").startswith("text/html"):
            raise SignInPage
        if status == _OK:
            offered = int(response.headers.get("Content-Length", order.size_bytes))
            if part.received:
                part.restart()  # this server knows no ranges
        else:
            first, offered = web.content_range(response)
            if first != part.received:
                part.restart()
                raise _Again(HubRefused(status=status))
        if offered != order.size_bytes:
            raise WrongLength(file=order.file, wanted=order.size_bytes, found=offered)

    def _receive(self, response: httpx2.Response, part: PartFile) -> None:
        order, patience = self._order, self._order.patience
        pace = Pace(order.limit_bytes_per_s, clock=self._seams.clock, sleep=self._seams.sleep)
        stall = Stall(patience.stall_s, patience.least_bytes_per_s, self._seams.clock)
        looked_at = part.received
        for data in response.iter_raw():
            if part.received + len(data) > order.size_bytes:
                found = part.received + len(data)
                part.restart()
                raise WrongLength(file=order.file, wanted=order.size_bytes, found=found)
            self._write(part, data)
            pace.add(len(data))
            self._progress("receiving", part.received, pace)
            if stall.is_stalled(len(data)):
                raise _Again(Stalled(seconds=patience.stall_s))
            if part.received - looked_at >= _LOOK_AT_DISK_EVERY_BYTES:
                looked_at = part.received
                self._require_room(part, _FLOOR_BYTES)
        self._progress("receiving", part.received, pace, is_due=True)

    # The disk

    def _write(self, part: PartFile, data: bytes) -> None:
        try:
            part.write(data)
        except OSError as error:
            raise self._disk_error(part, error) from None

    def _require_room(self, part: PartFile, spare_bytes: int) -> None:
        missing = self._order.size_bytes - part.received
        spare_bytes = min(spare_bytes, self._order.spare_bytes)
        if self._seams.free_bytes(self._staging.parent) < missing + spare_bytes:
            raise self._no_room(part, spare_bytes)

    def _disk_error(self, part: PartFile, error: OSError) -> DesktopSlmError:
        if is_full(error):
            return self._no_room(part, self._order.spare_bytes)
        return FolderUnwritable(path=str(self._staging.parent), details=type(error).__name__)

    def _no_room(self, part: PartFile, spare_bytes: int) -> NoRoomForDownload:
        missing = self._order.size_bytes - part.received + spare_bytes
        return NoRoomForDownload(
            file=self._order.file,
            needed_mb=max(1, round(missing / 1e6)),
            free_mb=round(self._seams.free_bytes(self._staging.parent) / 1e6),
            path=str(self._order.folder),
        )

    # What is told

    def _progress(
        self, stage: str, received: int, pace: Pace | None = None, *, is_due: bool = False
    ) -> None:
        """Tells how far it is, a few times a second at most."""
        now = self._seams.clock()
        if not is_due and now - self._told_at < _PROGRESS_EVERY_S:
            return
        self._told_at = now
        speed = pace.bytes_per_s if pace else 0.0
        self._tell(stage, received=received, bytes_per_s=round(speed), **self._traffic())

    def _traffic(self) -> dict[str, Any]:
        return {"traffic": self._web.received()}


def _again_or_final(error: DesktopSlmError) -> Exception:
    """Returns what another attempt may mend as _Again, and everything else as it is."""
    if isinstance(error, HubUnreachable):
        return _Again(error)
    if isinstance(error, RateLimited):
        return _Again(error, float(str(error.fields["seconds"])))
    if isinstance(error, HubRefused) and _may_pass(int(str(error.fields["status"]))):
        return _Again(error)
    return error


def _lost(error: httpx2.HTTPError, why: DesktopSlmError) -> Exception:
    if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout):
        return _again_or_final(why)
    return _Again(ConnectionLost(times=1, details=type(error).__name__))


def _may_pass(status: int) -> bool:
    """Whether a refusal may be over soon: the server is busy or being mended."""
    return status in (_TIMEOUT, _TOO_MANY) or status >= 500
