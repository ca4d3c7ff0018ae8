"""One child process seen from its parent: started, talked to, cancelled, ended.

A `Worker` is used once: after its end a new one is made. Its methods may be called from any
thread; the iterator of a request belongs to the thread that made the request.
"""

from __future__ import annotations

import collections
import contextlib
import itertools
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import IO, Any, Protocol

from desktop_slm import errors
from desktop_slm.errors import DesktopSlmError, ProtocolError
from desktop_slm.workers import environment
from desktop_slm.workers.channel import PROTOCOL_VERSION, Channel, Message
from desktop_slm.workers.confine import Grant

_STDERR_KEPT_BYTES = 8192
_HELLO_TIMEOUT_S = 30.0


class State(Enum):
    """Where a child is in its life."""

    NOT_STARTED = "not started"
    STARTING = "starting"
    READY = "ready"
    BUSY = "busy"
    STOPPING = "stopping"
    EXITED = "exited"


class EndKind(Enum):
    """How a child's life ended."""

    NEVER_STARTED = "never started"
    LEFT = "left"
    ENDED_BY_US = "ended by us"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a child: its kind, exit code (negative: signal) and last words."""

    kind: EndKind
    code: int | None = None
    last_words: str = ""

    def __str__(self) -> str:
        if self.kind is not EndKind.CRASHED or self.code is None:
            return self.kind.value
        if self.code >= 0:
            return f"exit code {self.code}"
        with contextlib.suppress(ValueError):
            return f"signal {-self.code}, {signal.Signals(-self.code).name}"
        return f"signal {-self.code}"


class WorkerEnded(Exception):
    """The child is gone; `ending` says how. Callers turn this into their own error."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(str(ending))
        self.ending = ending


class WorkerSilent(Exception):
    """The child said nothing for the time that the caller allowed."""


