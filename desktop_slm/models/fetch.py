"""The fetch child: the only process that may use the network, and only for typed requests."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from desktop_slm.errors import UpdatesUnreachable
from desktop_slm.workers import host
from desktop_slm.workers.confine import Profile

if TYPE_CHECKING:
    from desktop_slm.models.web import Web

# Set before huggingface_hub is imported: it reads them once.
QUIET = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    # Nothing is cached: a folder that does not exist is neither read nor made for listings.
    "HF_HOME": os.path.join(os.sep, "nonexistent", "desktop-slm"),
}


def run() -> NoReturn:
    """Becomes the fetch child."""
    os.environ.update(QUIET)
    parent = host.connect("fetch", Profile.FETCH)
    jobs = {"files": _files, "search": _search, "beginning": _beginning, "download": _download}
    jobs["newest"] = _newest
    host.serve_jobs(parent, jobs)


def _files(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    from desktop_slm.models import hub

    with _web(reply):
        revision = str(request.get("revision") or "main")
        return hub.files(str(request["repo"]), revision, _token(request))


def _search(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    from desktop_slm.models import hub

    with _web(reply):
        return hub.search(str(request["words"]), _token(request))


def _beginning(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    from desktop_slm.models import beginning

    with _web(reply) as web:
        piece = beginning.Piece.from_wire(request["piece"])
        reply.event("bytes", beginning.fetch(piece, web, _token(request)))
    return {}


def _download(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    from desktop_slm.models.download import Transfer
    from desktop_slm.models.order import Order

    order = Order.from_wire(request["order"])
    with _web(reply, order.patience.stall_s) as web:
        return Transfer(order, web, reply.event, token=_token(request)).run()


def _newest(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    from desktop_slm import packager
    from desktop_slm.models.newest import newest

    found = packager.load()  # whom to ask stands in the package, and in no request
    if not found.updates:
        raise UpdatesUnreachable(host="")
    with _web(reply, only=found.updates) as web:
        return {"version": newest(found, web)}


@contextmanager
def _web(reply: host.Reply, stall_s: float = 30.0, only: str = "") -> Iterator[Web]:
    """Gives the HTTP client, and tells the parent what came through it, however it ends."""
    from desktop_slm.models.web import Web

    web = Web(stall_s, only=only)
    try:
        yield web
    finally:
        reply.event("traffic", traffic=web.received())
        web.close()


def _token(request: Mapping[str, Any]) -> str:
    """Returns the access token; it comes over the pipe, which no other process can read."""
    return str(request.get("token") or "")
