"""One request to a fetch child, which is started for it through the launcher and ends with it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_slm import policy
from desktop_slm.errors import FetchStopped, OfflineByPolicy, OfflineNow
from desktop_slm.models import hosts
from desktop_slm.models.connections import ConnectionLog, Entry, Purpose
from desktop_slm.workers import environment
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.launcher_child import Refused
from desktop_slm.workers.process import Spawner, Worker, WorkerEnded, WorkerSilent


class Stopped(Exception):
    """The request was stopped by us."""


@dataclass
class Stopper:
    """Ends a request from another thread."""

    _worker: Worker | None = None
    _is_stopped: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def is_stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._is_stopped

    def stop(self) -> None:
        """Ends the child at once; what it has written stays."""
        with self._lock:
            self._is_stopped = True
            worker = self._worker
        if worker is not None:
            worker.kill()

    def watch(self, worker: Worker) -> None:
        """Says which child to end. Raises Stopped where it is too late."""
        with self._lock:
            self._worker = worker
            if self._is_stopped:
                raise Stopped


@dataclass(frozen=True)
class Request:
    """What is asked, what for, and where the child may write."""

    operation: str
    fields: Mapping[str, Any]
    purpose: Purpose
    writes: tuple[Path, ...] = ()
    timeout_s: float | None = None
    host: str = ""  # who is asked; "" for where models come from


class FetchChildren:
    """Asks the network through fetch children; every connection is put on the record before."""

    def __init__(self, spawner: Spawner, connections: ConnectionLog) -> None:
        self._spawner = spawner
        self._connections = connections

    def ask(
        self,
        request: Request,
        *,
        on_event: Callable[[Mapping[str, Any]], object] = lambda event: None,
        on_bytes: Callable[[bytes], object] = lambda data: None,
        stopper: Stopper | None = None,
    ) -> Mapping[str, Any]:
        """Returns the fields of the last reply; blocks.

        Raises:
            OfflineNow, OfflineByPolicy: the app is offline, and nothing was started.
            RecordNotOpen, StorageError: it cannot be put on the record, and nothing was asked.
            Stopped: `stopper` ended it.
            FetchStopped: the child ended by itself.
            DesktopSlmError: what the child answered.
        """
        worker = self._made_worker(request)
        entry: Entry | None = None
        try:
            if stopper is not None:
                stopper.watch(worker)
            worker.start()
            if stopper is not None and stopper.is_stopped:
                raise Stopped  # between the look above and the start
            entry = self._connections.begin(request.purpose, request.host or hosts.endpoint_host())
            replies = worker.request(request.operation, **request.fields)
            while True:
                message = replies.next(request.timeout_s)
                entry.tell(message.fields.get("traffic") or {})
                on_event(message.fields)
                if message.payload:
                    on_bytes(message.payload)
                if message.fields["event"] == "done":
                    return message.fields
        except Refused:
            raise OfflineNow from None
        except (WorkerEnded, WorkerSilent) as error:
            if stopper is not None and stopper.is_stopped:
                raise Stopped from None
            raise FetchStopped(how=str(error) or "silent") from None
        finally:
            worker.kill()
            worker.stop(grace_s=0)
            if entry is not None:
                entry.end()

    def _made_worker(self, request: Request) -> Worker:
        """Returns the child for a request; nothing of it runs yet.

        Raises OfflineByPolicy, RecordNotOpen.
        """
        if policy.current().offline:
            raise OfflineByPolicy
        self._connections.require_open()
        grant = Grant(
            read=environment.network_files(), write=tuple(str(path) for path in request.writes)
        )
        return Worker("fetch", grant, spawner=self._spawner)
