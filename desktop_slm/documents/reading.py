"""Reading a document: one child process for one file, watched until it is done or ended.

Blocks; the window calls it on a background thread. Whatever the child does, the answer is a
document, perhaps with pages missing and the reason said, or a typed error.
"""

from __future__ import annotations

import stat
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop_slm import errors
from desktop_slm.documents import wire
from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import Document, Format, SkipReason
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.file_names import NAMES
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.recognition import find_recognition
from desktop_slm.errors import DesktopSlmError, ProtocolError
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import (
    Ending,
    Replies,
    Spawner,
    Worker,
    WorkerEnded,
    WorkerSilent,
    spawn,
)

_POLL_S = 0.1
_SIGXCPU = 24
_USUAL = ReadLimits()

__all__ = ["Contents", "Progress", "ReadLimits", "ReadingCancelled", "check_path", "read"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is; `pages` is 0 where the format has none."""

    read: int
    pages: int


class ReadingCancelled(Exception):
    """The person stopped the reading; nothing was wrong."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A document that lies in no file: pasted, or dropped by a program that has it in memory."""

    name: str
    data: bytes = field(repr=False)

    @classmethod
    def of_text(cls, name: str, text: str) -> Contents:
        """Returns pasted text as a document."""
        return cls(name, text.encode("utf-8", "replace"))


def read(  # noqa: PLR0913 - each says another thing about the same reading
    path: Path | Contents,
    on_progress: Callable[[Progress], None] | None = None,
    cancel: threading.Event | None = None,
    *,
    password: str = "",
    changes: Changes = Changes.ACCEPTED,
    ocr: bool = False,
    ocr_language: str = "",
    limits: ReadLimits = _USUAL,
    spawner: Spawner = spawn,
) -> Document:
    """Returns what is in a file or in contents. Calls `on_progress` on this thread.

    `ocr` says whether pages that are pictures are recognised, which takes about a second each; a
    file that is a picture always is. `ocr_language` names the languages ("de", "deu+eng"), of
    which the one that fits is taken; without it those that are likely here.

    Raises:
        DocumentError: nothing could be read; its kind says why.
        ReadingCancelled: `cancel` was set; the child is ended within a tenth of a second.
    """
    if isinstance(path, Contents):
        if not path.data:
            raise errors.EmptyFile(name=path.name)
        given, real = path, ""
    else:
        check_path(path)
        given, real = Contents(path.name, b""), str(path.resolve())
    recognition = find_recognition()
    is_recognizing = recognition is not None and (ocr or _is_named_picture(path.name))
    limits = replace(limits, is_recognizing=is_recognizing)
    granted = [real, recognition.folder if recognition else ""]
    worker = Worker(
        "recognizer" if is_recognizing else "reader",
        Grant(read=tuple(name for name in granted if name)),
        spawner,
    )
    reading = _Reading(worker, Draft(path.name), limits, cancel or threading.Event())
    asked = {
        "path": real,
        "name": given.name,
        "password": password,
        "changes": changes.value,
        "ocr": ocr,
        "recognition": recognition.to_dict(ocr_language) if recognition else None,
    }
    try:
        return reading.run(asked, given.data, on_progress or (lambda progress: None))
    finally:
        worker.stop(grace_s=0.5)


def check_path(path: Path) -> None:
    """Looks at a path without opening what is behind it.

    Raises FileMissing, FolderGiven, FileUnreadable, WrongFormat or EmptyFile.
    """
    name = path.name or str(path)
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise errors.FileMissing(name=name) from None
    except (OSError, ValueError):
        raise errors.FileUnreadable(name=name) from None
    if stat.S_ISDIR(status.st_mode):
        raise errors.FolderGiven(name=name)
    if not stat.S_ISREG(status.st_mode):
        raise errors.WrongFormat(name=name)  # a pipe or a device would be waited for
    if status.st_size == 0:
        raise errors.EmptyFile(name=name)


def _is_named_picture(name: str) -> bool:
    return NAMES.get(Path(name).suffix.lower().lstrip(".")) is Format.IMAGE


class _TooMuchMemory(Exception):
    """The child uses more than its share."""


class _TooSlow(Exception):
    """The child is past its time and does not stop by itself."""


class _Reading:
    """One reading: takes events, watches time and memory, and makes the best of every end."""

    def __init__(
        self, worker: Worker, draft: Draft, limits: ReadLimits, cancel: threading.Event
    ) -> None:
        self._worker = worker
        self._draft = draft
        self._limits = limits
        self._cancel = cancel
        self._started = time.monotonic()
        self._watched = 0.0
        self._heard = self._started

    def run(
        self,
        asked: Mapping[str, Any],
        content: bytes,
        on_progress: Callable[[Progress], None],
    ) -> Document:
        """Reads to the end, whatever that is."""
        try:
            self._worker.start()
            self._started = self._heard = time.monotonic()
            replies = self._worker.request("read", content, **asked, limits=self._limits.to_dict())
            self._take_all(replies, on_progress)
        except WorkerEnded as end:
            self._break(SkipReason.READER_STOPPED, self._crash(end.ending))
        except WorkerSilent:
            self._break(SkipReason.TOO_SLOW, self._slow())
        except _TooSlow:
            self._worker.kill()
            self._break(SkipReason.TOO_SLOW, self._slow())
        except _TooMuchMemory:
            self._worker.kill()
            self._break(SkipReason.TOO_MUCH_MEMORY, self._too_large("it needs too much memory"))
        except DesktopSlmError as error:
            self._break(SkipReason.DAMAGED, self._named(error))
        return self._finish()

    def _take_all(self, replies: Replies, on_progress: Callable[[Progress], None]) -> None:
        while True:
            self._watch()
            try:
                message = replies.next(_POLL_S)
            except WorkerSilent:
                continue
            self._heard = time.monotonic()
            if message.fields["event"] == "done":
                return
            wire.take(self._draft, message.fields)
            if self._draft.characters > 2 * self._limits.characters:
                raise ProtocolError(details="more text than was asked for")
            on_progress(Progress(self._draft.last, self._draft.expected))

    def _watch(self) -> None:
        """Raises where the child has to be ended. Cheap between two looks."""
        if self._cancel.is_set():
            self._worker.kill()
            raise ReadingCancelled
        now = time.monotonic()
        if now - self._watched < _POLL_S:
            return
        self._watched = now
        allowed_s = self._limits.allowed_s(self._draft.expected) + self._limits.grace_s
        if now > self._started + allowed_s or now > self._heard + self._limits.silent_s:
            raise _TooSlow
        if resident_bytes(self._worker.pid) > self._limits.memory_bytes:
            raise _TooMuchMemory

    def _break(self, why: SkipReason, error: DesktopSlmError) -> None:
        """Keeps what was read; raises where that is nothing."""
        if not self._draft.pages:
            raise error
        self._draft.stopped = why

    def _finish(self) -> Document:
        document = assemble(self._draft)
        if document.pages:
            return document
        name = self._draft.name
        if self._draft.stopped is SkipReason.TOO_SLOW:
            raise self._slow()
        if self._draft.stopped is not None:
            raise self._too_large(self._draft.stopped.value)
        reasons = {page.why for page in document.skipped}
        if SkipReason.DAMAGED in reasons:
            raise errors.DamagedFile(name=name)
        if SkipReason.TOO_MUCH_MEMORY in reasons:
            raise self._too_large(SkipReason.TOO_MUCH_MEMORY.value)
        if SkipReason.TOO_SLOW in reasons:
            raise self._slow()
        if SkipReason.NO_WORDS in reasons:
            raise errors.NoWords(name=name)
        raise errors.NoText(name=name)

    def _crash(self, ending: Ending) -> DesktopSlmError:
        if ending.code == -_SIGXCPU:
            return self._slow()
        return errors.ReaderCrashed(
            name=self._draft.name, how=str(ending), details=ending.last_words
        )

    def _slow(self) -> DesktopSlmError:
        seconds = self._limits.allowed_s(self._draft.expected)
        return errors.ReaderTooSlow(name=self._draft.name, seconds=seconds)

    def _too_large(self, why: str) -> DesktopSlmError:
        return errors.FileTooLarge(name=self._draft.name, why=why)

    def _named(self, error: DesktopSlmError) -> DesktopSlmError:
        """The child knows the file by where a link leads; people know it by its name."""
        if "name" in error.fields:
            error.fields["name"] = self._draft.name
        return error


def resident_bytes(pid: int | None) -> int:
    """Returns the memory that a child uses now."""
    import psutil

    if pid is None:
        return 0
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0  # gone, which its pipe says too
