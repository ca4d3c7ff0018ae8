"""A real HTTP server on loopback that plays the hub, its store of large files, and their moods.

    with HubServer() as hub:
        hub.add("some/model", "m.gguf", Generated(20_000_000))
        hub.store_faults += [Drop(0.1), Status(503)]     # the next answers of the store
        hub.hub_faults += [Status(429, {"Retry-After": "1"})]

The hub answers at `address` and sends requests for files on to the store, another host of the same
server, with an address that is signed as those of the real one are.
"""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.fakes.hub_content import Content

COMMIT = "0123456789abcdef0123456789abcdef01234567"
STORE_HOST = "localhost"
_CHUNK_BYTES = 64 << 10


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong with one answer; this one does not."""


@dataclass(frozen=True)
class Drop(Fault):
    """The connection ends after this share of the whole file, or so many bytes of this answer."""

    at: float = 0.0
    after_bytes: int = -1


@dataclass(frozen=True)
class Truncate(Fault):
    """Claims to be whole and is so many bytes short."""

    missing: int = 1


@dataclass(frozen=True)
class Flip(Fault):
    """One bit is another one, at this byte of the whole file."""

    at: int = 1000


@dataclass(frozen=True)
class Length(Fault):
    """The file is so many bytes longer than the hub says."""

    more: int = 100


@dataclass(frozen=True)
class Status(Fault):
    """An error in place of the answer."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Loop(Fault):
    """A redirect to itself."""


@dataclass(frozen=True)
class Elsewhere(Fault):
    """A redirect to another address."""

    address: str


@dataclass(frozen=True)
class Drip(Fault):
    """A byte from time to time."""

    every_s: float = 0.02


@dataclass(frozen=True)
class Silence(Fault):
    """Half of the answer and then nothing, with the connection open."""

    seconds: float = 5.0


@dataclass(frozen=True)
class IgnoreRange(Fault):
    """The whole file, whatever was asked for."""


@dataclass(frozen=True)
class Shifted(Fault):
    """Another piece than was asked for, so far behind it."""

    by: int = 100


@dataclass(frozen=True)
class Page(Fault):
    """A web page, as a network that wants a sign-in sends it."""


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    method: str
    host: str
    path: str
    query: str
    headers: dict[str, str]


