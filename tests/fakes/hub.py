"""A real HTTP server on loopback that plays the hub for the real huggingface_hub."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class FakeHub:
    """Serves repositories; notes every request. Use as a context manager."""

    def __init__(self) -> None:
        self.repositories: dict[str, list[dict[str, Any]]] = {}
        self.gated: set[str] = set()
        self.status = 0
        self.requests: list[tuple[str, dict[str, str]]] = []
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub._answer(self)

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> FakeHub:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """The base address, for HF_ENDPOINT."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = unquote(urlsplit(handler.path).path)
        self.requests.append((path, dict(handler.headers.items())))
        parts = path.split("/")
        repo = "/".join(parts[3:5])
        if self.status:
            _send(handler, self.status, {"error": "as asked"})
        elif repo in self.gated:
            _send(handler, 403, {"error": "gated"}, {"X-Error-Code": "GatedRepo"})
        elif path.startswith("/api/models/") and repo in self.repositories:
            _send(handler, 200, self._info(repo))
        elif path.startswith("/api/models/"):
            _send(handler, 404, {"error": "no"}, {"X-Error-Code": "RepoNotFound"})
        else:
            _send(handler, 200, {"path": path})

    def _info(self, repo: str) -> dict[str, Any]:
        return {
            "id": repo,
            "sha": COMMIT,
            "gated": False,
            "cardData": {"license": "apache-2.0"},
            "siblings": [
                {
                    "rfilename": file["name"],
                    "size": file["size"],
                    "lfs": {"sha256": file["sha256"], "size": file["size"], "pointerSize": 1},
                }
                for file in self.repositories[repo]
            ],
        }


def _send(
    handler: BaseHTTPRequestHandler,
    status: int,
    body: dict[str, Any],
    headers: dict[str, str] | None = None,
) -> None:
    data = json.dumps(body).encode()
    handler.send_response(status)
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)