class Process(Protocol):
    """The part of `subprocess.Popen` that a Worker needs; the launcher has another."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None
    stderr: IO[bytes] | None

    @property
    def pid(self) -> int: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...


class Spawner(Protocol):
    """Starts our own executable as a child with the given name."""

    def __call__(self, name: str) -> Process: ...


def spawn(name: str) -> Process:
    """Starts `--worker name` as a direct child of this process."""
    return subprocess.Popen(
        environment.command(name),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment.variables(name),
        cwd=environment.working_folder(),
        **_PLATFORM_OPTIONS,
    )


_PLATFORM_OPTIONS: dict[str, Any] = (
    {"creationflags": 0x08000000}  # CREATE_NO_WINDOW
    if sys.platform == "win32"
    else {"start_new_session": True}  # Ctrl+C in a terminal is the parent's to handle
)


class Worker:
    """A child process and the requests under way in it."""

    def __init__(self, name: str, grant: Grant = Grant(), spawner: Spawner = spawn) -> None:
        self.name = name
        self.hello: Mapping[str, Any] = {}
        self._grant = grant
        self._spawner = spawner
        self._process: Process | None = None
        self._channel: Channel | None = None
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self._requests: dict[int, queue.SimpleQueue[Message | None]] = {}
        self._last_words: collections.deque[bytes] = collections.deque()
        self._threads: list[threading.Thread] = []
        self._ending: Ending | None = None
        self._ended_by_us = False
        self._state = State.NOT_STARTED
        self._said_hello: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._heard_at = time.monotonic()

    @property
    def silent_s(self) -> float:
        """For how long the child has said nothing, to whichever request."""
        return time.monotonic() - self._heard_at

    @property
    def state(self) -> State:
        """Where the child is in its life."""
        with self._lock:
            return State.BUSY if self._state is State.READY and self._requests else self._state

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._process.pid if self._process else None

    @property
    def ending(self) -> Ending:
        """How the child ended, or NEVER_STARTED."""
        return self._ending or Ending(EndKind.NEVER_STARTED)

    def start(self) -> Mapping[str, Any]:
        """Starts the child and returns what its first line says of itself.

        Raises:
            WorkerEnded: it ended before its first line.
            WorkerSilent: it did not say it in time, and was ended.
        """
        self._state = State.STARTING
        self._process = process = self._spawner(self.name)
        assert process.stdin and process.stdout and process.stderr
        self._channel = Channel(process.stdout, process.stdin)
        # The first waits for the last, so both are there before either runs: a child may be dead
        # before this line.
        self._threads = [
            threading.Thread(target=target, name=f"{self.name}-{target.__name__}", daemon=True)
            for target in (self._read_messages, self._read_errors)
        ]
        for thread in reversed(self._threads):
            thread.start()
        # A child may be dead by now, and its pipe closed by the thread that noticed.
        with contextlib.suppress(OSError, ValueError):
            self._channel.send(
                {
                    "protocol": PROTOCOL_VERSION,
                    "read": self._grant.read,
                    "write": self._grant.write,
                    "devices": self._grant.devices,
                }
            )
        try:
            first = self._said_hello.get(timeout=_HELLO_TIMEOUT_S)
        except queue.Empty:
            self.stop(grace_s=0)
            raise WorkerSilent from None
        if first is None:
            raise WorkerEnded(self.ending)
        if first.fields["hello"].get("protocol") != PROTOCOL_VERSION:
            self.stop(grace_s=0)
            raise ProtocolError(details=f"{self.name} speaks another protocol version")
        self.hello = first.fields["hello"]
        return self.hello

    def request(self, operation: str, payload: bytes = b"", **fields: object) -> Replies:
        """Sends a request and returns its replies. Raises WorkerEnded where the child is gone."""
        with self._lock:
            if self._state is not State.READY:
                raise WorkerEnded(self.ending)
            number = next(self._ids)
            replies: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
            self._requests[number] = replies
        self._send({"id": number, "op": operation, **fields}, payload)
        return Replies(self, number, replies)

    def cancel(self, number: int) -> None:
        """Asks the child to drop a request; its last reply still comes."""
        self._send({"id": number, "op": "cancel"})

    def forget(self, number: int) -> None:
        """Drops what still comes for a request."""
        with self._lock:
            self._requests.pop(number, None)

    def stop(self, grace_s: float = 2.0) -> Ending:
        """Ends the child: politely, then by terminating, then by killing it."""
        process = self._process
        if process is None:
            return self.ending
        with self._lock:
            self._ended_by_us = True
            if self._state is not State.EXITED:
                self._state = State.STOPPING
        # Closing waits for a writer that is blocked on a full pipe, so it gets a thread.
        threading.Thread(target=self._close_input, daemon=True).start()
        for end, patience_s in ((None, grace_s), (process.terminate, 1.0), (process.kill, 10.0)):
            if end is not None:
                with contextlib.suppress(OSError):
                    end()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=patience_s)
                break
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(timeout=2.0)
        return self.ending

    def kill(self) -> None:
        """Ends the child at once, without waiting for it."""
        self._ended_by_us = True
        if self._process is not None:
            with contextlib.suppress(OSError):
                self._process.kill()

    def _send(self, fields: Mapping[str, Any], payload: bytes = b"") -> None:
        assert self._channel is not None
        # A child that is gone is noticed by the thread that reads from it.
        with contextlib.suppress(OSError, ValueError):
            self._channel.send(fields, payload)

    def _close_input(self) -> None:
        assert self._process is not None and self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.close()

    def _read_messages(self) -> None:
        assert self._channel is not None
        garbage = ""
        try:
            while (message := self._channel.receive()) is not None:
                self._deliver(message)
        except ProtocolError as error:
            garbage = error.details
        except (OSError, ValueError):
            pass
        self._finish(garbage)

    def _deliver(self, message: Message) -> None:
        self._heard_at = time.monotonic()
        if "hello" in message.fields:
            if not isinstance(message.fields["hello"], dict):
                raise ProtocolError(details="hello is not an object")
            with self._lock:
                if self._state is State.STARTING:
                    self._state = State.READY
            self._said_hello.put(message)
            return
        number, event = message.fields.get("id"), message.fields.get("event")
        if not isinstance(number, int) or not isinstance(event, str):
            raise ProtocolError(details="a reply without id or event")
        with self._lock:
            replies = self._requests.get(number)
            if event in FINAL_EVENTS:
                self._requests.pop(number, None)
        if replies is not None:
            replies.put(message)

    def _finish(self, garbage: str) -> None:
        assert self._process is not None
        if garbage:
            with contextlib.suppress(OSError):
                self._process.kill()
        code = self._process.wait()
        self._threads[-1].join(timeout=2.0)  # the last words
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(OSError, ValueError):
                    stream.close()
        words = b"".join(self._last_words)[-_STDERR_KEPT_BYTES:].decode("utf-8", "replace")
        if garbage:
            words = f"garbage on the pipe: {garbage}\n{words}"
        kind = EndKind.LEFT if code == 0 and not garbage else EndKind.CRASHED
        with self._lock:
            if self._ended_by_us:
                kind = EndKind.ENDED_BY_US
            self._ending = Ending(kind, code, words)
            self._state = State.EXITED
            waiting = list(self._requests.values())
            self._requests.clear()
        for replies in [*waiting, self._said_hello]:
            replies.put(None)

    def _read_errors(self) -> None:
        assert self._process is not None and self._process.stderr is not None
        kept = 0
        with contextlib.suppress(OSError, ValueError):
            while chunk := self._process.stderr.read1(4096):  # type: ignore[attr-defined]
                self._last_words.append(chunk)
                kept += len(chunk)
                while kept - len(self._last_words[0]) >= _STDERR_KEPT_BYTES:
                    kept -= len(self._last_words.popleft())


FINAL_EVENTS = frozenset({"done", "error"})


class Replies:
    """The replies to one request, in order; iteration ends with the event "done".

    Raises while iterating:
        WorkerEnded: the child is gone.
        DesktopSlmError: the child answered with that error.
    """

    def __init__(
        self, worker: Worker, number: int, replies: queue.SimpleQueue[Message | None]
    ) -> None:
        self._worker = worker
        self._number = number
        self._replies = replies
        self._ended = False

    def cancel(self) -> None:
        """Asks the child to drop the request; may be called from any thread."""
        self._worker.cancel(self._number)

    def __iter__(self) -> Iterator[Message]:
        while not self._ended:
            yield self.next()

    def next(self, timeout_s: float | None = None) -> Message:
        """Returns the next reply. Raises WorkerSilent where none comes in time."""
        try:
            message = self._replies.get(timeout=timeout_s)
        except queue.Empty:
            raise WorkerSilent from None
        if message is None:
            self._ended = True
            raise WorkerEnded(self._worker.ending)
        if message.fields["event"] == "error":
            self._ended = True
            raise rebuild_error(message.fields)
        self._ended = message.fields["event"] == "done"
        return message

    def result(self, timeout_s: float | None = None) -> Message:
        """Returns the last reply, dropping those before it."""
        deadline = None if timeout_s is None else time.monotonic() + timeout_s
        while True:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            message = self.next(left)
            if self._ended:
                return message


def describe_error(error: DesktopSlmError) -> dict[str, Any]:
    """Returns the fields with which an error travels to the parent."""
    return {"kind": type(error).__name__, "fields": error.fields, "details": error.details}


def rebuild_error(reply: Mapping[str, Any]) -> DesktopSlmError:
    """Returns the error that a child described; an unknown one is a ProtocolError."""
    kind = getattr(errors, str(reply.get("kind")), None)
    fields = reply.get("fields")
    if isinstance(kind, type) and issubclass(kind, DesktopSlmError) and isinstance(fields, dict):
        return kind(details=str(reply.get("details", "")), **fields)
    return ProtocolError(details="an unknown kind of error")