class HubServer:
    """Serves repositories; notes every request and every byte of a file that it sent."""

    def __init__(
        self,
        certificate: Path | None = None,
        *,
        pause_s: float = 0.0,
        chunk_bytes: int = _CHUNK_BYTES,
    ) -> None:
        self.files: dict[str, dict[str, Content]] = {}
        self.licenses: dict[str, str] = {}
        self.gated: dict[str, str] = {}  # repository: the token that opens it
        self.renamed: dict[str, str] = {}
        self.api_faults: deque[Fault] = deque()
        self.hub_faults: deque[Fault] = deque()
        self.store_faults: deque[Fault] = deque()
        self.asked: list[Asked] = []
        self.sent_bytes = 0
        self.pause_s = pause_s
        self.chunk_bytes = chunk_bytes
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler_of(self))
        self._scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
            self._scheme = "https"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> HubServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """The hub's address, for HF_ENDPOINT."""
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}"

    @property
    def store_address(self) -> str:
        """The store's address: another host, as far as anybody can see."""
        return f"{self._scheme}://{STORE_HOST}:{self._server.server_port}"

    def add(self, repo: str, file: str, content: Content, license: str = "apache-2.0") -> Content:
        """Adds a file to a repository."""
        self.files.setdefault(repo, {})[file] = content
        self.licenses[repo] = license
        return content

    def requests_to_store(self) -> list[Asked]:
        """Returns the requests for bytes of files."""
        return [asked for asked in self.asked if asked.path.startswith("/store/")]

    # Answering

    def answer(self, handler: _Handler) -> None:
        """Answers one request."""
        parts = urlsplit(handler.path)
        path = unquote(parts.path)
        host = handler.headers.get("Host", "").rpartition(":")[0]
        with self._lock:
            headers = {name.lower(): value for name, value in handler.headers.items()}
            self.asked.append(Asked(handler.command, host, path, parts.query, headers))
        if path.startswith("/api/models"):
            self._answer_api(handler, path, parts.query)
        elif path.startswith("/store/"):
            self._answer_store(handler, path)
        elif "/resolve/" in path:
            self._answer_resolve(handler, path)
        else:
            handler.send_json(404, {"error": "no such page"})

    def _take(self, faults: deque[Fault]) -> Fault:
        with self._lock:
            if faults and isinstance(faults[0], Loop):
                return faults[0]  # without an end
            return faults.popleft() if faults else Fault()

    def _answer_api(self, handler: _Handler, path: str, query: str) -> None:
        if _is_answered(handler, self._take(self.api_faults)):
            return
        if path == "/api/models":
            words = parse_qs(query).get("search", [""])[0].lower().split()
            found = [repo for repo in self.files if all(word in repo.lower() for word in words)]
            handler.send_json(200, [self._info(repo, files=False) for repo in found])
            return
        repo = "/".join(path.split("/")[3:5])
        if repo in self.renamed:
            moved = path.replace(repo, self.renamed[repo])
            handler.send_json(307, {}, {"Location": moved})
        elif repo in self.files:  # of a gated one, too
            handler.send_json(200, self._info(repo))
        else:
            self._is_open(handler, repo)

    def _answer_resolve(self, handler: _Handler, path: str) -> None:
        if _is_answered(handler, self._take(self.hub_faults)):
            return
        repo, _, rest = path.lstrip("/").partition("/resolve/")
        revision, _, file = rest.partition("/")
        if repo in self.renamed:
            moved = path.replace(repo, self.renamed[repo])
            handler.send_json(307, {}, {"Location": moved})
            return
        if not self._is_open(handler, repo):
            return
        if revision not in (COMMIT, "main"):
            handler.send_json(404, {}, {"X-Error-Code": "RevisionNotFound"})
            return
        content = self.files[repo].get(file)
        if content is None:
            handler.send_json(404, {}, {"X-Error-Code": "EntryNotFound"})
            return
        signed = f"{self.store_address}/store/{repo}/{file}?Signature=abc&Expires=1"
        headers = {
            "Location": signed,
            "X-Repo-Commit": COMMIT,
            "X-Linked-Etag": f'"{content.sha256}"',
            "X-Linked-Size": str(content.size),
        }
        handler.send_json(302, {}, headers)

    def _is_open(self, handler: _Handler, repo: str) -> bool:
        given = handler.headers.get("Authorization", "")
        if repo not in self.files:
            status = 401 if not given else 404
            handler.send_json(status, {}, {"X-Error-Code": "RepoNotFound"})
            return False
        wanted = self.gated.get(repo)
        if wanted is None or given == f"Bearer {wanted}":
            return True
        if given:
            message = {"X-Error-Message": "Invalid credentials in Authorization header"}
            handler.send_json(401, {}, message)
        else:
            handler.send_json(401, {}, {"X-Error-Code": "GatedRepo"})
        return False

    def _answer_store(self, handler: _Handler, path: str) -> None:
        fault = self._take(self.store_faults)
        if _is_answered(handler, fault):
            return
        owner, name, file = path.removeprefix("/store/").split("/", 2)
        content = self.files[f"{owner}/{name}"][file]
        given = handler.headers.get("Range", "")
        span = None if isinstance(fault, IgnoreRange) else _span(given, content.size)
        if span is not None and span.start >= content.size:
            handler.send_json(416, {}, {"Content-Range": f"bytes */{content.size}"})
            return
        self._send_file(handler, content, span, fault)

    def _send_file(
        self, handler: _Handler, content: Content, span: range | None, fault: Fault
    ) -> None:
        more = fault.more if isinstance(fault, Length) else 0
        whole = content.size + more
        start, size = (0, whole) if span is None else (span.start, span.stop)
        size = whole if size == content.size else size  # behind the last byte that is promised
        handler.send_response(200 if span is None else 206)
        handler.send_header("Content-Type", "application/octet-stream")
        handler.send_header("Content-Length", str(size - start))
        if span is not None:
            first = start + (fault.by if isinstance(fault, Shifted) else 0)
            handler.send_header("Content-Range", f"bytes {first}-{size - 1}/{whole}")
        handler.end_headers()
        if handler.command == "HEAD":
            return
        end = min(_end(content, start, fault), size)
        while start < end and not self._ended.is_set():
            length = 1 if isinstance(fault, Drip) else min(self.chunk_bytes, end - start)
            data = content.read(start, length)
            if isinstance(fault, Flip) and start <= fault.at < start + len(data):
                changed = bytearray(data)
                changed[fault.at - start] ^= 1
                data = bytes(changed)
            handler.wfile.write(data)
            with self._lock:
                self.sent_bytes += len(data)
            start += len(data)
            if isinstance(fault, Drip):
                self._ended.wait(fault.every_s)
            elif self.pause_s:
                time.sleep(self.pause_s)
        if isinstance(fault, Silence):
            self._ended.wait(fault.seconds)
        if end < size:
            handler.hang_up()

    def _info(self, repo: str, *, files: bool = True) -> dict[str, Any]:
        license_name = self.licenses[repo]
        return {
            "id": repo,
            "sha": COMMIT,
            "gated": "auto" if repo in self.gated else False,
            "downloads": 1000 + len(repo),
            "likes": 10,
            "tags": ["gguf", f"license:{license_name}"],
            "cardData": {"license": license_name},
            "siblings": [
                {
                    "rfilename": name,
                    "size": content.size,
                    "lfs": {"sha256": content.sha256, "size": content.size, "pointerSize": 1},
                }
                for name, content in (self.files[repo].items() if files else ())
            ],
        }


