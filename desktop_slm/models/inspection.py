"""Looks into model files: each is a stranger's, so a confined child of its own reads its header."""

from __future__ import annotations

import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_slm.errors import (
    DesktopSlmError,
    FileMissing,
    FileUnreadable,
    FolderGiven,
    InspectionFailed,
    ModelError,
    OurError,
)
from desktop_slm.models import facts, prospect
from desktop_slm.models.facts import FileFacts
from desktop_slm.models.prospect import Prospect
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_TIME_LIMIT_S = 30.0
_MOST_CHARACTERS = 400
_Key = tuple[str, int, int]


class Inspection:
    """Says what files are. Blocks; any thread may call. A file that did not change is read once."""

    def __init__(
        self,
        start_worker: Callable[[Grant], Worker] = lambda grant: Worker("inspect", grant),
        *,
        time_limit_s: float = _TIME_LIMIT_S,
    ) -> None:
        self._start_worker = start_worker
        self._time_limit_s = time_limit_s
        self._lock = threading.Lock()
        self._known: dict[_Key, FileFacts | ModelError] = {}

    def facts(self, path: Path) -> FileFacts:
        """Returns what the file says of itself.

        Raises:
            FileMissing, FileUnreadable, FolderGiven: there is no such file to read.
            NotGguf, TruncatedModel, BrokenModel, UnsupportedModel: the check's verdict.
            InspectionFailed: the child ended or fell silent.
        """
        key = _key(path)
        with self._lock:
            known = self._known.get(key)
        if known is None:
            known = self._look(path)
            if not isinstance(known, InspectionFailed):  # that may go better another time
                with self._lock:
                    self._known[key] = known
        if isinstance(known, ModelError):
            raise known
        return known

    def prospect(self, data: bytes, name: str) -> Prospect | None:
        """Returns what `data`, the start of a file called `name`, says; None if more is needed.

        Raises NotGguf, BrokenModel, InspectionFailed.
        """
        worker = self._start_worker(Grant())
        try:
            worker.start()
            replies = worker.request("prospect", data, name=name)
            fields = replies.result(self._time_limit_s).fields
            return None if fields.get("is_more_needed") is True else prospect.from_wire(fields)
        except ModelError as verdict:
            raise _named(verdict, name) from None
        except (WorkerEnded, WorkerSilent, OurError) as failure:
            raise InspectionFailed(name=name, details=_details(failure)) from None
        finally:
            worker.kill()
            worker.stop(grace_s=0)

    def _look(self, path: Path) -> FileFacts | ModelError:
        """Asks a child; a verdict on the file is an answer, which is kept like any other."""
        resolved = str(path.resolve())
        worker = self._start_worker(Grant(read=(resolved,)))
        try:
            worker.start()
            replies = worker.request("facts", path=resolved)
            return facts.from_wire(replies.result(self._time_limit_s).fields)
        except ModelError as verdict:
            return _named(verdict, path.name)
        except (WorkerEnded, WorkerSilent, OurError) as failure:
            return InspectionFailed(name=path.name, details=_details(failure))
        finally:
            worker.kill()
            worker.stop(grace_s=0)


def _key(path: Path) -> _Key:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FolderGiven(name=path.name)
        if not stat.S_ISREG(status.st_mode):
            raise FileMissing(name=path.name)  # a pipe would keep us waiting for ever
        path.open("rb").close()
    except PermissionError:
        raise FileUnreadable(name=path.name) from None
    except OSError:
        raise FileMissing(name=path.name) from None
    return (str(path.absolute()), status.st_size, status.st_mtime_ns)


def _named(verdict: ModelError, name: str) -> ModelError:
    """Returns the verdict with the name by which the person knows the file.

    A verdict whose sentence cannot be said comes from a child that was taken over.
    """
    fields: dict[str, Any] = {**verdict.fields, "name": name}
    named = type(verdict)(**fields)
    try:
        is_said = len(str(named)) <= _MOST_CHARACTERS + len(name)
    except (LookupError, ValueError, TypeError, AttributeError):
        is_said = False
    return named if is_said else InspectionFailed(name=name)


def _details(failure: WorkerEnded | WorkerSilent | DesktopSlmError) -> str:
    return failure.details if isinstance(failure, DesktopSlmError) else str(failure) or "silent"
