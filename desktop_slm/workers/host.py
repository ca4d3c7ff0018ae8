"""The child's side: confine, greet, and read requests until the parent goes away.

`connect` is the first call of every child: it takes the protocol's streams away from native code,
confines the process, reads the grant and answers with the first line.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NoReturn

from desktop_slm import __version__
from desktop_slm.errors import DesktopSlmError, Invariant, ProtocolError
from desktop_slm.workers.channel import PROTOCOL_VERSION, Channel, Message
from desktop_slm.workers.confine import Grant, Limits, Profile, confine_files, confine_process
from desktop_slm.workers.process import describe_error


class Parent:
    """The channel to the parent; the process ends with it.

    Requests arrive in `requests` in the order they were sent, and so do cancels (op "cancel").
    """

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self.requests: queue.SimpleQueue[Message] = queue.SimpleQueue()

    def reply(self, number: int, event: str, payload: bytes = b"", **fields: Any) -> None:
        """Sends one reply to a request."""
        try:
            self._channel.send({"id": number, "event": event, **fields}, payload)
        except OSError:
            leave()

    def fail(self, number: int, error: DesktopSlmError) -> None:
        """Sends the error with which a request ends."""
        self.reply(number, "error", **describe_error(error))

    def greet(self, **fields: object) -> None:
        """Sends the first line."""
        self._channel.send({"hello": fields})

    def listen(self) -> None:
        """Starts the thread that queues what the parent sends and ends with the parent."""
        threading.Thread(target=self._listen, name="parent", daemon=True).start()

    def _listen(self) -> None:
        try:
            while (message := self._channel.receive()) is not None:
                if not isinstance(message.fields.get("id"), int):
                    raise ProtocolError(details="a request without id")
                if message.fields.get("op") == "probe":
                    self._probe(message)
                else:
                    self.requests.put(message)
        except (ProtocolError, OSError):
            leave(2)
        leave()

    def _probe(self, message: Message) -> None:
        """Tries what is forbidden here, in every child alike: what `doctor --live` asks for."""
        from desktop_slm.workers import probe

        fields = message.fields
        tries = [str(name) for name in fields.get("tries", ()) if name in probe.SEALED]
        files = [str(path) for path in fields.get("files", ())]
        self.reply(fields["id"], "done", made=probe.probe(tries, files))


def leave(code: int = 0) -> NoReturn:
    """Ends this process at once, from any thread, whatever native code is doing."""
    os._exit(code)


def connect(
    name: str,
    profile: Profile,
    limits: Limits = Limits(),
    describe: Callable[[], Mapping[str, object]] = dict,
) -> Parent:
    """Confines this process, meets the parent and returns the channel to it.

    `describe` is called after confinement and adds to the first line.
    """
    enforced = confine_process(profile, limits)
    channel = _take_streams()
    first = channel.receive()
    if first is None:
        leave()
    grant = Grant(
        read=tuple(map(str, first.fields.get("read", ()))),
        write=tuple(map(str, first.fields.get("write", ()))),
        devices=bool(first.fields.get("devices")),
    )
    enforced = replace(enforced, files=confine_files(grant))
    parent = Parent(channel)
    parent.greet(
        protocol=PROTOCOL_VERSION,
        worker=name,
        version=__version__,
        confinement=enforced.to_dict(),
        **describe(),
    )
    parent.listen()
    return parent


def _take_streams() -> Channel:
    """Keeps the protocol's descriptors for us; what native code prints goes to standard error."""
    reader = os.fdopen(os.dup(0), "rb")
    writer = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    return Channel(reader, writer)


Job = Callable[[Mapping[str, Any], bytes, "Reply"], Mapping[str, Any]]


class Reply:
    """Where a job sends what it has before it is done."""

    def __init__(self, parent: Parent, number: int) -> None:
        self._parent = parent
        self._number = number

    def event(self, event: str, payload: bytes = b"", **fields: Any) -> None:
        """Sends a reply that is not the last."""
        self._parent.reply(self._number, event, payload, **fields)


def serve_jobs(parent: Parent, jobs: Mapping[str, Job]) -> NoReturn:
    """Runs the requested jobs one after the other: the loop of reader, analysis and template.

    A job is cancelled by killing the child, so a cancel that comes between jobs means nothing.
    """
    while True:
        message = parent.requests.get()
        number = message.fields["id"]
        if message.fields.get("op") == "cancel":
            continue
        job = jobs.get(str(message.fields.get("op")))
        if job is None:
            parent.fail(number, ProtocolError(details="an unknown operation"))
            continue
        try:
            result = job(message.fields, message.payload, Reply(parent, number))
        except DesktopSlmError as error:
            parent.fail(number, error)
        except Exception as error:  # the edge of a process: the parent gets a typed answer
            parent.fail(number, Invariant(details=_place(error)))
        else:
            parent.reply(number, "done", **result)


def _place(error: Exception) -> str:
    """Returns the type and the lines of an error, without its message: it may quote a document."""
    frames = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"{os.path.basename(code.co_filename)}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return f"{type(error).__name__} at {' < '.join(reversed(frames))}"