def _span(given: str, size: int) -> range | None:
    """Returns the bytes that a Range names, or None where it names none."""
    if not given:
        return None
    first, _, last = given.removeprefix("bytes=").partition("-")
    return range(int(first), min(int(last) + 1, size) if last else size)


def _end(content: Content, start: int, fault: Fault) -> int:
    """Returns behind which byte of the file this answer ends."""
    if isinstance(fault, Drop):
        end = start + fault.after_bytes if fault.after_bytes >= 0 else int(content.size * fault.at)
        return max(start, min(end, content.size))
    if isinstance(fault, Truncate):
        return content.size - fault.missing
    if isinstance(fault, Silence):
        return (start + content.size) // 2
    return content.size


def _is_answered(handler: _Handler, fault: Fault) -> bool:
    """Sends what a fault sends in place of the answer, if anything."""
    if isinstance(fault, Status):
        handler.send_json(fault.status, {"error": "as asked"}, fault.headers)
    elif isinstance(fault, Loop):
        handler.send_json(302, {}, {"Location": handler.path})
    elif isinstance(fault, Elsewhere):
        handler.send_json(302, {}, {"Location": fault.address})
    elif isinstance(fault, Page):
        handler.send_json(200, {"html": "sign in"}, {"Content-Type": "text/html"})
    else:
        return False
    return True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of clients that are gone: the tests end many."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: HubServer

    def do_GET(self) -> None:
        self.hub.answer(self)

    do_HEAD = do_GET  # noqa: N815 - the base class names them so

    def setup(self) -> None:
        if isinstance(self.request, ssl.SSLSocket):
            self.request.do_handshake()
        # Small buffers: what is sent is what the client has read, but for little.
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, self.hub.chunk_bytes)
        super().setup()

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""

    def send_json(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        given = {"Content-Type": "application/json", **(headers or {})}
        for name, value in given.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def hang_up(self) -> None:
        """Ends the connection at once."""
        self.close_connection = True
        self.wfile.flush()
        self.request.shutdown(socket.SHUT_RDWR)


def _handler_of(hub: HubServer) -> type[_Handler]:
    return type("_HubHandler", (_Handler,), {"hub": hub})
